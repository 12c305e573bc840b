"""A pose in words, for those who cannot see the picture: read off the joints, not written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from math import acos, atan2, degrees

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.contacts import FootContact, HandContact, HeelContact, KneeContact
from hinge_gui.figure.joints import OTHER, SIDES
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.spec import Stance
from hinge_gui.figure.vector import Mat, Vec, column, dot, sub, unit

_SIDE = {"r": "right", "l": "left"}
_STRAIGHT_DEG, _BENT_DEG, _MUCH_DEG = 12.0, 40.0, 75.0
_ON_KNEES = 0.06  # statures of a knee over the floor
_NEAR = 0.12  # statures between a hand and the edge of what it rests on
_LOW = 0.15  # statures of a pelvis that lies or sits on the floor, or on something flat
_SEATED = 0.08  # statures of the pelvis over what it sits on
_STEP = 0.12  # statures between two ankles, one behind the other
_TURNED_DEG = 12.0
_LIFTED_DEG = 8.0
_ROLLED = 0.17  # how far one side of the pelvis is above the other, as a sine
_SIDE_ON, _ASLANT = 0.5, 0.3  # how far, as a cosine, what is seen from the side looks at the viewer at most


def describe(motion: Motion, props: tuple[Prop, ...], camera: Camera, progress: float) -> str:
    """Sentences about one moment: from where it is seen, the trunk, head, legs and hands, what stands around."""
    body = motion.at(progress)
    stance = motion.start if progress < 0.5 else motion.end
    legs = [*_legs(body), *_knees(body, stance, props), *_feet(body, stance, props)]
    hands = _hands(stance, body, props)
    sentences = [_seen_from(body, camera), _trunk(body, props), _head(body), *legs, *hands]
    if props:
        kinds = list(dict.fromkeys(p.kind for p in props))
        sentences.append(f"Beside the body: {', '.join(kinds)}")
    return ". ".join(sentence for sentence in sentences if sentence) + "."


def _seen_from(body: Body3D, camera: Camera) -> str:
    """By where the pelvis looks; of one who lies by where the head is."""
    if camera.pitch_deg > 60:
        return "A person seen from above"
    forward, up, right = (camera.project(column(body.frames["pelvis"], n)) for n in range(3))
    lies = abs(column(body.frames["pelvis"], 1)[1]) < 0.5 and body.joints["pelvis"][1] < _LOW
    towards, ends = (up, ("head end", "foot end")) if lies else (forward, ("front", "back"))
    side = "right" if right[2] > 0 else "left"
    if abs(towards[2]) < _SIDE_ON:
        return f"A person seen from the {side} side"
    aside = f", a little from the {side}" if abs(right[2]) > _ASLANT else ""
    return f"A person seen from the {ends[0] if towards[2] > 0 else ends[1]}{aside}"


def _tilt_deg(way: Vec) -> float:
    """From the vertical."""
    length = (way[0] ** 2 + way[1] ** 2 + way[2] ** 2) ** 0.5 or 1.0
    return degrees(acos(max(-1.0, min(1.0, way[1] / length))))


def _trunk(body: Body3D, props: tuple[Prop, ...]) -> str:
    spine = sub(body.joints["c7"], body.joints["pelvis"])
    tilt = _tilt_deg(spine)
    pelvis = body.joints["pelvis"]
    if tilt > 60 and pelvis[1] < _LOW:
        return _lying(body)
    bent = _tilt_deg(column(body.frames["pelvis"], 1)) < tilt - 14
    shape = ", the back rounded" if bent else ", the back in its natural curves"
    kneels = pelvis[1] > _LOW and max(body.joints[f"{side}_knee"][1] for side in SIDES) < _ON_KNEES
    if kneels and tilt > 40:
        return "On hands and knees" + shape
    words = ((7.0, "the trunk upright"), (18.0, "the trunk a little forward"), (38.0, "the trunk leaning forward"))
    said = next((text for most, text in words if tilt < most), "the trunk far forward") + _turned(body)
    seat = _seat(pelvis, props)
    rests = f"Sitting on the {seat}, " if seat else "Kneeling, " if kneels else ""
    whole = rests + said
    return whole[0].upper() + whole[1:] + (shape if tilt >= 7.0 else "")


def _lying(body: Body3D) -> str:
    up = column(body.frames["thorax"], 0)[1]
    if abs(up) <= 0.5:
        return "Lying on the side"
    lifted = column(body.frames["pelvis"], 2)[1] * (1 if up > 0 else -1)
    turned = f", the pelvis rolled to the {_way(-lifted)}" if abs(lifted) > _ROLLED else ""
    return ("Lying on the back" if up > 0 else "Lying on the front") + turned


def _turned(body: Body3D) -> str:
    """Where the chest looks, if not where the pelvis does."""
    to_right = _to_right_deg(body.frames["pelvis"], body.frames["thorax"])
    return f" and turned to the {_way(to_right)}" if abs(to_right) > _TURNED_DEG else ""


def _head(body: Body3D) -> str:
    to_right = _to_right_deg(body.frames["thorax"], body.frames["head"])
    return f"The head turned to the {_way(to_right)}" if abs(to_right) > _TURNED_DEG else ""


def _to_right_deg(base: Mat, other: Mat) -> float:
    """How far one looks to the right of where the other does."""
    ahead = column(other, 0)
    return degrees(atan2(dot(ahead, column(base, 2)), dot(ahead, column(base, 0))))


def _way(to_right: float) -> str:
    return "right" if to_right > 0 else "left"


def _seat(pelvis: Vec, props: tuple[Prop, ...]) -> str:
    """What the body sits on, by name; empty where it does not sit."""
    below = [p for p in props if all(abs(pelvis[i] - p.at[i]) < p.size[i] / 2 for i in (0, 2))]
    found = max((p for p in below if 0.0 < pelvis[1] - p.seat < _SEATED), key=lambda p: p.seat, default=None)
    return found.kind if found else "floor" if pelvis[1] < _SEATED else ""


def _knee_deg(body: Body3D, side: str) -> float:
    thigh = sub(body.joints[f"{side}_hip"], body.joints[f"{side}_knee"])
    shank = sub(body.joints[f"{side}_knee"], body.joints[f"{side}_ankle"])
    return degrees(acos(max(-1.0, min(1.0, dot(unit(thigh), unit(shank))))))


def _legs(body: Body3D) -> list[str]:
    words = {}
    for side in SIDES:
        knee = _knee_deg(body, side)
        bent = ((_STRAIGHT_DEG, "straight"), (_BENT_DEG, "a little bent"), (_MUCH_DEG, "bent"))
        words[side] = next((text for most, text in bent if knee < most), "bent at about a right angle")
    apart = abs(body.joints["r_ankle"][2] - body.joints["l_ankle"][2]) > 0.35
    wide = ", the legs wide apart" if apart and words["r"] == words["l"] else ""
    return [text + wide for text in _each("knee", words)]


def _knees(body: Body3D, stance: Stance, props: tuple[Prop, ...]) -> list[str]:
    """What lifted ones rest on."""
    lifted = [side for side in SIDES if isinstance(stance.contacts.get(f"{side}_knee"), KneeContact)]
    under = {side: _under(body.joints[f"{side}_knee"], props) for side in lifted}
    return _each("knee", {side: f"on the {thing}" for side, thing in under.items() if thing})


def _each(limb: str, how: Mapping[str, str]) -> list[str]:
    """One sentence where both are alike."""
    if len(how) == 2 and how["r"] == how["l"]:
        return [f"Both {limb}s {how['r']}"]
    return [f"The {_SIDE[side]} {limb} {text}" for side, text in how.items()]


def _feet(body: Body3D, stance: Stance, props: tuple[Prop, ...]) -> list[str]:
    on_wall = [side for side in SIDES if _on_wall(stance.contacts.get(f"{side}_foot"))]
    out = _each("heel", dict.fromkeys(on_wall, "on the wall"))
    for side in SIDES:
        contact = stance.contacts.get(f"{side}_foot")
        if isinstance(contact, FootContact):
            ahead = body.joints[f"{side}_ankle"][0] - body.joints[f"{OTHER[side]}_ankle"][0]
            out.append(_foot(f"{_SIDE[side]} foot", contact, ahead, _under(body.joints[f"{side}_ball"], props)))
    return out


def _on_wall(contact: object) -> bool:
    return isinstance(contact, HeelContact) and contact.axis == 0


def _foot(name: str, contact: FootContact, ahead: float, under: str) -> str:
    """What is worth saying of a foot that is so far ahead of the other; often nothing."""
    if contact.point == "toe":
        return f"The {name} behind, its toes tucked under"
    if contact.pitch_deg > 4:
        return f"The ball of the {name} raised" + (f" on the {under}" if under else "")
    behind = f"The {name} behind" if ahead < -_STEP else ""
    if contact.pitch_deg < -_LIFTED_DEG:
        return f"{behind or f'The {name}'}, its heel lifted"
    return behind


def _hands(stance: Stance, body: Body3D, props: tuple[Prop, ...]) -> list[str]:
    places = {}
    for side in SIDES:
        contact = stance.contacts.get(f"{side}_hand")
        if not isinstance(contact, HandContact):
            continue
        if contact.stretched:
            places[side] = "out to the side, palm up"
        elif contact.along is not None:
            places[side] = f"on the {_SIDE[OTHER[side]]} thigh" if contact.crossed else "on the thigh"
        elif place := _hand_place(body.joints[f"{side}_hand"], props):
            places[side] = place
    return [text.replace("Both hands on the thigh", "Both hands on the thighs") for text in _each("hand", places)]


def _hand_place(hand: Vec, props: tuple[Prop, ...]) -> str:
    """What a hand holds, rests on or leans against; empty where there is nothing but air."""
    if any(p.kind == "strap" for p in props):
        return "on the strap"
    if under := _under(hand, props):
        return f"on the {under}"
    if hand[1] < _NEAR:
        return "on the floor"
    walls = [p for p in props if p.at[1] < hand[1] < p.top and abs(hand[0] - p.at[0]) - p.size[0] / 2 < _NEAR]
    return f"against the {walls[0].kind}" if walls else ""


def _under(point: Vec, props: tuple[Prop, ...]) -> str:
    """The thing on whose top a point rests, by name; empty where it is the floor."""
    near = [p for p in props if max(abs(point[i] - p.at[i]) - p.size[i] / 2 for i in (0, 2)) < _NEAR]
    heights = {p.kind: min(abs(point[1] - p.top), abs(point[1] - p.seat)) for p in near if p.kind != "mat"}
    kind = min(heights, key=lambda k: heights[k], default="")
    return kind if kind and heights[kind] < _NEAR else ""
