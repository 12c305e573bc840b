"""Everything that is wrong with a figure that somebody wrote: its words, and what its contacts ask of a body."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from hinge_gui.figure.faults import RANGES, Path, PoseFault, written
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.notation import sides_of
from hinge_gui.figure.spec import FigureSpec, Stance

_MOST = 100  # faults that are told; each takes a look at the whole figure
_NEEDED: tuple[Path, ...] = (("poses",), ("poses", "start"), ("poses", "end"))
_SOUND: Mapping[str, Mapping[str, Any]] = {"props": {"kind": "mat"}, "marks": {"kind": "spine"}}


def figure_faults(mapping: Mapping[str, Any]) -> list[PoseFault]:
    """All faults of the words or, where they are sound, those of `reach_faults`."""
    try:
        return reach_faults(FigureSpec.from_mapping(mapping))
    except PoseFault:
        return word_faults(mapping)


def word_faults(mapping: Any) -> list[PoseFault]:
    """All faults of the words: what is at fault is taken out, and the rest read again until nothing is left to tell."""
    left, told, mender = copy.deepcopy(mapping), [], _Mender()
    for _ in range(_MOST):
        try:
            FigureSpec.from_mapping(left)
        except PoseFault as fault:
            own = left.get("instead", left) if isinstance(left, Mapping) else None
            if not mender.follows(fault.path, own):
                told.append(fault)
            if not mender.take_out(own, fault.path):
                break
        else:
            break
    return told


class _Mender:
    """Takes out of a figure what is at fault, and knows which faults come of that alone."""

    def __init__(self) -> None:
        self._gone: list[Path] = []
        self._lost_props: set[str] = set()

    def follows(self, path: Path, raw: Any) -> bool:
        """Whether a fault comes of what was taken out before."""
        if any(gone[: len(path)] == path for gone in self._gone):
            return True
        value = _at(raw, path)
        if path[-1:] == ("upon",) and isinstance(value, str) and value in self._lost_props:
            return True
        return value is None and any(gone[:-1] == path[:-1] for gone in self._gone)

    def take_out(self, raw: Any, path: Path) -> bool:
        """Put the nearest sound thing in its place, or nothing; False where the figure has nothing of its own left."""
        while path and not self._take(raw, path):
            path = path[:-1]
        return bool(path)

    def _take(self, raw: Any, path: Path) -> bool:
        parent, key = _at(raw, path[:-1]), path[-1]
        if isinstance(parent, dict) and key in parent and path not in _NEEDED:
            if path[:1] == ("props",):
                self._lost_props |= set(_kinds_in(parent[key], key))
            if key in RANGES:  # the others of its kind are still to be read
                parent[key] = {} if isinstance(parent[key], dict) else 0
            else:
                del parent[key]
        elif isinstance(parent, dict) and path[:1] == ("poses",) and len(path) <= 2:
            parent[key] = {} if len(path) == 2 else {"start": {}, "end": {}}
        elif isinstance(parent, list) and isinstance(key, int) and key < len(parent):
            parent[key] = dict(_SOUND[str(path[0])]) if path[0] in _SOUND and len(path) == 2 else 0
        else:
            return False
        self._gone.append(path)
        return True


def _kinds_in(value: Any, key: str | int) -> Iterator[str]:
    """The kinds of the props that go with this value."""
    for entry in value if isinstance(value, list) else [{key: value}]:
        if isinstance(entry, Mapping) and "kind" in entry:
            yield str(entry["kind"])


def _at(raw: Any, path: Path) -> Any:
    for part in path:
        try:
            raw = raw[part]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def reach_faults(spec: FigureSpec) -> list[PoseFault]:
    """The contacts that an average body cannot make, each named once, for the first range in which it is so."""
    found: dict[tuple[Path, str], PoseFault] = {}
    for limb, missed in _out_of_reach(spec):
        found.setdefault((missed.path, limb), missed)
    return list(found.values())


def _out_of_reach(spec: FigureSpec) -> Iterator[tuple[str, PoseFault]]:
    tried: list[tuple[Stance, Stance]] = []
    for range_ in RANGES:
        for mistake in (None, *spec.mistakes):
            way = spec.pose("start", range_), spec.pose("end", range_, mistake=mistake)
            if way in tried:  # the range makes no difference here
                continue
            tried.append(way)
            for fault in Motion(spec, range_=range_, mistake=mistake).out_of_reach():
                phase, limb = str(fault.path[1]), str(fault.path[-1])
                layers = (mistake, "end", "all") if phase == "end" else ("start", "all")
                yield limb, PoseFault(_asked(spec, range_, [name for name in layers if name], limb), fault.message)


def _asked(spec: FigureSpec, range_: str, layers: list[str], limb: str) -> Path:
    """Where a contact is written: in the uppermost pose that has it, under whichever name means this limb."""
    side, _, part = limb.partition("_")
    names = [word for word in ("", "work", "other", "r", "l") if side in sides_of(word, "r")]
    for layer in layers:
        for name in (f"{word}_{part}".lstrip("_") for word in names):
            path: Path = written(spec.raw, ("poses", layer, "contacts", name), range_)
            if _at(spec.raw, path) is not None:
                return path
    return "poses", layers[0]
