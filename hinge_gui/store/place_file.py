"""The place in the practice being played, kept on disk so that a crash or a flat battery loses five seconds at most."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hinge_gui.core.errors import PersonError
from hinge_gui.core.timeline import Timeline
from hinge_gui.records import dataclass
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.machine import machine_name
from hinge_gui.store.places import Places


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where somebody was. `when` is ISO 8601 with its offset from UTC; `phase` is a segment's kind."""

    routine: str
    fingerprint: str
    step: int
    exercise: str | None
    side: str | None
    repetition: int | None
    phase: str
    position_ms: int
    when: str

    def fits(self, timeline: Timeline) -> bool:
        """Whether the place means the same in this timeline."""
        return self.fingerprint == fingerprint(timeline)


def fingerprint(timeline: Timeline) -> str:
    """Short digits that change with any segment of a timeline."""
    shape = [(s.duration_ms, s.kind, s.exercise, s.variant, s.side, s.repetition) for s in timeline.segments]
    return f"{zlib.crc32(json.dumps([timeline.routine, shape]).encode()):08x}"


def place_of(timeline: Timeline, position_ms: int, when: str, print_: str | None = None) -> KeptPlace:
    """The place at a moment of a timeline; its fingerprint may be handed in, which is cheaper."""
    s = timeline.segments[timeline.index_at(position_ms)]
    mark = print_ or fingerprint(timeline)
    return KeptPlace(timeline.routine, mark, s.step, s.exercise, s.side, s.repetition, s.kind, int(position_ms), when)


class PlaceFile:
    """One file a computer, there only while a practice is under way or was cut short."""

    def __init__(self, places: Places) -> None:
        self._path = places.state / f"place-{machine_name()}.json"
        self.copy = self._path.with_suffix(".yaml")
        """The routine as it was when it began: somebody may delete it before it is done."""

    def keep(self, place: KeptPlace) -> None:
        """Write it at once, without waiting for the disk. PersonError where it cannot be written."""
        write_atomic(self._path, json.dumps(asdict(place)), durable=False)

    def keep_copy(self, routine: Path) -> None:
        if routine != self.copy:
            with suppress(OSError, PersonError):  # gone by now, or the disk is full: then it cannot be gone on with
                write_atomic(self.copy, routine.read_bytes(), durable=False)

    def clear(self) -> None:
        """The practice came to its end or was left on purpose."""
        with suppress(OSError):
            self._path.unlink()

    def read(self) -> KeptPlace | None:
        """The place that was kept, or None; a torn file is none."""
        try:
            return _from_json(json.loads(self._path.read_bytes()))
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError):
            return None


def _from_json(data: Mapping[str, Any]) -> KeptPlace:
    def word(key: str) -> str | None:
        return None if data[key] is None else str(data[key])

    repetition = data["repetition"]
    return KeptPlace(
        str(data["routine"]), str(data["fingerprint"]), int(data["step"]), word("exercise"), word("side"),
        None if repetition is None else int(repetition), str(data["phase"]), max(0, int(data["position_ms"])),
        str(data["when"]),
    )  # fmt: skip
