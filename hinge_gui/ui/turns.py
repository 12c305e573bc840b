"""Work that is done bit by bit, so that the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """A piece in each turn of the event loop, from `start` until there was none left to do."""

    def __init__(self, piece: Callable[[], bool], parent: QObject | None = None) -> None:
        """`piece` returns whether it had something to do."""
        super().__init__(parent)
        self._piece = piece
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take)
        self.start, self.stop = self._next.start, self._next.stop

    def finish(self) -> None:
        """All that is left, at once."""
        self.stop()
        while self._piece():
            pass

    def _take(self) -> None:
        if self._piece():
            self._next.start()
