"""A pose in words, for those who cannot see the picture: read off the joints, not written by hand."""

from __future__ import annotations

from math import acos, atan2, degrees

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.contacts import FootContact, HandContact, HeelContact
from hinge_gui.figure.joints import OTHER, SIDES
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import Prop
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.spec import Stance
from hinge_gui.figure.vector import Vec, column, sub

_SIDE = {"r": "right", "l": "left"}
_STRAIGHT_DEG, _BENT_DEG, _MUCH_DEG = 12.0, 40.0, 75.0
_ON_KNEES = 0.06  # statures of a knee over the floor
_NEAR = 0.12  # statures between a hand and the edge of what it rests on
_LOW = 0.15  # statures of a pelvis that lies or sits on the floor, or on something flat
_SEATED = 0.08  # statures of the pelvis over what it sits on
_STEP = 0.12  # statures between two ankles, one behind the other
_TURNED_DEG = 12.0
_LIFTED_DEG = 8.0


def describe(motion: Motion, props: tuple[Prop, ...], camera: Camera, progress: float) -> str:
    """Sentences about one moment: from where it is seen, the trunk, the legs, the hands, what stands around."""
    body = motion.at(progress)
    stance = motion.start if progress < 0.5 else motion.end
    limbs = [*_legs(body), *_feet(body, stance, props), *_hands(stance, body, props)]
    sentences = [_seen_from(camera), _trunk(body, props), *limbs]
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
    roll = degrees(atan2(column(body.frames["pelvis"], 2)[1], 1.0))
    turned = ", the pelvis rolled to one side" if abs(roll) > 10 else ""
    return ("Lying on the back" if up > 0 else "Lying on the front") + turned


def _turned(body: Body3D) -> str:
    """Where the chest looks, if not where the pelvis does."""
    chest, pelvis = (column(body.frames[part], 0) for part in ("thorax", "pelvis"))
    to_right = degrees(atan2(chest[2], chest[0]) - atan2(pelvis[2], pelvis[0]))
    if abs(to_right) < _TURNED_DEG:
        return ""
    return f" and turned to the {'right' if to_right > 0 else 'left'}"


def _seat(pelvis: Vec, props: tuple[Prop, ...]) -> str:
    """What the body sits on, by name; empty where it does not sit."""
    below = [p for p in props if all(abs(pelvis[i] - p.at[i]) < p.size[i] / 2 for i in (0, 2))]
    found = max((p for p in below if 0.0 < pelvis[1] - p.seat < _SEATED), key=lambda p: p.seat, default=None)
    return found.kind if found else "floor" if pelvis[1] < _SEATED else ""


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
    on_wall = [side for side in SIDES if _on_wall(stance.contacts.get(f"{side}_foot"))]
    out = [f"The {_SIDE[side]} heel on the wall" for side in on_wall]
    if len(on_wall) == 2:
        out = ["Both heels on the wall"]
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
            places[side] = "on the thigh"
        elif place := _hand_place(body.joints[f"{side}_hand"], props):
            places[side] = place
    if len(places) == 2 and places["r"] == places["l"]:
        return [f"Both hands {places['r'].replace('the thigh', 'the thighs')}"]
    return [f"The {_SIDE[side]} hand {place}" for side, place in places.items()]


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
