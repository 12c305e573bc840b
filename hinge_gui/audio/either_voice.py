"""The system's voice, or a program of the person's own where they have set one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from hinge_gui.audio.command import Command
from hinge_gui.audio.rendered_voice import RenderedVoice
from hinge_gui.audio.system_voice import Manner, SystemVoice

V = TypeVar("V", SystemVoice, RenderedVoice)


class EitherVoice(QObject):
    """A `Voice`. Each of the two is made when it is first wanted; only the one in use speaks."""

    changed, ready = Signal(), Signal()

    def __init__(
        self, make_system: Callable[[Manner], SystemVoice], make_own: Callable[[Command], RenderedVoice],
        own: Command | None, manner: Manner, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._make_system, self._make_own = make_system, make_own
        self._system: SystemVoice | None = None
        self._own: RenderedVoice | None = None
        self._phrases: Sequence[str] = ()
        self._percent, self._muted = 70.0, False
        self._voice: SystemVoice | RenderedVoice = self._chosen(own, manner)

    def use(self, own: Command | None, manner: Manner) -> None:
        """`own` is the person's program; None: the system speaks."""
        self.stop()
        self._voice = self._chosen(own, manner)
        self._voice.set_volume(self._percent)
        self._voice.set_muted(self._muted)
        self._voice.prepare(self._phrases)
        self.changed.emit()

    def _chosen(self, own: Command | None, manner: Manner) -> SystemVoice | RenderedVoice:
        if own is None:
            if self._system is None:
                self._system = self._heard(self._make_system(manner))
            else:
                self._system.use(manner)
            return self._system
        if self._own is None:
            self._own = self._heard(self._make_own(own))
        else:
            self._own.use(own)
        return self._own

    def _heard(self, voice: V) -> V:
        voice.changed.connect(self.changed)
        voice.ready.connect(self.ready)
        return voice

    @property
    def trouble(self) -> str | None:
        return self._voice.trouble

    def prepare(self, phrases: Sequence[str]) -> None:
        self._phrases = phrases
        self._voice.prepare(phrases)

    def hurry(self, phrase: str) -> None:
        self._voice.hurry(phrase)

    def length_ms(self, phrase: str) -> int | None:
        return self._voice.length_ms(phrase)

    def say(self, phrase: str) -> None:
        self._voice.say(phrase)

    def stop(self) -> None:
        self._voice.stop()

    def set_volume(self, percent: float) -> None:
        self._percent = percent
        self._voice.set_volume(percent)

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        self._voice.set_muted(muted)

    def close(self) -> None:
        for voice in (self._system, self._own):
            if voice is not None:
                voice.close()
