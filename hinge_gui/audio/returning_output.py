"""Sound by Qt that comes back whenever the sound server does.

Qt tries to connect anew once, three seconds after the server went away (see `pulse`). A server that is back later
than that is reached by a process of its own, whose Qt has a connection of its own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from hinge_gui.audio import pulse
from hinge_gui.audio.protocols import Output, Tell
from hinge_gui.audio.qt_output import NO_SERVER, QtOutput

PLAYER_VERB = "_player"
_LOOK_MS = 500
_MOST_FAILURES = 6  # in a row; each doubles the time until another player is tried, up to half a minute
_GIVES_UP_MS = 300


def player_command() -> list[str]:
    """The program that plays for us, as a command."""
    me = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hinge_gui"]
    return [*me, PLAYER_VERB]


class ReturningOutput(QObject):
    """Our own Qt while it is connected; otherwise a player process, as soon as a server answers."""

    def __init__(
        self, tell: Tell, own: Callable[[Tell], Output] = QtOutput,
        make_player: Callable[[Tell, QObject], PlayerProcess] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._tell = tell
        self._make_player = make_player or PlayerProcess
        self._files: tuple[Path, ...] = ()
        self._device = ""
        self._player: PlayerProcess | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_for_server)
        self._begun = False
        self._failures, self._looks_off = 0, 0
        self._own = own(self._own_told)

    @property
    def trouble(self) -> str | None:
        return self._in_use.trouble

    @property
    def devices(self) -> Sequence[str]:
        return self._in_use.devices

    def choose(self, device: str) -> None:
        self._device = device
        self._in_use.choose(device)

    def load(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._in_use.load(files)

    def play(self, file: Path, gain: float) -> None:
        self._in_use.play(file, gain)

    def stop(self, file: Path) -> None:
        self._in_use.stop(file)

    def begin(self) -> None:
        self._begun = True
        self._own.begin()
        if self._player:
            self._player.begin()
        self._look_if_lost()

    def rest(self) -> None:
        self._begun = False
        self._look.stop()
        self._own.rest()
        if self._player:
            self._player.rest()

    def close(self) -> None:
        self._look.stop()
        self._own.close()
        if self._player:
            self._player.close()
            self._player = None

    @property
    def _in_use(self) -> Output:
        return self._player if self._player and self._player.is_ready else self._own

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

    def _look_for_server(self) -> None:
        self._looks_off -= 1
        if self._player is None and self._looks_off <= 0 and pulse.server_answers():
            self._player = self._make_player(self._player_told, self)
            self._player.choose(self._device)
            self._player.load(self._files)
            self._player.begin()

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


class PlayerProcess(QObject):
    """An `Output` in a process of its own, which ends by itself when its server goes or we do."""

    def __init__(self, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self.trouble: str | None = NO_SERVER
        self.devices: Sequence[str] = ()
        self.is_ready, self.is_over = False, False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._finished)
        program, *words = player_command()
        self._process.start(program, words)

    def choose(self, device: str) -> None:
        self._ask("choose", device)

    def load(self, files: Sequence[Path]) -> None:
        self._ask("load", [str(file) for file in files])

    def play(self, file: Path, gain: float) -> None:
        self._ask("play", str(file), float(gain))

    def stop(self, file: Path) -> None:
        self._ask("stop", str(file))

    def begin(self) -> None:
        self._ask("begin")

    def rest(self) -> None:
        self._ask("rest")

    def retire(self) -> None:
        """It ends by itself; nobody waits for it."""
        self._tell = _nobody
        self._process.closeWriteChannel()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.finished.connect(self.deleteLater)

    def close(self) -> None:
        """Ends it now."""
        self._process.blockSignals(True)
        self._process.closeWriteChannel()
        if self._process.state() != QProcess.ProcessState.NotRunning and not self._process.waitForFinished(
            _GIVES_UP_MS
        ):
            self._process.kill()
            self._process.waitForFinished(_GIVES_UP_MS)

    def _ask(self, *words: object) -> None:
        self._process.write(json.dumps(words).encode() + b"\n")

    def _read(self) -> None:
        """Each line is how things are with the player."""
        while self._process.canReadLine():
            told = json.loads(bytes(self._process.readLine().data()))
            self.trouble, self.devices, self.is_ready = told["trouble"], told["devices"], True
            self._tell()

    def _finished(self) -> None:
        self.trouble, self.is_ready, self.is_over = NO_SERVER, False, True
        self._tell()


def _nobody() -> None:
    """Nobody is told any more."""
