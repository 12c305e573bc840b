"""A body that stands: laid upward from the foot that carries it, its pelvis dipped as the other leg asks for."""

from __future__ import annotations

from math import cos, radians

from hinge_gui.figure.goals import FootGoal
from hinge_gui.figure.inverse_kinematics import angle_where, reach_leg
from hinge_gui.figure.joints import SIGN, Pose
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.vector import (
    IDENTITY,
    Vec,
    add,
    apply,
    bend_deg,
    column,
    dot,
    spin_x,
    spin_y,
    spin_z,
    sub,
)  # fmt: skip
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Balance:
    """The other foot of a body that stands on both: its knee bends evenly, and the pelvis dips as that asks for.

    A leg that is all but straight turns small ways of the hip into large ones of the knee, so the knee leads.
    """

    foot: FootGoal
    knees_deg: tuple[float, float]

    @staticmethod
    def between(foot: FootGoal, first: Body3D, last: Body3D) -> Balance:
        """With the knee as it is bent in the bodies at the start and at the end."""
        thigh, shank = f"{foot.side}_thigh", f"{foot.side}_shank"
        a, b = (-bend_deg(body.frames[thigh], body.frames[shank]) for body in (first, last))
        return Balance(foot, (a, b))

    def settled(self, size: Proportions, hip: Vec, angles: Pose, eased: float) -> Pose:
        """The angles with the pelvis dipped and the trunk bent back by as much; `hip` is that of the other leg."""
        side = angles.get("pelvis_side", 0.0)
        dip = self._pelvis_side(size, hip, angles, eased, side) - side
        return {**angles, "pelvis_side": side + dip, "side": angles.get("side", 0.0) - dip} if dip else angles

    def _pelvis_side(self, size: Proportions, hip: Vec, angles: Pose, eased: float, near_deg: float) -> float:
        """The angle at which the hip is as far from its ankle as its knee lets it be; `near_deg` where none is."""
        knee = radians(self.knees_deg[0] + (self.knees_deg[1] - self.knees_deg[0]) * eased)
        wanted = size.thigh**2 + size.shank**2 + 2 * size.thigh * size.shank * cos(knee)
        level = spin_z(spin_y(IDENTITY, angles.get("turn", 0.0)), -angles.get("pelvis_tilt", 0.0))
        away, across = sub(hip, self.foot.place(None, eased)[0]), 2 * size.half_hips * SIGN[self.foot.side]
        a, b = dot(away, column(level, 2)), -dot(away, column(level, 1))
        c = (wanted - dot(away, away) - across * across) / (2 * across)
        found = angle_where(a, b, c, near_deg)
        return near_deg if found is None else found


def carry(skeleton: Skeleton, goal: FootGoal, angles: Pose, eased: float, balance: Balance | None = None) -> Body3D:
    """The body upon a foot: its leg is laid upward from the ground by the angles of ankle and knee.

    A hip drawn in (`hip_abd` negative) brings the pelvis over the foot, as where it carries all of the weight.
    """
    side, size = goal.side, skeleton.size
    ankle, foot = goal.place(None, eased)
    leaning = spin_x(foot, -SIGN[side] * angles.get(f"{side}_hip_abd", 0.0))
    shank = spin_z(leaning, -angles.get(f"{side}_ankle", 0.0))
    thigh = spin_z(shank, angles.get(f"{side}_knee", 0.0))
    knee = add(ankle, apply(shank, (0.0, size.shank, 0.0)))
    hip = add(knee, apply(thigh, (0.0, size.thigh, 0.0)))
    if balance:
        angles = balance.settled(size, hip, angles, eased)
    body = skeleton.pose(angles)
    body = body.moved(sub(hip, body.joints[f"{side}_hip"]))
    toes = angles.get(f"{side}_toes", 0.0)
    skeleton.hang_leg(body, side, thigh, shank, foot, toes)
    if inward := goal.inward(eased):
        reach_leg(skeleton, body, side, ankle, foot, toes, inward)
    return body
