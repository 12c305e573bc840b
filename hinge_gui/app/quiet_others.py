"""Other players are silent while a practice is under way, if the person wants that."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hinge_gui.audio.other_players import OtherPlayers
from hinge_gui.core.events import Fact, Finished, Started, Stopped
from hinge_gui.ui.practice import Practice


class QuietOthers(QObject):
    """Pauses them at the start; at the end exactly those go on that were playing."""

    def __init__(self, practice: Practice, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._players = practice, OtherPlayers()
        practice.fact.connect(self._hear)
        if practice.state in {"playing", "waiting"}:  # it began before this was made
            self._pause()

    def close(self) -> None:
        self._players.close()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Started):
            self._pause()
        elif isinstance(fact, Finished | Stopped):
            self._players.resume()

    def _pause(self) -> None:
        if self._practice.settings.flag("pause_others"):
            self._players.pause()
