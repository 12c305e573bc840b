"""The pages beside the player, in the window with everything connected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.app import App
from hinge_gui.app.launch import tell_uncaught
from hinge_gui.core.adjust import Adjustments, Change
from hinge_gui.core.moment import clock
from hinge_gui.core.practice import Held, PracticeEntry
from hinge_gui.ui.editor.page import EditorPage
from hinge_gui.ui.editor.summary import ADJUSTED
from hinge_gui.ui.home.model import CARD, SPOT
from hinge_gui.ui.messages import Sheet
from hinge_gui.ui.question import Question
from tests.ui.asking import button, named, words

Key = Qt.Key
MINE = "format: hinge-routine/1\nname: Mine\nsteps:\n  - exercise: calf-stretch\n"


def shown(app: App) -> QWidget:
    page = app.window.beside.page
    assert page is not None
    return page


def press(app: App, key: Qt.Key) -> None:
    focused: QWidget | None = app.window.focusWidget()
    QTest.keyClick(app.window if focused is None else focused, key)


def cards(app: App) -> QListView:
    return named(shown(app), QListView, "Practices")


def test_h_shows_all_practices_and_escape_leads_back(app: App) -> None:
    press(app, Key.Key_H)
    assert cards(app).model().rowCount() == 8
    press(app, Key.Key_Escape)
    assert app.window.beside.page is None


def test_l_leads_to_the_exercise_at_hand_and_escape_back(app: App) -> None:
    press(app, Key.Key_L)
    assert "Calf stretch" in words(shown(app)).splitlines()
    press(app, Key.Key_Escape)
    assert app.window.beside.page is None


def test_the_log_is_a_page_and_saved_as_a_table(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held("hip-hinge", "stool", "both", 7, 7)
    app.log.append(PracticeEntry("2026-03-03T18:05:00+01:00", "x", "Mine", True, None, 9.0, (held,)))
    app.show_page("log")
    assert "Hip hinge, hands on a stool" in words(shown(app))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    button(shown(app), "Save as a table…").click()
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8").splitlines()[1].endswith("hip-hinge,stool,both,7,7")
    assert "mine.csv is saved." in words(shown(app))


def test_escape_on_the_start_screen_leads_to_all_practices(app: App) -> None:
    press(app, Key.Key_Escape)
    assert shown(app).accessibleName() == "Practices"


def test_a_card_opens_its_start_screen_in_two_actions(app: App) -> None:
    press(app, Key.Key_H)
    view = cards(app)
    view.setCurrentIndex(view.model().index(1, 0))
    press(app, Key.Key_Return)
    assert app.window.beside.page is None
    assert app.practice.view == "start"
    assert app.practice.routine.id == "evening-wind-down"
    press(app, Key.Key_Space)
    assert app.practice.state == "playing"


def test_a_card_says_as_long_as_its_start_screen(app: App) -> None:
    app.show_page("home")
    app.pages.home.finish_painting()
    assert cards(app).model().index(0, 0).data(CARD).total_ms == app.practice.timeline.total_ms


def test_keys_on_a_page_do_not_touch_the_practice(app: App) -> None:
    press(app, Key.Key_H)
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_S, Key.Key_F):
        press(app, key)
    assert app.practice.view == "start"
    assert shown(app).accessibleName() == "Practices"


def test_a_practice_pauses_while_a_page_covers_it(app: App) -> None:
    app.practice.play_pause()
    app.show_page("preferences")
    assert app.practice.allows("resume")
    app.window.beside.back()
    app.practice.play_pause()
    assert app.practice.allows("pause")


def test_play_from_elsewhere_uncovers_the_practice(app: App) -> None:
    app.show_page("preferences")
    app.practice.play_pause()
    assert app.window.beside.page is None


def test_favourites_are_kept(app: App, home: Path) -> None:
    app.show_page("home")
    view = cards(app)
    view.starred.emit(view.model().index(2, 0))  # type: ignore[attr-defined]
    assert (home / "favourites.txt").read_text().splitlines()[-1] == str(view.model().index(2, 0).data(SPOT).id)


def test_a_favourite_that_cannot_be_kept_is_told_and_no_bug(app: App, home: Path, qtbot: QtBot) -> None:
    (home / "favourites.txt").mkdir(parents=True)
    app.show_page("home")
    view = cards(app)
    with qtbot.captureExceptions() as uncaught:
        view.starred.emit(view.model().index(2, 0))  # type: ignore[attr-defined]
    for kind, error, trace in uncaught:
        tell_uncaught(app, kind, error, trace)
    sheet = next(s for s in app.window.findChildren(Sheet) if s.isVisible())
    assert "cannot be written: Is a directory." in words(sheet)
    button(sheet, "Close").click()


def test_preferences_apply_and_are_kept(app: App, home: Path, qtbot: QtBot) -> None:
    app.show_page("preferences")
    with qtbot.waitSignal(app.practice.settings_changed):
        button(shown(app), "Wood").click()
    app.window.close()
    assert "bell_set: wood" in (home / "settings.yaml").read_text()


def test_a_routine_with_faults_is_told_and_not_opened(app: App, home: Path) -> None:
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "broken.yaml").write_text("format: hinge-routine/1\nname: B\nsteps:\n  - exercise: nix\n")
    app.show_page("home")
    view = cards(app)
    app.pages.home.finish_painting()
    last = view.model().index(8, 0)
    assert "there is no exercise nix" in last.data(CARD).fault
    view.opened.emit(last)  # type: ignore[attr-defined]
    sheet = next(s for s in app.window.findChildren(Sheet) if s.isVisible())
    assert "broken cannot be played" in words(sheet)
    button(sheet, "Close").click()
    assert app.practice.routine.id == "gentle-practice"


# -- a person's own routines -----------------------------------------------------------------------------------

MINE = """# for my left calf
format: hinge-routine/1
name: Mine   # of March

steps:
  - exercise: calf-stretch
    hold: 30   # the physio said so
  - exercise: hip-hinge
"""


def editor(app: App) -> EditorPage:
    page = app.window.beside.page
    assert isinstance(page, EditorPage)
    return page


def sheet(app: App, kind: type[QDialog]) -> QDialog:
    return next(s for s in app.window.findChildren(kind) if s.isVisible())


def test_a_change_leaves_everything_else_of_the_file_as_it_was(mine: Path, app: App) -> None:
    app.show_page("home")
    app.pages.home.asked.emit("edit", "mine")
    button(editor(app), "Hold: more").click()
    button(editor(app), "Save").click()
    assert mine.read_text() == MINE.replace("hold: 30 ", "hold: 35 ")
    press(app, Key.Key_Escape)
    assert shown(app).accessibleName() == "Practices"


def test_a_built_in_routine_is_edited_as_a_copy(app: App, home: Path) -> None:
    app.show_page("editor")
    button(editor(app), "Save").click()
    files = list((home / "routines").iterdir())
    assert [file.name for file in files] == ["gentle-practice-my-way.yaml"]
    assert app.library.playable("gentle-practice-my-way").name == "Gentle practice, my way"


def test_a_new_routine_from_the_gallery(app: App, home: Path) -> None:
    app.show_page("home")
    button(shown(app), "New routine").click()
    for _ in range(2):
        QTest.keyClick(named(editor(app), QListView, "Exercises to add"), Key.Key_Return)
        if len(editor(app).routine.steps) < 2:
            button(editor(app), "Add exercise").click()
    button(editor(app), "Save").click()
    assert len(app.library.playable("my-routine").steps) == 2


def test_who_changed_the_file_meanwhile_is_not_overwritten(mine: Path, app: App, home: Path) -> None:
    theirs = MINE.replace("hold: 30 ", "hold: 50 ")
    for answer, in_file in (("Decide later", theirs), ("Keep mine", MINE.replace("hold: 30 ", "hold: 35 "))):
        mine.write_text(MINE)
        app.library.forget()
        app.show_page("home")
        app.pages.home.asked.emit("edit", "mine")
        button(editor(app), "Hold: more").click()
        mine.write_text(theirs)
        button(editor(app), "Save").click()
        button(sheet(app, Question), answer).click()
        assert mine.read_text() == in_file
        assert editor(app).differs == (answer == "Decide later")
    assert [file.read_text() for file in (home / "bin").iterdir()] == [theirs]


def test_the_other_version_may_be_taken_and_mine_is_kept_too(mine: Path, app: App, home: Path) -> None:
    app.show_page("home")
    app.pages.home.asked.emit("edit", "mine")
    button(editor(app), "Hold: more").click()
    mine.write_text(MINE.replace("hold: 30 ", "hold: 50 "))
    button(editor(app), "Save").click()
    button(sheet(app, Question), "Take the other one").click()
    assert "hold: 50" in mine.read_text()
    assert "hold: 35" in (home / "routines" / "mine-2.yaml").read_text()
    assert "50 s" in words(editor(app))


def test_what_is_deleted_comes_back(mine: Path, app: App) -> None:
    app.show_page("home")
    app.pages.home.asked.emit("delete", "mine")
    assert not mine.exists()
    assert cards(app).model().rowCount() == 8
    button(shown(app), "Undo").click()
    assert mine.read_text() == MINE
    assert cards(app).model().rowCount() == 9


def test_a_copy(app: App, home: Path) -> None:
    app.show_page("home")
    for _ in range(2):
        app.pages.home.asked.emit("copy", "evening-wind-down")
    names = sorted(file.name for file in (home / "routines").iterdir())
    assert names == ["evening-wind-down-my-way-2.yaml", "evening-wind-down-my-way.yaml"]


def test_the_practice_as_adjusted_becomes_a_routine(app: App, home: Path) -> None:
    app.practice.set_adjustments(Adjustments(steps={"calf-stretch#0": Change(hold=45)}))
    total_ms = app.practice.timeline.total_ms
    app.window.do("adjust")
    button(app.window, "Save as my routine").click()
    assert app.practice.routine.id == "gentle-practice-my-way"
    assert app.practice.timeline.total_ms == total_ms
    assert not app.practice.adjustments
    assert "hold: 45" in (home / "adjustments" / "gentle-practice.yaml").read_text()


def test_a_routine_that_appears_on_the_disk_appears_here(qtbot: QtBot, app: App, home: Path) -> None:
    (home / "routines").mkdir(parents=True)
    app.show_page("home")
    assert cards(app).model().rowCount() == 8
    (home / "routines" / "new.yaml").write_text(MINE)
    qtbot.waitUntil(lambda: cards(app).model().rowCount() == 9, timeout=3000)


def test_card_start_screen_and_editor_tell_the_same_time(app: App) -> None:
    total = clock(app.practice.timeline.total_ms)
    app.show_page("home")
    shown(app).finish_painting()  # type: ignore[attr-defined]
    first = cards(app).model().index(0, 0)
    assert (first.data(SPOT).id, clock(first.data(CARD).total_ms)) == (app.practice.routine.id, total)
    app.show_page("editor")
    assert named(shown(app), QLabel, "Total").text() == total


def test_the_editor_says_so_where_what_was_adjusted_is_not_counted_in(app: App, mine: Path) -> None:
    for adjustments, told in ((Adjustments(), False), (Adjustments(hold_scale=2.0), True)):
        app.at_hand.open("mine")
        app.practice.set_adjustments(adjustments)
        app.changes.write()
        app.show_page("editor")
        assert (ADJUSTED in words(shown(app))) == told
        app.window.beside.leave()


@pytest.mark.qt_log_ignore("grabbing the keyboard", "support raise")
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F10])
def test_a_menu_asked_for_by_key_stands_at_the_exercise_that_has_the_focus(app: App, key: Qt.Key) -> None:
    app.show_page("exercises")
    view = named(shown(app), QListView, "Exercises to add")
    view.setCurrentIndex(view.model().index(3, 0))
    shift = Qt.KeyboardModifier.ShiftModifier if key == Key.Key_F10 else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view, key, shift)
    menu = next(m for m in shown(app).findChildren(QMenu) if m.isVisible())
    tile = view.visualRect(view.currentIndex()).translated(view.viewport().mapToGlobal(QPoint()))
    assert tile.contains(menu.pos())
    menu.close()


def test_an_empty_log_leads_into_the_practice(app: App) -> None:
    app.show_page("log")
    button(shown(app), "Start a practice").click()
    assert (app.window.beside.page, app.practice.view) == (None, "play")


def test_where_nothing_is_found_there_is_a_way_back_to_all(app: App) -> None:
    app.show_page("home")
    search = shown(app).findChildren(QLineEdit)[0]
    search.setText("nothing like this")
    button(shown(app), "Show all").click()
    assert cards(app).model().rowCount() == 8
