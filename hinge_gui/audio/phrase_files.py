"""Phrases spoken into files one after the other, for whoever has no event loop to do it in. Needs no Qt."""

from __future__ import annotations

import shutil
import subprocess
import time
from itertools import count
from pathlib import Path

from hinge_gui.audio import wav
from hinge_gui.audio.command import Command

PATIENCE_S = 20.0  # longer than any phrase takes
_LOOK_S = 0.05


class VoiceError(Exception):
    """The program gave no sound; the message says why."""


class PhraseFiles:
    """Each text is spoken once; its file stays in `folder`, which is the caller's to remove. Threads may share it.

    A program that once did not end by itself is not asked again.
    """

    def __init__(self, command: Command, folder: Path, patience_s: float = PATIENCE_S) -> None:
        self._command, self._folder, self._patience_s = command, folder, patience_s
        self._files: dict[str, Path] = {}
        self._numbers = count()
        self._given_up: str | None = None

    def file(self, text: str) -> Path:
        """The file of a text, made now if it is not there. VoiceError where the program fails."""
        if text not in self._files:
            if self._given_up:
                raise VoiceError(self._given_up)
            target = self._folder / f"phrase-{next(self._numbers)}.wav"
            self._run(text, target)
            try:
                wav.trim_tail(target)
            except wav.NotWavError as error:
                raise VoiceError(str(error)) from error
            self._files[text] = target
        return self._files[text]

    def _run(self, text: str, target: Path) -> None:
        words = self._command.filled(text, str(target))
        words[0] = shutil.which(words[0]) or words[0]  # that one and no other of the same name
        try:
            with subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as program:
                self._wait(program, text, target)
        except OSError as error:
            raise VoiceError(f"{self._command.words[0]}: {error.strerror or error}") from error
        if program.returncode:
            raise VoiceError(f"{self._command.words[0]} ended with code {program.returncode}")

    def _wait(self, program: subprocess.Popen[bytes], text: str, target: Path) -> None:
        """Watches time and size, so that a program which hangs or never stops writing does no harm."""
        until = time.monotonic() + self._patience_s
        told: bytes | None = text.encode()
        while True:
            try:
                program.communicate(told, timeout=_LOOK_S)
                return
            except subprocess.TimeoutExpired:
                told = None
            too_large = target.exists() and target.stat().st_size > wav.MAX_BYTES
            if too_large or time.monotonic() > until:
                program.kill()
                program.wait()
                self._given_up = f"{self._command.words[0]} wrote too much" if too_large else "no answer in time"
                raise VoiceError(self._given_up)
