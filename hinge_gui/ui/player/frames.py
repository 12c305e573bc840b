"""The one timer of what moves on the page: 25 frames a second in a movement, five in a breath, else none."""

from __future__ import annotations

from math import cos, pi
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

MOVE_MS: Final = 40
BREATH_MS: Final = 200
BREATH_LONG_MS: Final = 4800  # in and out once


class Frames(QObject):
    """Asks for a frame as long as something moves and somebody looks."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.wanted)

    def run(self, interval_ms: int | None) -> None:
        """None: nothing moves."""
        if interval_ms is None:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != interval_ms:
            self._timer.start(interval_ms)


def breath_at(ms: float) -> float:
    """How full, 0 to 1, so long after the hold began: empty, so that it joins the movement before."""
    return (1 - cos(2 * pi * ms / BREATH_LONG_MS)) / 2
