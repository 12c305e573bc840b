"""The figure's pictures: when another steps on, no frame takes long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.figure_layer import FADE_STEPS, FigureLayer
from hinge_gui.ui.theme import Theme
from tests.ui.built_in import catalogue

FRAME = QRect(0, 0, 800, 400)
ROOM, FREE = QRectF(20, 20, 380, 360), QRectF(400, 0, 400, 400)


class Counted(Cast):
    """Counts what costs: the figure painted, the small picture painted."""

    painted = 0

    def paint(self, *args: object, **kwargs: object) -> None:
        Counted.painted += 1
        super().paint(*args, **kwargs)  # type: ignore[arg-type]

    def paint_inset(self, *args: object, **kwargs: object) -> None:
        Counted.painted += 1
        super().paint_inset(*args, **kwargs)  # type: ignore[arg-type]


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
