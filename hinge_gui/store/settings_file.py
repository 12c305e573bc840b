"""`settings.yaml`: only what differs from the table, beside whatever else a person or a newer version wrote there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.core.settings import BY_KEY, Settings, Value, from_mapping
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.kept_file import load_mapping, set_aside
from hinge_gui.store.read import Reader

_HEAD = "# Settings that differ from the usual ones; the window's Preferences show them all.\n"


class SettingsFile:
    """Reads and writes the settings; remembers what it last read or wrote, so as to touch nothing else."""

    def __init__(self, path: Path, reader: Reader) -> None:
        self._path = path
        self._reader = reader
        self._last = Settings()

    def load(self) -> tuple[Settings, list[Fault]]:
        """The settings, and what was wrong: values that cannot be used, or the whole file set aside.

        A key that nobody knows is a warning: a newer version may.
        """
        data, faults = load_mapping(self._path, self._reader)
        self._last, refused = from_mapping(data)
        faults += [self._fault(key, message) for key, message in refused]
        return self._last, faults

    def save(self, settings: Settings) -> None:
        """Write what has changed since; comments and other keys stay. PersonError where it cannot be written."""
        old, own = self._last.own, settings.own
        if old == own:
            return
        text = _read(self._path) or _HEAD
        try:
            text = _changed(text, old, own)
        except PersonError:  # it was broken since it was read
            set_aside(self._path)
            text = _changed(_HEAD, {}, own)
        write_atomic(self._path, text)
        self._last = settings

    def _fault(self, key: str, message: str) -> Fault:
        if key in BY_KEY:
            return self._reader.fault_at(self._path, (key,), f"{message}; the usual value is used")
        return replace(self._reader.fault_at(self._path, (key,), message, at_key=True), warning=True)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):  # whoever writes will tell of a folder that is none
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise PersonError(f"{path} cannot be read: {error}.", "Move it away; a new one will be written.") from error


def _changed(text: str, old: Mapping[str, Value], own: Mapping[str, Value]) -> str:
    """The text with the values of `own` in place of those of `old`. PersonError where it has faults."""
    from hinge_gui.store.splice import update
    from hinge_gui.store.yaml_text import parse
    from hinge_gui.store.yaml_write import write_file

    document = parse(text)
    if not document.problems and document.data is None:  # remarks alone, or nothing
        return text + write_file(own) if own else text
    kept = document.data if isinstance(document.data, dict) else {}
    gone = old.keys() - own.keys()
    return update(text, {**{key: value for key, value in kept.items() if key not in gone}, **own})
