"""Milestones for screen readers, and the sheet of keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.events import Countdown, CueDue, Fact
from hinge_gui.core.player import Player
from hinge_gui.core.settings import DEEDS, Settings
from hinge_gui.ui.player.keys import Keymap
from hinge_gui.ui.player.milestones import milestone
from hinge_gui.ui.player.shortcuts import Shortcuts
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.helpers import FakeClock
from tests.ui.asking import cut, words
from tests.ui.practices import practice_of


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock)


def played(practice: Practice) -> list[Fact]:
    player = Player(practice.timeline)
    facts = player.play(0)
    for now_ms in range(0, practice.timeline.total_ms + 1000, 500):
        facts += player.advance(now_ms)
    return facts


def test_each_milestone_is_told_once_and_no_second(practice: Practice) -> None:
    told = [milestone(practice, fact) for fact in played(practice)]
    said = [words for words in told if words]
    assert said[:4] == ["Calf stretch, Left side next, Get ready", "Calf stretch, Left side, Move in",
                        "Hold, Left side", "Half way."]  # fmt: skip
    assert said.count("Hold, Right side") == 1
    assert said[-1] == "Well done. The practice is over."
    assert not any(milestone(practice, fact) for fact in played(practice) if isinstance(fact, Countdown))
    ticks = [fact for fact in played(practice) if isinstance(fact, CueDue) and fact.cue.bell == "tick"]
    assert ticks
    assert not any(milestone(practice, fact) for fact in ticks)


def sheet_words(qtbot: QtBot, settings: Settings) -> str:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = Shortcuts(Theme("light"), settings, window)
    sheet.show()
    written = words(sheet)
    assert not cut(sheet)
    sheet.close()
    return written


def test_every_key_stands_on_the_sheet(qtbot: QtBot) -> None:
    written, keys = sheet_words(qtbot, Settings()), Keymap(Settings())
    for deed, (_, told) in DEEDS.items():
        if keys.words(deed):
            assert told in written
            assert keys.words(deed) in written
    assert keys.words("play_pause") == "Space, B"


def test_the_sheet_shows_what_is_bound_now(qtbot: QtBot) -> None:
    written = sheet_words(qtbot, Settings({"key_follow": "F11 or V", "key_next": ""}))
    assert "F11, V" in written
    assert Keymap(Settings({"key_next": ""})).words("next") == "Page down"
