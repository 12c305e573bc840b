"""The routine tried out from one of its steps, in the editor's place: nothing is heard, logged or kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hinge_gui.core.editing import At
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.prepared import Learnt
from hinge_gui.core.routine import Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.clock import Clock
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.conductor import Conductor
from hinge_gui.ui.player.play import PlayScreen
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import arrange, column, row

TITLE: Final = "Trying it out, in silence. What you changed stays as it is."
_COMPACT: Final = 700
_NARROW: Final = 440  # px at 100 %: the way back stands below the words
_KEYS: Final = {
    Qt.Key.Key_Space: "play_pause", Qt.Key.Key_Left: "previous", Qt.Key.Key_Right: "next",
    Qt.Key.Key_Up: "on", Qt.Key.Key_Down: "back", Qt.Key.Key_S: "again",
}  # fmt: skip


class Trial(QWidget):
    closed = Signal()

    def __init__(
        self, theme: Theme, catalogue: Catalogue, settings: Settings, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._practice = Practice(catalogue, clock, settings, parent=self)
        self._screen = PlayScreen(theme, self._practice)
        self._screen.do_without("mute", "follow")
        self._conductor = Conductor(self._practice, Actor(settings), self)
        back = QPushButton("Back to editing", autoDefault=False)
        back.clicked.connect(self.closed)
        self._theme, self._head = theme, row(gap=1)
        self._head.addWidget(label(TITLE, "body", soft=True, wrap=True), 1)
        self._head.addWidget(back)
        rows = column(self, gap=1)
        rows.addLayout(self._head)
        rows.addWidget(self._screen, 1)
        self._screen.asked.connect(self._do)
        self._conductor.interrupted.connect(self._screen.show_interrupted)
        self._practice.view_changed.connect(self._end)

    def begin(self, routine: Routine, at: At | None, learnt: Learnt | None = None) -> None:
        """From where one gets ready for the step, or for the first one within it."""
        self._practice.open(routine, learnt=learnt)
        step = step_number(routine, at)
        own = (s for s in self._practice.timeline.segments if s.step == step)
        self._practice.play_from(next((s.start_ms for s in own), 0))
        self._conductor.show_on(self._screen)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        self._conductor.show_on(None)
        self._practice.stop()

    def _do(self, deed: str) -> None:
        practice = self._practice
        deeds: dict[str, Callable[[], None]] = {
            "play_pause": practice.play_pause, "stage": practice.go, "next": practice.next,
            "previous": practice.previous, "back": lambda: practice.skip_s(-10), "on": lambda: practice.skip_s(10),
            "again": practice.again,
        }  # fmt: skip
        deeds[deed]()

    def _end(self, view: str) -> None:
        if view == "end":
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self._theme.scale
        arrange(self._head, stacked=narrow)
        self._screen.set_compact(self.width() < _COMPACT * self._theme.scale)

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self._do(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def step_number(routine: Routine, at: At | None) -> int:
    """Which of the steps as they are played is the one at this place, or the first one within it."""
    if at is None:
        return 0
    for number, (path, _) in enumerate(routine.played()):
        if tuple(part for part in path if isinstance(part, int))[: len(at)] == at:
            return number
    return 0
