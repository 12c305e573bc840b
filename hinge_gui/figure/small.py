"""What a thumbnail shows of an exercise: the body as large as fits, and a leg close up where that tells it apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.look import Look
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.scene import Bounds, Kept, Scene, bounds_of, compose, furnish, union
from hinge_gui.figure.sitting import Seat

LEVEL = Camera(0.0, 4.0)
"""From where one sees best how far the knees bend."""
_CLOSE, _UNDER_SOLE = 0.195, 0.022  # of the close view, from its middle to its rim, and how much of the floor is in it


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
        self._bounds = union(bounds_of(body, bare, self._kept.flesh) for body in self._way)
        self.close: Bounds | None = None
        """The square of the close view."""
        if leg is not None:
            parts = {part.name: part for part in self._kept.flesh.parts(end)}
            xs = [flat.x for name in ("shank", "foot") for flat in parts[f"{leg}_{name}"].flats]
            middle = (min(xs) + max(xs)) / 2
            self.close = (middle - _CLOSE, -_UNDER_SOLE, middle + _CLOSE, 2 * _CLOSE - _UNDER_SOLE)
            self._bounds = self._at_the_back()

    def _at_the_back(self) -> Bounds:
        left, bottom, right, top = self._bounds
        wide = max(right - left, top - bottom)
        return (left, bottom, left + wide, top) if self.faces_right else (right - wide, bottom, right, top)

    @property
    def faces_right(self) -> bool:
        return self._camera.rows[0][0] > 0.0

    def scene(self, progress: float) -> Scene:
        body = self._motion.at(progress)
        return compose(
            body, self._furniture, self._muscles, self._kept, self._bounds, way=self._way, progress=progress
        )
