"""The voices that espeak-ng has on this machine, the recorded ones of MBROLA among them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

MBROLA = Path("/usr/share/mbrola")
_LISTS = ("--voices", "--voices=mb")
_PATIENCE_MS = 3000


def voices_in(told: str, mbrola: Path = MBROLA) -> Iterator[tuple[str, str]]:
    """What `-v` takes and how it is called, from what `espeak-ng --voices` tells; without what is not installed."""
    for line in told.splitlines()[1:]:
        columns = line.split()
        if len(columns) < 5:
            continue
        language, name, file = columns[1], columns[3].replace("_", " "), columns[4]
        if not file.startswith("mb/"):
            yield language, name
        elif (mbrola / file.removeprefix("mb/mb-") / file.removeprefix("mb/mb-")).exists():
            yield file.removeprefix("mb/"), f"{name.capitalize().replace('-mbrola-', ' ')}, MBROLA"


class VoiceList(QObject):
    """Asks the program in the background; `found` is told once, where it answers."""

    found = Signal(list)
    """Of (what `-v` takes, name), English first, then by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: list[str] = []
        self._process = QProcess(self)
        self._process.finished.connect(self._take)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._process.kill)

    def ask(self) -> None:
        program = shutil.which("espeak-ng")
        if program and self._process.state() == QProcess.ProcessState.NotRunning:
            self._patience.start()
            self._process.start(program, [_LISTS[len(self._told)]])

    def close(self) -> None:
        self._patience.stop()
        self._process.blockSignals(True)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(200)

    def _take(self) -> None:
        self._patience.stop()
        self._told.append(bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace"))
        if len(self._told) < len(_LISTS):
            self.ask()
            return
        voices = dict(voice for told in self._told for voice in voices_in(told))
        self._told.clear()
        self.found.emit(sorted(voices.items(), key=lambda voice: (not voice[0].startswith(("en", "mb-en")), voice[1])))
