"""The two kinds of error as they are shown."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.ui.messages import bug_report, show_bug, show_error
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, words


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def raised() -> BaseException:
    try:
        raise KeyError("hold")
    except KeyError as error:
        return error
    raise AssertionError


def test_a_fault_says_place_and_remedy(window: QWidget) -> None:
    error = PersonError("evening.yaml cannot be played.", "Mend it.", [Fault("evening.yaml", 3, 7, "no such exercise")])
    sheet = show_error(window, Theme("light"), error)
    assert "Mend it." in words(sheet)
    assert "evening.yaml:3:7: no such exercise" in sheet.findChildren(QPlainTextEdit)[0].toPlainText()
    sheet.close()


def test_a_fault_without_places_shows_no_empty_box(window: QWidget) -> None:
    sheet = show_error(window, Theme("light"), PersonError("Nothing can be saved.", "Free some space."))
    assert sheet.findChildren(QPlainTextEdit) == []
    sheet.close()


@pytest.mark.parametrize(("kept", "says"), [(True, "its place is kept"), (False, "start the app afresh")])
def test_a_bug_says_what_became_of_the_practice(window: QWidget, kept: bool, says: str) -> None:
    sheet = show_bug(window, Theme("light"), raised(), kept=kept)
    assert says in words(sheet)
    sheet.close()


def test_a_bug_is_copied_with_versions_and_traceback(window: QWidget) -> None:
    sheet = show_bug(window, Theme("light"), raised(), kept=True)
    button(sheet, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert all(part in copied for part in ("hinge-gui", "Python", "PySide6", "KeyError: 'hold'", "test_messages"))
    sheet.close()


def test_a_sheet_blocks_nothing_and_is_gone_when_closed(qtbot: QtBot, window: QWidget) -> None:
    sheet = show_error(window, Theme("light"), PersonError("No."))
    assert sheet.isVisible()
    gone = weakref.ref(sheet)
    with qtbot.waitSignal(sheet.destroyed):
        button(sheet, "Close").click()
    del sheet
    gc.collect()
    assert gone() is None


def test_the_window_steps_back_while_a_sheet_stands_before_it(window: QWidget) -> None:
    plain = window.grab().toImage()
    sheet = show_error(window, Theme("light"), PersonError("No."))
    window.resize(window.width() + 50, window.height())
    shaded = window.grab().toImage()
    sheet.close()
    right = shaded.width() - 2
    assert shaded.pixelColor(right, 2).lightness() < 0.8 * plain.pixelColor(2, 2).lightness()
    assert window.grab().toImage().pixelColor(right, 2) == plain.pixelColor(2, 2)


def test_the_report_of_an_error_within_an_error_holds_both() -> None:
    error = RuntimeError("outer")
    error.__cause__ = raised()
    assert "KeyError" in bug_report(error)
    assert "RuntimeError: outer" in bug_report(error)


@pytest.mark.parametrize("size", [(1280, 800), (640, 480), (360, 480)])
def test_a_sheet_stands_in_the_middle_of_its_window_however_high_its_words(
    window: QWidget, size: tuple[int, int]
) -> None:
    window.setGeometry(40, 30, *size)
    for remedy in ("Free some space.", "Free some space. " * 20):
        sheet = show_error(window, Theme("light"), PersonError("Nothing can be saved.", remedy))
        off = sheet.frameGeometry().center() - window.geometry().center()
        assert max(abs(off.x()), abs(off.y())) <= 1
        sheet.close()
