"""A drag turns the figure, a double click brings it back; a click is still a click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.moment import moment
from hinge_gui.core.settings import Settings
from hinge_gui.figure.look import Look
from hinge_gui.figure.staging import stage_of
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.player.figures import Shown
from hinge_gui.ui.player.follow import FollowView
from hinge_gui.ui.player.pair import Pair
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.window import Window
from tests.helpers import FakeClock
from tests.ui.built_in import catalogue
from tests.ui.practices import place_of, play_to, practice_of

LEFT = Qt.MouseButton.LeftButton


def drag(widget: QWidget, way: QPoint) -> None:
    middle = widget.rect().center()
    QTest.mousePress(widget, LEFT, pos=middle)
    QTest.mouseMove(widget, middle + way / 2)
    QTest.mouseMove(widget, middle + way)
    QTest.mouseRelease(widget, LEFT, pos=middle + way)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    shown = Stage(Theme("light"))
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.show_cast(Cast(catalogue()["hip-hinge"], "usual", "right", Settings()))
    shown.show()
    return shown


def test_a_drag_turns_the_body_and_a_double_click_brings_it_back(stage: Stage) -> None:
    before = picture(stage)
    drag(stage, QPoint(120, 30))
    assert picture(stage) != before
    QTest.mouseDClick(stage, LEFT)
    assert picture(stage) == before


def test_a_click_is_told_and_a_drag_is_not(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.assertNotEmitted(stage.pressed):
        drag(stage, QPoint(120, 0))
    with qtbot.waitSignal(stage.pressed):
        QTest.mouseClick(stage, LEFT)


def test_a_thumbnail_does_not_turn_with_it(qtbot: QtBot) -> None:
    theme, cast = Theme("light"), Cast(catalogue()["hip-hinge"], "usual", "right", Settings())
    before, bounds = cast.thumbnail(theme, 48, 1.0), cast.bounds
    cast.turn(60, 10)
    turned = cast.bounds
    assert turned != bounds
    assert cast.thumbnail(theme, 48, 1.0) == before
    assert cast.bounds == turned


def test_a_card_tells_from_where_one_looks(qtbot: QtBot) -> None:
    card = FigureCard(Theme("light"), 240)
    qtbot.addWidget(card)
    figure = catalogue()["hip-hinge"].figure or {}
    card.show_figure(lambda: stage_of(figure), Look(), "Hip hinge")
    card.show()
    before = picture(card)
    qtbot.waitUntil(lambda: picture(card) != before)
    with qtbot.waitSignal(card.turned) as told:
        drag(card, QPoint(-80, 0))
    assert told.args is not None
    assert told.args[0] != stage_of(figure).home


@pytest.mark.parametrize("name", ["legs-on-the-wall", "top-of-foot-stretch", "twist-on-the-floor"])
def test_the_small_picture_finds_a_place_that_nothing_takes(qtbot: QtBot, name: str) -> None:
    cast = Cast(catalogue()[name], "usual", "right", Settings())
    room, free = QRectF(40, 60, 900, 520), QRectF(0, 200, 980, 420)
    assert free.contains(cast.inset_square(room, free))
    cast.turn(20, 0)
    assert cast.inset_square(room, free).isNull()


@pytest.fixture
def window(qtbot: QtBot, clock: FakeClock) -> Iterator[Window]:
    """In the middle of a hold."""
    practice = practice_of(clock)
    shown = Window(Theme("light"), practice)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitSignal(shown.painted):
        shown.show()
    shown.activateWindow()
    play_to(practice, place_of(practice, "hold") + 3000)
    practice.play_pause()
    shown.finish_painting()
    yield shown
    practice.stop()


def press(window: Window, *keys: Qt.Key, shift: bool = True) -> None:
    for key in keys:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window.focusWidget(), key, held)


@pytest.mark.parametrize("follows", [False, True])
def test_keys_turn_the_figure_and_bring_it_back(window: Window, follows: bool) -> None:
    if follows:
        window.follow(full_screen=False)
        window.finish_painting()
    home = picture(window)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(window, key)
        assert picture(window) != home
        press(window, Qt.Key.Key_0, shift=False)
        assert picture(window) == home
    press(window, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert picture(window) == home


def test_a_figure_turned_on_the_page_is_turned_in_the_follow_view_too_and_the_other_way(window: Window) -> None:
    def follow() -> QImage:
        window.follow(full_screen=False)
        window.finish_painting()
        return picture(window)

    home = follow()
    window.leave_follow()
    page = picture(window)
    press(window, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert follow() != home
    press(window, Qt.Key.Key_0, shift=False)
    assert picture(window) == home
    window.leave_follow()
    assert picture(window) == page


def test_a_view_that_lies_is_dragged_as_it_is_seen(qtbot: QtBot) -> None:
    cast = Cast(catalogue()["hip-hinge"], "usual", "right", Settings())
    practice = practice_of(FakeClock())
    now = moment(practice.steps, practice.timeline, 0)
    view = FollowView(Theme("light"), 2.5)
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show_moment(now, cast, "paused")
    drag(view, QPoint(100, 0))
    upright = cast.seen_from
    cast.turn_back()
    view.turn()
    drag(view, QPoint(0, 100))  # to the right of somebody who lies on the left side
    assert cast.seen_from == upright


def test_both_figures_of_a_comparison_turn_together(qtbot: QtBot) -> None:
    exercise, pair = catalogue()["hip-hinge"], Pair(Theme("light"), 240)
    qtbot.addWidget(pair)
    pair.resize(700, 300)
    pair.show_pair(Shown(exercise, "right", "usual", Look()), exercise.learn.mistakes[0])
    pair.finish_painting()
    home = picture(pair)
    pair.turn_figure(30, 0)
    turned = picture(pair)
    assert turned.copy(0, 0, 340, 300) != home.copy(0, 0, 340, 300)
    assert turned.copy(360, 0, 340, 300) != home.copy(360, 0, 340, 300)
    pair.turn_figure_back()
    assert picture(pair) == home


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1024, 640)])
@pytest.mark.parametrize("name", ["legs-on-the-wall", "top-of-foot-stretch", "calf-stretch"])
def test_the_follow_view_shows_the_small_picture_too(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    practice = practice_of(FakeClock())
    view = FollowView(Theme("light"), 2.5)
    qtbot.addWidget(view)
    view.resize(*size)
    with_inset = Cast(catalogue()[name], "usual", "right", Settings())
    view.show_moment(moment(practice.steps, practice.timeline, 0), with_inset, "playing")
    view.show_frame(1.0, 0.0, 0.5, 0.0, {})
    shown = picture(view)
    without = without_inset(name)
    view.show_moment(moment(practice.steps, practice.timeline, 0), without, "playing")
    view.show_frame(1.0, 0.0, 0.5, 0.0, {})
    assert picture(view) != shown


def without_inset(name: str) -> Cast:
    exercise = catalogue()[name]
    figure = {key: value for key, value in (exercise.figure or {}).items() if key != "inset"}
    return Cast(replace(exercise, figure=figure), "usual", "right", Settings())
