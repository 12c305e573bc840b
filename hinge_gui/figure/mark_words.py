"""What is wrong with marks and the small round picture of a figure, before anything is drawn from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hinge_gui.figure.camera import NAMED
from hinge_gui.figure.faults import Path, PoseFault, unknown
from hinge_gui.figure.marks import CUES, KINDS
from hinge_gui.figure.muscles import MUSCLES
from hinge_gui.figure.notation import SIDED_WORDS, number

MARK_KEYS = ("kind", "at", "name", "side", "cue", "from_start", "fades", "offset")
MOST_MARKS = 100
INSET_KEYS = ("at", "view", "reach")
_MUSCLE_SIDES = ("work_", "other_", "r", "l", "rl")


def check_marks(marks: Any, joints: Sequence[str]) -> None:
    """PoseFault for the first mark that cannot be drawn."""
    if not isinstance(marks, list | tuple):
        raise PoseFault(("marks",), "a list of marks, each with its kind, as {kind: spine}")
    if len(marks) > MOST_MARKS:
        raise PoseFault(("marks",), f"these are {len(marks)} marks; at most {MOST_MARKS} are drawn")
    for n, mark in enumerate(marks):
        path: Path = ("marks", n)
        if not isinstance(mark, Mapping):
            raise PoseFault(path, "a mark is a map with its kind, as {kind: spine}")
        for key in mark:
            if key not in MARK_KEYS:
                raise unknown((*path, key), "key", key, MARK_KEYS, at_key=True)
        _check_mark(mark, path)
        if "at" in mark:
            check_joint(mark["at"], joints, (*path, "at"))
        _check_offset(mark.get("offset", (0, 0, 0)), (*path, "offset"))


def _check_mark(mark: Mapping[str, Any], path: Path) -> None:
    kinds = (*KINDS, "muscle")
    if mark.get("kind") not in kinds:
        raise unknown((*path, "kind"), "mark", mark.get("kind"), kinds)
    _check_cue(mark.get("cue", "in"), (*path, "cue"))
    if not isinstance(mark.get("from_start", True), bool):
        raise PoseFault((*path, "from_start"), "write true or false")
    if mark["kind"] == "muscle":
        if mark.get("name") not in tuple(MUSCLES):
            raise unknown((*path, "name"), "muscle", mark.get("name"), MUSCLES)
        if mark.get("side", "rl") not in _MUSCLE_SIDES:
            raise PoseFault((*path, "side"), f"one of {', '.join(_MUSCLE_SIDES)}; left out, both")


def _check_cue(raw: Any, path: Path) -> None:
    asked = f"the phase whose words it goes with, {', '.join(CUES)}, or which phrase of it, as {{hold: 2}}"
    if isinstance(raw, Mapping):
        if len(raw) != 1:
            raise PoseFault(path, asked)
        phase, number = next(iter(raw.items()))
        if phase not in CUES:
            raise unknown((*path, phase), "phase", phase, CUES, at_key=True)
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise PoseFault((*path, phase), "which of the phrases, counted from 1")
    elif not isinstance(raw, str) or raw not in CUES:
        raise PoseFault(path, asked)


def _check_offset(raw: Any, path: Path) -> None:
    if not isinstance(raw, list | tuple) or len(raw) != 3:
        raise PoseFault(path, "an offset is [forward, up, right], in shares of stature")
    for n, value in enumerate(raw):
        number(value, (*path, n), "a share of stature", (-1.0, 1.0))


def check_joint(name: Any, joints: Sequence[str], path: Path) -> None:
    """PoseFault where no joint has this name, sides given as r_, l_, work_ or other_."""
    limbs = [joint[2:] for joint in joints if joint.startswith("r_")]
    known = [joint for joint in joints if joint[:2] not in ("r_", "l_")]
    known += [f"{word}_{limb}" for limb in limbs for word in SIDED_WORDS]
    if name not in known:
        hint = f"work_{name}" if name in limbs else name
        raise (
            PoseFault(path, f"unknown joint {name!r}; did you mean {hint}?")
            if hint != name
            else unknown(path, "joint", name, known)
        )


def check_inset(raw: Any, joints: Sequence[str]) -> None:
    """PoseFault where the small round picture cannot be drawn."""
    if raw is None:
        return
    if not isinstance(raw, Mapping):
        raise PoseFault(("inset",), "a map, as {at: work_ball, view: side, reach: 20}")
    for key in raw:
        if key not in INSET_KEYS:
            raise unknown(("inset", key), "key", key, INSET_KEYS, at_key=True)
    check_joint(raw.get("at", "pelvis"), joints, ("inset", "at"))
    check_view(raw.get("view", "side"), ("inset", "view"))
    if "reach" in raw:
        number(raw["reach"], ("inset", "reach"), "a length in cm", (1.0, 200.0))


def check_view(raw: Any, path: Path) -> None:
    """PoseFault where this is no side to look from."""
    if isinstance(raw, str):
        if raw not in NAMED:
            raise unknown(path, "view", raw, NAMED)
        return
    if not isinstance(raw, Mapping):
        raise PoseFault(path, f"one of {', '.join(NAMED)}, or yaw and pitch in degrees")
    for key, value in raw.items():
        if key not in ("yaw", "pitch"):
            raise unknown((*path, key), "key", key, ("yaw", "pitch"), at_key=True)
        number(value, (*path, key), "an angle in degrees", (-360.0, 360.0) if key == "yaw" else (-90.0, 90.0))
