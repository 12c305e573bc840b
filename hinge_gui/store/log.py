"""The practice log: append-only JSON Lines, one file a computer, all of them read as one."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Final

from hinge_gui.core.errors import Fault
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.store.atomic import cannot_write
from hinge_gui.store.machine import machine_name

COLUMNS: Final = ("when", "routine", "name", "completed", "exercise", "variant", "side", "planned_s", "held_s")
_HOW = "it is passed over; the other lines are read"


class PracticeLog:
    """Lines of this computer are appended to; those of others are only read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def append(self, entry: PracticeEntry) -> None:
        """Add one practice and see it onto the disk. PersonError where it cannot be written."""
        path = self._folder / f"{machine_name()}.jsonl"
        line = json.dumps(entry.as_json(), ensure_ascii=False) + "\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with path.open("ab+") as stream:
                if _torn(path):
                    line = f"\n{line}"  # what a power cut left of the last one stays a line of its own
                stream.write(line.encode("utf-8", "backslashreplace"))  # an id need not be text where a name is not
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise cannot_write(path, error) from error

    def read(self) -> tuple[list[PracticeEntry], list[Fault]]:
        """Every practice of every computer, oldest first, and the lines that could not be read."""
        entries: list[PracticeEntry] = []
        faults: list[Fault] = []
        for path in self._files(faults):
            for n, line in enumerate(_lines(path, faults), 1):
                if line.strip() and (entry := _entry(line)) is not None:
                    entries.append(entry)
                elif line.strip():
                    faults.append(Fault(str(path), n, 1, f"this line of the log cannot be read; {_HOW}"))
        # A copy that a syncing program made of a file, where two had changed it, tells the same practices again.
        return sorted(dict.fromkeys(entries), key=_moment), faults

    def _files(self, faults: list[Fault]) -> list[Path]:
        try:
            return sorted(path for path in self._folder.iterdir() if path.suffix == ".jsonl")
        except FileNotFoundError:
            return []
        except OSError as error:
            faults.append(Fault(str(self._folder), 0, 0, f"this folder cannot be read: {error.strerror}"))
            return []


def csv_of(entries: Iterable[PracticeEntry]) -> str:
    """Every hold as a line of comma-separated values, below a line with the names of the columns."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(row for entry in entries for row in _holds(entry))
    return stream.getvalue()


def _holds(entry: PracticeEntry) -> Iterator[Sequence[object]]:
    completed = str(entry.completed).lower()
    for h in entry.holds:
        yield (
            entry.when, entry.routine, entry.name, completed,
            h.exercise, h.variant or "", h.side, f"{h.planned_s:g}", f"{h.held_s:g}",
        )  # fmt: skip


def _torn(path: Path) -> bool:
    with path.open("rb") as stream:
        if stream.seek(0, os.SEEK_END) == 0:
            return False
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) != b"\n"


def _lines(path: Path, faults: list[Fault]) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except OSError as error:
        faults.append(Fault(str(path), 0, 0, f"this log cannot be read: {error.strerror}"))
        return []


def _entry(line: bytes) -> PracticeEntry | None:
    try:
        entry = PracticeEntry.from_json(json.loads(line))
        _moment(entry)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return entry if datetime.fromisoformat(entry.when).tzinfo else None  # without an offset it is no moment


def _moment(entry: PracticeEntry) -> float:
    return datetime.fromisoformat(entry.when).timestamp()
