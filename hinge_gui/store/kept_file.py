"""A file that the program writes and a person may change: read leniently, never lost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.read import Reader


def load_mapping(path: Path, reader: Reader) -> tuple[dict[str, Any], list[Fault]]:
    """What a file says; a missing or empty one says nothing.

    A broken one is set aside, and what could be read of it stands in its place.
    """
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        return {}, []
    data, faults = reader.plain(path)
    if not faults and (data is None or isinstance(data, dict)):
        return dict(data or {}), []
    saved = dict(data) if isinstance(data, dict) else {}
    why = faults or (Fault(str(path), 1, 1, "lines of `key: value` are expected here"),)
    kept = set_aside(path)
    told = [
        Fault(f.file, f.line, f.column, f"{f.message} ({_fate(kept)}; what could not be read is as usual)") for f in why
    ]
    if kept and saved:
        from hinge_gui.store.yaml_write import write_file

        try:
            write_atomic(path, write_file(saved))
        except PersonError as error:
            told.append(Fault(str(path), 0, 0, str(error)))
    return saved, told


def _fate(kept: Path | None) -> str:
    return f"the file is kept as {kept.name}" if kept else "the file could not be set aside"


def set_aside(path: Path) -> Path | None:
    """Move a broken file out of the way under a new name; None where the folder may not be written to."""
    n = 1
    while (aside := path.with_name(f"{path.name}.broken-{n}")).exists():
        n += 1
    try:
        path.rename(aside)
    except OSError:
        return None
    return aside
