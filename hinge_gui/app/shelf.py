"""The shelf of the home page: routines read from their files one at a time, with what the log says of them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

from hinge_gui.app.memory import spare_collector
from hinge_gui.app.wall_clock import now
from hinge_gui.core.adjust import adjusted
from hinge_gui.core.compiler import total_ms
from hinge_gui.core.errors import Fault
from hinge_gui.core.exercise import Exercise, Range
from hinge_gui.core.fading import faded
from hinge_gui.core.plan import Planned, plan_routine, props_of
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.core.prepared import Learnt, as_wished, manner_of
from hinge_gui.core.settings import Settings
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.favourites import FavouritesFile
from hinge_gui.store.library import Library
from hinge_gui.ui.home.cards import Card, Spot

_SPARED_EVERY: Final = 10  # files; what the collector finds in more of them holds the wheel for 50 ms


class RoutineShelf:
    """A `Shelf`. The log is read when the home page looks anew, and then once."""

    def __init__(
        self, library: Library, adjustments: AdjustmentsFiles, favourites: FavouritesFile,
        log: Callable[[], list[PracticeEntry]], settings: Callable[[], Settings],
    ) -> None:  # fmt: skip
        self._library, self._adjustments, self._favourites = library, adjustments, favourites
        self._log, self._settings = log, settings
        self._days: dict[str, date] = {}
        self._learnt: Learnt = {}
        self._last: PracticeEntry | None = None
        self._practised: frozenset[date] = frozenset()
        self._pieces = 0

    def spots(self) -> list[Spot]:
        return [Spot(str(file), file.stem, own) for file, own in self._library.routine_files()]

    def card(self, spot: Spot) -> Generator[None, None, Card]:
        """Before its exercises are validated, which takes longer than to look at them."""
        file = Path(spot.key)
        yield from self._library.glance_at_exercises(file)
        self._spare_collector()
        entry = self._library.glance(file, own=spot.own)
        if entry.routine is None:
            fault = entry.faults[0] if entry.faults else None
            return Card(entry.id, entry.name, spot.own, fault=_told(fault))
        changes, _ = self._adjustments.load(entry.id)
        settings = self._settings()
        catalogue = self._library.at_a_glance
        routine = adjusted(as_wished(entry.routine, settings), catalogue, changes)
        length_ms = total_ms(routine, catalogue, manner_of(settings, learnt=self._learnt))
        steps = plan_routine(routine, catalogue)
        figures: dict[tuple[str, str | None, Range], tuple[Exercise, Range]] = {}
        for step in steps:
            if isinstance(step, Planned):
                figures[step.exercise.id, step.exercise.variant, step.step.range] = (step.exercise, step.step.range)
        return Card(
            entry.id, entry.name, spot.own, length_ms, tuple(props_of(steps)), tuple(figures.values()),
            self._days.get(entry.id),
        )  # fmt: skip

    def check(self) -> Iterator[None]:
        for _ in self._library.exercises.read_own():
            self._spare_collector()
            yield

    def doubtful(self) -> frozenset[str]:
        return frozenset(self._library.exercises.faulty())

    def again(self) -> tuple[str, str, date] | None:
        self._read_log()
        last = self._last
        if last is None or last.routine not in {file.stem for file, _ in self._library.routine_files()}:
            return None
        return last.routine, last.name, self._days[last.routine]

    def practised(self) -> frozenset[date]:
        return self._practised

    def faults(self) -> list[str]:
        library = self._library
        files = [*(e.faults for e in library.exercises.own() if e.faults), *((f,) for f in library.folder_faults)]
        return [_told(faults[0], named=True) + (" …" if len(faults) > 1 else "") for faults in files]

    def favourites(self) -> frozenset[str]:
        return self._favourites.read()

    def set_favourite(self, routine_id: str, is_one: bool) -> None:
        self._favourites.set(routine_id, is_one)

    def _spare_collector(self) -> None:
        if self._pieces % _SPARED_EVERY == 0:
            spare_collector()
        self._pieces += 1

    def _read_log(self) -> None:
        entries = self._log()
        self._days = {entry.routine: datetime.fromisoformat(entry.when).date() for entry in entries}
        self._practised = frozenset(datetime.fromisoformat(entry.when).date() for entry in entries)
        self._learnt = faded(entries, now())
        self._last = entries[-1] if entries else None


def _told(fault: Fault | None, *, named: bool = False) -> str:
    if fault is None:
        return "This file has faults."
    place = [Path(fault.file).name] if named else []
    if fault.line:
        place.append(f"line {fault.line}")
    words = ", ".join(place) if named else "".join(place).capitalize()
    return ": ".join(filter(None, (words, fault.message)))
