"""A limb that leaves one thing for another of a different kind: its joints turn, as a person's do.

Between a floor and a lap, or a foot put down and a knee laid on a cushion, there is no way in space that a limb could
be led along without straining a joint. So the limb is solved at both ends, and its joints go from one to the other,
each evenly about one axis (slerp).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, degrees

from hinge_gui.figure.easing import arch
from hinge_gui.figure.goals import Goal, Misses
from hinge_gui.figure.inverse_kinematics import swing_to_plane, two_bone
from hinge_gui.figure.joints import Pose
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.vector import (
    IDENTITY,
    Mat,
    Vec,
    Y,
    add,
    apply,
    bend_deg,
    column,
    distance,
    length,
    mul,
    scale,
    spin_z,
    sub,
    transpose,
    turn_between,
    turned,
)
from hinge_gui.records import dataclass

_BONES: Mapping[str, tuple[str, str, str, str]] = {
    "arm": ("thorax", "upper_arm", "forearm", "hand"),
    "leg": ("pelvis", "thigh", "shank", "foot"),
}
_ENDS: Mapping[str, tuple[str, str]] = {"arm": ("shoulder", "wrist"), "leg": ("hip", "ankle")}


@dataclass(frozen=True, slots=True)
class _Bent:
    """How a limb's joints are turned: its upper bone in the trunk, its hinge in degrees, hand or foot in what bears it.

    `curl` is that of the fingers.
    """

    upper: Mat
    hinge: float
    end: Mat
    curl: float


@dataclass(frozen=True, slots=True)
class _Turn:
    """A joint's way from `start`, all of it about one axis."""

    start: Mat
    axis: Vec
    angle: float

    def at(self, share: float) -> Mat:
        return turned(self.start, self.axis, self.angle * share)


class Swing:
    """The goal of such a limb: `before` and `after` put it where it rests, between them it swings.

    `lift` is how much higher hand or foot passes half way than the joints alone would lead it; `slides` keeps a heel
    at the height of the floor.
    """

    def __init__(
        self,
        kind: str,
        side: str,
        before: Sequence[Goal],
        after: Sequence[Goal],
        lift: float = 0.0,
        slides: bool = False,
    ) -> None:
        self._kind, self._side = kind, side
        self._before, self._after = tuple(before), tuple(after)
        self.lift, self._slides = lift, slides
        self._parent, self._upper, self._lower, self._end = (
            name if n == 0 else f"{side}_{name}" for n, name in enumerate(_BONES[kind])
        )
        self._root, self._tip = (f"{side}_{name}" for name in _ENDS[kind])
        self._way: tuple[_Bent, _Bent, _Turn, _Turn] | None = None
        self._raised: tuple[Vec, float, float] = (Y, 0.0, 0.0)
        self._heels = (0.0, 0.0)

    def join(self, first: Body3D, last: Body3D) -> None:
        """Learn the way from the body at the start to the body at the end."""
        a, b = self._bent(first), self._bent(last)
        self._way = (a, b, _between(a.upper, b.upper), _between(a.end, b.end))
        if self._slides:
            self._heels = (first.joints[f"{self._side}_heel"][1], last.joints[f"{self._side}_heel"][1])

    def raise_midway(self, skeleton: Skeleton, middle: Body3D) -> None:
        """Learn what lifts hand or foot, from the body half way as it is without."""
        if not self.lift:
            return
        size, bent, parent = skeleton.size, self._bent(middle), middle.frames[self._parent]
        upper, lower = (size.upper_arm, size.forearm) if self._kind == "arm" else (size.thigh, size.shank)
        bulge = column(middle.frames[self._upper], 0)
        bulge = scale(bulge, -1.0) if self._kind == "arm" else bulge
        root, tip = middle.joints[self._root], middle.joints[self._tip]
        way = sub(add(tip, (0.0, self.lift, 0.0)), root)
        target = add(root, scale(way, min(1.0, distance(root, tip) / length(way))))  # a straight limb swings higher
        bend = two_bone(root, target, upper, lower, bulge, behind=self._kind == "arm")
        axis, angle = turn_between(bent.upper, mul(transpose(parent), bend.upper))
        self._raised = (axis, angle, bend_deg(bend.upper, bend.lower) - bent.hinge)

    def apply(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float, misses: Misses) -> None:
        if eased <= 0.0 or eased >= 1.0:
            for goal in self._before if eased <= 0.0 else self._after:
                goal.apply(skeleton, body, angles, eased, misses)
        elif self._way is not None:
            self._swing(skeleton, body, angles, eased)

    def _swing(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float) -> None:
        assert self._way is not None
        a, b, upper_turn, end_turn = self._way
        hump = arch(eased)
        axis, more, bent_more = self._raised
        upper = turned(mul(body.frames[self._parent], upper_turn.at(eased)), axis, more * hump)
        hinge = a.hinge + (b.hinge - a.hinge) * eased + bent_more * hump
        end = end_turn.at(eased)
        if self._slides:
            upper = self._with_heel_down(skeleton, body, upper, hinge, end, eased)
        lower = spin_z(upper, hinge)
        if self._kind == "arm":
            curl = a.curl + (b.curl - a.curl) * eased
            skeleton.hang_arm(body, self._side, upper, lower, mul(lower, end), curl)
        else:
            toes = angles.get(f"{self._side}_toes", 0.0)
            skeleton.hang_leg(body, self._side, upper, lower, mul(lower, end), toes)

    def _with_heel_down(
        self, skeleton: Skeleton, body: Body3D, thigh: Mat, hinge: float, foot: Mat, eased: float
    ) -> Mat:
        size = skeleton.size
        shank = spin_z(IDENTITY, hinge)
        heel = add((0.0, -size.thigh, 0.0), apply(shank, (0.0, -size.shank, 0.0)))
        heel = add(heel, apply(mul(shank, foot), (-size.heel_back, -size.ankle_height, 0.0)))
        level = self._heels[0] + (self._heels[1] - self._heels[0]) * eased
        flexed = swing_to_plane(thigh, heel, Y, level - body.joints[self._root][1], 0.0)
        return thigh if flexed is None else spin_z(thigh, flexed)

    def _bent(self, body: Body3D) -> _Bent:
        frames = body.frames
        upper, lower, end = frames[self._upper], frames[self._lower], frames[self._end]
        return _Bent(
            mul(transpose(frames[self._parent]), upper),
            bend_deg(upper, lower),
            mul(transpose(lower), end),
            self._curl(body) if self._kind == "arm" else 0.0,
        )

    def _curl(self, body: Body3D) -> float:
        fingers = sub(body.joints[f"{self._side}_fingers"], body.joints[f"{self._side}_hand"])
        x, y, _ = apply(transpose(body.frames[self._end]), fingers)
        return degrees(atan2(-x, -y))


def _between(a: Mat, b: Mat) -> _Turn:
    return _Turn(a, *turn_between(a, b))
