"""How often the figure moves: as often as the machine affords."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hinge_gui.core.exercise import Exercise, Range, Side
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.player import conductor
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.frames import BREATH_LONG_MS, BREATH_MS, MOVE_MS, Frames, breath_at
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


def test_the_figure_with_which_play_begins_is_cast_while_the_start_screen_stands(
    qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conductor, "_AHEAD_MS", 0)
    practice, actor = practice_of(clock), Actor(Settings())
    shows = conductor.Conductor(practice, actor)
    made: list[str] = []
    monkeypatch.setattr(actor, "cast", lambda _exercise, _range, side: made.append(side))
    practice.set_no_floor(True)
    QApplication.processEvents()
    assert not made, "not before the first picture of the window"
    shows.cast_ahead()
    qtbot.waitUntil(lambda: made == ["left"], timeout=2000)


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


@pytest.mark.parametrize("hold_s", [3, 5, 7, 20, 30, 90])
def test_a_hold_ends_as_empty_as_it_began_and_one_breathes_at_ease(hold_s: int) -> None:
    hold_ms = hold_s * 1000.0
    assert breath_at(0, hold_ms) == breath_at(hold_ms, hold_ms) == pytest.approx(0, abs=1e-9)
    fullest = next(ms for ms in range(0, hold_s * 1000, 10) if breath_at(ms, hold_ms) > breath_at(ms + 10, hold_ms))
    assert 0.6 * BREATH_LONG_MS <= 2 * fullest <= 1.5 * BREATH_LONG_MS


@pytest.mark.parametrize("reduced_motion", [False, True])
def test_a_mark_fades_in_as_its_words_are_spoken(
    qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, reduced_motion: bool
) -> None:
    practice = practice_of(clock, settings=Settings({"reduced_motion": reduced_motion}))
    screen = PlayScreen(Theme("light"), practice)
    qtbot.addWidget(screen)
    told: list[float] = []
    monkeypatch.setattr(screen, "show_frame", lambda *frame: told.append(frame[-1]["in:0"]))
    shows = conductor.Conductor(practice, Actor(practice.settings))
    said_ms = next(cue.at_ms for cue in practice.timeline.cues if cue.key == "in:0")
    try:
        shows.show_on(screen)
        for place_ms in (said_ms - 100, said_ms + 250, said_ms + 500, said_ms + 5000):
            play_to(practice, place_ms)
            shows.refresh()
        assert told[-4:] == ([0.0, 1.0, 1.0, 1.0] if reduced_motion else [0.0, 0.5, 1.0, 1.0])
    finally:
        shows.show_on(None)
        practice.stop()


def test_while_a_mark_fades_in_a_hold_there_are_frames_as_in_a_movement(
    qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int | None] = []
    monkeypatch.setattr(Frames, "run", lambda _frames, interval_ms: asked.append(interval_ms))
    practice = practice_of(clock)
    screen = PlayScreen(Theme("light"), practice)
    qtbot.addWidget(screen)
    shows = conductor.Conductor(practice, Actor(Settings()))
    held_ms = place_of(practice, "hold")
    monkeypatch.setattr(conductor, "said_in", lambda *_: {"hold:0": held_ms + 2000})
    try:
        shows.show_on(screen)
        after: list[int | None] = []
        for since_ms in (1999, 2000, 2499, 2500):
            play_to(practice, held_ms + since_ms)
            shows.refresh()
            shows.finish_fade()
            after.append(asked[-1])
        assert after == [BREATH_MS, MOVE_MS, MOVE_MS, BREATH_MS]
    finally:
        shows.show_on(None)
        practice.stop()


@pytest.mark.parametrize(
    ("settings", "hold_s", "interval_ms"),
    [(Settings(), 30, BREATH_MS), (Settings(), 2, None), (Settings({"reduced_motion": True}), 30, None)],
    ids=["a breath", "too short for a breath", "reduced motion"],
)
def test_in_a_hold_nothing_but_breath_asks_for_frames(
    qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, settings: Settings, hold_s: int,
    interval_ms: int | None,
) -> None:  # fmt: skip
    asked: list[int | None] = []
    monkeypatch.setattr(Frames, "run", lambda _frames, interval_ms: asked.append(interval_ms))
    routine = Routine("one", "One hold", (ExerciseStep("calf", hold=hold_s),), rise=False)
    practice = practice_of(clock, routine, settings)
    screen = PlayScreen(Theme("light"), practice)
    qtbot.addWidget(screen)
    shows = conductor.Conductor(practice, Actor(settings))
    play_to(practice, place_of(practice, "hold") + 500)
    try:
        shows.show_on(screen)
        shows.finish_fade()
        assert asked[-1] == interval_ms
    finally:
        shows.show_on(None)
        practice.stop()
