"""Phrases between the practice and a voice that only pretends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hinge_gui.app.narrator import Narrator
from hinge_gui.core.events import CueDue
from hinge_gui.core.timeline import Cue, Timeline
from tests.helpers import FakeClock
from tests.silence import SilentVoice

NO_BELLS = Timeline("", "", (), ())


@pytest.fixture
def voice() -> SilentVoice:
    return SilentVoice()


@pytest.fixture
def narrator(qtbot: QtBot, voice: SilentVoice, clock: FakeClock) -> Iterator[Narrator]:
    parent = QObject()
    made = Narrator(voice, clock, parent)
    yield made
    made.hush()
    parent.deleteLater()


def due(text: str, at_ms: int = 0, late_ms: float = 0) -> CueDue:
    return CueDue(at_ms, Cue(at_ms, 0, "say", text=text), late_ms)


def test_the_second_waits_for_the_first(narrator: Narrator, voice: SilentVoice, clock: FakeClock) -> None:
    voice.known = {"first", "next"}
    narrator.due(due("first"), NO_BELLS)
    clock.advance(300)
    narrator.due(due("next"), NO_BELLS)
    assert voice.said == ["first"]
    clock.advance(800)
    narrator.go_on()
    assert voice.said == ["first", "next"]


def test_a_phrase_that_is_not_ready_is_hurried_and_said_when_it_is(narrator: Narrator, voice: SilentVoice) -> None:
    narrator.due(due("wait"), NO_BELLS)
    assert (voice.said, voice.hurried) == ([], ["wait"])
    voice.known.add("wait")
    narrator.go_on()
    assert voice.said == ["wait"]


def test_a_pause_cuts_off_what_is_said_and_forgets_the_rest(
    narrator: Narrator, voice: SilentVoice, clock: FakeClock
) -> None:
    voice.known = {"first", "next"}
    narrator.due(due("first"), NO_BELLS)
    narrator.due(due("next"), NO_BELLS)
    narrator.hush()
    clock.advance(1500)
    narrator.go_on()
    assert (voice.said, voice.stopped) == (["first"], 1)
