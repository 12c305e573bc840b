"""The figure's pictures: when another steps on, no frame takes long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.figure_layer import FADE_STEPS, FigureLayer
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.theme import Theme
from tests.paint.figures import differing
from tests.ui.built_in import catalogue

FRAME = QRect(0, 0, 800, 400)
ROOM, FREE = QRectF(20, 20, 380, 360), QRectF(400, 0, 400, 400)


class Counted(Cast):
    """Counts what costs: the figure painted, the small picture painted."""

    painted = 0
    largest = QSize()
    rested: ClassVar[list[Cast]] = []

    def paint(self, painter: QPainter, *args: object, **kwargs: object) -> None:
        Counted.painted += 1
        Counted.largest = QSize(painter.device().width(), painter.device().height())
        super().paint(painter, *args, **kwargs)  # type: ignore[arg-type]

    def paint_inset(self, *args: object, **kwargs: object) -> None:
        Counted.painted += 1
        super().paint_inset(*args, **kwargs)  # type: ignore[arg-type]

    def rest(self) -> None:
        Counted.rested.append(self)
        super().rest()


@pytest.fixture
def layer(qtbot: QtBot) -> Iterator[FigureLayer]:
    made = FigureLayer(Theme("light"))
    step_on(made, "calf-stretch")
    shown(made)
    yield made
    Counted.painted = 0


def step_on(layer: FigureLayer, exercise: str) -> None:
    layer.show_cast(Counted(catalogue()[exercise], "usual", "right", Settings()), fade=True)
    layer.place(FRAME, ROOM, 1.0, FREE)


def shown(layer: FigureLayer) -> QImage:
    image = QImage(FRAME.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    layer.paint(painter, FRAME)
    painter.end()
    return image


def test_the_figure_before_is_not_painted_again(layer: FigureLayer) -> None:
    before = shown(layer)
    Counted.painted = 0
    layer.show_cast(Counted(catalogue()["twist-on-the-floor"], "usual", "right", Settings()), fade=True)
    layer.step_fade()
    assert shown(layer) == before, "it does not go at once"
    assert Counted.painted == 0


def test_a_fade_paints_one_new_picture_a_frame(layer: FigureLayer) -> None:
    Counted.painted = 0
    step_on(layer, "twist-on-the-floor")  # with a small picture of the pelvis
    costs = []
    while layer.fading:
        layer.step_fade()
        shown(layer)
        costs.append(Counted.painted)
        Counted.painted = 0
    assert len(costs) <= FADE_STEPS + 1
    assert sum(costs) == 2, "the figure, and its small picture"
    assert max(costs) == 1


def test_a_picture_is_as_large_as_the_figure_but_for_a_wall_that_goes_on(layer: FigureLayer) -> None:
    step_on(layer, "hip-hinge")
    shown(layer)
    assert Counted.largest.width() < FRAME.width() / 2
    step_on(layer, "legs-on-the-wall")
    while layer.fading:
        layer.step_fade()
        shown(layer)
    assert Counted.largest == FRAME.size()


def test_nothing_of_a_picture_is_lost_at_its_edges(layer: FigureLayer) -> None:
    """Against the same figure painted on the whole frame at once."""
    for exercise in ("calf-stretch", "hip-hinge", "legs-on-the-wall", "twist-on-the-floor"):
        layer.show_cast(Cast(catalogue()[exercise], "usual", "left", Settings()), fade=False)
        layer.place(FRAME, ROOM, 1.0)
        for progress in (0.0, 0.5, 1.0):
            layer.set_pose(progress, 0.0)
            whole = QImage(FRAME.size(), QImage.Format.Format_ARGB32_Premultiplied)
            whole.fill(0)
            painter = QPainter(whole)
            assert layer.cast is not None
            layer.cast.paint(painter, layer.cast.fitted(ROOM), layer.cast.palette(Theme("light")), progress)
            painter.end()
            assert shown(layer) == whole, (exercise, progress)


def test_who_steps_off_is_let_go_of(layer: FigureLayer) -> None:
    before = layer.cast
    Counted.rested.clear()
    step_on(layer, "twist-on-the-floor")
    assert Counted.rested == [before]


def test_a_stage_that_nobody_sees_paints_anew_when_it_is_seen(qtbot: QtBot) -> None:
    """In between it keeps no picture."""
    stage = Stage(Theme("light"))
    qtbot.addWidget(stage)
    stage.resize(FRAME.size())
    stage.show_cast(Counted(catalogue()["calf-stretch"], "usual", "right", Settings()))
    stage.show()
    before = stage.grab().toImage()
    Counted.painted = 0
    assert stage.grab().toImage() == before
    assert Counted.painted == 0
    stage.hide()
    stage.show()
    assert stage.grab().toImage() == before
    assert Counted.painted == 1


@pytest.mark.parametrize(
    ("width", "height", "pictures"), [(800, 400, 5), (1600, 800, 5), (240, 300, 2)]
)
def test_a_breath_has_fewer_pictures_where_they_are_large(
    layer: FigureLayer, width: int, height: int, pictures: int
) -> None:
    layer.show_cast(Counted(catalogue()["hip-hinge"], "usual", "right", Settings()), fade=False)
    layer.place(QRect(0, 0, width, height), QRectF(4, 20, width - 8, height - 40), 1.0)
    layer.set_pose(1.0, 0.0)
    shown(layer)
    Counted.painted = 0
    for n in range(21):
        layer.set_pose(1.0, n / 20)
        shown(layer)
    assert Counted.painted == pictures


def test_only_a_mark_that_comes_paints_a_hold_anew(layer: FigureLayer) -> None:
    layer.show_cast(Counted(catalogue()["calf-stretch"], "usual", "right", Settings()), fade=False)
    layer.set_pose(1.0, 0.0, told={"hold:0": 0.0, "hold:1": 0.0})
    unsaid = shown(layer)
    Counted.painted = 0
    for told in ({"hold:0": 0.0, "hold:1": 0.0}, {"hold:0": 0.0, "hold:1": 0.0, "hold:2": 1.0}):
        assert layer.set_pose(1.0, 0.0, told=told).isEmpty(), "no mark goes with the third phrase"
    assert Counted.painted == 0
    assert not layer.set_pose(1.0, 0.0, told={"hold:0": 0.5, "hold:1": 0.0}).isEmpty()
    half = shown(layer)
    layer.set_pose(1.0, 0.0, told={"hold:0": 1.0, "hold:1": 1.0})
    whole = shown(layer)
    assert unsaid != half != whole
    layer.set_pose(1.0, 0.0, told=None)
    assert shown(layer) == whole, "what a picture shows"


def test_while_a_mark_comes_in_a_hold_breath_costs_nothing_more(layer: FigureLayer) -> None:
    layer.show_cast(Counted(catalogue()["hip-hinge"], "usual", "right", Settings()), fade=False)
    for breath in (0.0, 0.2, 0.4):
        layer.set_pose(1.0, breath, told={"hold:0": 0.0})
        shown(layer)
    Counted.painted = 0
    for share in (0.25, 0.5, 0.75, 1.0):
        layer.set_pose(1.0, 0.4, told={"hold:0": share})
        shown(layer)
    assert Counted.painted == 4
    full = shown(layer)
    layer.set_pose(1.0, 0.0, told={"hold:0": 1.0})
    empty = shown(layer)
    assert empty != full
    layer.set_pose(0.5, 0.0, told={"hold:0": 1.0})
    layer.set_pose(1.0, 0.0, told={"hold:0": 1.0})
    assert differing(empty, shown(layer)) < 0.002, "as if there had been no breath"


def test_the_small_picture_is_painted_anew_only_where_it_shows_something_new(layer: FigureLayer) -> None:
    box = layer._small.box
    assert not box.isEmpty()
    steps = []
    for n in range(1, 49):
        dirty = layer.set_pose(n / 48, 0.0)
        if not dirty.isEmpty():
            steps.append(dirty.contains(box))
            shown(layer)
    assert 0 < steps.count(True) < len(steps)


def test_a_mark_comes_before_a_wall_that_fills_the_frame_too(layer: FigureLayer) -> None:
    layer.show_cast(Counted(catalogue()["legs-on-the-wall"], "usual", "right", Settings()), fade=False)
    layer.place(FRAME, ROOM, 1.0)
    layer.set_pose(1.0, 0.0, told={"hold:1": 0.0})
    unsaid = shown(layer)
    layer.set_pose(1.0, 0.0, told={"hold:1": 1.0})
    assert shown(layer) != unsaid
    layer.set_pose(1.0, 0.0, told={"hold:1": 0.0})
    assert shown(layer) == unsaid


def test_who_has_come_to_rest_before_a_wall_is_one_picture(layer: FigureLayer) -> None:
    layer.show_cast(Counted(catalogue()["legs-on-the-wall"], "usual", "right", Settings()), fade=False)
    layer.place(FRAME, ROOM, 1.0)
    for progress in (0.0, 0.5, 1.0):
        layer.set_pose(progress, 0.0)
        shown(layer)
    at_rest = shown(layer)
    Counted.painted = 0
    assert shown(layer) == at_rest
    assert Counted.painted == 0
    layer.let_go()
    assert shown(layer) == at_rest


@pytest.mark.parametrize(
    ("size", "lower"), [((952, 472), True), ((696, 316), False)], ids=["where there is room", "where there is none"]
)
def test_no_board_on_the_wall_runs_behind_the_words(qtbot: QtBot, size: tuple[int, int], lower: bool) -> None:
    """The figure lies lower for it; else a veil lies between."""
    stage, usual = Stage(Theme("light")), Stage(Theme("light"))
    for one, ends in ((stage, 183), (usual, 0)):
        qtbot.addWidget(one)
        one.resize(*size)
        one.show_cast(Cast(catalogue()["legs-on-the-wall"], "usual", "right", Settings()))
        one.set_beside(211, 252, 260, ends)
    heights = [one._figure.cast.fitted(one._figure._room).dy() for one in (stage, usual)]  # type: ignore[union-attr]
    assert (heights[0] > heights[1]) is lower
    changed = stage.grab().toImage().pixelColor(100, 100) != usual.grab().toImage().pixelColor(100, 100)
    assert changed is not lower


def test_a_wall_fills_the_frame_however_small_the_figure_is(layer: FigureLayer) -> None:
    step_on(layer, "legs-on-the-wall")
    layer.place(FRAME, QRectF(700, 300, 60, 60), 1.0)
    while layer.fading:
        layer.step_fade()
    picture = shown(layer)
    assert {picture.pixelColor(x, 2).alpha() for x in (2, 400, 797)} == {255}


def test_where_it_is_low_the_figure_stands_beside_the_last_of_the_words(qtbot: QtBot) -> None:
    stage = Stage(Theme("light"))
    qtbot.addWidget(stage)
    stage.resize(312, 165)
    stage.show_cast(Cast(catalogue()["calf-stretch"], "usual", "right", Settings()))
    stage.set_beside(225, 124, 145, 121)
    figure = stage._figure
    assert figure.cast
    assert figure.cast.fitted(figure._room).mapRect(figure.cast.bounds).left() >= 225
