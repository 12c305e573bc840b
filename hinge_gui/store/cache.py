"""What was read and found sound, kept as JSON: YAML and the validator cost a quarter of a second, this a millisecond.

A cache that is missing, unreadable, stale or not writable is no fault; the files are then read anew.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from hinge_gui import __version__
from hinge_gui.core.errors import PersonError
from hinge_gui.store.atomic import write_atomic

_SETTLED_NS = 3_000_000_000  # some disks tell times to two seconds: a file just written may change unseen
_MAX_BYTES = 200_000  # larger files are rare, and would make every start slower


class Cache:
    """Plain data by file, as long as size and time of the file are the same."""

    def __init__(self, file: Path | None) -> None:
        """None keeps nothing: every file is read and validated."""
        self._file = file
        self._version = f"{__version__} {_stamp_of_rules()}"
        self._known: dict[str, list[Any]] = self._load()
        self._changed = False

    def _load(self) -> dict[str, list[Any]]:
        if self._file is None:
            return {}
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            kept = json.loads(self._file.read_bytes())
            if kept["version"] == self._version and isinstance(kept["files"], dict):
                return dict(kept["files"])
        return {}

    def get(self, path: Path) -> Any | None:
        """The data of an unchanged file, or None."""
        with suppress(LookupError, TypeError, ValueError):
            entry = self._known[os.path.abspath(path)]
            if entry[:2] == _stamp(path):
                return json.loads(entry[2])
        return None

    def put(self, path: Path, data: Any) -> None:
        """Keep what was just read of a file."""
        stamp = _stamp(path)
        if self._file is None or stamp is None or stamp[0] > _MAX_BYTES or time.time_ns() - stamp[1] < _SETTLED_NS:
            return
        # Data within the file is text once more: of many exercises a start decodes only those that it needs.
        self._known[os.path.abspath(path)] = [*stamp, json.dumps(data, ensure_ascii=False, separators=(",", ":"))]
        self._changed = True

    def save(self) -> None:
        """Write what is new, without the files that are gone."""
        if self._file is None or not self._changed:
            return
        self._changed = False
        files = {file: entry for file, entry in self._known.items() if os.path.exists(file)}
        # In ASCII: the name of a file need not be text.
        text = json.dumps({"version": self._version, "files": files}, separators=(",", ":"))
        with suppress(PersonError):
            write_atomic(self._file, text, durable=False)


def _stamp(path: Path) -> list[int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns]


def _stamp_of_rules() -> str:
    """Changes whenever the rules do, so that nothing sound by old rules passes by new ones."""
    here = Path(__file__).parent
    ours = [here / f"{name}.py" for name in ("schema", "scalars", "validate", "yaml_text")]
    figures = [here.parent / "figure" / f"{name}.py" for name in ("check", "mark_words", "notation", "spec")]
    return json.dumps([_stamp(file) for file in (*ours, *figures)])
