"""What all outputs have in common that play through another one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from hinge_gui.audio.protocols import Output


class Relay(QObject):
    """An `Output` that has another one play, and may change which.

    It remembers what was asked of it, so that whoever takes over in mid-play goes on with that.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = ""
        self._files: tuple[Path, ...] = ()
        self._begun = False

    @property
    def _in_use(self) -> Output:
        raise NotImplementedError

    def _hand_over_to(self, output: Output) -> None:
        output.choose(self._device)
        output.load(self._files)
        if self._begun:
            output.begin()

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
        self._in_use.begin()

    def rest(self) -> None:
        self._begun = False
        self._in_use.rest()

    def close(self) -> None:
        self._in_use.close()
