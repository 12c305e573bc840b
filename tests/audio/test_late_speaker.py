"""A speaker that is made bit by bit, and what is asked of it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.audio import pulse
from hinge_gui.audio.late_speaker import LateSpeaker
from hinge_gui.audio.speaker import Speaker
from tests.audio.test_speaker import Machine

BELL, OTHER = Path("bowls/start.wav"), Path("bowls/half.wav")


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def steps() -> list[str]:
    return []


@pytest.fixture
def late(
    qtbot: QtBot, machine: Machine, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[LateSpeaker]:
    monkeypatch.setattr(pulse, "server_answers", lambda: True)
    made = LateSpeaker(
        None,
        lambda parent: Speaker(parent, machine.make_preferred, machine.make_fallback),
        [lambda: steps.append("import"), lambda: steps.append("look")],
    )
    yield made
    made.close()


def test_nothing_is_made_before_play_begins(late: LateSpeaker, machine: Machine, steps: list[str]) -> None:
    late.load([BELL])
    late.rest()
    late.close()
    assert (machine.preferred, steps, late.trouble) == (None, [], None)


def test_what_is_asked_for_meanwhile_sounds_as_soon_as_it_can(
    late: LateSpeaker, machine: Machine, steps: list[str], qtbot: QtBot
) -> None:
    late.load([BELL, OTHER])
    with qtbot.waitSignal(late.changed):
        late.begin()
        late.play(BELL, 0.5)
        late.play(OTHER, 0.5)
        late.stop(OTHER)
        assert steps == [], "the caller was held up"
    assert steps == ["import", "look"]
    assert machine.preferred is not None
    assert machine.preferred.loaded == ["bowls/start", "bowls/half"]
    assert (machine.preferred.begun, machine.preferred.played) == (1, [("bowls/start", 0.5)])


def test_qt_is_not_warmed_where_no_server_answers(
    late: LateSpeaker, machine: Machine, steps: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "server_answers", lambda: False)
    with qtbot.waitSignal(late.changed):
        late.begin()
    assert steps == []
    assert machine.preferred is not None
