"""A drag turns the figure, a double click brings it back; a click is still a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.figure.look import Look
from hinge_gui.paint.still import stage_of
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.theme import Theme
from tests.ui.built_in import catalogue

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
