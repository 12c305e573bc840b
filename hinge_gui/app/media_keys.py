"""The practice on the desktop's bus: media keys work while another window has the focus, and it says what is on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from hinge_gui.audio.mpris import MprisServer, NowOn, Status
from hinge_gui.core.events import Fact, Finished, Jumped, Paused, Resumed, SegmentStarted, Started, Stopped, Waiting
from hinge_gui.core.moment import moment
from hinge_gui.core.player import State
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.window import Window

_STATUS: Final[dict[State, Status]] = {"playing": "Playing", "waiting": "Paused", "paused": "Paused"}
_TOLD_ON: Final = (SegmentStarted, Started, Resumed, Paused, Waiting, Jumped, Finished, Stopped)


class MediaKeys(QObject):
    def __init__(self, practice: Practice, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._window = practice, window
        self._server = MprisServer(
            {
                "play_pause": practice.play_pause,
                "play": lambda: self._only(playing=False),
                "pause": lambda: self._only(playing=True),
                "next": practice.next,
                "previous": practice.previous,
                "stop": practice.leave,
                "raise": self._raise,
            },
            practice.seek, practice.place_ms, self,
        )  # fmt: skip
        practice.fact.connect(self._hear)
        self._show()  # play began before this was made

    def close(self) -> None:
        self._server.close()

    def _only(self, *, playing: bool) -> None:
        """The one button, if play is as it should be for it."""
        if (self._practice.state == "playing") == playing:
            self._practice.play_pause()

    def _raise(self) -> None:
        self._window.raise_()
        self._window.activateWindow()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, _TOLD_ON):
            self._show()
        if isinstance(fact, Jumped | Resumed):
            self._server.jumped(self._practice.place_ms())

    def _show(self) -> None:
        practice = self._practice
        now = moment(practice.steps, practice.timeline, practice.player.index)
        title = ", ".join(filter(None, (now.title, now.side_words)))
        status = _STATUS.get(practice.state, "Stopped")
        self._server.show(NowOn(status, title, practice.routine.name, practice.timeline.total_ms))
