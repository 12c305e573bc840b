"""One exercise's figure, ready to be shown at any moment of its movement, in a frame that stays still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.look import Look
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.scene import Bounds, Scene, compose, union
from hinge_gui.figure.spec import FigureSpec

_WAY = (0.0, 0.25, 0.5, 0.75, 1.0)


class Stage:
    """Body, props, marks and camera of one form of an exercise.

    `side` is the side that works (`both` counts as right); the left is the mirror image of the right, camera and
    all. `bounds` takes in the whole way from start to end, and with `beside` also that of another stage, so that a
    mistake stands in the same frame as the right way.
    """

    def __init__(
        self,
        spec: FigureSpec,
        *,
        side: str = "right",
        range_: str = "usual",
        look: Look | None = None,
        mistake: str | None = None,
        camera: Camera | None = None,
    ) -> None:
        side = "left" if side == "left" else "right"
        self.look = look or Look()
        self.motion = Motion(spec, side=side, range_=range_, body=self.look.build, mistake=mistake)
        self.props = spec.props(range_, side)
        self.marks = spec.marks(side)
        self.wrong = mistake is not None
        usual = Camera.of(spec.view)
        self.home = camera or (usual.mirrored() if side == "left" else usual)
        self.way = tuple(self.motion.at(progress) for progress in _WAY)
        self.camera = self.home
        self.bounds = self._all_bounds()

    def look_from(self, camera: Camera) -> None:
        """Turn the view; the frame follows it. `home` is the exercise's own view."""
        if camera != self.camera:
            self.camera = camera
            self.bounds = self._all_bounds()

    def beside(self, other: Stage) -> None:
        """Show both in the same frame."""
        self.bounds = other.bounds = union((self.bounds, other.bounds))

    def scene(self, progress: float, breath: float = 0.0, strengths: Mapping[str, float] | None = None) -> Scene:
        """The picture at this share of the way. `strengths` fades the marks by kind (see `compose`)."""
        scene = compose(
            self.motion.at(progress, breath),
            self.props,
            self.marks,
            self.camera,
            self.look,
            breath=breath,
            way=self.way,
            progress=progress,
            strengths=strengths,
            wrong=self.wrong,
        )
        opacity = abs(2.0 * self.motion.ease(max(0.0, min(1.0, progress))) - 1.0) if self.motion.crossfade else 1.0
        return replace(scene, bounds=self.bounds, opacity=opacity)

    def _all_bounds(self) -> Bounds:
        return union(compose(body, self.props, (), self.camera, self.look).bounds for body in self.way)
