"""“I have N minutes”: the dial on the adjust panel, and what turning it does."""

from __future__ import annotations

from math import ceil
from typing import Final

from hinge_gui.core.adjustable import Dial
from hinge_gui.core.fit import Fitted, fit, reach_ms
from hinge_gui.ui.player.at_hand import AtHand
from hinge_gui.ui.practice import Practice

KEY: Final = "minutes"
LABEL: Final = "I have"
HELP: Final = "Fits the practice into this time, within what each exercise allows and fair to both sides."
MINUTE_MS: Final = 60_000


def unknown_yet() -> Dial:
    """The dial before anything was reckoned: it cannot be turned."""
    return Dial(KEY, LABEL, HELP, "min", 0, 0, 1, 0, 0, changed=False)


class Minutes:
    def __init__(self, practice: Practice, at_hand: AtHand) -> None:
        self._practice, self._at_hand = practice, at_hand
        self._reach: tuple[object, tuple[int, int]] | None = None

    def dial(self) -> Dial:
        """From the shortest to the longest that the exercises allow."""
        now_ms, own_ms = self._at_hand.practice_ms()
        shortest_ms, longest_ms = self._reached()
        now, own = round(now_ms / MINUTE_MS), round(own_ms / MINUTE_MS)
        low, high = min(ceil(shortest_ms / MINUTE_MS), now, own), max(longest_ms // MINUTE_MS, now, own)
        return Dial(KEY, LABEL, HELP, "min", low, high, 1, now, own, now != own)

    def fitted(self, minutes: float) -> Fitted:
        """The practice in so many minutes."""
        at_hand, practice = self._at_hand, self._practice
        manner = practice.order.manner(practice.settings)
        return fit(at_hand.routine, practice.catalogue, minutes * MINUTE_MS, practice.adjustments, manner)

    def _reached(self) -> tuple[int, int]:
        """Reckoned once for what it depends on."""
        at_hand, practice = self._at_hand, self._practice
        changes, manner = practice.adjustments, practice.order.manner(practice.settings)
        on = (at_hand.routine, changes.steps, changes.ready, manner)
        if self._reach is None or self._reach[0] != on:
            self._reach = (on, reach_ms(at_hand.routine, practice.catalogue, changes, manner))
        return self._reach[1]
