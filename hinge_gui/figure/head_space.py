"""The head's own axes as the camera sees them."""

from __future__ import annotations

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Point
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Mat, Vec, column, dot, unit


class HeadSpace:
    """The head's own axes seen by the camera, so that a feature costs one sum."""

    def __init__(self, body: Body3D, camera: Camera) -> None:
        self.frame: Mat = body.frames["head"]
        self.middle: Vec = body.joints["head"]
        self.camera = camera
        right, up, towards = camera.rows
        axes = [column(self.frame, n) for n in range(3)]
        self.view: Vec = (dot(towards, axes[0]), dot(towards, axes[1]), dot(towards, axes[2]))
        self._x = tuple(dot(right, axis) for axis in axes)
        self._y = tuple(dot(up, axis) for axis in axes)
        self._at = camera.project(self.middle)

    def flat(self, v: Vec) -> Point:
        """A direction in the head's axes, in the picture."""
        return (
            self._x[0] * v[0] + self._x[1] * v[1] + self._x[2] * v[2],
            self._y[0] * v[0] + self._y[1] * v[1] + self._y[2] * v[2],
        )

    def at(self, v: Vec) -> Point:
        """A point in the head's axes, in the picture."""
        x, y = self.flat(v)
        return (self._at[0] + x, self._at[1] + y)

    def depth(self, v: Vec) -> float:
        return self._at[2] + dot(v, self.view)

    def facing(self, normal: Vec) -> float:
        """1: looks at the viewer, 0: edge on, below 0: turned away."""
        return dot(unit(normal), self.view)
