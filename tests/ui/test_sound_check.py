"""The sound check as a person meets it, with sound that is only noted down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui import sound_check
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.sound_check import SoundCheck
from hinge_gui.ui.theme import Theme
from tests.helpers import FakeClock
from tests.ui.asking import button, cut, named, words
from tests.ui.hearing import Heard
from tests.ui.practices import practice_of


@pytest.fixture
def heard(qtbot: QtBot) -> Heard:
    return Heard()


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock)


def opened(qtbot: QtBot, practice: Practice, heard: Heard, scale: float = 1.0) -> SoundCheck:
    theme = Theme("light", scale)
    sheet = SoundCheck(theme, practice, heard)
    qtbot.addWidget(sheet)
    theme.dress(sheet)
    sheet.show()
    return sheet


@pytest.fixture
def sheet(qtbot: QtBot, practice: Practice, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundCheck]:
    for name, ms in (("SENTENCE_AFTER_MS", 1), ("AGAIN_AFTER_MS", 1), ("TRY_AFTER_MS", 1)):
        monkeypatch.setattr(sound_check, name, ms)
    made = opened(qtbot, practice, heard)
    yield made
    made.close()


def test_bell_and_sentence_sound_again_and_again_until_stopped(qtbot: QtBot, sheet: SoundCheck, heard: Heard) -> None:
    QTest.keyClick(button(sheet, "Play"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(heard.tried) >= 4)
    assert heard.tried[:4] == ["ring", "say", "ring", "say"]
    button(sheet, "Stop").click()
    assert button(sheet, "Play").isVisible()


def test_a_person_who_never_comes_back_is_not_rung_at_for_ever(qtbot: QtBot, sheet: SoundCheck, heard: Heard) -> None:
    button(sheet, "Play").click()
    qtbot.waitUntil(lambda: heard.tried.count("say") == sound_check.ROUNDS)
    assert button(sheet, "Play").isVisible()


def test_louder_and_softer_are_settings_and_are_heard(
    qtbot: QtBot, sheet: SoundCheck, practice: Practice, heard: Heard
) -> None:
    button(sheet, "Bells: more").click()
    qtbot.waitUntil(lambda: heard.tried == ["ring"])
    button(sheet, "Voice volume: less").click()
    qtbot.waitUntil(lambda: heard.tried == ["ring", "say"])
    assert practice.settings.own == {"bells_volume": 65, "voice_volume": 65}


def test_another_device_is_chosen_by_name_and_one_that_went_is_still_named(
    sheet: SoundCheck, practice: Practice, heard: Heard
) -> None:
    heard.get(devices=["Kitchen", "Headphones"])
    picker = named(sheet, QComboBox, "Played on")
    assert [picker.itemText(n) for n in range(picker.count())] == ["As the system has it", "Kitchen", "Headphones"]
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert practice.settings.word("sound_device") == "Kitchen"
    heard.get(devices=["Headphones"])
    assert picker.currentText() == "Kitchen (not here now)"


def test_nothing_heard_leads_to_what_to_do_and_trouble_is_told_at_once(sheet: SoundCheck, heard: Heard) -> None:
    heard.get(troubles=["No sound output was found."])
    assert "No sound output was found." in words(sheet)
    button(sheet, "I hear nothing").click()
    assert "Turn it up." in words(sheet)


def test_play_ends_the_mute(sheet: SoundCheck, practice: Practice) -> None:
    practice.set_settings(Settings({"muted": True}))
    button(sheet, "Play").click()
    assert not practice.settings.flag("muted")


@pytest.mark.parametrize("way", ["I hear it", "Escape"])
def test_heard_or_left_all_is_silent(sheet: SoundCheck, heard: Heard, way: str) -> None:
    button(sheet, "Play").click()
    if way == "Escape":
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    else:
        button(sheet, way).click()
    assert not sheet.isVisible()
    assert heard.tried[-1] == "rest"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(qtbot: QtBot, practice: Practice, heard: Heard, scale: float) -> None:
    sheet = opened(qtbot, practice, heard, scale)
    assert cut(sheet) == []
    sheet.close()
