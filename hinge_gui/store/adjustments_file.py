"""What a person changed about each routine, one small file a routine, so that the routine itself stays as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from hinge_gui.core.adjust import Adjustments, Change
from hinge_gui.core.errors import Fault
from hinge_gui.core.exercise import RANGES
from hinge_gui.core.routine import Path as KeyPath
from hinge_gui.store.atomic import cannot_write, write_atomic
from hinge_gui.store.kept_file import load_mapping
from hinge_gui.store.read import Reader

_HEAD = "# What you changed about this routine while practising. Delete the file to have it as written.\n"
_MOST = {
    "hold": 180, "rest": 300, "ready": 300, "hold_scale": 10, "rest_scale": 10, "extra_left": 180, "extra_right": 180,
    "pace": 10,
}  # the core knows finer bounds


class AdjustmentsFiles:
    """Adjustments by routine id."""

    def __init__(self, folder: Path, reader: Reader) -> None:
        self._folder = folder
        self._reader = reader

    def file(self, routine_id: str) -> Path:
        return self._folder / f"{routine_id}.yaml"

    def load(self, routine_id: str) -> tuple[Adjustments, list[Fault]]:
        """The changes to a routine; what cannot be used is left out and told."""
        path = self.file(routine_id)
        data, faults = load_mapping(path, self._reader)
        refused: list[KeyPath] = []
        steps = {}
        written = data.pop("steps", {})
        for key, change in (written if isinstance(written, Mapping) else {}).items():
            values = _usable(change if isinstance(change, Mapping) else {}, Change, ("steps", key), refused)
            if values:
                steps[key] = Change(**values)
        adjustments = Adjustments(steps, **_usable(data, Adjustments, (), refused))
        faults += [
            self._reader.fault_at(path, where, f"{where[-1]} cannot be used here; it is as the routine has it")
            for where in refused
        ]
        return adjustments, faults

    def save(self, routine_id: str, adjustments: Adjustments) -> None:
        """Keep the changes; none at all removes the file. PersonError where it cannot be written."""
        from hinge_gui.store.yaml_write import write_file

        path = self.file(routine_id)
        if not adjustments:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise cannot_write(path, error) from error
            return
        data = _differing(adjustments)
        data["steps"] = {key: _differing(change) for key, change in adjustments.steps.items()}
        write_atomic(path, _HEAD + write_file({key: value for key, value in data.items() if value != {}}))


def _differing(thing: Adjustments | Change) -> dict[str, Any]:
    """The fields that are not as usual, `steps` aside."""
    usual = type(thing)()
    names = (f.name for f in fields(thing) if f.name != "steps")
    return {name: getattr(thing, name) for name in names if getattr(thing, name) != getattr(usual, name)}


def _usable(
    data: Mapping[str, Any], kind: type[Adjustments | Change], path: KeyPath, refused: list[KeyPath]
) -> dict[str, Any]:
    """The entries that may be used; paths of the others are added to `refused`, unknown keys passed over."""
    known = {f.name for f in fields(kind)} - {"steps"}
    out = {}
    for key, value in data.items():
        if key in known and _allowed(key, value):
            out[key] = value
        elif key in known:
            refused.append((*path, key))
    return out


def _allowed(key: str, value: object) -> bool:
    if key == "range":
        return value in RANGES
    if key == "variant":
        return isinstance(value, str)
    if key == "skip":
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if key in {"repetitions", "more_repetitions"}:
        return isinstance(value, int) and abs(value) <= 100
    return 0 <= value <= _MOST[key]
