"""The end of a practice: what was held, against what was planned."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from hinge_gui.core.practice import Held
from hinge_gui.core.routine import PauseStep, Routine
from hinge_gui.ui.player.end import EndScreen, held_rows
from tests.helpers import FakeClock
from tests.ui.asking import button, words
from tests.ui.practices import place_of, practice_of


def test_seconds_held_are_added_up_for_each_exercise(qtbot: QtBot, clock: FakeClock) -> None:
    practice = practice_of(clock)
    holds = [Held("calf", None, "left", 30, 30), Held("calf", None, "right", 30, 12.4)]
    rows = held_rows(practice.steps, practice.timeline, holds)
    assert rows == [("Calf stretch", 42.4, 60.0), ("Legs on the wall", 0.0, 20.0)]


def test_where_nothing_is_held_no_seconds_are_told(qtbot: QtBot, clock: FakeClock) -> None:
    screen = EndScreen(practice_of(clock, Routine("rest", "Rest", (PauseStep(5, "Breathe."),), ready=0)))
    qtbot.addWidget(screen)
    screen.refresh()
    assert "Held" not in words(screen)


def test_a_hold_that_was_cut_short_is_told_as_it_was(qtbot: QtBot, clock: FakeClock) -> None:
    practice = practice_of(clock)
    practice.play_from(place_of(practice, "hold", 2))
    for _ in range(9):
        clock.advance(1000)
        practice.skip_s(0)
    practice.seek(practice.timeline.total_ms)
    assert practice.view == "end"
    screen = EndScreen(practice)
    qtbot.addWidget(screen)
    screen.show()
    screen.refresh()
    assert "Well done." in words(screen)
    assert "9 of 20 s held" in words(screen)
    assert "0 of 60 s held" in words(screen)
    with qtbot.waitSignal(screen.closed):
        button(screen, "Close").click()
