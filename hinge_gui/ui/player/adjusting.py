"""Changing the practice at hand: at most one new timeline for each frame while a knob is dragged; all can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.history import History
from hinge_gui.ui.player.at_hand import AtHand
from hinge_gui.ui.player.minutes import Minutes
from hinge_gui.ui.practice import Practice

FRAME_MS: Final = 16


class Adjusting(QObject):
    """Acts through the practice, which tells whoever keeps adjustments for next time."""

    said = Signal(str)
    """What was done to fit the practice into its time; empty when that is no longer so."""

    def __init__(self, practice: Practice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._practice = practice
        self.at_hand = AtHand(practice)
        self.minutes = Minutes(practice, self.at_hand)
        self._history: History[Adjustments] = History(practice.adjustments)
        self._asked: tuple[Adjustments, str, str] | None = None
        self._minutes_asked: float | None = None
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self._apply)
        practice.opened.connect(self._begin)
        practice.settings_changed.connect(self.at_hand.forget)

    @property
    def wanted(self) -> Adjustments:
        """With what was asked for within this frame."""
        return self._practice.adjustments if self._asked is None else self._asked[0]

    @property
    def undo_words(self) -> str:
        """What would be taken back; empty where nothing."""
        return self._history.undo_words

    def ask(self, changes: Adjustments, words: str, merge_key: str = "") -> None:
        """For these, in the next frame; edits of one merge key are undone as one."""
        self._asked = changes, words, merge_key
        self._soon()

    def fit(self, minutes: float | None) -> None:
        """Into so many minutes; None as the routine has it. Within the frame, as it takes several timelines."""
        if minutes is None:
            plain = replace(self.wanted, hold_scale=1.0, rest_scale=1.0, more_repetitions=0)
            self.ask(plain, "Minutes")
        else:
            self._minutes_asked = minutes
            self._soon()

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        self._apply()
        if not self._history.undo_words:
            return False
        self._history.undo()
        self._practice.set_adjustments(self._history.now)
        self.said.emit("")
        return True

    def _begin(self) -> None:
        self._frame.stop()
        self._asked = self._minutes_asked = None
        self.at_hand.forget()
        self._history = History(self._practice.adjustments)
        self.said.emit("")

    def _soon(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _apply(self) -> None:
        self._frame.stop()
        asked, self._asked = self._asked, None
        minutes, self._minutes_asked = self._minutes_asked, None
        if asked is not None:
            self._set(*asked)
        if minutes is not None:
            fitted = self.minutes.fitted(minutes)
            self._set(fitted.adjustments, "Minutes", "minutes")
            self.said.emit(fitted.words)
        elif asked is not None:
            self.said.emit("")

    def _set(self, changes: Adjustments, words: str, merge_key: str) -> None:
        if self._history.do(changes, words, merge_key):
            self._practice.set_adjustments(changes)
