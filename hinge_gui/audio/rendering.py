"""Text into WAV files by a program, ahead of time and in the background."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, QProcess, QTimer, Signal

from hinge_gui.audio import wav
from hinge_gui.audio.command import Command

_AT_ONCE = 2
_PATIENCE_MS = 20_000
_LOOK_MS = 250
_FAILURES = 3  # in a row: then nothing more is tried until the next `prepare`
_CACHE_BYTES = 60_000_000
_ABANDONED_S = 600  # far longer than any program is waited for


def key(command: Command, text: str) -> str:
    """The name of the file in which this program's words are kept."""
    told = "\0".join((*command.words, text)).encode()
    return bytes(QCryptographicHash.hash(told, QCryptographicHash.Algorithm.Sha256).toHex().data()).decode()[:32]


class Renderer(QObject):
    """Keeps what it made in a folder, by command and text. OSError where there can be no such folder."""

    rendered = Signal(str)
    """This text has its file."""
    failed = Signal(str)
    """Why a text has none, in words for a person."""

    def __init__(self, command: Command, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command, self._folder = command, folder
        self._waiting: deque[str] = deque()
        self._running: dict[str, _Job] = {}
        self._failures = 0
        folder.mkdir(parents=True, exist_ok=True)
        _prune(folder)

    def file(self, text: str) -> Path | None:
        """The finished file of a text."""
        path = self._path(text)
        return path if path.exists() else None

    def prepare(self, texts: Sequence[str]) -> None:
        """Renders what is not there yet; what was asked for before and has not begun comes later."""
        self._failures = 0
        new = [t for t in dict.fromkeys(texts) if t not in self._running and self.file(t) is None]
        self._waiting = deque([*new, *(t for t in self._waiting if t not in set(new))])
        self._go_on()

    def close(self) -> None:
        self._waiting.clear()
        for job in list(self._running.values()):
            job.end()
        self._running.clear()

    def _path(self, text: str) -> Path:
        return self._folder / f"{key(self._command, text)}.wav"

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < _AT_ONCE and self._failures < _FAILURES:
            text = self._waiting.popleft()
            job = _Job(self._command, text, self._path(text), self)
            self._running[text] = job
            job.over.connect(self._job_over)
            job.begin()

    def _job_over(self, text: str, fault: str) -> None:
        job = self._running.pop(text)
        job.deleteLater()
        if fault:
            self._failures += 1
            self.failed.emit(fault)
        else:
            self._failures = 0
            self.rendered.emit(text)
        self._go_on()


class _Job(QObject):
    """One text: begun, watched for size and time, checked, and only then put in its place."""

    over = Signal(str, str)

    def __init__(self, command: Command, text: str, target: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._text, self._target = text, target
        self._part = target.with_suffix(f".{os.getpid()}-{id(self):x}.part")
        self._program, *self._arguments = command.filled(text, str(self._part))
        self._fault = ""
        self._left_ms = _PATIENCE_MS
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_at_it)

    def begin(self) -> None:
        self._look.start()
        self._process.start(self._program, self._arguments)
        self._process.write(self._text.encode())
        self._process.closeWriteChannel()

    def end(self) -> None:
        """Breaks off without a word."""
        self._look.stop()
        self._process.blockSignals(True)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(200)
        self._part.unlink(missing_ok=True)

    def _look_at_it(self) -> None:
        self._left_ms -= _LOOK_MS
        if self._left_ms <= 0:
            self._fault = f"it gave no sound in {_PATIENCE_MS // 1000} s"
        elif self._part.exists() and self._part.stat().st_size > wav.MAX_BYTES:
            self._fault = f"it wrote more than {wav.MAX_BYTES // 1_000_000} MB"
        if self._fault:
            self._process.kill()

    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # every other one is followed by `finished`
            self._end("it cannot be started")

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        fault = self._fault
        if not fault and (code or status != QProcess.ExitStatus.NormalExit):
            fault = f"it ended with code {code}"
        if not fault:
            try:
                wav.trim_tail(self._part)
                self._part.replace(self._target)
            except (wav.NotWavError, OSError) as error:
                fault = str(error)
        self._end(fault)

    def _end(self, fault: str) -> None:
        self._look.stop()
        self._part.unlink(missing_ok=True)
        self.over.emit(self._text, f"The voice is silent: {self._program}: {fault}." if fault else "")


def _prune(folder: Path) -> None:
    """The oldest phrases go when there are too many, and what an interrupted run left; another window's are spared."""
    known = {file: status for file in folder.iterdir() if (status := _status(file)) is not None}
    too_old = time.time() - _ABANDONED_S
    gone = [file for file, status in known.items() if file.suffix == ".part" and status.st_mtime < too_old]
    total = 0
    for file in sorted(known, key=lambda file: known[file].st_mtime, reverse=True):
        if file.suffix == ".wav":
            total += known[file].st_size
            if total > _CACHE_BYTES:
                gone.append(file)
    for file in gone:
        with suppress(OSError):
            file.unlink()


def _status(file: Path) -> os.stat_result | None:
    """None where another window has just taken it away."""
    try:
        return file.stat()
    except OSError:
        return None
