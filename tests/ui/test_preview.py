"""Somebody writes an exercise and sees its figure beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hinge_gui.store.assets import asset
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.preview.window import PreviewWindow
from hinge_gui.ui.theme import Theme
from hinge_gui.verbs.preview import read
from tests.ui.asking import button


@pytest.fixture
def file(tmp_path: Path) -> Path:
    text = (asset("resources", "exercises") / "soleus-stretch.yaml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text(text.replace("id: soleus-stretch", "id: mine", 1), encoding="utf-8")
    return mine


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> PreviewWindow:
    shown = PreviewWindow(Theme("light"), file, lambda: read(file))
    qtbot.addWidget(shown)
    shown.resize(760, 720)
    shown.show()
    return shown


def told(window: PreviewWindow) -> str:
    return " ".join(words.text() for words in window.findChildren(QLabel) if words.isVisible())


def test_a_fault_is_told_at_its_place_and_goes_when_it_is_mended(
    qtbot: QtBot, window: PreviewWindow, file: Path
) -> None:
    sound = file.read_text(encoding="utf-8")
    assert told(window) == ""
    file.write_text(sound.replace("work_knee:", "work_kneee:"), encoding="utf-8")
    qtbot.waitUntil(lambda: "work_kneee" in told(window))
    assert told(window).startswith("Line ")
    assert "standing" in window.findChildren(FigureCard)[0].accessibleName()
    file.write_text(sound, encoding="utf-8")
    qtbot.waitUntil(lambda: told(window) == "")
    assert "standing" not in window.findChildren(FigureCard)[0].accessibleName()


def test_a_pose_that_does_not_hold_its_measures_is_shown_and_told(
    qtbot: QtBot, window: PreviewWindow, file: Path
) -> None:
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("knee-rule: [-3, 3], heel", "knee-rule: [30, 40], heel"), encoding="utf-8")
    qtbot.waitUntil(lambda: "out of its bounds 30 to 40" in told(window))
    assert "standing" not in window.findChildren(FigureCard)[0].accessibleName()


def test_a_file_that_goes_away_is_told_without_a_place(qtbot: QtBot, window: PreviewWindow, file: Path) -> None:
    file.unlink()
    qtbot.waitUntil(lambda: told(window).startswith("there is no such file"))


def test_start_and_end_are_two_pictures(qtbot: QtBot, window: PreviewWindow) -> None:
    (card,) = window.findChildren(FigureCard)
    empty = card.grab().toImage()
    qtbot.waitUntil(lambda: card.grab().toImage() != empty)
    end = card.grab().toImage()
    button(window, "Start").click()
    assert card.progress == 0.0
    qtbot.waitUntil(lambda: card.grab().toImage() not in (empty, end))


def test_a_file_that_is_not_sound_from_the_first_shows_a_person_standing(qtbot: QtBot, file: Path) -> None:
    file.write_text("format: hinge-exercise/1\n", encoding="utf-8")
    shown = PreviewWindow(Theme("light"), file, lambda: read(file))
    qtbot.addWidget(shown)
    shown.show()
    assert told(shown).startswith("Line ")
    assert "standing" in shown.findChildren(FigureCard)[0].accessibleName()
