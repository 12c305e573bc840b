"""A pose made to fit a body: what must give when arms are longer than this trunk is high."""

from __future__ import annotations

from dataclasses import replace

from hinge_gui.figure.contacts import HandContact
from hinge_gui.figure.joints import SIDES
from hinge_gui.figure.skeleton import Skeleton, placed
from hinge_gui.figure.spec import Stance
from hinge_gui.figure.vector import distance

_STRAIGHT = 0.9995  # of the arm's length: an elbow bent by some three degrees
_STEP_DEG = 0.25


def with_straight_arms(stance: Stance, skeleton: Skeleton) -> Stance:
    """The stance with the trunk tilted so that its arms are straight, if it asks for that; thighs stay as they are.

    Newton's method on the tilt, which the distance from shoulder to wrist follows almost in a straight line.
    """
    if not stance.straight_arms:
        return stance
    wanted = skeleton.size.arm * _STRAIGHT
    tilt = 0.0
    for _ in range(4):
        here, there = (_reach(stance, skeleton, tilt + more) for more in (0.0, _STEP_DEG))
        tilt += (wanted - here) / (there - here) * _STEP_DEG
    return _tilted(stance, tilt)


def _reach(stance: Stance, skeleton: Skeleton, tilt: float) -> float:
    """How far it is from the shoulder to where the wrist will rest."""
    tilted = _tilted(stance, tilt)
    body = skeleton.pose(tilted.angles)
    x, y, z = stance.anchor.at or (0.0, 0.0, None)
    joint = stance.anchor.joint
    body = placed(body, joint, (x, y, body.joints[joint][2] if z is None else z))
    for side in SIDES:
        contact = stance.contacts.get(f"{side}_hand")
        if isinstance(contact, HandContact):
            touch, hand = contact.touch(skeleton.size, body, side)
            return distance(body.joints[f"{side}_shoulder"], contact.wrist(skeleton.size, touch, hand))
    return skeleton.size.arm * _STRAIGHT


def _tilted(stance: Stance, tilt: float) -> Stance:
    angles = dict(stance.angles)
    for name in ("pelvis_tilt", "r_hip", "l_hip"):
        angles[name] = angles.get(name, 0.0) + tilt
    return replace(stance, angles=angles)
