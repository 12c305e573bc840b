"""The figure lies on its side, sits and stands as the words of the way up say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.conductor import Conductor
from hinge_gui.ui.player.play import PlayScreen
from hinge_gui.ui.player.way_up import posture_at
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.helpers import FakeClock
from tests.ui.practices import ROUTINE, place_of, play_to, practice_of


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock, replace(ROUTINE, steps=(ExerciseStep("wall"), ExerciseStep("calf")), rise=True))


def posture(practice: Practice, place_ms: float) -> str | None:
    shown = posture_at(practice.timeline, place_ms)
    return shown.name if shown else None


def test_between_the_floor_and_standing_each_phrase_has_its_posture(practice: Practice) -> None:
    way = place_of(practice, "travel")
    assert [posture(practice, way + s * 1000) for s in (-1, 0, 19, 20, 49, 50, 59)] == [
        None, "Lying on one side", "Lying on one side", "Sitting", "Sitting", None, None,
    ]  # fmt: skip


def test_on_the_way_down_nobody_is_led_up(practice: Practice) -> None:
    assert {posture(practice, ms) for ms in range(0, place_of(practice, "travel"), 1000)} == {None}


def test_the_figure_changes_as_the_phrase_is_said(
    qtbot: QtBot, clock: FakeClock, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, screen = Actor(practice.settings), PlayScreen(Theme("light"), practice)
    qtbot.addWidget(screen)
    cast, shown = actor.cast, [""]

    def noted(exercise: Exercise | None, *args: object, **words: object) -> object:
        shown.append(exercise.name if exercise else "at ease")
        return cast(exercise, *args, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(actor, "cast", noted)
    shows = Conductor(practice, actor)
    play_to(practice, place_of(practice, "travel") + 19_900)
    try:
        shows.show_on(screen)
        assert shown[-1] == "Lying on one side"
        clock.advance(200)
        qtbot.waitUntil(lambda: shown[-1] == "Sitting", timeout=2000)
    finally:
        shows.show_on(None)
        practice.stop()
