"""Between a terminal and the player: the same engine as the window's, driven by a clock and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hinge_gui.core.events import Fact, Paused, Sink
from hinge_gui.core.player import Player
from hinge_gui.verbs.follow_board import Board
from hinge_gui.verbs.follow_keys import REDRAW, Keys
from hinge_gui.verbs.follow_screen import Screen

Clock = Callable[[], float]
_QUIT = {"q"}
_JUMPS = {
    "right": Player.next, "n": Player.next, "page-down": Player.next,
    "left": Player.previous, "p": Player.previous, "page-up": Player.previous,
    "s": Player.again,
}  # fmt: skip
_SKIPS_MS = {"up": -10_000, "down": 10_000}


class Loop:
    """Plays until the end or until the person stops. `sinks` hear what the board and the screen hear."""

    def __init__(
        self, player: Player, clock: Clock, keys: Keys, board: Board, screen: Screen, sinks: Iterable[Sink] = ()
    ) -> None:
        self._player, self._clock, self._keys = player, clock, keys
        self._screen, self._sinks = screen, tuple(sinks)
        self._hearers: tuple[Sink, ...] = (board, *self._sinks, screen)

    def run(self) -> None:
        self._tell(self._player.play(self._clock()))
        while self._player.state not in {"finished", "stopped"}:
            key = self._keys.wait(self._left_s())
            now_ms = self._clock()
            self._tell(self._player.advance(now_ms))
            if key == REDRAW:
                self._screen.show()
            elif key is not None:
                self._press(key, now_ms)

    def stop(self) -> None:
        """End here; what was held is told before."""
        if self._player.allows("stop"):
            self._tell(self._player.stop(self._clock()))

    def abandon(self) -> None:
        """End where nobody may be able to see it any more; the sinks hear it, the screen does not."""
        if self._player.allows("stop"):
            for fact in self._player.stop(self._clock()):
                for sink in self._sinks:
                    sink.hear(fact)

    def _left_s(self) -> float | None:
        wake_ms = self._player.wake_at()
        return None if wake_ms is None else max(0.0, wake_ms - self._clock()) / 1000

    def _press(self, key: str, now_ms: float) -> None:
        """A key the state has no use for does nothing."""
        player = self._player
        if key in _QUIT:
            self.stop()
        elif player.allows("go") and key not in _JUMPS and key not in _SKIPS_MS:
            self._tell(player.go(now_ms))
        elif key in _JUMPS and player.allows("jump"):
            self._tell(_JUMPS[key](player, now_ms))
        elif key in _SKIPS_MS and player.allows("jump"):
            self._tell(player.skip(_SKIPS_MS[key], now_ms))
        elif key in {"space", "enter", "b"}:
            if player.allows("pause"):
                self._tell(player.pause(now_ms))
            elif player.allows("resume"):
                self._tell(player.resume(now_ms))

    def _tell(self, facts: Iterable[Fact]) -> None:
        lost = False
        for fact in facts:
            for sink in self._hearers:
                sink.hear(fact)
            lost = lost or (isinstance(fact, Paused) and fact.reason == "not-lived")
        if lost and not self._keys.present:  # nobody could ever say that they are back
            self._tell(self._player.resume(self._clock()))
