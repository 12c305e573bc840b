"""The log page: what was held beside what was planned, the latest practice first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from hinge_gui.core.exercise import Side
from hinge_gui.core.practice import Held, PracticeEntry
from hinge_gui.ui.log.calendar import Calendar
from hinge_gui.ui.log.page import BEGIN, EMPTY, LogPage
from hinge_gui.ui.log.words import held_lines
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, cut, named, words
from tests.ui.laying import faults

TODAY = date(2026, 3, 4)


def held(exercise: str, side: Side, planned_s: float, held_s: float) -> Held:
    return Held(exercise, None, side, planned_s, held_s)


OLD = PracticeEntry(
    "2026-02-01T08:00:00+01:00", "morning", "Morning", True, "left", 300.0, (held("twist", "left", 40, 40),)
)
NEW = PracticeEntry(
    "2026-03-03T18:05:00+01:00", "evening", "Evening", False, "left", 200.0,
    (held("calf", "left", 30, 30), held("calf", "right", 30, 12), held("calf", "left", 30, 30),
     held("gone", "both", 7, 7)),
)  # fmt: skip


def name_of(exercise: str, _variant: str | None) -> str | None:
    return {"calf": "Calf stretch", "twist": "Twist"}.get(exercise)


def log_page(qtbot: QtBot, *entries: PracticeEntry, size: tuple[int, int] = (1280, 800), scale: float = 1.0) -> LogPage:
    theme = Theme("light", scale)
    made = LogPage(theme, lambda: entries, name_of, lambda: TODAY)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(*size)
    made.show()
    return made


def practices(page: LogPage) -> QListView:
    return named(page, QListView, "Practices")


def test_the_holds_of_a_side_are_summed_and_what_is_gone_keeps_its_id() -> None:
    lines = [(line.name, line.words) for line in held_lines(NEW, name_of)]
    assert lines == [
        ("Calf stretch", "Left side: 1:00 of 1:00"), ("Calf stretch", "Right side: 0:12 of 0:30"),
        ("Gone", "0:07 of 0:07"),
    ]  # fmt: skip


def test_the_latest_practice_stands_first_and_is_shown(qtbot: QtBot) -> None:
    page = log_page(qtbot, OLD, NEW)
    shown = words(page)
    assert "Evening\nYesterday, 18:05 · 3:20 in all\nHeld 1:19 of 1:37 · ended early" in shown
    assert "Right side: 0:12 of 0:30" in shown
    assert practices(page).model().index(1, 0).data() == "Morning, 1 February, 08:00, Held 0:40 of 0:40"


def test_another_practice_is_shown_when_it_is_turned_to(qtbot: QtBot) -> None:
    page = log_page(qtbot, OLD, NEW)
    view = practices(page)
    view.setCurrentIndex(view.model().index(1, 0))
    assert "Twist" in words(page)
    assert "Calf stretch" not in words(page)


def test_days_with_a_practice_are_told_without_being_held_against_anybody(qtbot: QtBot) -> None:
    page = log_page(qtbot, OLD, NEW)
    assert page.findChildren(Calendar)[0].accessibleName() == "Practised on 2 of the days shown, of the last 12 weeks"


def test_an_empty_log_says_what_will_stand_there(qtbot: QtBot) -> None:
    page = log_page(qtbot)
    assert EMPTY in words(page)
    with qtbot.waitSignal(page.begin_asked):
        button(page, BEGIN).click()
    assert not page.findChildren(QListView)[0].isVisible()


def test_the_table_is_asked_for_by_its_button(qtbot: QtBot) -> None:
    page = log_page(qtbot, NEW)
    with qtbot.waitSignal(page.csv_asked):
        button(page, "Save as a table…").click()


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.5), ((360, 640), 1.0)])
def test_no_text_is_cut(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    assert cut(log_page(qtbot, OLD, NEW, size=size, scale=scale)) == []


@pytest.mark.parametrize("count", [4, 7, 30])
def test_a_long_practice_is_laid_out_without_fault(qtbot: QtBot, count: int) -> None:
    holds = tuple(held(f"exercise-{n}", side, 30, 20) for n in range(count) for side in ("left", "right"))
    page = log_page(qtbot, replace(NEW, holds=holds))
    assert faults(page) == []
