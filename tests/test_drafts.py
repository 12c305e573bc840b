"""A window that is closed over something unsaved: it is offered at the next start, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hinge_gui.app import App
from hinge_gui.app.drafts import OFFER
from hinge_gui.ui.editor.page import EditorPage
from hinge_gui.ui.exercise.page import ExercisePage
from hinge_gui.ui.question import Question
from tests.helpers import OpenApp
from tests.ui.asking import button, named, words

MINE = """# for my left calf
format: hinge-routine/1
name: Mine
steps:
  - exercise: calf-stretch
    hold: 30   # the physio said so
"""
GO_ON, THROW_AWAY, LATER = OFFER


def drafts(home: Path) -> list[Path]:
    return list((home / "state" / "drafts").glob("*/*.yaml"))


def offered(app: App) -> Question:
    return next(q for q in app.window.findChildren(Question) if q.isVisible())


def editor(app: App) -> EditorPage:
    page = app.window.beside.page
    assert isinstance(page, EditorPage)
    return page


def with_a_change(open_app: OpenApp) -> App:
    """Mine in the editor, its first hold five seconds longer."""
    app = open_app()
    app.pages.own.edit("mine")
    button(editor(app), "Hold: more").click()
    return app


def closed_over_a_change(open_app: OpenApp) -> None:
    assert with_a_change(open_app).window.close()


def test_a_change_that_was_not_saved_is_gone_on_with(open_app: OpenApp, mine: Path, home: Path) -> None:
    closed_over_a_change(open_app)
    assert mine.read_text() == MINE
    app = open_app()
    assert "“Mine” was not saved" in words(offered(app))
    button(offered(app), GO_ON).click()
    assert editor(app).differs
    button(editor(app), "Save").click()
    assert mine.read_text() == MINE.replace("hold: 30 ", "hold: 35 ")
    assert app.window.close()
    assert not drafts(home)


def test_undo_leads_back_to_what_the_file_says(open_app: OpenApp, mine: Path) -> None:
    closed_over_a_change(open_app)
    app = open_app()
    button(offered(app), GO_ON).click()
    button(editor(app), "Undo: What was not saved").click()
    assert not editor(app).differs


def test_where_the_file_was_changed_since_the_draft_becomes_a_routine_of_its_own(open_app: OpenApp, mine: Path) -> None:
    closed_over_a_change(open_app)
    theirs = MINE.replace("hold: 30", "hold: 60")
    mine.write_text(theirs)
    later = mine.stat().st_mtime + 5
    os.utime(mine, (later, later))
    app = open_app()
    button(offered(app), GO_ON).click()
    button(editor(app), "Save").click()
    assert mine.read_text() == theirs
    assert "hold: 35" in (mine.parent / "mine-2.yaml").read_text()


def test_a_file_changed_while_the_window_was_open_is_not_the_drafts_any_more(open_app: OpenApp, mine: Path) -> None:
    app = with_a_change(open_app)
    theirs = MINE.replace("hold: 30", "hold: 60")
    mine.write_text(theirs)
    assert app.window.close()
    app = open_app()
    button(offered(app), GO_ON).click()
    button(editor(app), "Save").click()
    assert mine.read_text() == theirs


def test_a_new_routine_that_has_no_file_yet(open_app: OpenApp, home: Path) -> None:
    app = open_app()
    app.pages.own.edit("standing-break")
    button(editor(app), "Hold: more").click()
    assert app.window.close()
    for _ in range(2):  # gone on with and closed once more
        app = open_app()
        button(offered(app), GO_ON).click()
        assert app.window.close()
    app = open_app()
    button(offered(app), GO_ON).click()
    button(editor(app), "Save").click()
    assert (home / "routines" / "standing-break-my-way.yaml").exists()


def test_decided_later_it_is_offered_again_and_thrown_away_it_lies_in_the_bin(
    open_app: OpenApp, mine: Path, home: Path
) -> None:
    closed_over_a_change(open_app)
    app = open_app()
    button(offered(app), LATER).click()
    app.window.close()
    app = open_app()
    button(offered(app), THROW_AWAY).click()
    assert not drafts(home)
    assert ["hold: 35" in file.read_text() for file in (home / "bin").iterdir()] == [True]


def test_what_the_person_threw_away_or_never_began_is_not_kept(open_app: OpenApp, mine: Path, home: Path) -> None:
    app = open_app()
    app.pages.own.make()
    app.window.beside.back()
    app.pages.own.edit("gentle-practice")
    editor(app).leave()
    assert app.window.beside.page is None  # nothing to ask about: a copy that nobody touched
    app.pages.own.edit("mine")
    button(editor(app), "Hold: more").click()
    editor(app).leave()
    button(editor(app), "Throw them away").click()
    app.window.close()
    assert not drafts(home)


def test_an_edit_that_went_out_of_sight_unsaved_is_kept_too(open_app: OpenApp, mine: Path, home: Path) -> None:
    app = with_a_change(open_app)
    app.practice.play_pause()  # by a media key: the practice uncovers itself
    assert app.window.beside.page is None
    app.pages.own.edit("standing-break")
    assert ["hold: 35" in file.read_text() for file in drafts(home)] == [True]
    app.window.close()
    assert len(drafts(home)) == 1


def test_an_exercise_of_ones_own_as_well(open_app: OpenApp, home: Path) -> None:
    app = open_app()
    app.pages.exercises.make()
    page = app.window.beside.page
    assert isinstance(page, ExercisePage)
    QTest.keyClicks(named(page, QLineEdit, "Name of the exercise"), "Wrist circle")
    assert app.window.close()
    app = open_app()
    assert "“Wrist circle” was not saved" in words(offered(app))
    button(offered(app), GO_ON).click()
    page = app.window.beside.page
    assert isinstance(page, ExercisePage)
    assert (page.exercise.name, page.differs) == ("Wrist circle", True)
    button(page, "Save").click()
    assert (home / "exercises" / "wrist-circle.yaml").exists()


# -- while the window is open ----------------------------------------------------------------------------------


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hinge_gui.app.drafts.AFTER_MS", 0)


EDITS_AND_DIES = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from hinge_gui.app import Options, drafts
from hinge_gui.app.launch import run
from tests.test_drafts import button, editor

drafts.AFTER_MS = 20

def edit(app):
    app.pages.own.edit("mine")
    button(editor(app), "Hold: more").click()
    look = QTimer(app, interval=10)
    look.timeout.connect(lambda: any(Path(sys.argv[1]).glob("*.yaml")) and os.kill(os.getpid(), signal.SIGKILL))
    look.start()

run(Options(silent=True), lambda app: app.window.painted.connect(lambda: edit(app)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_window_loses_no_edit(open_app: OpenApp, mine: Path, home: Path) -> None:
    command = [sys.executable, "-c", EDITS_AND_DIES, str(home / "state" / "drafts" / "routines")]
    died = subprocess.run(command, timeout=20, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    assert died.returncode == -signal.SIGKILL
    app = open_app()
    assert "“Mine” was not saved" in words(offered(app))
    button(offered(app), GO_ON).click()
    button(editor(app), "Save").click()
    assert mine.read_text() == MINE.replace("hold: 30 ", "hold: 35 ")
    assert not any((home / "state" / "drafts").rglob("*.*"))


def test_what_is_changed_on_is_written_to_one_draft(
    open_app: OpenApp, mine: Path, home: Path, qtbot: QtBot, soon: None
) -> None:
    app = open_app()
    app.pages.own.edit("mine")
    for seconds in (35, 40):
        button(editor(app), "Hold: more").click()
        said = f"hold: {seconds}"
        qtbot.waitUntil(lambda: [said in f.read_text() for f in drafts(home)] == [True])  # noqa: B023 - waits here
    button(editor(app), "Save").click()
    assert not drafts(home)


def test_what_is_undone_or_given_up_has_no_draft_any_more(
    open_app: OpenApp, mine: Path, home: Path, qtbot: QtBot, soon: None
) -> None:
    app = with_a_change(open_app)
    qtbot.waitUntil(lambda: len(drafts(home)) == 1)
    editor(app).undo()
    assert not drafts(home)
    editor(app).redo()
    qtbot.waitUntil(lambda: len(drafts(home)) == 1)
    editor(app).leave()
    button(editor(app), "Throw them away").click()
    assert not drafts(home)


def test_what_is_being_edited_in_another_window_is_not_offered(
    open_app: OpenApp, mine: Path, home: Path, qtbot: QtBot, soon: None
) -> None:
    app = with_a_change(open_app)
    qtbot.waitUntil(lambda: len(drafts(home)) == 1)
    second = open_app()
    assert not [q for q in second.window.findChildren(Question) if q.isVisible()]
    app.window.close()
    assert "“Mine” was not saved" in words(offered(open_app()))


def test_pictures_of_a_draft_lie_beside_it_until_it_is_saved(
    open_app: OpenApp, home: Path, tmp_path: Path, qtbot: QtBot, soon: None
) -> None:
    photo = tmp_path / "wrist.svg"
    photo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')
    app = open_app()
    app.pages.exercises.make()
    app.pages.exercises.look_at([photo])
    qtbot.waitUntil(lambda: len(drafts(home)) == 1)
    assert not (home / "pictures").exists()
    app.window.close()
    photo.unlink()
    app = open_app()
    button(offered(app), GO_ON).click()
    page = app.window.beside.page
    assert isinstance(page, ExercisePage)
    QTest.keyClicks(named(page, QLineEdit, "Name of the exercise"), "Wrist circle")
    button(page, "Save").click()
    assert (home / "pictures" / "wrist.svg").exists()
    app.window.close()
    assert not any((home / "state" / "drafts").rglob("*.*"))
