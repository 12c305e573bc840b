"""Writes each practice into the log when it is over, however it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hinge_gui.app.wall_clock import now
from hinge_gui.core.errors import PersonError
from hinge_gui.core.events import Fact, Finished, Started, Stopped
from hinge_gui.ui.practice import Practice

if TYPE_CHECKING:
    from hinge_gui.store.log import PracticeLog


class LogKeeper(QObject):
    """`log` is opened when there is something to write; what cannot be written is told to the person."""

    def __init__(
        self, practice: Practice, log: Callable[[], PracticeLog], tell: Callable[[PersonError], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._practice, self._log, self._tell = practice, log, tell
        practice.fact.connect(self._hear)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Started):
            self._started_at = now()
        elif isinstance(fact, Finished | Stopped):
            self.write()

    def write(self) -> None:
        """What was held so far."""
        entry = self._practice.record.entry(self._started_at.isoformat(timespec="seconds"))
        if entry is None:
            return
        try:
            self._log().append(entry)
        except PersonError as error:
            self._tell(error)
