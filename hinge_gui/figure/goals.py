"""The goals of limbs between two poses: each knows its place at the start and at the end, and solves a moment.

Where a contact exists at one end only, the limb goes from (or to) where the joint angles alone would have it.
`eased` is the share of the way, 0 to 1. Goals change the body in place and note in `misses` by how much a
contact in force is out of reach, in statures.
"""

from __future__ import annotations

from math import hypot
from typing import Protocol

from hinge_gui.figure.contacts import KNEE_RADIUS, FootContact, HandContact, HeelContact, KneeContact
from hinge_gui.figure.easing import arch, smootherstep, smoothstep
from hinge_gui.figure.inverse_kinematics import angle_where, leg_tip, reach_arm, reach_leg, swing_to_plane
from hinge_gui.figure.joints import SIGN, Pose
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.skeleton import Body3D, Skeleton, toes_reach
from hinge_gui.figure.vector import (
    IDENTITY,
    Mat,
    Vec,
    X,
    Y,
    add,
    apply,
    column,
    frame_along,
    lerp,
    mul,
    scale,
    spin_x,
    spin_y,
    spin_z,
    unit,
    wrapped_deg,
)
from hinge_gui.records import dataclass

Misses = dict[str, float]


@dataclass(frozen=True, slots=True)
class FootGoal:
    """A foot that stands, steps or is lifted; `ankles` are the ankle's places under the contacts.

    `steps` is when on the way it is off the floor.
    """

    side: str
    start: FootContact | None
    end: FootContact | None
    ankles: tuple[Vec | None, Vec | None]
    steps: tuple[float, float] = (0.0, 1.0)

    @property
    def waits(self) -> bool:
        """Whether it has only a part of the way's time for itself."""
        return self.steps != (0.0, 1.0)

    @property
    def lift(self) -> float:
        """How high it is carried between two places; nothing where it stays."""
        return _lift(self.start, self.end)

    def place(self, body: Body3D | None, eased: float) -> tuple[Vec, Mat]:
        """Where the ankle is and how the foot is turned; `body` serves where one end has no contact."""
        a, b = self.start, self.end
        if a is not None and b is not None:
            return self._led(a, b, eased)
        sign = SIGN[self.side]
        free = body.frames[f"{self.side}_foot"] if body else IDENTITY
        foot = mixed(a.frame(sign) if a else free, b.frame(sign) if b else free, eased)
        free_ankle = body.joints[f"{self.side}_ankle"] if body else (0.0, 0.0, 0.0)
        ankle = lerp(self.ankles[0] or free_ankle, self.ankles[1] or free_ankle, eased)
        return add(ankle, (0.0, self.lift * arch(eased), 0.0)), foot

    def _led(self, a: FootContact, b: FootContact, eased: float) -> tuple[Vec, Mat]:
        """From place to place; a foot that steps is up before it goes and there before it is down."""
        own = self._own_share(eased)
        goes = self._gone(own)
        turn = a.turn_deg + (b.turn_deg - a.turn_deg) * goes
        pitch = a.pitch_deg + (b.pitch_deg - a.pitch_deg) * goes
        foot = spin_z(spin_y(IDENTITY, -SIGN[self.side] * turn), pitch)
        here, there = self.ankles
        assert here is not None
        assert there is not None
        x, _, z = lerp(here, there, goes)
        height = here[1] + (there[1] - here[1]) * own
        return (x, height + self.lift * arch(own) ** (3 if self.waits else 2), z), foot

    def _own_share(self, eased: float) -> float:
        """How much of its own way a foot has gone that waits for the other one or is waited for."""
        begins, ends = self.steps
        return max(0.0, min(1.0, (eased - begins) / (ends - begins)))

    def _gone(self, own: float) -> float:
        """How far along; one that begins or ends amid the movement has neither speed nor force there."""
        if self.waits:
            return smootherstep(own)
        return smoothstep(own) if self.lift else own

    def inward(self, eased: float) -> float:
        own = self._own_share(eased)
        a, b = (contact.knee_in_deg if contact else 0.0 for contact in (self.start, self.end))
        return a + (b - a) * self._gone(own)

    def apply(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float, misses: Misses) -> None:
        ankle, foot = self.place(body, eased)
        toes = angles.get(f"{self.side}_toes", 0.0)
        miss = reach_leg(skeleton, body, self.side, ankle, foot, toes, self.inward(eased))
        if _in_force(self.start, self.end, eased):
            misses[f"{self.side}_foot"] = miss


class Goal(Protocol):
    """What has to be put right after the joint angles of a moment have been laid out."""

    def apply(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float, misses: Misses) -> None: ...


def foot_goal(
    side: str,
    contacts: tuple[FootContact | None, FootContact | None],
    toes_deg: tuple[float, float],
    size: Proportions,
) -> FootGoal:
    """A foot's goal, its ankles computed once."""
    ankles = [
        contact.ankle(size, SIGN[side], toes_reach(size, toes)) if contact else None
        for contact, toes in zip(contacts, toes_deg, strict=True)
    ]
    return FootGoal(side, *contacts, (ankles[0], ankles[1]))


@dataclass(frozen=True, slots=True)
class HeelGoal:
    """A heel on the wall or the floor, reached by flexing the hip; the leg keeps its angle of opening."""

    side: str
    start: HeelContact | None
    end: HeelContact | None

    def apply(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float, misses: Misses) -> None:
        def angle(name: str) -> float:
            return angles.get(f"{self.side}_{name}", 0.0)

        sign, contact = SIGN[self.side], self.end or self.start
        if contact is None:
            return
        rest = spin_y(body.frames["pelvis"], -sign * angle("hip_open"))
        rest = spin_x(rest, -sign * angle("hip_abd"))
        tip = leg_tip(skeleton, self.side, angle("knee"), angle("ankle"))
        tip = apply(spin_y(IDENTITY, -sign * angle("hip_rot")), tip)
        away = contact.at - body.joints[f"{self.side}_hip"][contact.axis]
        flexed = swing_to_plane(rest, tip, (X, Y)[contact.axis], away, angle("hip"))
        if flexed is None:
            flexed = angle("hip")
        weight = _weight(self.start, self.end, eased)
        hip = angle("hip") + (flexed - angle("hip")) * weight
        _hang(skeleton, body, self.side, spin_z(rest, hip), angles)
        if weight == 1.0:
            misses[f"{self.side}_foot"] = abs(body.joints[f"{self.side}_heel"][contact.axis] - contact.at)


@dataclass(frozen=True, slots=True)
class KneeGoal:
    """A knee laid on a cushion: the thigh opens or closes about the trunk's axis until it lies there."""

    side: str
    start: KneeContact | None
    end: KneeContact | None

    def apply(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float, misses: Misses) -> None:
        contact = self.end or self.start
        if contact is None:
            return
        sign, pelvis, size = SIGN[self.side], body.frames["pelvis"], skeleton.size
        asked = -sign * angles.get(f"{self.side}_hip_open", 0.0)
        bone = spin_x(IDENTITY, -sign * angles.get(f"{self.side}_hip_abd", 0.0))
        bone = spin_z(bone, angles.get(f"{self.side}_hip", 0.0))
        dx, dy, dz = apply(bone, (0.0, -1.0, 0.0))
        a, b = pelvis[1][0] * dx + pelvis[1][2] * dz, pelvis[1][0] * dz - pelvis[1][2] * dx
        hip = body.joints[f"{self.side}_hip"]
        c = (contact.up + KNEE_RADIUS - hip[1]) / size.thigh - pelvis[1][1] * dy
        most = hypot(a, b)
        found = angle_where(a, b, max(-most, min(most, c)), asked)
        opened = asked if found is None else found
        weight = _weight(self.start, self.end, eased)
        turned = spin_y(pelvis, asked + wrapped_deg(opened - asked) * weight)
        _hang(skeleton, body, self.side, mul(turned, bone), angles)
        if weight == 1.0:
            misses[f"{self.side}_knee"] = abs(body.joints[f"{self.side}_knee"][1] - KNEE_RADIUS - contact.up)


@dataclass(frozen=True, slots=True)
class HandGoal:
    """A hand that rests, or is on its way to where it will."""

    side: str
    start: HandContact | None
    end: HandContact | None

    def apply(self, skeleton: Skeleton, body: Body3D, angles: Pose, eased: float, misses: Misses) -> None:
        curl = angles.get(f"{self.side}_curl", 0.0)
        wrist_a, hand_a, elbow_a, curl_a = self._end(skeleton, body, self.start, curl)
        wrist_b, hand_b, elbow_b, curl_b = self._end(skeleton, body, self.end, curl)
        wrist, hand = lerp(wrist_a, wrist_b, eased), mixed(hand_a, hand_b, eased)
        wrist = add(wrist, (0.0, _lift(self.start, self.end) * arch(eased), 0.0))
        elbow = lerp(elbow_a, elbow_b, eased)
        curl = curl_a + (curl_b - curl_a) * eased
        miss = reach_arm(skeleton, body, self.side, wrist, hand, curl, elbow)
        if _in_force(self.start, self.end, eased):
            misses[f"{self.side}_hand"] = miss

    def _end(
        self, skeleton: Skeleton, body: Body3D, contact: HandContact | None, curl: float
    ) -> tuple[Vec, Mat, Vec, float]:
        """Wrist, hand's frame, direction of the elbow and curl of the fingers at one end of the way."""
        if contact is None:
            back = scale(column(body.frames[f"{self.side}_upper_arm"], 0), -1.0)
            return body.joints[f"{self.side}_wrist"], body.frames[f"{self.side}_hand"], back, curl
        touch, hand = contact.touch(skeleton.size, body, self.side)
        x, y, out = contact.elbow
        pole = unit((x, y, out * SIGN[self.side]))
        return contact.wrist(skeleton.size, touch, hand), hand, pole, contact.curl_deg


def mixed(a: Mat, b: Mat, t: float) -> Mat:
    """A frame between two that are less than half a turn apart."""
    if a is b or t <= 0.0:
        return a
    if t >= 1.0:
        return b
    return frame_along(lerp(column(a, 1), column(b, 1), t), lerp(column(a, 2), column(b, 2), t))


def _hang(skeleton: Skeleton, body: Body3D, side: str, unrotated: Mat, angles: Pose) -> None:
    """Lay a leg along a thigh that is turned but for its rotation about its own length."""
    thigh = spin_y(unrotated, -SIGN[side] * angles.get(f"{side}_hip_rot", 0.0))
    shank = spin_z(thigh, -angles.get(f"{side}_knee", 0.0))
    foot = spin_z(shank, angles.get(f"{side}_ankle", 0.0))
    skeleton.hang_leg(body, side, thigh, shank, foot, angles.get(f"{side}_toes", 0.0))


def _weight(start: object, end: object, eased: float) -> float:
    """How much a contact is in force on the way."""
    if start is not None and end is not None:
        return 1.0
    return eased if end is not None else 1.0 - eased


def _in_force(start: object, end: object, eased: float) -> bool:
    if eased <= 0.0:
        return start is not None
    return end is not None if eased >= 1.0 else start is not None and start == end


def _lift(start: FootContact | HandContact | None, end: FootContact | HandContact | None) -> float:
    """How high a limb is carried between two places; nothing for one that stays."""
    if start == end:
        return 0.0
    return max(start.lift if start else 0.0, end.lift if end else 0.0)
