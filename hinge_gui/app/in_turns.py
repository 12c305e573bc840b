"""Several things that take their time, one in a turn of the event loop, with room for frames and bells between two."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class InTurns(QObject):
    """Does one deed each `gap_ms`, the first so long after it was made."""

    def __init__(self, deeds: Iterable[Callable[[], object]], gap_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = deque(deeds)
        self._timer = QTimer(self, interval=gap_ms)
        self._timer.timeout.connect(self._do_next)
        self._timer.start()

    def stop(self) -> None:
        """What is not done yet stays undone."""
        self._timer.stop()

    def _do_next(self) -> None:
        if len(self._deeds) == 1:
            self._timer.stop()
        self._deeds.popleft()()
