"""What a thumbnail shows of an exercise: the body as large as fits, and a leg close up where that tells it apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from hinge_gui.figure.bounds import Bounds, union
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.look import Look
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.scene import Kept, Scene, bounds_of_moment, compose, furnish
from hinge_gui.figure.sitting import Seat

LEVEL = Camera(0.0, 4.0)
"""From where one sees best how far the knees bend."""
_CLOSE, _UNDER_SOLE = 0.195, 0.022  # of the close view, from its middle to its rim, and how much of the floor is in it
_LEG = 0.245  # of a leg alone, from its middle to its rim: well above the knee, whose bend tells it apart
TINY_PX = 64
"""Up to this size a leg close up and a whole body beside it would both be too small: the leg stands alone."""


class Small:
    """Whatever stands around may be cut off.

    `leg` is the side of the leg that is also shown close up; the body then stands at the edge that it turns its back
    to and leaves the opposite corner free.
    """

    def __init__(
        self,
        motion: Motion,
        props: Sequence[Prop],
        marks: Sequence[Mapping[str, Any]],
        camera: Camera,
        look: Look,
        leg: str | None = None,
    ) -> None:
        self._motion, self._camera = motion, camera
        self._muscles = [mark for mark in marks if mark.get("kind") == "muscle"]
        start, end = motion.at(0.0), motion.at(1.0)
        self._way = (start, motion.at(0.5), end)
        self._furniture = furnish(props, start, camera)
        self._kept = Kept(look, camera, Seat.among(props, start.joints["pelvis"]))
        bare = replace(self._furniture, boxes=())
        self._bounds = union(bounds_of_moment(body, bare, self._kept.flesh) for body in self._way)
        self.close: Bounds | None = None
        """The square of the close view."""
        self._alone: Bounds | None = None
        if leg is not None:
            parts = {part.name: part for part in self._kept.flesh.parts(end)}
            xs = [flat.x for name in ("shank", "foot") for flat in parts[f"{leg}_{name}"].flats]
            middle = (min(xs) + max(xs)) / 2
            self.close, self._alone = _square(middle, _CLOSE), _square(middle, _LEG)
            self._bounds = self._at_the_back()

    def _at_the_back(self) -> Bounds:
        left, bottom, right, top = self._bounds
        wide = max(right - left, top - bottom)
        return (left, bottom, left + wide, top) if self.faces_right else (right - wide, bottom, right, top)

    @property
    def faces_right(self) -> bool:
        return self._camera.rows[0][0] > 0.0

    def scene(self, progress: float, size_px: float = inf) -> Scene:
        """Of a thumbnail of this size; up to `TINY_PX` there is no close view in it."""
        bounds = self._alone if self._alone and size_px <= TINY_PX else self._bounds
        body = self._motion.at(progress)
        return compose(body, self._furniture, self._muscles, self._kept, bounds, way=self._way, progress=progress)


def _square(middle: float, half: float) -> Bounds:
    """Standing on the floor, with a little of it."""
    return (middle - half, -_UNDER_SOLE, middle + half, 2 * half - _UNDER_SOLE)
