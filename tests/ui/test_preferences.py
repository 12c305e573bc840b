"""The preferences, found and used as a person would."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.remedies import PIPER
from hinge_gui.core.settings import TABLE, Settings
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.preferences.page import PreferencesPage
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, cut, named, slider, words
from tests.ui.hearing import Heard


def shown(
    qtbot: QtBot, practice: Practice, width: int = 1280, height: int = 800, scale: float = 1.0, *, whole: bool = True
) -> QWidget:
    theme = Theme("light", scale)
    page = PreferencesPage(theme, practice, "/home/somebody/hinge-gui", Heard())
    qtbot.addWidget(page)
    theme.dress(page)
    page.resize(width, height)
    page.show()
    if whole:
        page.finish_painting()
    return page


@pytest.fixture
def page(qtbot: QtBot, practice: Practice) -> QWidget:
    return shown(qtbot, practice)


def changed(qtbot: QtBot, practice: Practice, deed: Callable[[], object]) -> Settings:
    with qtbot.waitSignal(practice.settings_changed):
        deed()
    return practice.settings


def test_every_setting_is_there_with_its_help(page: QWidget) -> None:
    written = words(page)
    for setting in TABLE:
        assert setting.label in written
        assert setting.help in written


def test_a_switch_a_choice_a_slider_and_a_colour_apply_at_once(qtbot: QtBot, practice: Practice, page: QWidget) -> None:
    assert changed(qtbot, practice, button(page, "Mute").click).flag("muted")
    assert changed(qtbot, practice, button(page, "Wood").click).word("bell_set") == "wood"
    track = slider(page, "Bells")
    assert changed(qtbot, practice, lambda: QTest.keyClick(track, Qt.Key.Key_Right)).number("bells_volume") == 65
    assert changed(qtbot, practice, button(page, "Ebony").click).word("skin") == "ebony"


def test_a_number_without_decimals_stays_one(qtbot: QtBot, practice: Practice, page: QWidget) -> None:
    value = changed(qtbot, practice, button(page, "Bells: more").click)["bells_volume"]
    assert isinstance(value, int)


def test_one_setting_goes_back_alone(qtbot: QtBot, practice: Practice, page: QWidget) -> None:
    changed(qtbot, practice, button(page, "Wood").click)
    changed(qtbot, practice, button(page, "Mute").click)
    assert changed(qtbot, practice, button(page, "Bell set: as usual").click).own == {"muted": True}


def test_all_go_back_and_that_can_be_undone(qtbot: QtBot, practice: Practice, page: QWidget) -> None:
    assert not button(page, "Reset everything").isEnabled()
    changed(qtbot, practice, button(page, "Wood").click)
    own = practice.settings.own
    assert changed(qtbot, practice, button(page, "Reset everything").click).own == {}
    assert changed(qtbot, practice, button(page, "Undo the reset").click).own == own


def test_a_sentence_can_be_said_and_what_goes_wrong_is_told(practice: Practice, page: PreferencesPage) -> None:
    heard = page._listening
    assert isinstance(heard, Heard)
    button(page, "Say a sentence").click()
    assert heard.tried == ["say"]
    heard.get(state="The voice is silent: there is no 'piper'.")
    assert "there is no 'piper'" in words(page)


def test_what_can_be_heard_is_looked_for_when_the_page_has_been_seen(qtbot: QtBot, practice: Practice) -> None:
    page = shown(qtbot, practice, whole=False)
    assert isinstance(page, PreferencesPage)
    heard = page._listening
    assert isinstance(heard, Heard)
    assert heard.looked == 0
    qtbot.waitUntil(lambda: heard.looked == 1)
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: heard.looked == 2)


def test_what_is_not_in_sight_at_first_comes_by_itself_and_for_a_search_at_once(
    qtbot: QtBot, practice: Practice
) -> None:
    page = shown(qtbot, practice, whole=False)
    assert TABLE[0].label in written(page)
    assert TABLE[-1].label not in written(page)
    qtbot.waitUntil(lambda: TABLE[-1].label in written(page))
    other = shown(qtbot, practice, whole=False)
    other.findChildren(QLineEdit)[0].setText(TABLE[-1].label)
    assert TABLE[-1].label in written(other)


def written(page: QWidget) -> list[str]:
    """Already now."""
    return [label.text() for label in page.findChildren(QLabel)]


def test_how_to_get_a_better_voice_is_told_with_what_to_type(page: PreferencesPage) -> None:
    button(page, "A better voice…").click()
    assert PIPER in words(page)
    button(page, f"Copy: {PIPER}").click()
    assert QGuiApplication.clipboard().text() == PIPER


def test_voices_and_devices_of_the_machine_can_be_chosen(qtbot: QtBot, practice: Practice, page: QWidget) -> None:
    assert isinstance(page, PreferencesPage)
    heard = page._listening
    assert isinstance(heard, Heard)
    heard.get(devices=["Kitchen"], voices=["German"])
    for name, wanted, key in (("Played on", "Kitchen", "sound_device"), ("Speaker", "German", "voice_name")):
        picker = named(page, QComboBox, name)
        picker.setFocus()
        assert changed(qtbot, practice, partial(QTest.keyClicks, picker, wanted)).word(key) == wanted


def test_search_leaves_what_it_finds(qtbot: QtBot, page: QWidget) -> None:
    search = named(page, QLineEdit, "Search the preferences")
    QTest.keyClicks(search, "hair")
    assert "Hair colour" in words(page)
    assert "Pace" not in words(page)
    assert "Your folder" not in words(page)
    search.setText("log")
    assert "Your folder" in words(page)
    search.setText("unicorn")
    assert "No setting is called that." in words(page)
    search.clear()
    assert "Pace" in words(page)


@pytest.mark.parametrize(
    ("words_typed", "label"),
    [
        ("text size", "Text size"), ("viewing distance", "Viewing distance"), ("get-ready", "Get ready"),
        ("pace", "Pace"), ("first side", "First side"), ("fading", "Guidance"), ("talkative", "Guidance"),
        ("keep awake", "Keep the screen awake"), ("data folder", "Your folder"), ("quiet", "Quiet house"),
    ],
)  # fmt: skip
def test_what_a_person_would_call_it_is_found(page: QWidget, words_typed: str, label: str) -> None:
    named(page, QLineEdit, "Search the preferences").setText(words_typed)
    assert label in words(page)


def test_letters_are_for_the_search_and_escape_leads_back(qtbot: QtBot, page: PreferencesPage) -> None:
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(named(page, QLineEdit, "Search the preferences"), Qt.Key.Key_Escape)


def test_the_folder_can_be_opened(qtbot: QtBot, page: PreferencesPage) -> None:
    with qtbot.waitSignal(page.folder_asked):
        button(page, "Open folder").click()


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (1024, 640, 1.5), (420, 640, 1.0)])
def test_nothing_is_cut(qtbot: QtBot, practice: Practice, width: int, height: int, scale: float) -> None:
    assert cut(shown(qtbot, practice, width, height, scale)) == []
