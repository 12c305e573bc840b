"""Sound by Qt that comes back whenever the sound server does.

Qt tries to connect anew once, three seconds after the server went away (see `pulse`). A server that is back later
than that is reached by a process of its own, whose Qt has a connection of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from hinge_gui.audio import pulse
from hinge_gui.audio.player_process import PlayerProcess
from hinge_gui.audio.protocols import Output, Tell
from hinge_gui.audio.qt_output import NO_SERVER, QtOutput
from hinge_gui.audio.relay import Relay

_LOOK_MS: Final = 500
_MOST_FAILURES: Final = 6  # in a row; each doubles the time until another player is tried, up to half a minute


class ReconnectingOutput(Relay):
    """Our own Qt while it is connected; otherwise a player process.

    connected ─server goes─► lost ─server answers─► player starts ─is ready─► player plays
        ▲                     ▲ ▲                        │                        │
        └── Qt connects anew, from any of them           └───────── it ends ──────┘ back to lost, for ever longer
    It looks for a server only while play goes on.
    """

    def __init__(
        self, tell: Tell, own: Callable[[Tell], Output] = QtOutput,
        make_player: Callable[[Tell, QObject], PlayerProcess] = PlayerProcess,
    ) -> None:  # fmt: skip
        super().__init__()
        self._tell, self._make_player = tell, make_player
        self._player: PlayerProcess | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look_for_server)
        self._failures, self._looks_off = 0, 0
        self._own = own(self._own_told)

    @property
    def _in_use(self) -> Output:
        return self._player if self._player and self._player.is_ready else self._own

    @property
    def _outputs(self) -> Sequence[Output]:
        return (self._own, self._player) if self._player else (self._own,)

    def begin(self) -> None:
        self._begun = True
        for output in self._outputs:
            output.begin()
        self._look_if_lost()

    def rest(self) -> None:
        self._begun = False
        self._look.stop()
        for output in self._outputs:
            output.rest()

    def close(self) -> None:
        self._look.stop()
        for output in self._outputs:
            output.close()
        self._player = None

    def _own_told(self) -> None:
        if self._own.trouble != NO_SERVER and self._player:
            self._retire_player()
            self._own.choose(self._device)
            self._own.load(self._files)
        self._look_if_lost()
        self._tell()

    def _look_if_lost(self) -> None:
        if self._begun and self._own.trouble == NO_SERVER:
            self._look.start()
        else:
            self._look.stop()

    def look_for_server(self) -> None:
        """Its own timer calls it, twice a second."""
        self._looks_off -= 1
        if self._player is None and self._looks_off <= 0 and pulse.server_answers():
            self._player = self._make_player(self._player_told, self)
            self._hand_over_to(self._player)

    def _player_told(self) -> None:
        if self._player and self._player.is_ready:
            self._failures = 0
        if self._player and self._player.is_over:
            self._retire_player()
            self._failures = min(self._failures + 1, _MOST_FAILURES)
            self._looks_off = 2**self._failures - 1
        self._tell()

    def _retire_player(self) -> None:
        if self._player:
            self._player.retire()
            self._player = None
