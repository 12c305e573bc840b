"""`settings.yaml`: only what differs from the table, beside whatever else a person or a newer version wrote there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.core.settings import BY_KEY, Settings, Value, from_mapping
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.kept_file import load_mapping
from hinge_gui.store.read import Reader

_HEAD = "# Settings that differ from the usual ones; the window's Preferences show them all.\n"
_LINE = re.compile(r"(?P<key>[a-z_]+)(?P<colon>[ ]*:[ ]*)(?P<value>[^#]*?)(?P<rest>[ ]*(?:[ ]#.*)?)")


class SettingsFile:
    """Reads and writes the settings; remembers what it last read or wrote, so as to touch nothing else."""

    def __init__(self, path: Path, reader: Reader) -> None:
        self._path = path
        self._reader = reader
        self._last = Settings()

    def load(self) -> tuple[Settings, list[Fault]]:
        """The settings, and what was wrong with the file: values that cannot be used, or the file set aside."""
        data, faults = load_mapping(self._path, self._reader)
        self._last, refused = from_mapping(data)
        faults += [self._fault(key, message) for key, message in refused if key in BY_KEY]
        return self._last, faults

    def save(self, settings: Settings) -> None:
        """Write what has changed since; comments and other keys stay. PersonError where it cannot be written."""
        old, own = self._last.own, settings.own
        if old == own:
            return
        text = _read(self._path)
        write_atomic(self._path, _changed(text or _HEAD, old, own))
        self._last = settings

    def _fault(self, key: str, message: str) -> Fault:
        return self._reader.fault_at(self._path, (key,), f"{message}; the usual value is used")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):  # whoever writes will tell of a folder that is none
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise PersonError(f"{path} cannot be read: {error}.", "Move it away; a new one will be written.") from error


def _changed(text: str, old: Mapping[str, Value], own: Mapping[str, Value]) -> str:
    """The text with values of `own` in place of those of `old`, line by line; checked by reading it back."""
    from hinge_gui.store.plain_yaml import inline, to_yaml
    from hinge_gui.store.yaml_text import parse

    before = parse(text).data or {}
    gone = {key for key in old if key not in own}
    wanted = {**{k: v for k, v in before.items() if k not in gone}, **own}
    left: dict[str, Value] = dict(own)
    lines = []
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        key = found["key"] if found else ""
        if found and key in left:
            value = left.pop(key)
            line = f"{key}{found['colon'].rstrip()} {inline(value)}{found['rest']}"
        elif key in gone:
            continue
        lines.append(line)
    lines += [f"{key}: {inline(value)}" for key, value in left.items()]
    new = "\n".join(lines) + "\n"
    again = parse(new)
    return new if (again.data or {}) == wanted and not again.problems else _HEAD + to_yaml(wanted)
