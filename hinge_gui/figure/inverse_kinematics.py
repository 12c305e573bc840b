"""Inverse kinematics in closed form: where a limb must bend so that its end is where it should be."""

from __future__ import annotations

from math import acos, atan2, cos, degrees, hypot, radians, sin, sqrt

from hinge_gui.figure.joints import SIGN
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.vector import (
    IDENTITY,
    Mat,
    Vec,
    X,
    Y,
    add,
    apply,
    column,
    cross,
    dot,
    frame_along,
    length,
    scale,
    spin_z,
    sub,
    unit,
    wrapped_deg,
)
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Bend:
    """A limb of two bones: frames of both, and by how much its end misses the target (0: it is there)."""

    upper: Mat
    lower: Mat
    short: float


def two_bone(root: Vec, target: Vec, upper: float, lower: float, bulge: Vec, *, behind: bool = False) -> Bend:
    """Bend two bones from `root` so that the lower one ends at `target`, by the law of cosines.

    `bulge` is the direction in which the middle joint goes: a knee's front, or the point of an elbow, which is
    `behind` its limb. A target too far or too near is met as nearly as can be, and the miss is told.
    """
    span = sub(target, root)
    wanted = length(span)
    reach = min(max(wanted, abs(upper - lower) + 1e-6), upper + lower)
    along = unit(span) if wanted > 1e-9 else (0.0, -1.0, 0.0)
    side = _across(along, bulge)
    forth = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    out = sqrt(max(0.0, upper * upper - forth * forth))
    middle = add(scale(along, forth), scale(side, out))
    hinge = cross(side, along) if behind else cross(along, side)  # the axis about which the joint bends
    end = scale(along, reach)
    return Bend(
        frame_along(scale(middle, -1.0), hinge),
        frame_along(sub(middle, end), hinge),
        abs(wanted - reach),
    )


def _across(along: Vec, bulge: Vec) -> Vec:
    """The part of `bulge` that is square to the limb; where there is none, any direction that is."""
    for wanted in (bulge, X, Y):
        square = sub(wanted, scale(along, dot(wanted, along)))
        if length(square) > 1e-6 * length(wanted):
            break
    return unit(square)


def reach_leg(
    skeleton: Skeleton, body: Body3D, side: str, ankle: Vec, foot: Mat, toes_deg: float, inward: float = 0.0
) -> float:
    """Put the ankle there with the foot turned as `foot`, the knee bulging where the pose's kneecap looks.

    `inward` turns the knee that many degrees towards the other leg. Replaces the leg's joints and
    frames; returns the miss.
    """
    front = column(body.frames[f"{side}_thigh"], 0)
    if inward:
        across = column(body.frames["pelvis"], 2)
        front = add(scale(front, cos(radians(inward))), scale(across, -SIGN[side] * sin(radians(inward))))
    size = skeleton.size
    bend = two_bone(body.joints[f"{side}_hip"], ankle, size.thigh, size.shank, front)
    skeleton.hang_leg(body, side, bend.upper, bend.lower, foot, toes_deg)
    return bend.short


def reach_arm(skeleton: Skeleton, body: Body3D, side: str, wrist: Vec, hand: Mat, curl_deg: float, elbow: Vec) -> float:
    """Put the wrist there with the hand turned as `hand`, the elbow pointing to `elbow`; returns the miss."""
    size = skeleton.size
    bend = two_bone(body.joints[f"{side}_shoulder"], wrist, size.upper_arm, size.forearm, elbow, behind=True)
    skeleton.hang_arm(body, side, bend.upper, bend.lower, hand, curl_deg)
    return bend.short


def swing_to_plane(rest: Mat, tip: Vec, normal: Vec, reach: float, near_deg: float) -> float | None:
    """How many degrees of flexion bring the limb's `tip` to `reach` along `normal`, from its root.

    `rest` is the frame that flexion turns about its own z, `tip` is given in the limb's frame. Of the two
    answers the one nearer to `near_deg` is given; None where no flexion reaches the plane.
    """
    n = (dot(column(rest, 0), normal), dot(column(rest, 1), normal), dot(column(rest, 2), normal))
    a = n[0] * tip[0] + n[1] * tip[1]
    b = n[1] * tip[0] - n[0] * tip[1]
    c = reach - n[2] * tip[2]
    return angle_where(a, b, c, near_deg)


def angle_where(a: float, b: float, c: float, near_deg: float) -> float | None:
    """The t in degrees with a cos t + b sin t = c, of two the one nearer to `near_deg`; None where there is none."""
    most = hypot(a, b)
    if most < abs(c) or most < 1e-9:
        return None
    middle, spread = degrees(atan2(b, a)), degrees(acos(c / most))
    answers = (wrapped_deg(middle + spread), wrapped_deg(middle - spread))
    return min(answers, key=lambda answer: abs(wrapped_deg(answer - near_deg)))


def leg_tip(skeleton: Skeleton, side: str, knee_deg: float, ankle_deg: float) -> Vec:
    """The heel, from the hip, in the frame of the thigh."""
    size = skeleton.size
    shank = spin_z(IDENTITY, -knee_deg)
    foot = spin_z(shank, ankle_deg)
    ankle = add((0.0, -size.thigh, 0.0), apply(shank, (0.0, -size.shank, 0.0)))
    return add(ankle, apply(foot, (-size.heel_back, -size.ankle_height, 0.0)))
