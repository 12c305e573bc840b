"""A fresh person, by keys and mouse alone: from launch to a routine of their own, and a changed hold during play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.app import App, Options
from hinge_gui.core.routine import ExerciseStep
from tests.helpers import FakeClock
from tests.ui.asking import button, named

Key = Qt.Key


class Person:
    """Every press of a key or of the mouse is an action, and counted."""

    def __init__(self, app: App) -> None:
        self.window: QWidget = app.window
        self.actions = 0

    def press(self, key: Qt.Key) -> None:
        focused: QWidget | None = QApplication.focusWidget() or self.window.focusWidget()
        QTest.keyClick(self.window if focused is None else focused, key)
        self._done()

    def click(self, name: str) -> None:
        QTest.mouseClick(button(self.window, name), Qt.MouseButton.LeftButton)
        self._done()

    def click_in(self, view: QListView, name: str) -> None:
        model = view.model()
        index = next(model.index(n, 0) for n in range(model.rowCount()) if model.index(n, 0).data() == name)
        view.scrollTo(index)
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center() - QPoint(20, 20)
        )
        self._done()

    def _done(self) -> None:
        self.actions += 1
        QApplication.processEvents()


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


def test_from_launch_to_a_routine_of_four_with_a_longer_left_side(app: App, home: Path) -> None:
    person = Person(app)
    person.click("I understand")
    person.click("All practices")
    person.click("New routine")
    for n, name in enumerate(("Calf stretch", "Hip hinge", "Legs on the wall", "Twist on the floor")):
        if n:
            person.click("Add exercise")
        person.click_in(named(person.window, QListView, "Exercises to add"), name)
    person.click_in(named(person.window, QListView, "Steps of the routine"), "Calf stretch")
    for _ in range(3):
        person.click("Longer on the left: more")
    person.click("Save")
    assert person.actions <= 25
    steps = app.library.playable("my-routine").steps
    assert steps[0] == ExerciseStep("calf-stretch", extra={"left": 15})
    assert [s.exercise for s in steps if isinstance(s, ExerciseStep)] == [
        "calf-stretch", "hip-hinge", "legs-on-the-wall", "twist-on-the-floor",
    ]  # fmt: skip


def test_a_changed_hold_during_play_in_two_actions(app: App, qtbot: QtBot) -> None:
    app.practice.play_pause()
    before_ms = app.practice.timeline.total_ms
    person = Person(app)
    person.press(Key.Key_A)
    with qtbot.waitSignal(app.practice.timeline_changed):
        person.click("Hold: more")
    assert person.actions <= 2
    assert app.practice.timeline.total_ms > before_ms
