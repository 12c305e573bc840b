"""Which routine is at hand: what was asked for or cut short, and later what the person opens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from hinge_gui.app.changes import Changes
from hinge_gui.app.place_keeper import PlaceKeeper
from hinge_gui.app.wall_clock import now
from hinge_gui.core.errors import PersonError
from hinge_gui.core.practice import PracticeEntry, side_in_turn
from hinge_gui.core.prepared import Learnt
from hinge_gui.store.library import DEFAULT_ROUTINE, Library, RoutineEntry
from hinge_gui.ui.practice import Practice


class AtHand:
    def __init__(
        self, library: Library, practice: Practice, changes: Changes,
        practised: Callable[[], list[PracticeEntry] | None],
    ) -> None:  # fmt: skip
        """`practised` reads the log; None plays as the routine is written."""
        self._library, self._practice, self._changes, self._practised = library, practice, changes, practised
        self.entry: RoutineEntry
        self.word = ""
        """By what it was opened: id, name or file."""

    def open(self, word: str, id_: str = "") -> None:
        """With this person's changes to it; a copy goes by the id of what it is a copy of. PersonError."""
        self._changes.write_waiting()
        routine, entry = self._library.playable(word), self._library.routine(word)
        routine = replace(routine, id=id_ or routine.id)
        adjustments, done = self._changes.read(routine.id), self._practised()
        first = "left" if done is None else side_in_turn(done, routine.id)
        self._practice.open(routine, adjustments, first, _learnt(done))
        self._changes.are_saved(adjustments)
        self.word, self.entry = id_ or word, entry

    def open_first(self, asked: str | None, place: PlaceKeeper | None) -> None:
        """What was asked for (PersonError where that cannot be), or what was cut short, or the usual one."""
        kept = place.kept if place else None
        if asked:
            self.open(asked)
            return
        with suppress(PersonError):
            self.open(kept.routine if kept else DEFAULT_ROUTINE)
            return
        if place and kept:
            with suppress(PersonError):  # it is not there any more: what somebody began they may still finish
                self.open(str(place.copy), kept.routine)
                return
        self.open(DEFAULT_ROUTINE)


def _learnt(done: list[PracticeEntry] | None) -> Learnt | None:
    """How well each exercise is known."""
    if not done:
        return None if done is None else {}
    from hinge_gui.core.fading import faded

    return faded(done, now())
