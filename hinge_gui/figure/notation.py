"""How angles, places, contacts and props are written in a figure's data, and what is wrong where they are not.

Places are `[forward, up, outward]` in centimetres beside a person 1.70 m tall; outward is towards the limb's own
side, so that one line serves left and right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import asin, degrees, isfinite
from typing import Any

from hinge_gui.figure.contacts import Contact, FootContact, HandContact, HeelContact, KneeContact
from hinge_gui.figure.faults import RANGES, Path, PoseFault, shown, unknown
from hinge_gui.figure.joints import JOINT_RANGES, LIMB_RANGES, OTHER, TRUNK_RANGES
from hinge_gui.figure.prop import CM, SIZES_CM, Prop, prop
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.vector import Vec

Limits = tuple[float, float]
SIDED_WORDS = ("work", "other", "r", "l")  # before a joint or a limb, as in `work_knee`
MOST_PROPS = 30  # each is sorted among all the others
FAR_CM = 1000.0  # nothing that a person exercises with is farther away or larger
_ANGLES: Limits = (-180.0, 180.0)
_TURNS: Limits = (-360.0, 360.0)
_LENGTHS: Limits = (-FAR_CM, FAR_CM)
_SIZES: Limits = (0.1, FAR_CM)
_LIFTS: Limits = (0.0, 100.0)
_SOLE = Proportions().heel_back + Proportions().ball_ahead  # the same in every body shape
FOOT_KEYS = ("heel", "ball", "toe", "wall", "level", "upon", "pitch", "turn", "lift", "knee_in")
PROP_KEYS = ("kind", "at", "size", "turn")
KNEE_KEYS = ("upon", "up")
HAND_KEYS = ("palm", "stretch", "level", "upon", "along", "point", "slope", "tilt", "curl", "lift", "elbow")


def by_range(value: Any, range_: str) -> Any:
    """`value` with each map of ranges in it replaced by what it says for this one (else for `usual`)."""
    if isinstance(value, Mapping):
        if value and set(value) <= {*RANGES}:
            return by_range(value.get(range_, value.get("usual")), range_)
        return {key: by_range(v, range_) for key, v in value.items()}
    return [by_range(v, range_) for v in value] if isinstance(value, list | tuple) else value


def number(value: Any, path: Path, what: str = "a number", limits: Limits | None = None) -> float:
    """The value as it is; PoseFault, which says `what` is right, for what is no finite number or out of bounds."""
    if value is None:
        raise PoseFault(path, f"nothing stands here; write {what}, by range for `usual` at least")
    if isinstance(value, Mapping) and (wrong := next((key for key in value if key not in RANGES), None)):
        raise unknown((*path, wrong), "range", wrong, RANGES, at_key=True)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise PoseFault(path, f"{shown(value)} is not {what}; write a number, such as 20")
    if limits and not limits[0] <= value <= limits[1]:
        name = next(part for part in reversed(path) if isinstance(part, str))
        raise PoseFault(path, f"{name} {value:g} is out of bounds; {limits[0]:g} to {limits[1]:g} is possible")
    return float(value)


def sides_of(word: str, work: str) -> tuple[str, ...]:
    """The sides that a word before a name means; none for a word that means nothing.

    Figures are written for the right as the working side, so `r` is whichever side works.
    """
    other = OTHER[work]
    return {"": ("r", "l"), "work": (work,), "r": (work,), "other": (other,), "l": (other,)}.get(word, ())


def angles_of(raw: Mapping[str, Any], work: str, path: Path) -> dict[str, float]:
    """Sided names with their degrees; an unknown joint or an angle beyond nature is a fault."""
    angles = {}
    for name, value in raw.items():
        for joint in _sided_names(name, work, (*path, name)):
            low, high = JOINT_RANGES[joint]
            angle = number(value, (*path, name), "an angle in degrees")
            if not low <= angle <= high:
                raise PoseFault((*path, name), f"{name} {angle:g}° is beyond nature; {low:g} to {high:g} is possible")
            angles[joint] = angle
    return angles


def _sided_names(name: str, work: str, path: Path) -> tuple[str, ...]:
    if name in TRUNK_RANGES:
        return (name,)
    if name in LIMB_RANGES:
        return (f"r_{name}", f"l_{name}")
    word, _, joint = name.partition("_")
    if word in SIDED_WORDS and joint in LIMB_RANGES:
        return (f"{sides_of(word, work)[0]}_{joint}",)
    sided = [f"{w}_{joint}" for w in SIDED_WORDS for joint in LIMB_RANGES]
    raise unknown(path, "joint", name, [*TRUNK_RANGES, *LIMB_RANGES, *sorted(RANGES), *sided], at_key=True)


def place_of(raw: Any, path: Path) -> tuple[float, float | None, float | None]:
    """Forward, up, outward in statures; the last two None where they are left out."""
    raw = _listed(raw, path)
    values = [_length(v, (*path, n)) for n, v in enumerate(raw)]
    return values[0], values[1] if len(values) > 1 else None, values[2] if len(values) > 2 else None


def _listed(raw: Any, path: Path) -> Sequence[Any]:
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not 1 <= len(raw) <= 3:
        words = "how far it reaches, [forward, up, across]" if path[-1] == "size" else "a place, [forward, up, outward]"
        raise PoseFault(path, f"write {words} in cm, as [48, 0, -36]")
    return raw


def _length(raw: Any, path: Path) -> float:
    """In statures."""
    return number(raw, path, "a length in cm", _LENGTHS) * CM


def props_of(raw: Any, path: Path) -> tuple[Prop, ...]:
    """What stands around, written in centimetres, in statures; PoseFault for the first that is wrong."""
    props = []
    if not isinstance(raw, list | tuple):
        raise PoseFault(path, "a list of props, each with its kind and place")
    if len(raw) > MOST_PROPS:
        raise PoseFault(path, f"these are {len(raw)} props; at most {MOST_PROPS} are drawn")
    for n, item in enumerate(raw):
        place = (*path, n)
        if not isinstance(item, Mapping):
            raise PoseFault(place, "a prop is a map with its kind and place, as {kind: chair, at: [48, 0, -36]}")
        for key in item:
            if key not in PROP_KEYS:
                raise unknown((*place, key), "key", key, PROP_KEYS, at_key=True)
        kind = item.get("kind")
        if not isinstance(kind, str) or kind not in SIZES_CM:
            raise unknown((*place, "kind"), "prop", kind, SIZES_CM)
        at = _three(item.get("at", [0]), (*place, "at"), (0.0, 0.0, 0.0), _LENGTHS)
        size = _three(item.get("size", SIZES_CM[kind]), (*place, "size"), SIZES_CM[kind], _SIZES)
        turn = number(item.get("turn", 0.0), (*place, "turn"), "an angle in degrees", _TURNS)
        props.append(prop(kind, at, size, turn))
    return tuple(props)


def _three(raw: Any, path: Path, usual: Vec, limits: Limits) -> Vec:
    """Forward, up, across in cm, as usual where they are left out."""
    given = _listed(raw, path)
    x, y, z = (
        number(given[n], (*path, n), "a length in cm", limits) if n < len(given) else usual[n] for n in range(3)
    )
    return (x, y, z)


def contacts_of(raw: Any, work: str, props: Sequence[Prop], path: Path) -> dict[str, Contact | None]:
    """By sided limb (`r_foot`, `l_hand`, `r_knee`), None where let go; PoseFault for the first that is wrong."""
    if not isinstance(raw, Mapping):
        raise PoseFault(path, "a map of contacts, as {work_foot: {heel: [0]}}")
    contacts: dict[str, Contact | None] = {}
    for name, value in raw.items():
        word, _, limb = name.rpartition("_")
        sides = sides_of(word, work)
        if not sides or limb not in ("foot", "hand", "knee"):
            limbs = [f"{w}_{part}" for w in SIDED_WORDS for part in ("foot", "hand", "knee")]
            raise unknown((*path, name), "contact", name, ["foot", "hand", "knee", *limbs], at_key=True)
        contact = None if value is None else _contact(limb, value, props, (*path, name))
        contacts.update({f"{side}_{limb}": contact for side in sides})
    return contacts


def _contact(limb: str, raw: Any, props: Sequence[Prop], path: Path) -> Contact:
    if not isinstance(raw, Mapping):
        raise PoseFault(path, "a contact is a map, or null where it is let go")
    known = {"foot": FOOT_KEYS, "hand": HAND_KEYS, "knee": KNEE_KEYS}[limb]
    for key in raw:
        if key not in known:
            raise unknown((*path, key), "key", key, known, at_key=True)

    if limb == "knee":
        return KneeContact(_height(raw, props, path))

    def angle(key: str) -> float:
        return number(raw.get(key, 0), (*path, key), "an angle in degrees", _ANGLES)

    lift = number(raw.get("lift", 0), (*path, "lift"), "a height in cm", _LIFTS) * CM
    if limb == "foot":
        return _foot(raw, props, path, angle("pitch"), (angle("turn"), lift, angle("knee_in")))
    elbow = place_of(raw["elbow"], (*path, "elbow")) if "elbow" in raw else (-0.8, -0.25, 0.55)
    pole = (elbow[0], elbow[1] or 0.0, elbow[2] or 0.0)
    if not any(pole):
        raise PoseFault((*path, "elbow"), "where the elbow points, [forward, up, outward], as [-1, 0, 0.5]")
    curl = number(raw.get("curl", 5), (*path, "curl"), "an angle in degrees", LIMB_RANGES["curl"])
    turned = (angle("point"), angle("slope"), angle("tilt"), curl)
    if raw.get("upon") in ("thigh", "other thigh"):
        along = number(raw.get("along", 0.7), (*path, "along"), "a share of the thigh, 0 hip to 1 knee", (0.0, 1.0))
        return HandContact((0.0, 0.0, 0.0), along, *turned, lift, pole, raw["upon"] == "other thigh")
    if "stretch" in raw:
        outward = angle("stretch")
        level = _length(raw.get("level", 0), (*path, "level"))
        return HandContact((0.0, level, 0.0), None, outward, elbow=pole, stretched=True)
    x, _, out = place_of(raw.get("palm"), (*path, "palm"))
    return HandContact((x, _height(raw, props, path, "palm"), out or 0.0), None, *turned, lift, pole)


def _foot(raw: Mapping[str, Any], props: Sequence[Prop], path: Path, pitch: float, rest: tuple[float, ...]) -> Contact:
    for axis, plane in enumerate(("wall", "level")):
        if plane in raw:
            return HeelContact(axis, _length(raw[plane], (*path, plane)))
    points = [point for point in ("heel", "ball", "toe") if point in raw]
    if len(points) != 1:
        raise PoseFault(path, "a foot touches with one of heel, ball, toe, or rests on the wall or a level")
    x, y, out = place_of(raw[points[0]], (*path, points[0]))
    if "upon" in raw:  # heel on the floor, ball on top of the thing
        height, thing = _height(raw, props, path), raw["upon"]
        if abs(height) >= _SOLE:
            raise PoseFault((*path, "upon"), f"{thing} is too high for a heel that stays on the floor")
        pitch = degrees(asin(height / _SOLE))
    return FootContact(points[0], x, y or 0.0, out, pitch, *rest)


def _height(raw: Mapping[str, Any], props: Sequence[Prop], path: Path, point: str = "up") -> float:
    """The height that a contact names: its prop's top, a number, or the second number of its place."""
    if "upon" in raw:
        if raw["upon"] == "floor":
            return 0.0
        for thing in props:
            if thing.kind == raw["upon"]:
                return thing.top
        things = ["floor", "thigh", "other thigh", *(thing.kind for thing in props)]
        raise unknown((*path, "upon"), "thing to rest on", raw["upon"], things)
    if point in raw and isinstance(raw[point], Sequence):
        return place_of(raw[point], (*path, point))[1] or 0.0
    return _length(raw.get(point), (*path, point))
