"""A pose in words, for those who cannot see the picture: read off the joints, not written by hand."""

from __future__ import annotations

from math import acos, atan2, degrees

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.contacts import FootContact, HandContact, HeelContact
from hinge_gui.figure.joints import SIDES
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.spec import Stance
from hinge_gui.figure.vector import Vec, column, sub

_SIDE = {"r": "right", "l": "left"}
_STRAIGHT_DEG, _BENT_DEG, _MUCH_DEG = 12.0, 40.0, 75.0
_ON_KNEES = 0.06  # statures of a knee over the floor
_NEAR = 0.12  # statures between a hand and the edge of what it rests on


def describe(motion: Motion, props: tuple[Prop, ...], camera: Camera, progress: float) -> str:
    """Sentences about one moment: from where it is seen, the trunk, the legs, the hands, what stands around."""
    body = motion.at(progress)
    stance = motion.start if progress < 0.5 else motion.end
    limbs = [*_legs(body), *_feet(body, stance, props), *_hands(stance, body, props)]
    sentences = [_seen_from(camera), _trunk(body), *limbs]
    if props:
        kinds = list(dict.fromkeys(p.kind for p in props))
        sentences.append(f"Beside the body: {', '.join(kinds)}")
    return ". ".join(sentence for sentence in sentences if sentence) + "."


def _seen_from(camera: Camera) -> str:
    if camera.pitch_deg > 60:
        return "A person seen from above"
    ahead = camera.project((1.0, 0.0, 0.0))
    return "A person seen from the side" if abs(ahead[0]) > 0.6 else "A person seen along the body"


def _tilt_deg(way: Vec) -> float:
    """From the vertical."""
    length = (way[0] ** 2 + way[1] ** 2 + way[2] ** 2) ** 0.5 or 1.0
    return degrees(acos(max(-1.0, min(1.0, way[1] / length))))


def _trunk(body: Body3D) -> str:
    spine = sub(body.joints["c7"], body.joints["pelvis"])
    tilt = _tilt_deg(spine)
    face_up = column(body.frames["thorax"], 0)[1] > 0.5
    if tilt > 60 and face_up:
        roll = degrees(atan2(column(body.frames["pelvis"], 2)[1], 1.0))
        turned = ", the pelvis rolled to one side" if abs(roll) > 10 else ""
        return f"Lying on the back{turned}"
    bent = _tilt_deg(column(body.frames["pelvis"], 1)) < tilt - 14
    shape = ", the back rounded" if bent else ", the back in its natural curves"
    if max(body.joints[f"{side}_knee"][1] for side in SIDES) < _ON_KNEES:
        return "On hands and knees" + shape
    words = ((7.0, "The trunk upright"), (18.0, "The trunk a little forward"), (38.0, "The trunk leaning forward"))
    said = next((text for most, text in words if tilt < most), "The trunk far forward")
    return said + (shape if tilt >= 7.0 else "")


def _knee_deg(body: Body3D, side: str) -> float:
    thigh = sub(body.joints[f"{side}_hip"], body.joints[f"{side}_knee"])
    shank = sub(body.joints[f"{side}_knee"], body.joints[f"{side}_ankle"])
    dot = sum(a * b for a, b in zip(thigh, shank, strict=True))
    lengths = (sum(a * a for a in thigh) * sum(b * b for b in shank)) ** 0.5
    return degrees(acos(max(-1.0, min(1.0, dot / lengths))))


def _legs(body: Body3D) -> list[str]:
    words = {}
    for side in SIDES:
        knee = _knee_deg(body, side)
        bent = ((_STRAIGHT_DEG, "straight"), (_BENT_DEG, "a little bent"), (_MUCH_DEG, "bent"))
        words[side] = next((text for most, text in bent if knee < most), "bent at about a right angle")
    apart = abs(body.joints["r_ankle"][2] - body.joints["l_ankle"][2]) > 0.35
    if words["r"] == words["l"]:
        return [f"Both knees {words['r']}" + (", the legs wide apart" if apart else "")]
    return [f"The {_SIDE[side]} knee {words[side]}" for side in SIDES]


def _feet(body: Body3D, stance: Stance, props: tuple[Prop, ...]) -> list[str]:
    out = []
    for side in SIDES:
        contact = stance.contacts.get(f"{side}_foot")
        if isinstance(contact, HeelContact) and contact.axis == 0:
            out.append(f"The {_SIDE[side]} heel on the wall")
        elif isinstance(contact, FootContact) and contact.point == "toe":
            out.append(f"The {_SIDE[side]} foot behind, its toes tucked under")
        elif isinstance(contact, FootContact) and contact.pitch_deg > 4:
            under = _under(body.joints[f"{side}_ball"], props)
            out.append(f"The ball of the {_SIDE[side]} foot raised" + (f" on the {under}" if under else ""))
    return out


def _hands(stance: Stance, body: Body3D, props: tuple[Prop, ...]) -> list[str]:
    places = {}
    for side in SIDES:
        contact = stance.contacts.get(f"{side}_hand")
        if not isinstance(contact, HandContact):
            continue
        if contact.stretched:
            places[side] = "out to the side, palm up"
        elif contact.along is not None:
            places[side] = "on the thigh"
        else:
            under = _under(body.joints[f"{side}_hand"], props)
            places[side] = f"on the {under}" if under else "on the floor"
    if len(places) == 2 and places["r"] == places["l"]:
        return [f"Both hands {places['r'].replace('the thigh', 'the thighs')}"]
    return [f"The {_SIDE[side]} hand {place}" for side, place in places.items()]


def _under(point: Vec, props: tuple[Prop, ...]) -> str:
    """The thing on whose top a point rests, by name; empty where it is the floor."""
    near = [p for p in props if max(abs(point[i] - p.at[i]) - p.size[i] / 2 for i in (0, 2)) < _NEAR]
    heights = {p.kind: min(abs(point[1] - p.top), abs(point[1] - p.seat)) for p in near if p.kind != "mat"}
    kind = min(heights, key=lambda k: heights[k], default="")
    return kind if kind and heights[kind] < _NEAR else ""
