"""A voice whose phrases are files, made ahead by a program and played by the bells' own path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hinge_gui.audio import wav
from hinge_gui.audio.command import Command
from hinge_gui.audio.protocols import Output, gain_of
from hinge_gui.audio.rendering import Renderer

_TOO_LATE_MS = 2000  # a phrase that is ready only then is no longer said
_SLOW_MS = 1500  # a phrase whose moment has come and that is not ready by then: the badge says so
SLOW = "The voice is not ready in time: its program takes too long. Choose another in Preferences, Voice."


class RenderedVoice(QObject):
    """Speaks through an output that others use too. Call `use` with another command for another voice."""

    changed = Signal()
    """`trouble` may be another."""
    ready = Signal()
    """The length of another phrase is known."""

    def __init__(self, output: Output, command: Command, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._output, self._folder = output, folder
        self._gain = gain_of(70)
        self._muted = False
        self._fault: str | None = None
        self._saying: Path | None = None
        self._late: str | None = None
        self._wait = QTimer(self, singleShot=True, interval=_TOO_LATE_MS)
        self._wait.timeout.connect(self._forget_late)
        self._hurried = ""
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._tell_if_slow)
        self._lengths: dict[str, int] = {}
        self._phrases: tuple[str, ...] = ()
        self._renderer: Renderer | None = None
        self.use(command)

    @property
    def trouble(self) -> str | None:
        return self._fault or self._output.trouble

    def use(self, command: Command) -> None:
        """Another voice or speed from now on; what was prepared is made ready anew."""
        self.stop()
        if self._renderer is not None:
            self._renderer.close()
            self._renderer.deleteLater()
            self._renderer = None
        self._lengths.clear()
        self._fault = command.trouble
        if self._fault is None:
            self._renderer = self._renderer_of(command)
        self.changed.emit()

    def _renderer_of(self, command: Command) -> Renderer | None:
        try:
            renderer = Renderer(command, self._folder, self)
        except OSError as error:
            self._fault = f"The voice is silent: {self._folder} cannot be written ({error.strerror})."
            return None
        renderer.rendered.connect(self._rendered)
        renderer.failed.connect(self._failed)
        renderer.prepare(self._phrases)
        return renderer

    def prepare(self, phrases: Sequence[str]) -> None:
        self._phrases = tuple(phrases)
        if self._renderer is not None:
            self._renderer.prepare(phrases)

    def hurry(self, phrase: str) -> None:
        if self._renderer is not None:
            self._renderer.prepare([phrase])
            self._hurried = phrase
            self._slow.start()

    def length_ms(self, phrase: str) -> int | None:
        if phrase not in self._lengths and (file := self._file(phrase)) is not None:
            self._lengths[phrase] = wav.length_ms(file)
        return self._lengths.get(phrase)

    def say(self, phrase: str) -> None:
        """Cuts off what is being said. One that is not ready yet is said as soon as it is, if that is soon."""
        self.stop()
        if self._muted or self._renderer is None:
            return
        file = self._file(phrase)
        if file is None:
            self._late = phrase
            self._wait.start()
            self.hurry(phrase)
            return
        self._saying = file
        self._output.play(file, self._gain)

    def stop(self) -> None:
        self._forget_late()
        self._slow.stop()
        if self._saying is not None:
            self._output.stop(self._saying)
            self._saying = None

    def set_volume(self, percent: float) -> None:
        self._gain = gain_of(percent)

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self.stop()

    def close(self) -> None:
        self.stop()
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None

    def _file(self, phrase: str) -> Path | None:
        return self._renderer.file(phrase) if self._renderer is not None else None

    def _forget_late(self) -> None:
        self._late = None
        self._wait.stop()

    def _tell_if_slow(self) -> None:
        if self._fault is None and self.length_ms(self._hurried) is None:
            self._failed(SLOW)

    def _rendered(self, phrase: str) -> None:
        if self._fault is not None:
            self._fault = None
            self.changed.emit()
        if phrase == self._late:
            self.say(phrase)
        self.ready.emit()

    def _failed(self, fault: str) -> None:
        self._fault = fault
        self.changed.emit()
