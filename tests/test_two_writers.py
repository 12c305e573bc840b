"""Two windows, or a window and a text editor, at one file: what one writes the other shows, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hinge_gui.app import App
from hinge_gui.store.atomic import write_atomic
from hinge_gui.ui.editor.page import EditorPage
from hinge_gui.ui.question import Question
from tests.helpers import OpenApp
from tests.ui.asking import button, words

SECOND = 1000
MINE = """# for my left calf
format: hinge-routine/1
name: Mine

steps:
  - exercise: calf-stretch
    hold: 30   # the physio said so
"""
THEIRS = MINE.replace("hold: 30", "hold: 60")
Write = Callable[[Path, str], object]


def in_place(file: Path, text: str) -> object:
    """As nano and many others save."""
    return file.write_text(text)


WAYS = pytest.mark.parametrize("write", [in_place, write_atomic], ids=["in place", "replaced"])


@pytest.fixture
def app(open_app: OpenApp, mine: Path) -> App:
    return open_app("mine")


def editor(app: App) -> EditorPage:
    app.show_page("editor")
    page = app.window.beside.page
    assert isinstance(page, EditorPage)
    return page


def questions(app: App) -> list[Question]:
    return [q for q in app.window.findChildren(Question) if q.isVisible()]


def asked(qtbot: QtBot, app: App) -> Question:
    qtbot.waitUntil(lambda: len(questions(app)) == 1, timeout=SECOND)
    return questions(app)[0]


@WAYS
def test_the_start_screen_shows_within_a_second_what_a_text_editor_wrote(
    qtbot: QtBot, app: App, mine: Path, write: Write
) -> None:
    before_ms = app.practice.timeline.total_ms
    write(mine, THEIRS)
    qtbot.waitUntil(lambda: app.practice.timeline.total_ms == before_ms + 4 * 30_000, timeout=SECOND)


@WAYS
def test_the_editor_takes_over_what_changed_while_nothing_was_changed_in_it(
    qtbot: QtBot, app: App, mine: Path, write: Write
) -> None:
    page = editor(app)
    write(mine, THEIRS)
    qtbot.waitUntil(lambda: "60 s" in words(page), timeout=SECOND)
    assert not page.differs
    assert not questions(app)
    button(page, "Repetitions: more").click()
    button(page, "Save").click()
    saved = mine.read_text()
    assert "repetitions: 3" in saved
    assert "hold: 60   # the physio said so" in saved


@WAYS
def test_with_changes_of_ones_own_one_is_asked_at_once(qtbot: QtBot, app: App, mine: Path, write: Write) -> None:
    page = editor(app)
    button(page, "Hold: more").click()
    write(mine, THEIRS)
    button(asked(qtbot, app), "Keep mine").click()
    assert mine.read_text() == MINE.replace("hold: 30", "hold: 35")
    assert [f.read_text() for f in (mine.parents[1] / "bin").iterdir()] == [THEIRS]
    assert not page.differs


def test_the_other_one_is_taken_and_mine_becomes_a_routine_of_its_own(qtbot: QtBot, app: App, mine: Path) -> None:
    page = editor(app)
    button(page, "Hold: more").click()
    mine.write_text(THEIRS)
    button(asked(qtbot, app), "Take the other one").click()
    assert mine.read_text() == THEIRS
    assert "hold: 35" in (mine.parent / "mine-2.yaml").read_text()
    assert "60 s" in words(page)


def test_who_decides_later_is_asked_again_when_saving(qtbot: QtBot, app: App, mine: Path) -> None:
    page = editor(app)
    button(page, "Hold: more").click()
    mine.write_text(THEIRS)
    button(asked(qtbot, app), "Decide later").click()
    app.pages.look_again()
    assert not questions(app)
    button(page, "Save").click()
    button(asked(qtbot, app), "Keep mine").click()
    assert "hold: 35" in mine.read_text()


def test_two_windows_on_one_routine(qtbot: QtBot, open_app: OpenApp, mine: Path) -> None:
    one, other = open_app("mine"), open_app("mine")
    first, second = editor(one), editor(other)
    button(first, "Hold: more").click()
    button(second, "Rest: more").click()
    button(first, "Save").click()
    text_of_first = mine.read_text()
    question = asked(qtbot, other)
    button(question, "Keep mine").click()
    text_of_second = mine.read_text()
    assert "rest: 11" in text_of_second
    assert [f.read_text() for f in (mine.parents[1] / "bin").iterdir()] == [text_of_first]
    qtbot.waitUntil(lambda: "11 s" in words(first), timeout=SECOND)
    assert not first.differs


def test_a_file_that_is_gone_is_written_anew(qtbot: QtBot, app: App, mine: Path) -> None:
    page = editor(app)
    assert not button(page, "Save").isEnabled()
    mine.unlink()
    qtbot.waitUntil(lambda: button(page, "Save").isEnabled(), timeout=SECOND)
    button(page, "Save").click()
    assert "hold: 30" in mine.read_text()


def test_a_file_that_became_faulty_is_told_and_what_is_in_the_editor_stays(qtbot: QtBot, app: App, mine: Path) -> None:
    page = editor(app)
    mine.write_text(MINE.replace("calf-stretch", "calf-strech"))
    qtbot.waitUntil(lambda: "has faults" in _told(app), timeout=SECOND)
    button(app.window, "Close").click()
    assert "Calf stretch" in words(page)


def test_an_exercise_that_vanishes_while_it_is_in_use_stays_as_it_was(qtbot: QtBot, app: App, mine: Path) -> None:
    app.pages.exercises.copy("calf-stretch")
    mine.write_text(MINE.replace("calf-stretch", "calf-stretch-my-way"))
    app.library.forget()
    app.at_hand.open("mine")
    page = editor(app)
    (mine.parents[1] / "exercises" / "calf-stretch-my-way.yaml").unlink()
    app.pages.look_again()
    button(page, "Hold: more").click()
    assert "35 s" in words(page)


def _told(app: App) -> str:
    return "\n".join(label.text() for label in app.window.findChildren(QLabel) if label.isVisible())
