"""Between the clock and the player: wakes at the next deadline, passes on what the player tells."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer

from hinge_gui.core.events import Fact
from hinge_gui.core.player import Player
from hinge_gui.ui.clock import Clock


class Driver(QObject):
    """Drives one player. Its only timer is single-shot and stands still whenever nothing is to come.

    `speed` is how much faster than the timer the clock runs.
    """

    def __init__(
        self, clock: Clock, tell: Callable[[Fact], None], speed: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._tell, self._speed = clock, tell, speed
        self._player: Player | None = None
        self._untold: deque[Fact] = deque()
        self._telling = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._wake)

    def drive(self, player: Player) -> None:
        """From now on this one; what the last one had still to tell is dropped."""
        self._player = player
        self._untold.clear()
        self._arm()

    def act(self, deed: Callable[[float], list[Fact]]) -> None:
        """Do something to the player at the present moment."""
        self._untold.extend(deed(self._clock()))
        self._arm()
        self._drain()

    def _wake(self) -> None:
        if self._player is not None:
            self.act(self._player.advance)

    def _arm(self) -> None:
        wake_ms = self._player.wake_at() if self._player else None
        if wake_ms is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, ceil((wake_ms - self._clock()) / self._speed)))

    def _drain(self) -> None:
        """Tell in order, also when somebody who hears a fact acts on the player."""
        if self._telling:
            return
        self._telling = True
        try:
            while self._untold:
                self._tell(self._untold.popleft())
        finally:
            self._telling = False
