"""The sound tried by itself: for the sound check and for the preferences, before any practice was started."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hinge_gui.audio.espeak_voices import VoiceList
from hinge_gui.core.remedies import TEST_SENTENCE, nothing_heard
from hinge_gui.ui.listening import Offers
from hinge_gui.ui.practice import Practice

if TYPE_CHECKING:
    from hinge_gui.app.sound import Sound

LINUX = sys.platform.startswith("linux")


class Listening(QObject):
    """Makes the sound when it is first tried; the voice says its sentence once it is ready. `sound` None: no sound."""

    changed = Signal()

    def __init__(self, practice: Practice, sound: Callable[[], Sound] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._make = practice, sound
        self._sound: Sound | None = None
        self._awaited = False
        self._state = ""
        self._voices: Offers = ()
        self._list: VoiceList | None = None

    def troubles(self) -> list[str]:
        if self._sound is None:
            return []
        told = (self._sound.bells.trouble, self._sound.voice.trouble)
        return list(dict.fromkeys(trouble for trouble in told if trouble))

    def offers(self, what: str) -> Offers:
        if what == "voices":
            return self._voices
        return [(name, name) for name in self._sound.speaker.devices] if self._sound else []

    def tips(self) -> list[str]:
        chosen = self._practice.settings.word("sound_device")
        here = {name for name, _ in self.offers("devices")}
        away = chosen if self._sound and chosen not in here else ""
        return nothing_heard(self._practice.settings, self.troubles(), away, LINUX)

    def look(self) -> None:
        """What there is to speak with and to play on; it comes in its own time, by `changed`."""
        if self._list is None and LINUX and self._make is not None:
            self._list = VoiceList(self)
            self._list.found.connect(self._take_voices)
            self._list.ask()
        if sound := self.attend():
            sound.speaker.begin()

    def close(self) -> None:
        if self._list:
            self._list.close()

    def ring(self) -> None:
        if sound := self.attend():
            sound.speaker.begin()
            sound.bells.play("start")

    def say(self) -> None:
        sound = self.attend()
        if sound is None:
            return
        sound.speaker.begin()
        self._awaited, self._state = True, sound.voice.trouble or "Getting ready to speak…"
        sound.voice.hurry(TEST_SENTENCE)
        self._go_on()

    def say_state(self) -> str:
        return self._state

    def rest(self) -> None:
        self._awaited, self._state = False, ""
        if self._sound is not None:
            self._sound.voice.stop()
            if self._practice.state != "playing":
                self._sound.speaker.rest()

    def attend(self) -> Sound | None:
        """The sound, made if there is none yet; its troubles are told from then on."""
        if self._sound is None and self._make is not None:
            self._sound = sound = self._make()
            sound.voice.ready.connect(self._go_on)
            for part in (sound.speaker, sound.voice):
                part.changed.connect(self._tell)
        return self._sound

    def _go_on(self) -> None:
        """Say it if it is ready; what cannot be said is told."""
        if not self._awaited or self._sound is None:
            return
        voice = self._sound.voice
        if voice.length_ms(TEST_SENTENCE) is not None:
            self._awaited = False
            voice.say(TEST_SENTENCE)
            self._state = voice.trouble or f"Said: {TEST_SENTENCE}"
        elif voice.trouble:
            self._state = voice.trouble
        self.changed.emit()

    def _take_voices(self, voices: Offers) -> None:
        self._voices = voices
        self.changed.emit()

    def _tell(self) -> None:
        if self._awaited:
            self._go_on()
        else:
            self.changed.emit()
