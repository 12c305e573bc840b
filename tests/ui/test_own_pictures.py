"""An exercise of a person's own shows its pictures where others show the figure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from hinge_gui.core.exercise import Exercise, Learn, Picture, Side
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.compare import Compare
from hinge_gui.ui.player.picture_card import PictureCard
from hinge_gui.ui.player.picture_cast import PictureCast
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.helpers import FakeClock
from tests.ui.asking import named
from tests.ui.built_in import catalogue


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    """Three seconds of red, then two that are half blue, half green."""
    pictures = []
    for name, left, right in (("one", "red", "red"), ("two", "blue", "lime")):
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(QColor(right))
        for y in range(60):
            for x in range(30):
                image.setPixelColor(x, y, QColor(left))
        assert image.save(str(tmp_path / f"{name}.png"))
        seconds = 3.0 if name == "one" else 2.0
        pictures.append(Picture(f"{name}.png", f"Picture {name}", seconds, str(tmp_path / f"{name}.png")))
    return replace(catalogue()["calf-stretch"], id="own", figure=None, pictures=tuple(pictures))


def shown(qtbot: QtBot, exercise: Exercise, side: Side = "right") -> Stage:
    stage = Stage(Theme("light"))
    qtbot.addWidget(stage)
    stage.resize(400, 300)
    stage.show_cast(Actor(Settings()).cast(exercise, side=side), fade=False)
    return stage


def colours(stage: Stage) -> tuple[str, str]:
    """Left and right of the stage's middle."""
    image = stage.grab().toImage()
    x, y = image.width() // 2, image.height() // 2
    return image.pixelColor(x - 40, y).name(), image.pixelColor(x + 40, y).name()


@pytest.mark.parametrize(
    ("place_ms", "left", "right"),
    [
        (0, "#ff0000", "#ff0000"),
        (2_900, "#ff0000", "#ff0000"),
        (3_100, "#0000ff", "#00ff00"),
        (5_100, "#ff0000", "#ff0000"),
    ],
)
def test_each_is_shown_for_its_seconds(qtbot: QtBot, exercise: Exercise, place_ms: int, left: str, right: str) -> None:
    stage = shown(qtbot, exercise)
    stage.set_pose(0.5, 0.0, place_ms)
    assert colours(stage) == (left, right)


def test_on_the_other_side_they_are_mirrored(qtbot: QtBot, exercise: Exercise) -> None:
    stage = shown(qtbot, exercise, "left")
    stage.set_pose(0.5, 0.0, 4_000)
    assert colours(stage) == ("#00ff00", "#0000ff")
    both = shown(qtbot, replace(exercise, sides="both"), "left")
    both.set_pose(0.5, 0.0, 4_000)
    assert colours(both) == ("#0000ff", "#00ff00")


def test_their_words_are_there_for_a_screen_reader(qtbot: QtBot, exercise: Exercise) -> None:
    assert shown(qtbot, exercise).accessibleDescription() == "Picture one. Picture two"


def test_the_list_shows_the_first_and_a_lost_one_leaves_a_person_standing(qtbot: QtBot, exercise: Exercise) -> None:
    cast = Actor(Settings()).cast(exercise)
    assert isinstance(cast, PictureCast)
    assert cast.thumbnail(Theme("light"), 40, 1.0).pixelColor(20, 20).name() == "#ff0000"
    lost = replace(exercise, pictures=tuple(replace(p, path=p.path + ".gone") for p in exercise.pictures))
    assert not isinstance(Actor(Settings()).cast(lost), PictureCast)


def test_the_drawer_shows_all_of_them(qtbot: QtBot, exercise: Exercise) -> None:
    card = PictureCard(Theme("light"), 200, exercise.pictures, mirrored=False)
    qtbot.addWidget(card)
    card.resize(400, 200)
    assert card.accessibleName() == "Picture one. Picture two"
    image = card.grab().toImage()
    assert [image.pixelColor(x, 100).name() for x in (100, 260, 340)] == ["#ff0000", "#0000ff", "#00ff00"]


def test_right_beside_wrong_shows_them_in_the_figures_place(
    qtbot: QtBot, clock: FakeClock, exercise: Exercise
) -> None:
    practice = Practice({"own": replace(exercise, learn=Learn())}, clock, Settings())
    practice.open(Routine("small", "Small", (ExerciseStep("own"),)))
    compare = Compare(practice, Theme("light"))
    qtbot.addWidget(compare)
    compare.show()
    assert named(compare, PictureCard, "Picture one. Picture two").isVisible()
    assert not compare.pair.isVisible()


def thumbnail(file: Path, image: QImage, theme: str) -> QImage:
    assert image.save(str(file))
    cast = PictureCast([Picture(file.name, "", 5.0, str(file))], Settings(), mirrored=False)
    return cast.thumbnail(Theme("dark" if theme == "dark" else "light"), 40, 1.0)


def test_what_is_see_through_lies_on_paper_where_all_around_is_dark(qtbot: QtBot, tmp_path: Path) -> None:
    clear = QImage(60, 60, QImage.Format.Format_ARGB32)
    clear.fill(0)
    assert thumbnail(tmp_path / "clear.png", clear, "dark").pixelColor(20, 20).lightness() > 200
    assert thumbnail(tmp_path / "clear.png", clear, "light").pixelColor(20, 20).alpha() == 0


def test_of_a_wide_picture_a_thumbnail_shows_the_middle_and_all_of_its_height(qtbot: QtBot, tmp_path: Path) -> None:
    wide = QImage(400, 60, QImage.Format.Format_RGB32)
    wide.fill(QColor("blue"))
    for x in range(190, 210):
        for y in range(60):
            wide.setPixelColor(x, y, QColor("red"))
    small = thumbnail(tmp_path / "wide.png", wide, "light")
    assert [small.pixelColor(20, y).name() for y in (1, 20, 38)] == ["#ff0000"] * 3
    assert small.pixelColor(1, 20).name() == "#0000ff"
