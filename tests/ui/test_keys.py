"""Keys of one's own: in the settings file, in the preferences, and what they do in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.key_names import key_fault, key_names
from hinge_gui.core.settings import DEEDS, Settings, from_mapping
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.keys import Keymap, taken_by
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.preferences.key_button import KeyButton
from hinge_gui.ui.preferences.page import PreferencesPage
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.window import Window
from tests.helpers import FakeClock
from tests.ui.asking import button
from tests.ui.hearing import Heard
from tests.ui.practices import place_of, play_to, practice_of

Key = Qt.Key


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Iterator[Practice]:
    made = practice_of(clock)
    yield made
    made.stop()


@pytest.fixture
def window(qtbot: QtBot, practice: Practice) -> Window:
    shown = Window(Theme("light"), practice)
    qtbot.addWidget(shown)
    with qtbot.waitSignal(shown.painted):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def page(qtbot: QtBot, practice: Practice) -> PreferencesPage:
    theme = Theme("light")
    made = PreferencesPage(theme, practice, "/home/somebody", Heard())
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(1000, 700)
    made.show()
    made.finish_painting()
    return made


def key_of(page: QWidget, label: str) -> KeyButton:
    return next(b for b in page.findChildren(KeyButton) if b.accessibleName().startswith(f"{label}: "))


# -- the settings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Right", "N", "N or Right", "Ctrl+N", "Ctrl++", "?", "F5", "Media Next", "", "Ä"])
def test_keys_are_written_by_name(text: str) -> None:
    assert key_fault("key_next", text) is None
    assert all(key != 0 for key in Keymap(Settings({"key_next": text})).deeds)


@pytest.mark.parametrize("text", ["Rigth", "n", "Hyper+N", "N, Right", "N or"])
def test_what_is_no_key_is_told_and_the_usual_key_stays(text: str) -> None:
    settings, faults = from_mapping({"key_next": text})
    if key_names(text) != ["N"]:
        assert "there is no key" in faults[0][1]
    assert Keymap(settings).deeds[int(Key.Key_Right if faults else Key.Key_N)] == "next"


def test_an_own_key_goes_before_a_clickers_and_escape_always_leads_back() -> None:
    keys = Keymap(Settings({"key_mute": "B or PgDown", "key_home": "Esc"}))
    assert (keys.deeds[int(Key.Key_B)], keys.deeds[int(Key.Key_PageDown)]) == ("mute", "mute")
    assert keys.deeds[int(Key.Key_Period)] == "play_pause"
    assert keys.deeds[int(Key.Key_Escape)] == "leave"


def test_no_two_usual_keys_are_the_same() -> None:
    usual = [name for keys, _ in DEEDS.values() for name in key_names(keys)]
    assert len(usual) == len(set(usual))
    assert all(taken_by(Settings(), keys, but=f"key_{deed}") is None for deed, (keys, _) in DEEDS.items() if keys)


# -- the window --------------------------------------------------------------------------------------------


def test_a_key_bound_otherwise_works_at_once_and_the_old_one_is_free(
    window: Window, practice: Practice, clock: FakeClock
) -> None:
    play_to(practice, place_of(practice, "hold"))
    practice.set_settings(Settings({"key_mute": "Q"}))
    QTest.keyClick(window.focusWidget(), Key.Key_M)
    assert not practice.settings.flag("muted")
    QTest.keyClick(window.focusWidget(), Key.Key_Q)
    assert practice.settings.flag("muted")


def test_any_key_still_starts_where_its_deed_was_taken_away(window: Window, practice: Practice) -> None:
    practice.set_settings(Settings({"key_mute": "Q"}))
    QTest.keyClick(window.focusWidget(), Key.Key_M)
    assert practice.view == "play"


def test_clickers_and_one_button_go_on_with_keys_of_ones_own(window: Window, practice: Practice) -> None:
    practice.set_settings(Settings({"key_play_pause": "G", "one_button": True}))
    play_to(practice, place_of(practice, "hold"))
    QTest.keyClick(window.focusWidget(), Key.Key_B)
    states = [practice.state]
    QTest.keyClick(window.focusWidget(), Key.Key_J)
    assert [*states, practice.state] == ["paused", "playing"]


def test_tips_name_the_key_in_force(window: Window, practice: Practice) -> None:
    practice.set_settings(Settings({"key_adjust": "Ctrl+D"}))
    adjust = next(b for b in window.findChildren(IconButton) if b.accessibleName() == "Adjust")
    adjust.event(QEvent(QEvent.Type.ToolTip))
    assert adjust.toolTip() == "Adjust (Ctrl+D)"


# -- the preferences ---------------------------------------------------------------------------------------


def bind(page: QWidget, label: str, key: Key) -> None:
    found = key_of(page, label)
    found.click()
    assert found.text() == "Press a key…"
    QTest.keyClick(found, key)


def test_a_key_is_bound_by_pressing_it(qtbot: QtBot, page: PreferencesPage, practice: Practice) -> None:
    with qtbot.waitSignal(practice.settings_changed):
        bind(page, "Next exercise", Key.Key_N)
    assert practice.settings.own == {"key_next": "N"}
    assert key_of(page, "Next exercise").text() == "N"
    with qtbot.waitSignal(practice.settings_changed):
        button(page, "Next exercise: as usual").click()
    assert practice.settings.own == {}


def test_a_key_that_is_taken_is_told_and_the_person_decides(
    qtbot: QtBot, page: PreferencesPage, practice: Practice
) -> None:
    bind(page, "Next exercise", Key.Key_M)
    assert practice.settings.own == {}
    question = next(w for w in page.window().findChildren(QPushButton) if w.text() == "Now for: Next exercise")
    question.click()
    assert practice.settings.own == {"key_next": "M", "key_mute": ""}
    assert key_of(page, "Sound on or off").text() == "None"


def test_a_usual_key_that_was_given_away_comes_back_only_by_the_persons_word(
    page: PreferencesPage, practice: Practice
) -> None:
    practice.set_settings(Settings({"key_next": "M", "key_mute": ""}))
    button(page, "Sound on or off: as usual").click()
    assert practice.settings.own == {"key_next": "M", "key_mute": ""}
    next(w for w in page.window().findChildren(QPushButton) if w.text() == "Leave it").click()
    button(page, "All keys as usual").click()
    assert practice.settings.own == {}


def test_escape_is_no_answer_and_tab_neither(page: PreferencesPage, practice: Practice) -> None:
    for key in (Key.Key_Escape, Key.Key_Tab):
        bind(page, "Next exercise", key)
        assert key_of(page, "Next exercise").text() == "→"
    assert practice.settings.own == {}
    assert page.isVisible()


def test_keys_of_ones_own_are_kept_in_the_settings_file(home: Path) -> None:
    from hinge_gui.store.library import Library
    from hinge_gui.store.places import places
    from hinge_gui.store.settings_file import SettingsFile

    here = places()
    file = SettingsFile(here.settings, Library(here).reader)
    file.load()
    file.save(Settings({"key_next": "N or Right"}))
    assert "key_next: N or Right" in here.settings.read_text(encoding="utf-8")
    again, faults = SettingsFile(here.settings, Library(here).reader).load()
    assert (again.word("key_next"), faults) == ("N or Right", [])
