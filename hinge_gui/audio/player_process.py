"""Sound by a process of its own, whose Qt has a connection of its own; `verbs/_player.py` is its other end."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from hinge_gui.audio.protocols import Tell
from hinge_gui.audio.qt_output import NO_SERVER

PLAYER_VERB = "_player"
_GIVES_UP_MS = 300


def player_command() -> list[str]:
    """The program that plays for us, as a command."""
    me = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hinge_gui"]
    return [*me, PLAYER_VERB]


class PlayerProcess(QObject):
    """An `Output`: starting, then `is_ready`, then `is_over`, as it ends by itself when its server goes or we do."""

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
