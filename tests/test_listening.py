"""The sound tried by itself, with a voice and a speaker that only pretend."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from hinge_gui.app.listening import Listening
from hinge_gui.core.remedies import TEST_SENTENCE
from tests.helpers import FakeClock
from tests.silence import SilentBells
from tests.ui.practices import practice_of


class PretendedSpeaker(QObject):
    changed = Signal()
    devices = ("Kitchen",)

    def __init__(self) -> None:
        super().__init__()
        self.begun = False

    def begin(self) -> None:
        self.begun = True

    def rest(self) -> None:
        self.begun = False


class PretendedVoice(QObject):
    changed, ready = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.known = False
        self.trouble: str | None = None

    def hurry(self, phrase: str) -> None: ...

    def length_ms(self, phrase: str) -> int | None:
        return 3000 if self.known else None

    def say(self, phrase: str) -> None:
        self.said.append(phrase)

    def stop(self) -> None: ...


class PretendedSound:
    def __init__(self) -> None:
        self.speaker, self.voice, self.bells = PretendedSpeaker(), PretendedVoice(), SilentBells()


@pytest.fixture
def sound(qtbot: QtBot) -> PretendedSound:
    return PretendedSound()


@pytest.fixture
def listening(qtbot: QtBot, sound: PretendedSound, clock: FakeClock) -> Listening:
    parent = practice_of(clock)
    return Listening(parent, lambda: sound, parent)  # type: ignore[arg-type, return-value]


def test_the_sentence_waits_until_the_voice_is_ready(listening: Listening, sound: PretendedSound) -> None:
    listening.say()
    assert (sound.voice.said, listening.say_state()) == ([], "Getting ready to speak…")
    sound.voice.known = True
    sound.voice.ready.emit()
    sound.voice.ready.emit()
    assert sound.voice.said == [TEST_SENTENCE]
    assert listening.say_state() == f"Said: {TEST_SENTENCE}"


def test_a_voice_that_fails_says_so_in_words(qtbot: QtBot, listening: Listening, sound: PretendedSound) -> None:
    listening.say()
    sound.voice.trouble = "The voice is silent: piper: it ended with code 1."
    with qtbot.waitSignal(listening.changed):
        sound.voice.changed.emit()
    assert listening.say_state() == sound.voice.trouble
    assert listening.troubles() == [sound.voice.trouble]


def test_a_bell_wakes_the_device_and_it_sleeps_afterwards(listening: Listening, sound: PretendedSound) -> None:
    assert listening.offers("devices") == []
    listening.ring()
    assert (sound.bells.played, sound.speaker.begun) == (["start"], True)
    assert listening.offers("devices") == [("Kitchen", "Kitchen")]
    listening.rest()
    assert not sound.speaker.begun
