"""Taking back what was done by accident, for five seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

UNDO_MS: Final = 5000


class Undo(QObject):
    """The last deed that can be taken back, if there is one."""

    changed = Signal(str)
    """What may be taken back, in words; empty when nothing."""
    lapsed = Signal()
    """Five seconds are over and nothing was taken back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deed: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._timer.timeout.connect(self._lapse)

    def offer(self, words: str, deed: Callable[[], None]) -> None:
        self._deed = deed
        self._timer.start()
        self.changed.emit(words)

    def take(self) -> None:
        deed = self._deed
        self.forget()
        if deed:
            deed()

    def forget(self) -> None:
        self._timer.stop()
        if self._deed:
            self._deed = None
            self.changed.emit("")

    def _lapse(self) -> None:
        self.forget()
        self.lapsed.emit()
