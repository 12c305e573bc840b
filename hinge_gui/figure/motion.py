"""The body on its way from one pose to the other: angles blended, then every contact solved again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import cos, radians

from hinge_gui.figure.balance import Balance, carry
from hinge_gui.figure.easing import EASES, arch
from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.fit import fitted
from hinge_gui.figure.goals import FootGoal
from hinge_gui.figure.goals_between import goals_between
from hinge_gui.figure.joints import NEUTRAL
from hinge_gui.figure.prop import CM
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.spec import Anchor, FigureSpec, Stance
from hinge_gui.figure.swing import Swing
from hinge_gui.figure.vector import Vec, lerp, sub
from hinge_gui.records import dataclass

TOLERANCE = 0.01  # of stature: a contact missed by more is out of reach

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
        ways = [(s, s) for s in (self.start, self.end)] if self.crossfade else [(self.start, self.end)]
        self._ways = [_Way(a, b, self.skeleton, self.side[0]) for a, b in ways]

    def at(self, progress: float, breath: float = 0.0) -> Body3D:
        """The body when this much of the way is done; `breath` 0 is empty, 1 full."""
        return self.solved(progress, breath)[0]

    def solved(self, progress: float, breath: float = 0.0) -> tuple[Body3D, dict[str, float]]:
        """The body, and by how much of stature each contact in force is missed."""
        eased = self.ease(max(0.0, min(1.0, progress)))
        return self._ways[self.crossfade and eased >= 0.5].solve(eased, breath)

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

    def __init__(self, start: Stance, end: Stance, skeleton: Skeleton, work: str) -> None:
        self.skeleton = skeleton
        first, last = {**NEUTRAL, **start.angles}, {**NEUTRAL, **end.angles}
        self.blends = [
            _Blend(name, first.get(name, 0.0), last.get(name, 0.0) - first.get(name, 0.0)) for name in {**first, **last}
        ]
        self.bows = _bows(self.blends, start, end, skeleton)
        upright = min(cos(radians(stance.angles.get("pelvis_tilt", 0.0))) for stance in (start, end))
        self.breathes = max(0.0, 1.5 * upright - 0.5)  # what lies or is on all fours breathes with its flesh alone
        self.anchor, self.anchored = (start.anchor, end.anchor), start.anchor.joint
        goals = goals_between(start, end, skeleton, work)
        feet = [goal for goal in goals if isinstance(goal, FootGoal)]
        self.carrier = next((foot for foot in feet if f"{foot.side}_foot" == self.anchored), None)
        self.goals = [goal for goal in goals if goal is not self.carrier]
        self.balance: Balance | None = None
        self._join([foot for foot in feet if foot is not self.carrier])

    def _join(self, free_feet: list[FootGoal]) -> None:
        """Let what needs to know both ends know them."""
        swings = [goal for goal in self.goals if isinstance(goal, Swing)]
        standing = next((foot for foot in free_feet if self.carrier and foot.start == foot.end), None)
        if not swings and not standing:
            return
        (first, _), (last, _) = self.solve(0.0, 0.0), self.solve(1.0, 0.0)
        if standing:
            self.balance = Balance.between(standing, first, last)
        for swing in swings:
            swing.join(first, last)
        if any(swing.lift for swing in swings):
            middle, _ = self.solve(0.5, 0.0)
            for swing in swings:
                swing.raise_midway(self.skeleton, middle)

    def solve(self, eased: float, breath: float) -> tuple[Body3D, dict[str, float]]:
        angles = {b.name: b.start + b.change * eased for b in self.blends}
        for name, high in self.bows.items():
            angles[name] += high * arch(eased)
        if breath:
            for name, change in _BREATH.items():
                angles[name] = angles.get(name, 0.0) + change * breath * self.breathes
        misses: dict[str, float] = {}
        if self.carrier is not None:
            body = carry(self.skeleton, self.carrier, angles, eased, self.balance)
        else:
            body = self.skeleton.pose(angles)
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


def _bows(blends: list[_Blend], start: Stance, end: Stance, skeleton: Skeleton) -> dict[str, float]:
    """By how much angles bow out midway, where arms that carry the trunk are straight all the way."""
    if not (start.straight_arms and end.straight_arms and start.contacts == end.contacts):
        return {}
    midway = {blend.name: blend.start + 0.5 * blend.change for blend in blends}
    fits = fitted(replace(start, angles=midway), skeleton).angles
    return {name: fits[name] - angle for name, angle in midway.items() if fits[name] != angle}
