"""Which output is used, with outputs that only pretend."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.audio import pulse
from hinge_gui.audio import speaker as speaker_module
from hinge_gui.audio.protocols import Tell
from hinge_gui.audio.speaker import Speaker, qt_output
from tests.silence import Notes

BELL = Path("bowls/start.wav")


class Pretended(Notes):
    """Has the trouble that it is given, and tells of it."""

    def __init__(self, tell: Tell, trouble: str | None = None) -> None:
        super().__init__(trouble)
        self.tell = tell
        self.begun = 0

    def begin(self) -> None:
        self.begun += 1

    def get(self, trouble: str | None) -> None:
        self.trouble = trouble
        self.tell()


class Machine:
    """Makes both outputs, the preferred one only while `has_preferred`."""

    def __init__(self, has_preferred: bool = True) -> None:
        self.has_preferred = has_preferred
        self.preferred: Pretended | None = None
        self.fallback: Pretended | None = None

    def make_preferred(self, tell: Tell) -> Pretended | None:
        self.preferred = Pretended(tell) if self.has_preferred else None
        return self.preferred

    def make_fallback(self, tell: Tell) -> Pretended:
        self.fallback = Pretended(tell)
        return self.fallback

    def speaker(self) -> Speaker:
        return Speaker(None, self.make_preferred, self.make_fallback)


def test_the_fallback_is_not_even_made_where_the_preferred_sounds(qapp: object) -> None:
    machine = Machine()
    speaker = machine.speaker()
    speaker.load([BELL])
    speaker.play(BELL, 0.5)
    assert machine.fallback is None
    assert machine.preferred is not None
    assert machine.preferred.played == [("bowls/start", 0.5)]


def test_the_fallback_takes_over_in_mid_practice_and_gives_back(qtbot: QtBot) -> None:
    machine = Machine()
    speaker = machine.speaker()
    speaker.load([BELL])
    speaker.begin()
    assert machine.preferred is not None
    with qtbot.waitSignal(speaker.changed):
        machine.preferred.get("gone")
    assert machine.fallback is not None
    assert (machine.fallback.loaded, machine.fallback.begun) == (["bowls/start"], 1)
    assert speaker.trouble is None
    with qtbot.waitSignal(speaker.changed):
        machine.fallback.get("no card")
    assert speaker.trouble == "gone"
    with qtbot.waitSignal(speaker.changed):
        machine.preferred.get(None)
    speaker.play(BELL, 1)
    assert speaker.trouble is None
    assert machine.preferred.played == [("bowls/start", 1)]


def test_the_device_that_was_chosen_holds_for_whichever_output_plays(qtbot: QtBot) -> None:
    machine = Machine()
    speaker = machine.speaker()
    speaker.choose("Headphones")
    assert machine.preferred is not None
    assert machine.preferred.chosen == "Headphones"
    with qtbot.waitSignal(speaker.changed):
        machine.preferred.get("gone")
    assert machine.fallback is not None
    assert machine.fallback.chosen == "Headphones"


def test_a_preferred_one_that_comes_later_is_taken_when_play_begins(qapp: object) -> None:
    machine = Machine(has_preferred=False)
    speaker = machine.speaker()
    assert speaker.way == "Pretended"
    machine.has_preferred = True
    speaker.begin()
    speaker.play(BELL, 1)
    assert machine.preferred is not None
    assert machine.preferred.played
    assert machine.preferred.begun


def test_a_preferred_one_that_comes_while_play_goes_on_is_taken(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaker_module, "_AGAIN_MS", 5)
    machine = Machine(has_preferred=False)
    speaker = machine.speaker()
    speaker.load([BELL])
    speaker.begin()
    machine.has_preferred = True
    qtbot.waitUntil(lambda: speaker.way == "Pretended" and machine.preferred is not None, timeout=2000)
    speaker.play(BELL, 1)
    assert machine.preferred is not None
    assert machine.preferred.played
    speaker.rest()


def test_the_preferred_hears_that_play_goes_on_while_the_fallback_plays(qtbot: QtBot) -> None:
    """It looks for what it lacks only then: sound would stay with the fallback for ever."""
    machine = Machine()
    speaker = machine.speaker()
    assert machine.preferred is not None
    with qtbot.waitSignal(speaker.changed):
        machine.preferred.get("gone")
    assert machine.fallback is not None
    speaker.rest()
    speaker.begin()
    assert (machine.preferred.begun, machine.fallback.begun) == (1, 1)
    speaker.rest()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt needs no server")
def test_qt_is_not_asked_where_no_server_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would never ask again; and a sound made without a server ends the process."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    assert not pulse.server_answers()
    assert qt_output(lambda: None) is None
    monkeypatch.setenv("PULSE_SERVER", "elsewhere.example")
    assert pulse.server_answers()
