"""The `figure` section of an exercise: its poses, what they touch, what stands around, how it is seen.

Written for the right as the working side. Any value may be given by range (`first-weeks`, `usual`, `regular`);
a pose may name an angle for both sides (`hip`), for the side that works or its other (`work_hip`,
`other_hip`), or for one (`r_hip`). `poses.all` lies under `start` and `end`; every other name is a mistake, laid
over `end`; a contact of null is let go. A variant that shares nothing with the base gives its whole figure
as `instead`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hinge_gui.figure.contacts import Contact, FootContact
from hinge_gui.figure.easing import EASES
from hinge_gui.figure.faults import RANGES, PoseFault, unknown, written
from hinge_gui.figure.gauges import GAUGES
from hinge_gui.figure.joints import MIRRORED_SIGN, OTHER, SIDES, SIGN, sided
from hinge_gui.figure.mark_words import check_inset, check_marks, check_view
from hinge_gui.figure.notation import angles_of, by_range, contacts_of, number, place_of, props_of
from hinge_gui.figure.prop import CM, SIZES_CM, Prop
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.vector import IDENTITY, apply, spin_y

KEYS = ("view", "anchor", "props", "poses", "marks", "held_to", "held_always", "instead", "ease", "inset")
JOINTS = tuple(Skeleton().pose({}).joints)
_LYING = {"pelvis": (0, 10)}  # on the back; forward and up in cm
_KNEELING = {"work_knee": (0, 5.44)}
_HEEL = -6.12 * CM  # so that the ankle is over 0
_LEG = ("hip", "hip_abd", "hip_open", "hip_rot", "knee", "ankle")
POSE_KEYS = ("contacts", "anchor", "straight_arms", "without", "view")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What pins the body: a joint at a place, or (`at` None) the foot of that side, which carries it.

    A place without a z leaves the body in the middle.
    """

    joint: str
    at: tuple[float, float, float | None] | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """One pose in full: every angle by its sided name, what it touches, what pins it.

    `straight_arms` lets the trunk's tilt give until the arms that carry it are straight.
    """

    angles: Mapping[str, float]
    contacts: Mapping[str, Contact]
    anchor: Anchor
    straight_arms: bool = False


@dataclass(frozen=True)
class FigureSpec:
    """A figure's data, read and found sound as far as its words go; reach is told by `Motion`."""

    raw: Mapping[str, Any]
    view: str | Mapping[str, float] = "side"
    ease: str = "gentle"
    _stances: dict[tuple[str, str, str, str | None], Stance] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> FigureSpec:
        """Reads the section; PoseFault with the path of the first thing that is wrong."""
        raw = _sections(mapping)
        spec = cls(raw, _view(raw.get("view", "side")), str(raw.get("ease", "gentle")))
        for range_ in RANGES:
            try:
                spec._read_all(range_)
            except PoseFault as fault:
                raise PoseFault(written(raw, fault.path, range_), fault.message, at_key=fault.at_key) from None
        return spec

    def _read_all(self, range_: str) -> None:
        self.held_to(range_)
        self.held_always(range_)
        self.props(range_)
        self.pose("start", range_)  # the left is the same words read for the other side
        for mistake in (None, *self.mistakes):
            self.pose("end", range_, mistake=mistake)
            self.props(range_, mistake=mistake)
            self.seen_from(mistake)

    @property
    def mistakes(self) -> tuple[str, ...]:
        return tuple(name for name in self.raw["poses"] if name not in ("all", "start", "end"))

    def seen_from(self, mistake: str | None = None) -> str | Mapping[str, float]:
        """The view; a mistake that hides from it may have a `view` of its own, in which the right way is shown, too."""
        pose = self.raw["poses"].get(mistake) if mistake else None
        if not mistake or not isinstance(pose, Mapping) or "view" not in pose:
            return self.view
        return _view(pose["view"], ("poses", mistake, "view"))

    def props(self, range_: str = "usual", side: str = "right", mistake: str | None = None) -> tuple[Prop, ...]:
        """What stands around the body, mirrored with it; a mistake may do `without` some of it."""
        props = props_of(by_range(self.raw.get("props", ()), range_), ("props",))
        pose = self.raw["poses"].get(mistake) if mistake else None
        if isinstance(pose, Mapping) and "without" in pose:
            gone = _kinds(pose["without"], ("poses", mistake, "without"))
            props = tuple(p for p in props if p.kind not in gone)
        return tuple(p.mirrored() for p in props) if side == "left" else props

    def marks(self, side: str = "right") -> list[dict[str, Any]]:
        """The teaching marks as written, `work_` and `other_` replaced by the sides that they are."""
        return [_all_sided(mark, side) for mark in self.raw.get("marks", ())]

    def held_to(self, range_: str = "usual") -> dict[str, tuple[float, float]]:
        """The measures of the end pose with their bounds, by name."""
        return self._bounds("held_to", range_)

    def held_always(self, range_: str = "usual") -> dict[str, tuple[float, float]]:
        """The measures that are kept all the way from start to end."""
        return self._bounds("held_always", range_)

    def _bounds(self, key: str, range_: str) -> dict[str, tuple[float, float]]:
        bounds = by_range(self.raw.get(key, {}), range_)
        if not isinstance(bounds, Mapping):
            raise PoseFault((key,), "a map of measures, each with [low, high]")
        held = {}
        for name, pair in bounds.items():
            if name not in GAUGES:
                raise unknown((key, name), "measure", name, GAUGES, at_key=True)
            if pair is None:  # this form is not held to what its base is
                continue
            if not isinstance(pair, list | tuple) or len(pair) != 2:
                raise PoseFault((key, name), "bounds are [low, high]")
            low, high = number(pair[0], (key, name, 0)), number(pair[1], (key, name, 1))
            if low > high:
                raise PoseFault((key, name), f"low {low:g} is more than high {high:g}; exchange them")
            held[name] = (low, high)
        return held

    def pose(self, phase: str, range_: str = "usual", side: str = "right", mistake: str | None = None) -> Stance:
        """The pose of a phase (`start` or `end`); a mistake is made at the end. Sides: `left`, else right."""
        key = (phase, range_, "left" if side == "left" else "right", mistake if phase == "end" else None)
        if key not in self._stances:
            self._stances[key] = self._resolve(*key)
        return self._stances[key]

    def _resolve(self, phase: str, range_: str, side: str, mistake: str | None) -> Stance:
        poses = self.raw["poses"]
        if mistake is not None and mistake not in poses:
            raise unknown(("poses", mistake), "mistake", mistake, self.mistakes)
        names = [n for n in ("all", phase, mistake) if n is not None and n in poses]
        work = "l" if side == "left" else "r"
        props = self.props(range_, "right")
        angles: dict[str, float] = {}
        contacts: dict[str, Contact | None] = {}
        where: tuple[str | int, ...] = ("anchor",)
        rest: dict[str, Any] = {"anchor": by_range(self.raw.get("anchor"), range_)}
        for name in names:
            layer, path = by_range(poses[name], range_), ("poses", name)
            if not isinstance(layer, Mapping):
                raise PoseFault(path, "a pose is a map of joint angles; by range, of `usual` at least")
            angles.update(angles_of({k: v for k, v in layer.items() if k not in POSE_KEYS}, work, path))
            touched = layer.get("contacts")
            contacts.update(contacts_of({} if touched is None else touched, work, props, (*path, "contacts")))
            rest.update({k: layer[k] for k in ("anchor", "straight_arms") if k in layer})
            where = (*path, "anchor") if "anchor" in layer else where
            if not isinstance(rest.get("straight_arms", False), bool):
                raise PoseFault((*path, "straight_arms"), "write true or false")
        if work == "l":
            angles = {name: -a if name in MIRRORED_SIGN else a for name, a in angles.items()}
        raw_anchor = rest["anchor"] or _usual_anchor(angles)
        if isinstance(raw_anchor, str) and sided(raw_anchor, work) not in contacts:
            contacts.update(_standing_feet(angles, contacts, raw_anchor, work))
        held = {name: contact for name, contact in contacts.items() if contact is not None}
        anchor = _anchor(raw_anchor, work, held, where)
        return Stance(angles, held, anchor, bool(rest.get("straight_arms", False)))


def _sections(mapping: Any) -> Mapping[str, Any]:
    """The figure's own map, with nothing in it that is not known and the poses that it needs."""
    raw = mapping.get("instead", mapping) if isinstance(mapping, Mapping) else None
    if not isinstance(raw, Mapping):
        raise PoseFault((), "a figure is a map with poses: start and end")
    for key in raw:
        if key not in KEYS:
            raise unknown((key,), "key", key, KEYS, at_key=True)
    if raw.get("ease", "gentle") not in EASES:
        raise unknown(("ease",), "ease", raw["ease"], EASES)
    check_marks(raw.get("marks", ()), JOINTS)
    check_inset(raw.get("inset"), JOINTS)
    poses = raw.get("poses")
    if not isinstance(poses, Mapping):
        raise PoseFault(("poses",), "a figure needs poses: start and end")
    for needed in ("start", "end"):
        if not isinstance(poses.get(needed), Mapping):
            raise PoseFault(("poses", needed), f"the pose {needed} is missing; write it as `{needed}: {{}}`")
    return raw


def _kinds(raw: Any, path: tuple[Any, ...]) -> Sequence[str]:
    if not isinstance(raw, list | tuple):
        raise PoseFault(path, "a list of props, as [cushion]")
    for n, kind in enumerate(raw):
        if not isinstance(kind, str) or kind not in SIZES_CM:
            raise unknown((*path, n), "prop", kind, SIZES_CM)
    return raw


def _view(raw: Any, path: tuple[str | int, ...] = ("view",)) -> str | Mapping[str, float]:
    check_view(raw, path)
    return raw if isinstance(raw, str) else dict(raw)


def _usual_anchor(angles: Mapping[str, float]) -> str | Mapping[str, Any]:
    """What pins a pose of angles alone: the floor under back or feet, or under knees with upright thighs."""
    tilt = angles.get("pelvis_tilt", 0)
    if tilt <= -45:
        return _LYING
    kneels = all(
        angles.get(f"{side}_knee", 0) >= 70 and abs(angles.get(f"{side}_hip", 0) - tilt) <= 25 for side in ("r", "l")
    )
    return _KNEELING if kneels else "work_foot"


def _standing_feet(
    angles: Mapping[str, float], said: Collection[str], anchor: str, work: str
) -> dict[str, Contact | None]:
    """Where nothing is said of the feet: the one that carries is flat, the other as well unless its leg does more."""
    carrier = sided(anchor, work)[0]
    free = OTHER.get(carrier, work)
    alike = all(angles.get(f"r_{joint}", 0) == angles.get(f"l_{joint}", 0) for joint in _LEG)
    both = f"{free}_foot" not in said and (alike or not any(angles.get(f"{free}_{joint}", 0) for joint in _LEG))
    turn_deg = angles.get("turn", 0.0)
    return {f"{side}_foot": _flat_foot(side, turn_deg) for side in SIDES if both or side == carrier}


def _flat_foot(side: str, turn_deg: float) -> FootContact:
    """Under its hip, pointing where the pelvis looks."""
    if not turn_deg:
        return FootContact("heel", _HEEL, 0.0, None)
    hip = Proportions().half_hips * SIGN[side]
    x, _, z = apply(spin_y(IDENTITY, turn_deg), (_HEEL, 0.0, hip))
    return FootContact("heel", x, 0.0, z * SIGN[side], turn_deg=-SIGN[side] * turn_deg)


def standing() -> FigureSpec:
    """A person who just stands there: what is shown instead of a figure with a fault."""
    return FigureSpec.from_mapping({"poses": {"start": {}, "end": {}}})


def _anchor(raw: Any, work: str, contacts: Mapping[str, Contact], path: tuple[str | int, ...]) -> Anchor:
    if isinstance(raw, str):
        foot = sided(raw, work)
        if not foot.endswith("_foot"):
            raise PoseFault(path, "work_foot or other_foot, or a joint with its place, as {pelvis: [0, 10]}")
        if foot not in contacts:
            raise PoseFault(path, f"the body stands on {raw}, which touches nothing; write {raw}: {{heel: [-6]}}")
        if not isinstance(contacts[foot], FootContact):
            raise PoseFault(path, f"the body stands on {raw}, which needs a place, as {{heel: [-6]}}; level has none")
        return Anchor(foot)
    if not isinstance(raw, Mapping) or len(raw) != 1:
        raise PoseFault(path, "work_foot or other_foot, or a joint with its place, as {pelvis: [0, 10]}")
    ((joint, at),) = raw.items()
    x, y, z = place_of(at, (*path, joint))
    name = sided(joint, work)
    if name not in JOINTS:
        raise unknown((*path, joint), "joint", joint, JOINTS, at_key=True)
    return Anchor(name, (x, y or 0.0, None if z is None else z * SIGN.get(name[0] if name[1] == "_" else work, 1)))


def _all_sided(value: Any, side: str) -> Any:
    if isinstance(value, str):
        return sided(value, "l" if side == "left" else "r")
    if isinstance(value, Mapping):
        return {key: _all_sided(v, side) for key, v in value.items()}
    return [_all_sided(v, side) for v in value] if isinstance(value, list | tuple) else value
