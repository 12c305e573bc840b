"""The pages beside the player, in the window with everything connected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.app import App, Options
from hinge_gui.ui.home.model import CARD, SPOT
from hinge_gui.ui.messages import Sheet
from tests.helpers import FakeClock
from tests.ui.asking import button, named, words

Key = Qt.Key


@pytest.fixture
def app(qtbot: QtBot, clock: FakeClock) -> Iterator[App]:
    built = App(Options(silent=True), clock)
    qtbot.addWidget(built.window)
    with qtbot.waitSignal(built.window.painted):
        built.show()
    yield built
    built.practice.stop()
    built.window.close()
    built.deleteLater()


def shown(app: App) -> QWidget:
    page = app.window.beside.page
    assert page is not None
    return page


def press(app: App, key: Qt.Key) -> None:
    focused: QWidget | None = app.window.focusWidget()
    QTest.keyClick(app.window if focused is None else focused, key)


def cards(app: App) -> QListView:
    app.pages.home.finish_painting()
    return named(shown(app), QListView, "Practices")


def test_h_shows_all_practices_and_escape_leads_back(app: App) -> None:
    press(app, Key.Key_H)
    assert cards(app).model().rowCount() == 8
    press(app, Key.Key_Escape)
    assert app.window.beside.page is None


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
    last = view.model().index(8, 0)
    assert "there is no exercise nix" in last.data(CARD).fault
    view.opened.emit(last)  # type: ignore[attr-defined]
    sheet = next(s for s in app.window.findChildren(Sheet) if s.isVisible())
    assert "broken cannot be played" in words(sheet)
    button(sheet, "Close").click()
    assert app.practice.routine.id == "gentle-practice"
