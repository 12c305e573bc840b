"""Light at the screen's edge, each bell in a shape of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.events import CueDue, Paused
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Bell, Cue
from hinge_gui.ui.player.lights import Lights, bands
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.helpers import FakeClock
from tests.ui.practices import practice_of

BELLS: tuple[Bell, ...] = ("start", "half", "switch", "end", "finish")
QUIET = Settings({"quiet_house": "soft"})


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock, settings=QUIET)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    return made


@pytest.fixture
def lights(page: QWidget, practice: Practice) -> Iterator[Lights]:
    made = Lights(Theme("light"), practice, lambda: False, page)
    yield made
    made.hide()
    timer_of(made).stop()


def timer_of(lights: Lights) -> QTimer:
    (timer,) = lights.findChildren(QTimer)
    return timer


def ring(practice: Practice, bell: Bell, late_ms: float = 0) -> None:
    practice.fact.emit(CueDue(0, Cue(0, 0, "bell", bell=bell), late_ms))


def go_on(lights: Lights, steps: int) -> list[float]:
    """So many ticks of its timer; how bright it was after each."""
    levels = []
    for _ in range(steps):
        timer_of(lights).timeout.emit()
        levels.append(lights.level if lights.isVisible() else 0.0)
    return levels


def lit(page: QWidget) -> tuple[bool, ...]:
    """Whether the middle of each edge differs from the middle of the page: top, bottom, left, right, upper left."""
    picture: QImage = page.grab().toImage()
    spots = (QPoint(320, 2), QPoint(320, 397), QPoint(2, 300), QPoint(637, 300), QPoint(2, 60))
    middle = picture.pixelColor(320, 200)
    return tuple(picture.pixelColor(spot) != middle for spot in spots)


def test_no_two_bells_have_the_same_shape() -> None:
    shapes = {bell: bands(bell, 1600, 900) for bell in BELLS}
    for one, other in combinations(BELLS, 2):
        assert shapes[one] != shapes[other]
    assert min(rect.height() for edge, rect in shapes["end"]) >= 60  # px of 900: seen from the mat


@pytest.mark.parametrize(
    ("bell", "seen"),
    [
        ("start", (True, True, True, True, True)), ("half", (False, True, True, True, False)),
        ("switch", (False, False, True, True, True)), ("end", (True, True, False, False, False)),
    ],
)  # fmt: skip
def test_a_bell_lights_its_edges_and_goes_out(
    lights: Lights, practice: Practice, page: QWidget, bell: Bell, seen: tuple[bool, ...]
) -> None:
    ring(practice, bell)
    go_on(lights, 8)
    assert lit(page) == seen
    levels = go_on(lights, 60)
    assert levels[-1] == 0
    assert not timer_of(lights).isActive()


def test_it_rises_and_falls_slowly_and_once(lights: Lights, practice: Practice) -> None:
    ring(practice, "start")
    levels = go_on(lights, 53)
    top = levels.index(1.0)
    assert levels[:top] == sorted(levels[:top])
    assert levels[top:] == sorted(levels[top:], reverse=True)
    assert max(abs(a - b) for a, b in pairwise(levels)) < 0.25


def test_a_bell_that_follows_takes_the_light_over_and_does_not_blink(lights: Lights, practice: Practice) -> None:
    ring(practice, "end")
    go_on(lights, 15)
    ring(practice, "switch")
    assert lights.level == 1.0


def test_with_less_motion_it_is_there_and_gone_without_a_frame_between(lights: Lights, practice: Practice) -> None:
    practice.set_settings(QUIET.with_value("reduced_motion", True))
    ring(practice, "start")
    assert lights.level == 1.0
    assert timer_of(lights).isSingleShot()
    assert go_on(lights, 1) == [0.0]


def test_a_house_that_is_not_quiet_a_tick_and_a_bell_long_past_light_nothing(
    lights: Lights, practice: Practice
) -> None:
    ring(practice, "tick")
    ring(practice, "start", late_ms=5000)
    practice.set_settings(Settings())
    ring(practice, "start")
    assert not lights.isVisible()
    assert not timer_of(lights).isActive()


def test_a_pause_puts_it_out(lights: Lights, practice: Practice) -> None:
    ring(practice, "start")
    practice.fact.emit(Paused(0, "person"))
    assert not lights.isVisible()
    assert not timer_of(lights).isActive()
