"""The settings' words for the figure are the figure's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.settings import BY_KEY, Settings
from hinge_gui.figure.look import BUILDS, CLOTHES, HAIR, HAIR_COLOURS, SKIN, Look
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.cast import Cast
from hinge_gui.ui.player.looks import look_of
from hinge_gui.ui.theme import Theme
from tests.ui.built_in import catalogue


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("body", tuple(BUILDS)), ("skin", SKIN), ("hair", HAIR), ("hair_colour", HAIR_COLOURS), ("clothes", CLOTHES),
    ],
)  # fmt: skip
def test_every_choice_is_one_that_the_figure_knows(key: str, words: tuple[str, ...]) -> None:
    assert tuple(BY_KEY[key].choices or ()) == words


def test_without_marks_the_body_is_alone_and_no_muscle_is_lit(qapp: QApplication) -> None:
    exercise = catalogue()["calf-stretch"]
    unmarked = replace(exercise, figure={**(exercise.figure or {}), "marks": []})

    def painted(exercise: Exercise, *, marks: bool) -> QImage:
        cast = Cast(exercise, "usual", "right", Settings({"marks": marks}))
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(0)
        painter, theme = QPainter(image), Theme("light")
        cast.paint(painter, cast.fitted(QRectF(image.rect())), cast.palette(theme), 1.0)
        painter.end()
        return image

    assert painted(exercise, marks=False) == painted(unmarked, marks=True) != painted(exercise, marks=True)


def test_the_usual_figure_is_the_usual_one() -> None:
    assert look_of(Settings()) == Look()


@pytest.mark.parametrize(
    ("key", "word"), [("body", "older"), ("skin", "ebony"), ("hair", "long"), ("hair_colour", "grey"),
                      ("clothes", "plum"), ("marks", False)],
)  # fmt: skip
def test_another_choice_is_another_figure(key: str, word: str | bool) -> None:
    changed = Settings().with_value(key, word)
    assert not Actor(Settings()).looks_like(changed)
    if key != "marks":
        assert look_of(changed) != look_of(Settings())
