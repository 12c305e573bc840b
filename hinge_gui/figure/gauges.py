"""One function for each thing that a pose is held to, computed from the joints alone.

Angles are in degrees, lengths in centimetres beside a person of 1.70 m. `GAUGES` names them as data does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import asin, atan2, degrees
from typing import TYPE_CHECKING

from hinge_gui.figure.contacts import KNEE_RADIUS, HandContact, HeelContact, KneeContact, skin_of
from hinge_gui.figure.joints import LIMB_RANGES, OTHER, SIDES, SIGN
from hinge_gui.figure.prop import CM, Prop
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.vector import Mat, Vec, Y, angle_deg, bend_deg, column, distance, mul, sub, transpose
from hinge_gui.records import dataclass

if TYPE_CHECKING:  # the data's reader asks here for the names of the gauges
    from hinge_gui.figure.spec import Stance

TOE_THICKNESS_CM = 1.4  # from the tops of tucked toes to their soles
_ROLLS = ("rolled towel", "half roller")


@dataclass(frozen=True, slots=True)
class Subject:
    """A body in the pose that is measured, and what it is measured against."""

    body: Body3D
    start: Body3D
    right: Body3D
    """The body in the end pose as it should be; the same as `body` unless a mistake is measured."""
    right_stance: Stance
    stance: Stance
    props: tuple[Prop, ...]
    skeleton: Skeleton
    work: str

    def joint(self, name: str, side: str | None = None) -> Vec:
        return self.body.joints[f"{side or self.work}_{name}"]

    def frame(self, name: str, side: str | None = None) -> Mat:
        return self.body.frames[f"{side or self.work}_{name}"]

    def top_of(self, *kinds: str) -> float:
        """The top of the first prop of these kinds; the floor where there is none."""
        return next((prop.top for prop in self.props if prop.kind in kinds), 0.0)

    @property
    def carrier(self) -> str:
        """The side whose leg carries the body."""
        joint = self.stance.anchor.joint
        return joint[0] if joint.endswith("_foot") else self.work


def lean_deg(low: Vec, high: Vec) -> float:
    """Forward lean of a line from vertical."""
    return degrees(atan2(high[0] - low[0], high[1] - low[1]))


def knee_deg(s: Subject, side: str) -> float:
    return -bend_deg(s.frame("thigh", side), s.frame("shank", side))


def ankle_deg(s: Subject, side: str) -> float:
    """Dorsiflexion, whichever way the knee looks."""
    return 90.0 - angle_deg(column(s.frame("shank", side), 1), column(s.frame("foot", side), 0))


def _leg_vertical(s: Subject) -> float:
    return lean_deg(s.joint("ankle", s.carrier), s.joint("hip", s.carrier))


def _trunk(s: Subject) -> float:
    natural = s.skeleton.pose({}).joints["c7"]
    return lean_deg(s.body.joints["pelvis"], s.body.joints["c7"]) - lean_deg((0.0, 0.0, 0.0), natural)


def _pelvis_lag(s: Subject) -> float:
    """By how much the trunk leans more than the pelvis: what the spine has done instead of the hips."""
    up = column(s.body.frames["pelvis"], 1)
    return _trunk(s) - degrees(atan2(up[0], up[1]))


def _spine(s: Subject) -> float:
    """The greatest bend between pelvis, low back and rib cage beyond the natural curves."""
    pelvis, lumbar, thorax = (column(s.body.frames[name], 1) for name in ("pelvis", "lumbar", "thorax"))
    return max(angle_deg(pelvis, lumbar), angle_deg(pelvis, thorax), angle_deg(lumbar, thorax))


def _head(s: Subject) -> float:
    """Chin to chest positive, chin up negative, against the line of the upper back."""
    turned = mul(transpose(s.body.frames["thorax"]), s.body.frames["head"])
    return degrees(atan2(turned[0][1], turned[1][1]))


def _head_turn(s: Subject) -> float:
    """Away from the side that works is positive."""
    turned = mul(transpose(s.body.frames["thorax"]), s.body.frames["head"])
    return degrees(atan2(-turned[2][0], turned[0][0])) * SIGN[s.work]


def _foot_turn(s: Subject, side: str) -> float:
    """How far a foot points outward."""
    way = sub(s.joint("ball", side), s.joint("heel", side))
    return degrees(atan2(way[2] * SIGN[side], way[0]))


def _ball(s: Subject) -> float:
    """From the ball of the foot to the top of its roll."""
    return abs(s.joint("ball")[1] - s.top_of(*_ROLLS)) / CM


def _knee_line(s: Subject) -> float:
    """How far the knee has fallen inside the line from hip to ankle, seen from the front."""
    hip, knee, ankle = s.joint("hip"), s.joint("knee"), s.joint("ankle")
    share = (knee[1] - ankle[1]) / (hip[1] - ankle[1])
    line = ankle[2] + (hip[2] - ankle[2]) * share
    return degrees(asin(max(-1.0, min(1.0, (line - knee[2]) * SIGN[s.work] / s.skeleton.size.shank))))


def _hands(s: Subject) -> float:
    """The farthest that a palm is from where it rests; one that a mistake lets go, from where it should."""
    gaps = [0.0]
    for side in SIDES:
        contact = s.stance.contacts.get(f"{side}_hand") or s.right_stance.contacts.get(f"{side}_hand")
        if isinstance(contact, HandContact):
            touch, _ = contact.touch(s.skeleton.size, s.body, side)
            gaps.append(distance(skin_of(s.body, side, contact.stretched), touch) / CM)
    return max(gaps)


def _knee_rest(s: Subject) -> float:
    """The farthest that a lifted knee is from the height at which it should lie."""
    gaps = [0.0]
    for side in SIDES:
        contact = s.right_stance.contacts.get(f"{side}_knee")
        if isinstance(contact, KneeContact):
            gaps.append(abs(s.joint("knee", side)[1] - KNEE_RADIUS - contact.up) / CM)
    return max(gaps)


def _heels(s: Subject) -> float:
    """The farthest that a heel is from the wall or the floor that it should touch."""
    gaps = [0.0]
    for side in SIDES:
        contact = s.right_stance.contacts.get(f"{side}_foot")
        if isinstance(contact, HeelContact):
            gaps.append(abs(s.joint("heel", side)[contact.axis] - contact.at) / CM)
    return max(gaps)


def _opening(s: Subject, side: str) -> float:
    """How far a leg is away from the middle plane of the body."""
    leg = sub(s.joint("ankle", side), s.joint("hip", side))
    return degrees(asin(leg[2] * SIGN[side] / distance(leg, (0.0, 0.0, 0.0))))


def _kneecap(s: Subject, side: str) -> float:
    """How far a lifted thigh is rolled outward."""
    turned = mul(transpose(s.body.frames["pelvis"]), s.frame("thigh", side))
    return -SIGN[side] * degrees(atan2(turned[1][2], turned[1][0]))


def _roll(s: Subject, frame: str) -> float:
    """How far the working side of a lying body's pelvis or rib cage is up."""
    return degrees(asin(column(s.body.frames[frame], 2)[1])) * SIGN[s.work]


def _pelvis_turn(s: Subject) -> float:
    ahead = column(s.body.frames["pelvis"], 0)
    return degrees(atan2(ahead[2], ahead[0])) * SIGN[s.work]


def _pad(s: Subject) -> float:
    """From the tops of the tucked toes to the pad; negative when pressed into it."""
    low = min(s.joint("toe")[1], s.joint("toe_mid")[1])
    return (low - s.top_of("folded towel")) / CM - TOE_THICKNESS_CM


def _upright(s: Subject, low: str, high: str) -> float:
    """The worse of both sides' limbs, off the vertical."""
    return max(angle_deg(sub(s.joint(high, side), s.joint(low, side)), Y) for side in SIDES)


def _rise(s: Subject, name: str) -> float:
    """How much higher than at the start the higher of two joints lies."""
    return max(s.joint(name, side)[1] - s.start.joints[f"{side}_{name}"][1] for side in SIDES) / CM


GAUGES: Mapping[str, Callable[[Subject], float]] = {
    "leg-vertical": _leg_vertical,
    "hips": lambda s: (s.joint("hip")[0] - s.joint("ankle")[0]) / CM,
    "knee": lambda s: knee_deg(s, s.work),
    "knees": lambda s: max(knee_deg(s, side) for side in SIDES),
    "knee-rule": lambda s: knee_deg(s, s.work) - 2 * angle_deg(column(s.frame("shank"), 1), Y),
    "knee-line": _knee_line,
    "knee-rest": _knee_rest,
    "heel": lambda s: s.joint("heel")[1] / CM,
    "heels": _heels,
    "ball": _ball,
    "foot": lambda s: _foot_turn(s, s.work),
    "feet": lambda s: max((_foot_turn(s, side) for side in SIDES), key=abs),
    "ankle": lambda s: ankle_deg(s, s.work),
    "toes": lambda s: bend_deg(s.frame("foot"), s.frame("toes")),
    "pad": _pad,
    "legs": lambda s: abs(_opening(s, s.work) - _opening(s, OTHER[s.work])),
    "opening": lambda s: min(_opening(s, side) for side in SIDES),
    "kneecaps": lambda s: min(_kneecap(s, side) for side in SIDES),
    "trunk": _trunk,
    "spine": _spine,
    "pelvis-lag": _pelvis_lag,
    "pelvis-level": lambda s: degrees(asin(column(s.body.frames["pelvis"], 1)[1])),
    "pelvis-roll": lambda s: _roll(s, "pelvis"),
    "pelvis-turn": _pelvis_turn,
    "tail": lambda s: (s.body.joints["pelvis"][1] - s.right.joints["pelvis"][1]) / CM,
    "chest": lambda s: _roll(s, "thorax"),
    "shoulders": lambda s: _rise(s, "shoulder"),
    "head": _head,
    "head-turn": _head_turn,
    "hands": _hands,
    "hands-down": lambda s: max(s.joint("wrist", side)[1] for side in SIDES) / CM,
    "thighs": lambda s: _upright(s, "knee", "hip"),
    "arms": lambda s: _upright(s, "wrist", "shoulder"),
    "elbows": lambda s: max(bend_deg(s.frame("upper_arm", side), s.frame("forearm", side)) for side in SIDES),
}


def beyond_nature(s: Subject) -> float:
    """By how many degrees the worst joint of the solved limbs is beyond its range."""
    excess = 0.0
    for side in SIDES:
        thigh = mul(transpose(s.body.frames["pelvis"]), s.frame("thigh", side))
        bone = column(thigh, 1)
        angles = {
            "hip": degrees(atan2(-bone[0], bone[1])),
            "hip_open": degrees(asin(max(-1.0, min(1.0, -bone[2] * SIGN[side])))),
            "knee": knee_deg(s, side),
            "ankle": ankle_deg(s, side),
            "elbow": bend_deg(s.frame("upper_arm", side), s.frame("forearm", side)),
            "wrist": angle_deg(column(s.frame("forearm", side), 1), column(s.frame("hand", side), 1)),
        }
        if angles["knee"] < STRAIGHT_KNEE:
            excess = max(excess, angles["hip"] - STRAIGHT_LEG_HIP)
        for name, angle in angles.items():
            low, high = NATURE[name]
            excess = max(excess, low - angle, angle - high)
    return max(0.0, excess)


STRAIGHT_KNEE, STRAIGHT_LEG_HIP = 10.0, 85.0  # hamstrings let a leg that is straight no further than this
# A solved knee or elbow never bends backwards, whatever a mistake's own angles say.
NATURE: Mapping[str, tuple[float, float]] = {
    **{name: LIMB_RANGES[name] for name in ("hip", "hip_open", "knee", "ankle", "elbow")},
    "wrist": (0.0, 90.0),  # bent either way
}

_TOUCHING = ("heel", "ball", "toe_mid", "toe", "knee", "wrist", "hand", "fingers")


def lowest(body: Body3D) -> float:
    """The lowest foot, knee or hand, in hundredths of stature over the floor."""
    return min(body.joints[f"{side}_{name}"][1] for side in SIDES for name in _TOUCHING) * 100
