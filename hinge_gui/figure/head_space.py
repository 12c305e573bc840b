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
        (a, b, c), (d, e, f) = ((dot(row, axes[0]), dot(row, axes[1]), dot(row, axes[2])) for row in (right, up))
        self._flat = a, b, c, d, e, f
        self._at = camera.project(self.middle)

    def flat(self, v: Vec) -> Point:
        """A direction in the head's axes, in the picture."""
        x, y, z = v
        a, b, c, d, e, f = self._flat
        return (a * x + b * y + c * z, d * x + e * y + f * z)

    def at(self, v: Vec) -> Point:
        """A point in the head's axes, in the picture."""
        x, y, z = v
        a, b, c, d, e, f = self._flat
        u, w, _ = self._at
        return (u + a * x + b * y + c * z, w + d * x + e * y + f * z)

    def depth(self, v: Vec) -> float:
        return self._at[2] + dot(v, self.view)

    def facing(self, normal: Vec) -> float:
        """1: looks at the viewer, 0: edge on, below 0: turned away."""
        return dot(unit(normal), self.view)
