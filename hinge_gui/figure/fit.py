"""A pose made to fit a body: what must give where limbs are longer or shorter than the places they go to.

Both fits are Newton's method on one angle, which the distance in question follows almost in a straight line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from hinge_gui.figure.balance import carry
from hinge_gui.figure.contacts import FootContact, HandContact
from hinge_gui.figure.goals import foot_goal
from hinge_gui.figure.joints import OTHER, SIDES, SIGN
from hinge_gui.figure.skeleton import Skeleton, placed
from hinge_gui.figure.spec import Stance
from hinge_gui.figure.vector import distance

_STRAIGHT_ARM = 0.9991  # of the arm's length: an elbow bent by some five degrees
_SOFT_LEG = 0.9985  # of the leg's length: a knee bent by some six degrees
_BEYOND = 1.0005  # of the leg's length: farther than any leg goes, so that the pelvis must dip
_STEP_DEG = 0.25
_ROUNDS = 4
_GIVES_DEG = 15.0  # a place that asks for more is out of reach, and is told as that


def fitted(stance: Stance, skeleton: Skeleton) -> Stance:
    """The stance as this body takes it."""
    return _with_both_feet_down(_with_straight_arms(stance, skeleton), skeleton)


def _with_straight_arms(stance: Stance, skeleton: Skeleton) -> Stance:
    """With the trunk tilted so that the arms that carry it are straight; the thighs stay as they are."""
    side = next((s for s in SIDES if isinstance(stance.contacts.get(f"{s}_hand"), HandContact)), None)
    if not stance.straight_arms or side is None or stance.anchor.at is None:
        return stance
    gives = {"pelvis_tilt": 1.0, "r_hip": 1.0, "l_hip": 1.0}
    wanted = skeleton.size.arm * _STRAIGHT_ARM
    return _turned_until(stance, gives, lambda tried: _arm_reach(tried, skeleton, side) - wanted)


def _arm_reach(stance: Stance, skeleton: Skeleton, side: str) -> float:
    """How far it is from the shoulder to where the wrist will rest."""
    contact, anchor = stance.contacts[f"{side}_hand"], stance.anchor
    assert isinstance(contact, HandContact)
    body = skeleton.pose(stance.angles)
    x, y, z = anchor.at or (0.0, 0.0, None)
    body = placed(body, anchor.joint, (x, y, body.joints[anchor.joint][2] if z is None else z))
    touch, hand = contact.touch(skeleton.size, body, side)
    return distance(body.joints[f"{side}_shoulder"], contact.wrist(skeleton.size, touch, hand))


def _with_both_feet_down(stance: Stance, skeleton: Skeleton) -> Stance:
    """With the pelvis dipped towards a foot that the leg would not reach, as people do when the other heel is lower.

    The trunk bends back by as much, so that the head stays where it is.
    """
    carrier = stance.anchor.joint[0]
    other = OTHER.get(carrier, "l")
    stands, steps = stance.contacts.get(stance.anchor.joint), stance.contacts.get(f"{other}_foot")
    if not isinstance(stands, FootContact) or not isinstance(steps, FootContact):
        return stance
    leg = skeleton.size.leg
    if _leg_reach(stance, skeleton, carrier) <= leg * _BEYOND:
        return stance
    gives = {"pelvis_side": float(SIGN[other]), "side": -float(SIGN[other])}
    return _turned_until(stance, gives, lambda tried: _leg_reach(tried, skeleton, carrier) - leg * _SOFT_LEG)


def _leg_reach(stance: Stance, skeleton: Skeleton, carrier: str) -> float:
    """How far it is from the free leg's hip to where its ankle must be."""
    other = OTHER[carrier]
    places = []
    for side in (carrier, other):
        contact = stance.contacts[f"{side}_foot"]
        assert isinstance(contact, FootContact)
        toes = stance.angles.get(f"{side}_toes", 0.0)
        places.append(foot_goal(side, (contact, contact), (toes, toes), skeleton.size))
    body = carry(skeleton, places[0], stance.angles, 0.0)
    return distance(body.joints[f"{other}_hip"], places[1].place(None, 0.0)[0])


def _turned_until(stance: Stance, gives: Mapping[str, float], excess: Callable[[Stance], float]) -> Stance:
    """The stance with these angles changed together until nothing is in excess, as far as a body would."""
    turned = 0.0
    for _ in range(_ROUNDS):
        here, there = (excess(_turned(stance, gives, turned + more)) for more in (0.0, _STEP_DEG))
        if abs(there - here) < 1e-9:  # these angles change nothing here
            return stance
        turned = max(-_GIVES_DEG, min(_GIVES_DEG, turned - here / (there - here) * _STEP_DEG))
    return _turned(stance, gives, turned)


def _turned(stance: Stance, gives: Mapping[str, float], by: float) -> Stance:
    angles = dict(stance.angles)
    for name, share in gives.items():
        angles[name] = angles.get(name, 0.0) + share * by
    return replace(stance, angles=angles)
