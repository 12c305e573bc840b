"""Which goals the limbs have between two stances: between two places of a kind led in space, else swung by joints."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hinge_gui.figure.contacts import FootContact, HandContact, HeelContact, KneeContact
from hinge_gui.figure.goals import FootGoal, Goal, HandGoal, HeelGoal, KneeGoal, foot_goal
from hinge_gui.figure.joints import SIDES
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.spec import Stance
from hinge_gui.figure.swing import Swing

_T = TypeVar("_T")

_FIRST, _THEN = (0.0, 0.56), (0.44, 1.0)  # when each foot is off the floor, where both step: one after the other


def goals_between(start: Stance, end: Stance, skeleton: Skeleton, work: str) -> list[Goal]:
    """Of all limbs, the legs before the hands, as a lap comes before what lies on it. `work` is the side that works."""
    legs = [goal for side in SIDES for goal in _leg(side, start, end, skeleton)]
    hands = [goal for side in SIDES for goal in _arm(side, start, end)]
    steps = [goal for goal in legs if isinstance(goal, FootGoal) and goal.lift]
    if len(steps) == len(legs) == len(SIDES):
        legs = [replace(foot, steps=_FIRST if foot.side == work else _THEN) for foot in steps]
    return [*legs, *hands]


def _leg(side: str, start: Stance, end: Stance, skeleton: Skeleton) -> list[Goal]:
    foot, knee = f"{side}_foot", f"{side}_knee"
    alike = all(_kind(start.contacts.get(limb)) == _kind(end.contacts.get(limb)) for limb in (foot, knee))
    if alike or start.anchor.joint == foot:
        return _led_leg(side, start, end, skeleton)
    before, after = (_led_leg(side, stance, stance, skeleton) for stance in (start, end))
    a, b = start.contacts.get(foot), end.contacts.get(foot)
    lift = max(contact.lift if isinstance(contact, FootContact) else 0.0 for contact in (a, b))
    return [Swing("leg", side, before, after, lift, slides=_heel_down(a) and _heel_down(b) and not lift)]


def _led_leg(side: str, start: Stance, end: Stance, skeleton: Skeleton) -> list[Goal]:
    """The knee's goal before the foot's: it turns the thigh."""
    goals: list[Goal] = []
    a, b = (stance.contacts.get(f"{side}_knee") for stance in (start, end))
    if isinstance(a, KneeContact) or isinstance(b, KneeContact):
        goals.append(KneeGoal(side, _as(KneeContact, a), _as(KneeContact, b)))
    a, b = (stance.contacts.get(f"{side}_foot") for stance in (start, end))
    if isinstance(a, HeelContact) or isinstance(b, HeelContact):
        goals.append(HeelGoal(side, _as(HeelContact, a), _as(HeelContact, b)))
    if isinstance(a, FootContact) or isinstance(b, FootContact):
        toes = (start.angles.get(f"{side}_toes", 0.0), end.angles.get(f"{side}_toes", 0.0))
        goals.append(foot_goal(side, (_as(FootContact, a), _as(FootContact, b)), toes, skeleton.size))
    return goals


def _arm(side: str, start: Stance, end: Stance) -> list[Goal]:
    a, b = (_as(HandContact, stance.contacts.get(f"{side}_hand")) for stance in (start, end))
    if _kind(a) == _kind(b):
        return [HandGoal(side, a, b)] if a and b else []
    before, after = ([HandGoal(side, contact, contact)] if contact else [] for contact in (a, b))
    return [Swing("arm", side, before, after, max(contact.lift if contact else 0.0 for contact in (a, b)))]


def _kind(contact: object) -> str:
    """What a contact is to a limb on its way: between two of one kind it can be led in space."""
    if isinstance(contact, HandContact):
        if contact.stretched:
            return "laid down"
        return "place" if contact.along is None else f"lap {contact.crossed}"
    return type(contact).__name__


def _heel_down(contact: object) -> bool:
    if isinstance(contact, HeelContact):
        return contact.axis == 1
    return isinstance(contact, FootContact) and contact.point == "heel"


def _as(kind: type[_T], contact: object) -> _T | None:
    return contact if isinstance(contact, kind) else None
