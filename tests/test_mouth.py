"""Phrases between the practice and a voice that only pretends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hinge_gui.app.mouth import Mouth
from hinge_gui.core.events import CueDue
from hinge_gui.core.timeline import Cue, Timeline
from tests.helpers import FakeClock
from tests.silence import SilentVoice

NO_BELLS = Timeline("", "", (), ())


@pytest.fixture
def voice() -> SilentVoice:
    return SilentVoice()


@pytest.fixture
def mouth(qtbot: QtBot, voice: SilentVoice, clock: FakeClock) -> Iterator[Mouth]:
    parent = QObject()
    made = Mouth(voice, clock, parent)
    yield made
    made.hush()
    parent.deleteLater()


def due(text: str, at_ms: int = 0, late_ms: float = 0) -> CueDue:
    return CueDue(at_ms, Cue(at_ms, 0, "say", text=text), late_ms)


def test_the_second_waits_for_the_first(mouth: Mouth, voice: SilentVoice, clock: FakeClock) -> None:
    voice.known = {"first", "next"}
    mouth.due(due("first"), NO_BELLS)
    clock.advance(300)
    mouth.due(due("next"), NO_BELLS)
    assert voice.said == ["first"]
    clock.advance(800)
    mouth.go_on()
    assert voice.said == ["first", "next"]


def test_a_phrase_that_is_not_ready_is_hurried_and_said_when_it_is(mouth: Mouth, voice: SilentVoice) -> None:
    mouth.due(due("wait"), NO_BELLS)
    assert (voice.said, voice.hurried) == ([], ["wait"])
    voice.known.add("wait")
    mouth.go_on()
    assert voice.said == ["wait"]


def test_a_pause_cuts_off_what_is_said_and_forgets_the_rest(mouth: Mouth, voice: SilentVoice, clock: FakeClock) -> None:
    voice.known = {"first", "next"}
    mouth.due(due("first"), NO_BELLS)
    mouth.due(due("next"), NO_BELLS)
    mouth.hush()
    clock.advance(1500)
    mouth.go_on()
    assert (voice.said, voice.stopped) == (["first"], 1)
