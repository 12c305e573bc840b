"""The orthographic camera: from where the body is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, radians, sin

from hinge_gui.figure.vector import Mat, Vec

NAMED: Mapping[str, tuple[float, float]] = {
    "side": (0.0, 0.0),
    "front": (90.0, 0.0),
    "top": (0.0, 90.0),
    "back": (-90.0, 0.0),
    "other-side": (180.0, 0.0),
    "three-quarter": (40.0, 8.0),
}
"""Yaw and pitch in degrees, as `Camera` has them."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Turned by `yaw_deg` about the upright axis, raised by `pitch_deg`.

    Yaw 0 looks at the person's right side, who faces right in the picture; 90 looks into the face; pitch 90 looks
    straight down.
    """

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    rows: Mat = field(init=False, repr=False, compare=False)
    """Picture right, picture up and towards the viewer, in the axes of the room."""

    def __post_init__(self) -> None:
        cy, sy = cos(radians(self.yaw_deg)), sin(radians(self.yaw_deg))
        cp, sp = cos(radians(self.pitch_deg)), sin(radians(self.pitch_deg))
        right: Vec = (cy, 0.0, -sy)
        up: Vec = (-sy * sp, cp, -cy * sp)
        towards: Vec = (sy * cp, sp, cy * cp)
        object.__setattr__(self, "rows", (right, up, towards))

    @classmethod
    def named(cls, name: str) -> Camera:
        """KeyError for a name that is not in NAMED."""
        yaw_deg, pitch_deg = NAMED[name]
        return cls(yaw_deg, pitch_deg)

    @classmethod
    def of(cls, view: str | Mapping[str, float]) -> Camera:
        """The `view` of an exercise's figure: a name, or yaw and pitch in degrees."""
        if isinstance(view, str):
            return cls.named(view)
        return cls(float(view.get("yaw", 0.0)), float(view.get("pitch", 0.0)))

    def mirrored(self) -> Camera:
        """The camera that sees a body with sides exchanged as the exact mirror image of this one's picture."""
        return Camera(180.0 - self.yaw_deg, self.pitch_deg)

    def turned(self, yaw_deg: float, pitch_deg: float = 0.0) -> Camera:
        """Dragged further; the pitch stays between a little below level and straight above."""
        pitch = max(-15.0, min(90.0, self.pitch_deg + pitch_deg))
        return Camera((self.yaw_deg + yaw_deg) % 360.0, pitch)

    def project(self, v: Vec) -> Vec:
        """(picture x to the right, picture y up, depth: greater is nearer), in statures."""
        (a, b, c), (d, e, f), (g, h, i) = self.rows
        x, y, z = v
        return (a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z)
