"""The six bells, from a folder with one folder for each set."""

from __future__ import annotations

from pathlib import Path

from hinge_gui.audio import wav
from hinge_gui.audio.protocols import Output, gain_of
from hinge_gui.core.timeline import BELLS, Bell


class Bells:
    """Rings through an output that others may use too; closing the bells leaves it open."""

    def __init__(self, output: Output, folder: Path, bell_set: str = "bowls") -> None:
        self._output, self._folder = output, folder
        self._files: dict[Bell, Path] = {}
        self._fault: str | None = None
        self._gain = gain_of(60)
        self._muted = False
        self.use(bell_set)

    @property
    def trouble(self) -> str | None:
        return self._fault or self._output.trouble

    def use(self, bell_set: str) -> None:
        """Rings another set from now on; a bell whose file is missing or broken stays silent and says so."""
        self._files, self._fault = {}, None
        for bell in BELLS:
            file = self._folder / bell_set / f"{bell}.wav"
            try:
                wav.length_ms(file)
            except wav.NotWavError as error:
                self._fault = f"A bell is missing: {error}. Choose another bell set, or install hinge-gui again."
            else:
                self._files[bell] = file
        self._output.load(list(self._files.values()))

    def play(self, bell: Bell) -> None:
        if not self._muted and bell in self._files:
            self._output.play(self._files[bell], self._gain)

    def set_volume(self, percent: float) -> None:
        self._gain = gain_of(percent)

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            for file in self._files.values():
                self._output.stop(file)

    def close(self) -> None:
        self.set_muted(True)
