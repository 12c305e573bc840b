"""Whether a device still plays, told by silence that is played on it again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

MOST_LOOKS: Final = 3


class Heartbeat:
    """No beat yet (nothing is known) ─beat─► alive ─`MOST_LOOKS` looks without a beat─► `is_lost` ─beat─► alive.

    Looks are counted, not time: where the window was held up, what was played meanwhile is told after it.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        """`changed` is called when `is_lost` is another."""
        self._changed = changed
        self._looks: int | None = None
        self.is_lost = False

    def begin(self) -> None:
        """Another device, of which nothing is known yet."""
        self._looks, self.is_lost = None, False

    def rest(self) -> None:
        """Nothing is to be expected."""
        self._looks = None

    def beat(self) -> None:
        self._looks = 0
        self._find_lost(False)

    def look(self) -> None:
        if self._looks is not None:
            self._looks += 1
            self._find_lost(self._looks >= MOST_LOOKS)

    def _find_lost(self, is_lost: bool) -> None:
        if is_lost != self.is_lost:
            self.is_lost = is_lost
            self._changed()
