"""Where a pose touches the world: a foot, a hand or a knee that must be in a place, whatever the body's size.

Places are in statures, their third number outward from the middle of the body; `sign` is +1 on the right and -1
on the left.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

from hinge_gui.figure.joints import OTHER, SIGN
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import (
    IDENTITY,
    Mat,
    Vec,
    add,
    apply,
    column,
    from_columns,
    lerp,
    scale,
    spin_x,
    spin_y,
    spin_z,
)
from hinge_gui.records import dataclass

HALF_PALM = 0.014  # from the middle of the hand to the skin of the palm
HALF_THIGH = 0.046  # from the bone to the skin of the lap, where a hand rests
KNEE_RADIUS = 0.032
_STRETCHED = 0.997  # of its length: how straight an arm is that lies at ease


@dataclass(frozen=True, slots=True)
class FootContact:
    """A point of the sole (`heel`, `ball` or `toe`) at a place, the foot pitched and turned.

    `across` None means under the hip. Pitch is positive when the toes are higher than the heel, turn is
    outward, `lift` is how high the foot is carried on its way to another place, and `knee_in_deg` lets the
    knee fall towards the other leg.
    """

    point: str
    forward: float
    up: float
    across: float | None
    pitch_deg: float = 0.0
    turn_deg: float = 0.0
    lift: float = 0.0
    knee_in_deg: float = 0.0

    def place(self, size: Proportions, sign: int) -> Vec:
        """Where the point of the sole is, in statures; `sign` is the side's, as in `SIGN`."""
        across = size.half_hips if self.across is None else self.across
        return (self.forward, self.up, across * sign)

    def frame(self, sign: int) -> Mat:
        return spin_z(spin_y(IDENTITY, -sign * self.turn_deg), self.pitch_deg)

    def ankle(self, size: Proportions, sign: int, toes: Vec) -> Vec:
        """Where the ankle must be; `toes` is the way from ball to toe tip in the foot's frame."""
        reach = {"heel": -size.heel_back, "ball": size.ball_ahead, "toe": size.ball_ahead}[self.point]
        away = (-reach, size.ankle_height, 0.0)
        if self.point == "toe":
            away = (away[0] - toes[0], away[1] - toes[1], 0.0)
        return add(self.place(size, sign), apply(self.frame(sign), away))


@dataclass(frozen=True, slots=True)
class HeelContact:
    """A heel on the wall ahead or on the floor, wherever the leg reaches it; flexion of the hip is what gives.

    `axis` is 0 for a wall whose face stands at `at`, 1 for a floor at that height.
    """

    axis: int
    at: float


@dataclass(frozen=True, slots=True)
class KneeContact:
    """The underside of a lifted knee at a height; how far the thigh opens is what gives."""

    up: float


@dataclass(frozen=True, slots=True)
class HandContact:
    """A palm flat on something: at a place, or on the lap (`along` a thigh, 0 hip to 1 knee; `crossed`: the other's).

    The fingers point forward (on the lap: to the knee), turned outward by `point_deg` and upward by `slope_deg`;
    `tilt_deg` rolls the palm towards the body's middle. `stretched` lays the whole arm down instead, palm up, as far as
    it reaches at the height of `at`. `elbow` is where the elbow points, outward positive.
    """

    at: Vec = (0.0, 0.0, 0.0)
    along: float | None = None
    point_deg: float = 0.0
    slope_deg: float = 0.0
    tilt_deg: float = 0.0
    curl_deg: float = 5.0
    lift: float = 0.0
    elbow: Vec = (-0.8, -0.25, 0.55)
    crossed: bool = False
    stretched: bool = False

    def touch(self, size: Proportions, body: Body3D, side: str) -> tuple[Vec, Mat]:
        """The place on the surface under the middle of the palm, and how the hand is turned there."""
        sign = SIGN[side]
        if self.stretched:
            return self._laid_down(size, body.joints[f"{side}_shoulder"], sign)
        if self.along is None:
            return (self.at[0], self.at[1], self.at[2] * sign), self._turned(sign)
        leg = OTHER[side] if self.crossed else side
        thigh = body.frames[f"{leg}_thigh"]
        bone = lerp(body.joints[f"{leg}_hip"], body.joints[f"{leg}_knee"], self.along)
        place = add(bone, apply(thigh, (HALF_THIGH, 0.0, 0.0)))
        # the back of the hand looks as the front of the thigh does, the fingers point to the knee
        return place, spin_x(thigh, sign * self.point_deg)

    def _laid_down(self, size: Proportions, shoulder: Vec, sign: int) -> tuple[Vec, Mat]:
        yaw = radians(self.point_deg) * sign
        drop = shoulder[1] - self.at[1] - HALF_PALM
        out = sqrt(max(0.0, (size.arm * _STRETCHED) ** 2 - drop * drop)) + size.palm / 2
        return (shoulder[0] + cos(yaw) * out, self.at[1], shoulder[2] + sin(yaw) * out), self._turned(sign)

    def _turned(self, sign: int) -> Mat:
        yaw, slope = radians(self.point_deg) * sign, radians(self.slope_deg)
        fingers = (cos(yaw) * cos(slope), sin(slope), sin(yaw) * cos(slope))
        back = (-cos(yaw) * sin(slope), cos(slope), -sin(yaw) * sin(slope))
        y = scale(fingers, -1.0)
        right = (back[1] * y[2] - back[2] * y[1], back[2] * y[0] - back[0] * y[2], back[0] * y[1] - back[1] * y[0])
        return spin_y(from_columns(back, y, right), 180.0 if self.stretched else -sign * self.tilt_deg)

    def wrist(self, size: Proportions, touch: Vec, hand: Mat) -> Vec:
        """Where the wrist is when the hand is turned like that on the place that it touches."""
        above = -HALF_PALM if self.stretched else HALF_PALM
        return add(touch, apply(hand, (above, size.palm * 0.5, 0.0)))


def skin_of(body: Body3D, side: str, palm_up: bool) -> Vec:
    """The skin of the hand that touches: in the middle of the palm, or of its back."""
    middle = lerp(body.joints[f"{side}_wrist"], body.joints[f"{side}_hand"], 0.5)
    return add(middle, scale(column(body.frames[f"{side}_hand"], 0), HALF_PALM if palm_up else -HALF_PALM))


Contact = FootContact | HeelContact | KneeContact | HandContact
