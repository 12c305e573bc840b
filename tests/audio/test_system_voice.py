"""The system's own voice, with an engine that only pretends: neither Windows nor macOS is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from hinge_gui.app.voices import make_voice, take_voice
from hinge_gui.audio.either_voice import EitherVoice
from hinge_gui.audio.rendered_voice import RenderedVoice
from hinge_gui.audio.system_voice import NO_VOICE, Engine, Manner, SystemVoice, rate_of
from hinge_gui.core.phrases import BREATH_MS, phrase_ms
from hinge_gui.core.settings import Settings
from tests.helpers import FakeClock
from tests.silence import Notes

State = QTextToSpeech.State


class PretendedEngine(QObject):
    """The same methods, states and signal as Qt's; `finish` is the end of what it says."""

    stateChanged = Signal(State)  # noqa: N815

    def __init__(self, locales: Sequence[str] = ("en_US", "en_GB", "de_DE")) -> None:
        super().__init__()
        self.said: list[str] = []
        self.set: dict[str, float | str] = {}
        self._state = State.Ready
        self._locales = [QLocale(name) for name in locales]

    def go(self, state: State) -> None:
        self._state = state
        self.stateChanged.emit(state)

    def finish(self) -> None:
        self.go(State.Ready)

    def state(self) -> State:
        return self._state

    def errorString(self) -> str:  # noqa: N802
        return "no audio device"

    def availableLocales(self) -> list[QLocale]:  # noqa: N802
        return self._locales

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802
        self.set["locale"] = locale.name()

    def setRate(self, rate: float) -> None:  # noqa: N802
        self.set["rate"] = rate

    def setPitch(self, pitch: float) -> None:  # noqa: N802
        self.set["pitch"] = pitch

    def setVolume(self, volume: float) -> None:  # noqa: N802
        self.set["volume"] = volume

    def say(self, text: str) -> int:
        assert self._state != State.Speaking, "spoken over what was being said"
        self.said.append(text)
        self.go(State.Speaking)
        return len(self.said)

    def stop(self) -> None:
        self.go(State.Ready)


@pytest.fixture
def engine(qtbot: QtBot) -> PretendedEngine:
    return PretendedEngine()


@pytest.fixture
def voice(qtbot: QtBot, engine: PretendedEngine, clock: FakeClock) -> Iterator[SystemVoice]:
    made = SystemVoice(lambda: engine, clock, Manner())
    with qtbot.waitSignal(made.ready):
        assert made.length_ms("Left side.") is None  # nobody knows before the engine is there
    yield made
    made.close()


def test_lengths_are_reckoned_until_a_phrase_was_said(
    voice: SystemVoice, engine: PretendedEngine, clock: FakeClock
) -> None:
    assert voice.length_ms("Half way.") == phrase_ms("Half way.")
    voice.say("Half way.")
    clock.advance(1234)
    engine.finish()
    assert voice.length_ms("Half way.") == 1234
    voice.use(Manner(words_a_minute=70))
    assert voice.length_ms("Half way.") == 2 * phrase_ms("Half way.")


def test_the_next_phrase_waits_for_the_engine_and_a_breath(
    qtbot: QtBot, voice: SystemVoice, engine: PretendedEngine, clock: FakeClock
) -> None:
    voice.say("A phrase that takes longer than was reckoned.")
    clock.advance(500)
    voice.say("Left side.")
    assert len(engine.said) == 1
    clock.advance(300)
    engine.finish()
    assert len(engine.said) == 1
    qtbot.waitUntil(lambda: len(engine.said) == 2, timeout=BREATH_MS + 2000)


def test_a_phrase_that_would_come_too_late_is_not_said(
    voice: SystemVoice, engine: PretendedEngine, clock: FakeClock
) -> None:
    voice.say("Long")
    voice.say("Late")
    clock.advance(2500)
    engine.finish()
    voice._breath.timeout.emit()
    assert engine.said == ["Long"]


def test_stop_cuts_off_and_forgets_what_waits_and_learns_no_length(
    voice: SystemVoice, engine: PretendedEngine, clock: FakeClock
) -> None:
    voice.say("Half way.")
    voice.say("Next")
    clock.advance(10)
    voice.stop()
    assert (engine.state(), engine.said) == (State.Ready, ["Half way."])
    assert voice.length_ms("Half way.") == phrase_ms("Half way.")
    voice.say("Again")
    assert engine.said[-1] == "Again"


def test_an_engine_that_never_gets_ready_is_not_waited_for_for_ever(
    voice: SystemVoice, engine: PretendedEngine, clock: FakeClock
) -> None:
    voice.say("Half way.")
    engine._state = State.Ready  # without a word
    clock.advance(60_000)
    voice.say("Next")
    assert engine.said == ["Half way.", "Next"]


def test_volume_pitch_speed_and_language_reach_the_engine(voice: SystemVoice, engine: PretendedEngine) -> None:
    assert engine.set["locale"] == "en_GB"
    voice.use(Manner(180, 75, "de"))
    assert engine.set["rate"] == 0
    assert engine.set["pitch"] == 0.5
    assert engine.set["locale"] == "de_DE"
    voice.use(Manner(language="fr"))
    assert engine.set["locale"] == "de_DE"  # it has no French
    voice.set_volume(0)
    assert engine.set["volume"] == 0
    assert -1 <= rate_of(90) < rate_of(140) < 0 < rate_of(220) <= 1


def test_mute_is_silence_at_once(voice: SystemVoice, engine: PretendedEngine) -> None:
    voice.say("Half way.")
    voice.set_muted(True)
    voice.say("Next")
    assert (engine.state(), engine.said) == (State.Ready, ["Half way."])


def test_trouble_is_told_in_words(qtbot: QtBot, voice: SystemVoice, engine: PretendedEngine, clock: FakeClock) -> None:
    assert voice.trouble is None
    with qtbot.waitSignal(voice.changed):
        engine.go(State.Error)
    assert voice.trouble == "The voice is silent: no audio device."
    none = SystemVoice(lambda: None, clock, Manner())
    with qtbot.waitSignal(none.changed):
        pass
    assert none.trouble == NO_VOICE
    none.say("Hello")


def test_linux_never_makes_qts_engine_and_the_others_do_unless_a_program_is_set(
    qtbot: QtBot, engine: PretendedEngine, clock: FakeClock, tmp_path: Path
) -> None:
    made: list[Engine] = []

    def make() -> Engine:
        made.append(engine)
        return engine

    parent = QObject()
    own = Settings({"voice_command": "no-such-program {wav}"})
    on_linux = make_voice(Settings(), Notes(), tmp_path, clock, parent, "linux", make)
    QCoreApplication.processEvents()
    assert (type(on_linux), made) == (RenderedVoice, [])
    for platform in ("win32", "darwin"):
        voice = make_voice(own, Notes(), tmp_path, clock, parent, platform, make)
        assert isinstance(voice, EitherVoice)
        QCoreApplication.processEvents()
        assert made == []
        assert "no-such-program" in str(voice.trouble)
        with qtbot.waitSignal(voice.ready):
            take_voice(voice, Settings())
        assert made == [engine]
        voice.say("Hello")
        assert engine.said.pop() == "Hello"
        take_voice(voice, own)
        assert engine.state() == State.Ready
        assert "no-such-program" in str(voice.trouble)
        made.clear()
        voice.close()
    on_linux.close()
    parent.deleteLater()
