"""How often the figure moves: as often as the machine affords."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.core.exercise import Exercise, Range, Side
from hinge_gui.core.settings import Settings
from hinge_gui.ui.player import conductor
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.frames import BREATH_MS, MOVE_MS, Frames
from hinge_gui.ui.player.play import PlayScreen
from hinge_gui.ui.theme import Theme
from tests.helpers import FakeClock
from tests.ui.practices import CALF, place_of, play_to, practice_of


class Cost:
    """A processor whose frames cost what they are said to cost."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._used_s = 0.0
        monkeypatch.setattr(time, "process_time", lambda: self._used_s)

    def frames(self, frames: Frames, cost_ms: float, times: int = 40) -> None:
        for _ in range(times):
            self._used_s += cost_ms / 1000
            frames.tick()
            frames.run(MOVE_MS)


@pytest.mark.parametrize(("cost_ms", "interval_ms"), [(2.0, 40), (7.0, 56), (9.0, 72), (60.0, 88)])
def test_a_slow_machine_shows_fewer_frames(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, cost_ms: float, interval_ms: int
) -> None:
    cost, frames = Cost(monkeypatch), Frames()
    frames.run(MOVE_MS)
    cost.frames(frames, cost_ms)
    assert frames.interval_ms == interval_ms
    frames.run(None)
    assert frames.interval_ms is None


def test_the_next_figure_is_cast_ahead_while_nothing_moves(
    qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conductor, "_AHEAD_MS", 0)
    practice, actor, screen = practice_of(clock), Actor(Settings()), PlayScreen(Theme("light"), practice_of(clock))
    qtbot.addWidget(screen)
    made: list[str] = []

    def cast(exercise: Exercise | None, range_: Range, side: Side) -> Cast:
        made.append(side)
        return Cast(exercise, range_, side, Settings())

    monkeypatch.setattr(actor, "cast", cast)
    shows = conductor.Conductor(practice, actor)
    play_to(practice, place_of(practice, "hold") + 5000)
    try:
        shows.show_on(screen)
        qtbot.waitUntil(lambda: made[-1] == "right", timeout=2000)
    finally:
        shows.show_on(None)
        practice.stop()


def test_a_picture_in_the_list_drives_out_no_figure_that_is_shown(qtbot: QtBot) -> None:
    actor = Actor(Settings())
    shown = actor.cast(CALF, side="left")
    for nth in range(5):
        actor.cast(replace(CALF, id=f"another-{nth}"), keep=False)
    assert actor.cast(CALF, side="left") is shown


def test_a_breath_keeps_its_pace(qtbot: QtBot) -> None:
    frames = Frames()
    frames.run(BREATH_MS)
    assert frames.interval_ms == BREATH_MS
    frames.run(None)
