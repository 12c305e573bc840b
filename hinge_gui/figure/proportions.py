"""How long the bones are. Everything is a share of stature, so that the body is 1 high."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Proportions:
    """Bone lengths of a grown person as shares of stature, after Drillis and Contini.

    `trunk` reaches from the line of the hip joints to the base of the neck. The widths are half distances,
    from the middle of the body to the joint. The sole lies `ankle_height` under the ankle; `heel_back` and
    `ball_ahead` are measured from the ankle along it.
    """

    thigh: float = 0.245
    shank: float = 0.246
    ankle_height: float = 0.039
    heel_back: float = 0.036
    ball_ahead: float = 0.075
    toes: float = 0.041
    trunk: float = 0.288
    neck: float = 0.050
    head: float = 0.130
    upper_arm: float = 0.186
    forearm: float = 0.146
    palm: float = 0.052
    fingers: float = 0.056
    half_hips: float = 0.050
    half_shoulders: float = 0.106

    @property
    def leg(self) -> float:
        return self.thigh + self.shank

    @property
    def arm(self) -> float:
        """From shoulder to wrist."""
        return self.upper_arm + self.forearm

    def with_longer_legs(self, share: float) -> Proportions:
        """Legs longer by this share of themselves, the trunk shorter by as much, stature unchanged."""
        return replace(
            self,
            thigh=self.thigh * (1 + share),
            shank=self.shank * (1 + share),
            trunk=self.trunk - self.leg * share,
        )


_AVERAGE = Proportions()

# The lengths that go with the body shapes a person may choose from; their roundness is a matter of paint.
PROPORTIONS: Mapping[str, Proportions] = {
    "average": _AVERAGE,
    "slim": replace(_AVERAGE.with_longer_legs(0.025), half_hips=0.048, half_shoulders=0.102),
    "broad": replace(_AVERAGE.with_longer_legs(-0.010), half_hips=0.049, half_shoulders=0.1195),
    "rounder": replace(_AVERAGE.with_longer_legs(-0.020), half_hips=0.058, half_shoulders=0.113),
    "older": replace(_AVERAGE.with_longer_legs(0.010), half_hips=0.051, half_shoulders=0.101),
}
