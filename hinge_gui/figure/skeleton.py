"""From joint angles to points and frames: forward kinematics of one body, 1 high.

The spine is five pieces with their natural curve (low back hollow, upper back rounded), which stays as it
is while the pose's `lumbar` and `thorax` are 0: that is "the trunk in one piece".
"""

from __future__ import annotations

from math import cos, radians, sin

from hinge_gui.figure.joints import JOINT_RANGES, NEUTRAL, SIDES, SIGN, Pose
from hinge_gui.figure.proportions import PROPORTIONS, Proportions
from hinge_gui.figure.vector import (
    IDENTITY,
    ORIGIN,
    Mat,
    Vec,
    add,
    apply,
    scale,
    spin_x,
    spin_y,
    spin_z,
    sub,
)
from hinge_gui.records import dataclass

__all__ = ["JOINT_RANGES", "PROPORTIONS", "Body3D", "Pose", "Proportions", "Skeleton"]

# Of each piece of the trunk: the joint at its top, its share of the trunk's length, its lean in the neutral spine.
_SPINE = (
    ("sacrum", 0.10, 0.0),
    ("low_back", 0.17, 10.0),
    ("waist", 0.17, -8.0),
    ("chest", 0.26, -8.0),
    ("c7", 0.30, 10.0),
)
_TWIST_SHARES = (0.2, 0.2, 0.4, 0.2)  # of the pieces above the pelvis, upward: most is made above the waist
_NECK_SHARE, _NECK_TURN_SHARE = 0.6, 0.5  # of a nod and of a turn of the head; the rest is made at the skull
_NECK_LEAN_DEG = 12.0
_SHOULDER_DROP = 0.030  # of the shoulder joint below the base of the neck
_SHOULDER_AHEAD = 0.009
_SHRUG_RISE = 0.0022  # of the shoulder joint for each degree
_TOE_CURL = 1.3  # the middle joints of tucked toes bend that much more than their roots


@dataclass(frozen=True, slots=True)
class Body3D:
    """One posed body: where the joints are and how the bones are turned.

    Joints: pelvis (middle of the hip joints), sacrum, low_back, waist, chest, c7, skull (top of the neck),
    head (middle of the head), crown; with `r_` or `l_` before: hip, knee, ankle, heel, ball, toe_mid, toe,
    shoulder, elbow, wrist, hand (the knuckles), fingers (the tips). heel, ball, toe_mid and toe lie on the
    sole; the others in the middle of their limb.

    Frames: pelvis, lumbar, thorax, neck, head, and by side thigh, shank, foot, toes, upper_arm, forearm, hand. Their
    columns are the local axes: x forward, y up along the bone, z to the right. A foot's x runs to the toes;
    a hand's x points out of the back of the hand, its -y to the finger tips.
    """

    joints: dict[str, Vec]
    frames: dict[str, Mat]

    def moved(self, by: Vec) -> Body3D:
        """The same pose elsewhere; the frames are shared."""
        return Body3D({name: add(at, by) for name, at in self.joints.items()}, self.frames)


class Skeleton:
    """Poses bodies of one set of proportions."""

    def __init__(self, proportions: Proportions | str = "average") -> None:
        self.size = PROPORTIONS[proportions] if isinstance(proportions, str) else proportions

    def pose(self, pose: Pose) -> Body3D:
        """The body in this pose, the middle of the hip joints at the origin. Angles left out are neutral."""
        angles = {**NEUTRAL, **pose}
        body = Body3D({"pelvis": ORIGIN}, {})
        self._trunk(body, angles)
        for side in SIDES:
            self._leg(body, side, angles)
            self._arm(body, side, angles)
        return body

    def _trunk(self, body: Body3D, angles: Pose) -> None:
        def angle(name: str) -> float:
            return angles.get(name, 0.0)

        joints, frames = body.joints, body.frames
        pelvis = spin_z(spin_y(IDENTITY, angle("turn")), -angle("pelvis_tilt"))
        pelvis = spin_y(spin_x(pelvis, angle("pelvis_side")), angle("pelvis_roll"))
        twists = [angle("twist") * share for share in _TWIST_SHARES]
        low = spin_y(spin_z(pelvis, -angle("lumbar") / 2), twists[0])
        lumbar = spin_x(spin_y(spin_z(low, -angle("lumbar") / 2), twists[1]), angle("side") / 2)
        mid = spin_y(spin_z(lumbar, -angle("thorax") / 2), twists[2])
        thorax = spin_x(spin_y(spin_z(mid, -angle("thorax") / 2), twists[3]), angle("side") / 2)
        at = ORIGIN
        for (name, share, lean), frame in zip(_SPINE, (pelvis, low, lumbar, mid, thorax), strict=True):
            at = add(at, apply(frame, _leaning(self.size.trunk * share, lean)))
            joints[name] = at
        nod, turn = angle("neck") * _NECK_SHARE, angle("head_turn") * _NECK_TURN_SHARE
        neck = spin_y(spin_z(thorax, -nod), turn)
        head = spin_y(spin_z(neck, nod - angle("neck")), angle("head_turn") - turn)
        joints["skull"] = add(at, apply(neck, _leaning(self.size.neck, _NECK_LEAN_DEG)))
        joints["head"] = add(joints["skull"], apply(head, (0.010, self.size.head * 0.5, 0.0)))
        joints["crown"] = add(joints["skull"], apply(head, (0.010, self.size.head, 0.0)))
        frames.update(pelvis=pelvis, lumbar=lumbar, thorax=thorax, neck=neck, head=head)

    def _leg(self, body: Body3D, side: str, angles: Pose) -> None:
        sign, pelvis = SIGN[side], body.frames["pelvis"]

        def angle(name: str) -> float:
            return angles.get(f"{side}_{name}", 0.0)

        thigh = spin_x(spin_y(pelvis, -sign * angle("hip_open")), -sign * angle("hip_abd"))
        thigh = spin_y(spin_z(thigh, angle("hip")), -sign * angle("hip_rot"))
        shank = spin_z(thigh, -angle("knee"))
        foot = spin_z(shank, angle("ankle"))
        hip = add(body.joints["pelvis"], apply(pelvis, (0.0, 0.0, sign * self.size.half_hips)))
        body.joints[f"{side}_hip"] = hip
        self.hang_leg(body, side, thigh, shank, foot, angle("toes"))

    def hang_leg(self, body: Body3D, side: str, thigh: Mat, shank: Mat, foot: Mat, toes_deg: float) -> None:
        """Lay the bones of a leg one after the other from its hip, turned as given."""
        joints, frames, size = body.joints, body.frames, self.size
        joints[f"{side}_knee"] = knee = add(joints[f"{side}_hip"], apply(thigh, (0.0, -size.thigh, 0.0)))
        joints[f"{side}_ankle"] = ankle = add(knee, apply(shank, (0.0, -size.shank, 0.0)))
        joints[f"{side}_heel"] = add(ankle, apply(foot, (-size.heel_back, -size.ankle_height, 0.0)))
        joints[f"{side}_ball"] = ball = add(ankle, apply(foot, (size.ball_ahead, -size.ankle_height, 0.0)))
        mid, tip = _toes(size, toes_deg)
        joints[f"{side}_toe_mid"] = add(ball, apply(foot, mid))
        joints[f"{side}_toe"] = add(ball, apply(foot, tip))
        frames[f"{side}_thigh"], frames[f"{side}_shank"] = thigh, shank
        frames[f"{side}_foot"], frames[f"{side}_toes"] = foot, spin_z(foot, toes_deg)

    def _arm(self, body: Body3D, side: str, angles: Pose) -> None:
        sign, thorax = SIGN[side], body.frames["thorax"]

        def angle(name: str) -> float:
            return angles.get(f"{side}_{name}", 0.0)

        rise = angle("shrug") * _SHRUG_RISE - _SHOULDER_DROP
        shoulder = add(body.joints["c7"], apply(thorax, (_SHOULDER_AHEAD, rise, sign * self.size.half_shoulders)))
        body.joints[f"{side}_shoulder"] = shoulder
        upper = spin_x(spin_y(thorax, -sign * angle("sh_open")), -sign * angle("sh_abd"))
        upper = spin_y(spin_z(upper, angle("sh")), -sign * angle("sh_rot"))
        forearm = spin_z(upper, angle("elbow"))
        hand = spin_z(spin_y(forearm, -sign * angle("palm")), angle("wrist"))
        self.hang_arm(body, side, upper, forearm, hand, angle("curl"))

    def hang_arm(self, body: Body3D, side: str, upper: Mat, forearm: Mat, hand: Mat, curl_deg: float) -> None:
        """Lay the bones of an arm one after the other from its shoulder, turned as given."""
        joints, frames, size = body.joints, body.frames, self.size
        joints[f"{side}_elbow"] = elbow = add(joints[f"{side}_shoulder"], apply(upper, (0.0, -size.upper_arm, 0.0)))
        joints[f"{side}_wrist"] = wrist = add(elbow, apply(forearm, (0.0, -size.forearm, 0.0)))
        joints[f"{side}_hand"] = knuckles = add(wrist, apply(hand, (0.0, -size.palm, 0.0)))
        curled = spin_z(hand, -curl_deg)
        joints[f"{side}_fingers"] = add(knuckles, apply(curled, (0.0, -size.fingers, 0.0)))
        frames[f"{side}_upper_arm"], frames[f"{side}_forearm"] = upper, forearm
        frames[f"{side}_hand"] = hand


def placed(body: Body3D, joint: str, at: Vec) -> Body3D:
    """The body moved so that this joint of it is there."""
    return body.moved(sub(at, body.joints[joint]))


def toes_reach(size: Proportions, toes_deg: float) -> Vec:
    """The way from the ball of the foot to the tips of its toes, in the foot's frame."""
    return _toes(size, toes_deg)[1]


def _toes(size: Proportions, toes_deg: float) -> tuple[Vec, Vec]:
    """The middle joints and the tips of the toes from the ball, in the foot's frame."""
    root = radians(toes_deg)
    curl = radians(toes_deg * (1 + _TOE_CURL)) if toes_deg < 0 else root
    x, y = size.toes * 0.52 * cos(root), size.toes * 0.52 * sin(root)
    return (x, y, 0.0), (x + size.toes * 0.48 * cos(curl), y + size.toes * 0.48 * sin(curl), 0.0)


def _leaning(size: float, lean_deg: float) -> Vec:
    lean = radians(lean_deg)
    return scale((sin(lean), cos(lean), 0.0), size)
