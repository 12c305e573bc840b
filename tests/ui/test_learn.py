"""The learn page: every exercise in all its forms, the figure large, words beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui.learn.page import LearnPage
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, cut, named, words

STILL = Settings({"reduced_motion": True})


@pytest.fixture
def settings() -> Settings:
    return STILL


@pytest.fixture
def learn(qtbot: QtBot, practice: Practice) -> LearnPage:
    return _learn(qtbot, practice, Theme("light"), (1280, 800))


def _learn(qtbot: QtBot, practice: Practice, theme: Theme, size: tuple[int, int]) -> LearnPage:
    made = LearnPage(theme, practice)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(*size)
    made.open_at("hip-hinge")
    made.show()
    return made


def exercises(page: LearnPage) -> QListView:
    return named(page, QListView, "Exercises")


def test_the_exercises_of_the_practice_stand_first_in_its_order(learn: LearnPage, practice: Practice) -> None:
    model = exercises(learn).model()
    names = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert names[:3] == ["Calf stretch", "Soleus stretch", "Top of the foot stretch"]
    assert len(names) == len(practice.catalogue)


def test_it_opens_at_the_exercise_that_was_asked_for(learn: LearnPage) -> None:
    assert "Hip hinge" in words(learn).splitlines()
    assert "This is a skill more than an exercise." in words(learn)
    assert exercises(learn).currentIndex().data() == "Hip hinge"


def test_no_exercise_is_said_to_be_done(learn: LearnPage) -> None:
    model = exercises(learn).model()
    spoken = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert not any("done" in text for text in spoken)


def test_a_form_brings_its_own_words_and_says_how_hard_it_is(learn: LearnPage) -> None:
    assert button(learn, "Hands on a counter").isChecked()
    button(learn, "On hands and knees").click()
    assert "An easier form" in words(learn)
    assert "Come onto your hands and knees" in words(learn)


def test_the_list_leads_to_another_exercise(learn: LearnPage) -> None:
    view = exercises(learn)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Go barefoot" in words(learn)
    assert button(learn, "Usual form").isChecked()


def test_a_mistake_stands_beside_the_right_way_on_its_page_only(learn: LearnPage) -> None:
    button(learn, "Mistakes").click()
    button(learn, "Squatting instead").click()
    assert named(learn, FigureCard, "Mistake: Squatting instead").isVisible()
    assert [button(learn, name).isChecked() for name in ("Rounded back", "Squatting instead")] == [False, True]
    button(learn, "Squatting instead").click()
    assert button(learn, "Squatting instead").isChecked()
    button(learn, "Why").click()
    assert [c.accessibleName() for c in learn.findChildren(FigureCard) if c.isVisible()] == ["The right way"]


def test_the_side_turns_the_figure_round(learn: LearnPage) -> None:
    learn.open_at("calf-stretch")
    learn.finish_painting()
    card = named(learn, FigureCard, "The right way")
    right = card.grab().toImage()
    button(learn, "Left").click()
    learn.finish_painting()
    assert card.grab().toImage() != right


def test_both_sides_at_once_leave_nothing_to_choose(learn: LearnPage) -> None:
    learn.open_at("legs-on-the-wall")
    assert "Left" not in [b.text() for b in learn.findChildren(type(button(learn, "How"))) if b.isVisible()]


def test_a_narrow_page_has_arrows_instead_of_the_list(qtbot: QtBot, practice: Practice) -> None:
    page = _learn(qtbot, practice, Theme("light"), (900, 700))
    button(page, "Next exercise").click()
    assert "Legs on the wall" in words(page)  # what comes after the hinge in the practice
    button(page, "Exercise before").click()
    assert "Hip hinge" in words(page)


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.5), ((360, 640), 1.0)])
def test_no_text_is_cut(qtbot: QtBot, practice: Practice, size: tuple[int, int], scale: float) -> None:
    assert cut(_learn(qtbot, practice, Theme("light", scale), size)) == []
