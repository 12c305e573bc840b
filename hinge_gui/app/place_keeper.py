"""Keeps the place of the practice that is played, so that a crash or the door bell costs five seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from hinge_gui.app.wall_clock import now
from hinge_gui.core.errors import PersonError
from hinge_gui.core.events import Countdown, Fact, Finished, Paused, Started, Stopped
from hinge_gui.core.moment import place_words
from hinge_gui.store.library import RoutineEntry
from hinge_gui.store.place_file import KeptPlace, PlaceFile, fingerprint, place_of
from hinge_gui.ui.player.start import StartScreen
from hinge_gui.ui.practice import Practice

KEEP_PLACE_MS: Final = 5000
GONE: Final = "This practice is not among yours any more; you can still finish it."


class PlaceKeeper(QObject):
    """Writes the place down every five seconds of play; the seconds that are told anyway are its clock."""

    def __init__(
        self, practice: Practice, file: PlaceFile, entry: Callable[[], RoutineEntry], parent: QObject
    ) -> None:
        """`entry` is that of the routine at hand."""
        super().__init__(parent)
        self._practice, self._file, self._entry = practice, file, entry
        self.kept = file.read()
        """Where the last practice was cut short."""
        self.copy = file.copy
        self._kept_ms = 0
        self._print = ""
        self._gave_up = False
        practice.timeline_changed.connect(self._forget_print)
        practice.fact.connect(self._hear)

    def offer(self, start: StartScreen) -> None:
        """To go on where the last practice was cut short, if this is the same one still."""
        if self.kept and self.kept.fits(self._practice.timeline):
            words = place_words(self._practice.steps, self._practice.timeline, self.kept.position_ms)
            start.offer_kept_place(f"{words}. {GONE}" if self._entry().file == self.copy else words)
            start.kept_place_chosen.connect(partial(self._take, self.kept))

    def _take(self, kept: KeptPlace, choice: str) -> None:
        if choice == "over":
            self._file.clear()
        else:
            self._practice.play_from(kept.position_ms, side_again=choice == "again")

    def keep(self) -> None:
        if self._gave_up:
            return
        self._print = self._print or fingerprint(self._practice.timeline)
        place_ms = round(self._practice.player.place_ms)
        when = now().isoformat(timespec="seconds")
        try:
            self._file.keep(place_of(self._practice.timeline, place_ms, when, self._print))
        except PersonError:  # a disk that cannot be written to was told when the settings were
            self._gave_up = True

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Finished | Stopped):
            self._file.clear()
            return
        if isinstance(fact, Started) and self._entry().own:
            self._file.keep_copy(self._entry().file)
        if isinstance(fact, Paused | Started) or (
            isinstance(fact, Countdown) and abs(fact.at_ms - self._kept_ms) >= KEEP_PLACE_MS
        ):
            self._kept_ms = fact.at_ms
            self.keep()

    def _forget_print(self) -> None:
        self._print = ""
