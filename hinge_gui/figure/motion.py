"""The body on its way from one pose to the other: angles blended, then every contact solved again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi
from typing import TypeVar

from hinge_gui.figure.contacts import FootContact, HandContact, HeelContact, KneeContact
from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.fit import fitted
from hinge_gui.figure.joints import NEUTRAL, SIDES
from hinge_gui.figure.prop import CM
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.solve import FootGoal, Goal, HandGoal, HeelGoal, LiftedKnee, carry, foot_goal
from hinge_gui.figure.spec import Anchor, FigureSpec, Stance
from hinge_gui.figure.vector import Vec, lerp, sub
from hinge_gui.records import dataclass

_T = TypeVar("_T")

TOLERANCE = 0.01  # of stature: a contact missed by more is out of reach

EASES: Mapping[str, Callable[[float], float]] = {
    "gentle": lambda t: (1 - cos(pi * t)) / 2,
    "linear": lambda t: t,
}
_BREATH: Mapping[str, float] = {"thorax": -0.9, "neck": 0.7, "r_shrug": 1.2, "l_shrug": 1.2}  # at the top of a breath


@dataclass(frozen=True, slots=True)
class _Blend:
    """An angle on its way."""

    name: str
    start: float
    change: float


class Motion:
    """One form of an exercise between its start and its end pose; `at` gives the body of any moment.

    `side` is the side that works. With a `mistake` the way leads to it instead of the end pose. Where start and
    end are pinned by different anchors the body cannot go from one to the other: `crossfade` is true, `at` gives
    the start before half way and the end from there on, and whoever paints fades.
    """

    def __init__(
        self,
        spec: FigureSpec,
        *,
        side: str = "right",
        range_: str = "usual",
        body: str | Proportions = "average",
        mistake: str | None = None,
    ) -> None:
        self.skeleton = Skeleton(body)
        self.mistake = mistake
        self.side = "left" if side == "left" else "right"
        self.ease = EASES.get(spec.ease, EASES["gentle"])
        self.start = fitted(spec.pose("start", range_, side), self.skeleton)
        self.end = fitted(spec.pose("end", range_, side, mistake), self.skeleton)
        self.crossfade = self.start.anchor.joint != self.end.anchor.joint
        self._way = _Way(self.start, self.end, self.skeleton)
        self._ends = tuple(_Way(s, s, self.skeleton) for s in (self.start, self.end)) if self.crossfade else ()

    def at(self, progress: float, breath: float = 0.0) -> Body3D:
        """The body when this much of the way is done; `breath` 0 is empty, 1 full."""
        return self.solved(progress, breath)[0]

    def solved(self, progress: float, breath: float = 0.0) -> tuple[Body3D, dict[str, float]]:
        """The body, and by how much of stature each contact in force is missed."""
        eased = self.ease(max(0.0, min(1.0, progress)))
        if self._ends:
            return self._ends[eased >= 0.5].solve(eased, breath)
        return self._way.solve(eased, breath)

    def out_of_reach(self) -> list[PoseFault]:
        """The contacts that this body cannot make at the start or at the end."""
        faults = []
        for phase, progress in (("start", 0.0), ("end", 1.0)):
            for name, miss in self.solved(progress)[1].items():
                if miss > TOLERANCE:
                    limb = name.replace("r_", "right ").replace("l_", "left ")
                    short = f"{miss / CM:.1f} cm on a body of 1.70 m"
                    message = f"the {limb} is short of its place by {short}; bring it nearer"
                    faults.append(PoseFault(("poses", phase, "contacts", name), message))
        return faults


class _Way:
    """Two stances of one anchor, prepared so that a moment between them is quick to solve."""

    def __init__(self, start: Stance, end: Stance, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        first, last = {**NEUTRAL, **start.angles}, {**NEUTRAL, **end.angles}
        self.blends = [
            _Blend(name, first.get(name, 0.0), last.get(name, 0.0) - first.get(name, 0.0)) for name in {**first, **last}
        ]
        self.feet: list[FootGoal] = []
        self.heels: list[HeelGoal] = []
        self.knees: list[LiftedKnee] = []
        self.hands: list[HandGoal] = []
        for side in SIDES:
            self._plan_side(side, start, end)
        anchor = start.anchor
        self.carrier = next((f for f in self.feet if f"{f.side}_foot" == anchor.joint), None)
        # knees and heels turn the thigh that a foot leaves or comes to, and a lap comes before the hands on it
        legs: list[Goal] = [*self.knees, *self.heels, *self.feet]
        self.goals = [*(goal for goal in legs if goal is not self.carrier), *self.hands]
        self.anchor, self.anchored = (anchor, end.anchor), anchor.joint

    def _plan_side(self, side: str, start: Stance, end: Stance) -> None:
        for limb in ("foot", "knee", "hand"):
            name = f"{side}_{limb}"
            a, b = start.contacts.get(name), end.contacts.get(name)
            if limb == "hand" and (a or b):
                self.hands.append(HandGoal(side, _as(HandContact, a), _as(HandContact, b)))
            if isinstance(a, FootContact) or isinstance(b, FootContact):
                toes = (start.angles.get(f"{side}_toes", 0.0), end.angles.get(f"{side}_toes", 0.0))
                feet = (_as(FootContact, a), _as(FootContact, b))
                self.feet.append(foot_goal(side, feet, toes, self.skeleton.size))
            if isinstance(a, HeelContact) or isinstance(b, HeelContact):
                self.heels.append(HeelGoal(side, _as(HeelContact, a), _as(HeelContact, b)))
            if isinstance(a, KneeContact) or isinstance(b, KneeContact):
                self.knees.append(LiftedKnee(side, _as(KneeContact, a), _as(KneeContact, b)))

    def solve(self, eased: float, breath: float) -> tuple[Body3D, dict[str, float]]:
        angles = {b.name: b.start + b.change * eased for b in self.blends}
        if breath:
            for name, change in _BREATH.items():
                angles[name] = angles.get(name, 0.0) + change * breath
        body = self.skeleton.pose(angles)
        misses: dict[str, float] = {}
        if self.carrier is not None:
            body = carry(self.skeleton, body, self.carrier, angles, eased)
        else:
            body = body.moved(self._shift(body, eased))
        for goal in self.goals:
            goal.apply(self.skeleton, body, angles, eased, misses)
        return body, misses

    def _shift(self, body: Body3D, eased: float) -> Vec:
        here = body.joints[self.anchored]
        first, last = (_place(anchor, here) for anchor in self.anchor)
        return sub(lerp(first, last, eased), here)


def _place(anchor: Anchor, here: Vec) -> Vec:
    if anchor.at is None:
        return here
    x, y, z = anchor.at
    return (x, y, here[2] if z is None else z)


def _as(kind: type[_T], contact: object) -> _T | None:
    return contact if isinstance(contact, kind) else None
