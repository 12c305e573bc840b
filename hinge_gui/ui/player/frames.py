"""The one timer of what moves on the page: up to 25 frames a second in a movement, a few in a breath, else none."""

from __future__ import annotations

import time
from math import cos, pi
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

MOVE_MS: Final = 40
BREATH_MS: Final = 400  # as often as a breath has another picture
BREATH_LONG_MS: Final = 4800  # in and out once, more or less
_SHARE: Final = 0.125  # of a core that a movement may take: a slow machine shows fewer frames
_SLOWEST_MS: Final = 88
_STEP_MS: Final = 8
_FORGETS: Final = 0.2  # how much one frame's cost counts beside those before


class Frames(QObject):
    """Asks for a frame as long as something moves and somebody looks."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._cost_ms = 0.0
        self._used_ms = 0.0
        self._moves = False

    @property
    def interval_ms(self) -> int | None:
        """The time between two frames; None while nothing moves."""
        return self._timer.interval() if self._timer.isActive() else None

    @property
    def moves(self) -> bool:
        """Whether a movement is being shown."""
        return self._moves

    def run(self, interval_ms: int | None) -> None:
        """None: nothing moves."""
        if interval_ms is None:
            self._timer.stop()
            self._moves = False
            return
        if interval_ms == MOVE_MS and not self._moves:
            self._used_ms = time.process_time() * 1000
        self._moves = interval_ms == MOVE_MS
        paced_ms = self._affordable_ms() if self._moves else interval_ms
        if not self._timer.isActive() or self._timer.interval() != paced_ms:
            self._timer.start(paced_ms)

    def tick(self) -> None:
        """Reckon what the last frame cost, and ask for the next."""
        used_ms = time.process_time() * 1000
        if self._moves:
            self._cost_ms += (used_ms - self._used_ms - self._cost_ms) * _FORGETS
        self._used_ms = used_ms
        self.wanted.emit()

    def _affordable_ms(self) -> int:
        """The time between two frames at which their cost stays within the share."""
        wanted_ms = min(max(self._cost_ms / _SHARE, MOVE_MS), _SLOWEST_MS)
        return round(wanted_ms / _STEP_MS) * _STEP_MS


def breaths_in(hold_ms: float) -> int:
    """How often one breathes in a hold: so often that it begins and ends empty, as the movements around it are."""
    return round(hold_ms / BREATH_LONG_MS)


def breath_at(ms: float, hold_ms: float) -> float:
    """How full, 0 to 1, so long after the hold began; one too short for a breath is still."""
    return (1 - cos(2 * pi * breaths_in(hold_ms) * ms / max(1.0, hold_ms))) / 2
