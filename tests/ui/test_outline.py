"""The rows of the editor follow the routine, and only those change that differ."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hinge_gui.core.editing import listed
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.editor.bench import Bench
from hinge_gui.ui.editor.outline import ROW, Outline, row_of
from hinge_gui.ui.editor.reckoning import Reckoning
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme
from tests.ui.built_in import catalogue

STEPS = tuple(ExerciseStep(name, rest=10.0 + n) for n in range(3) for name in ("calf-stretch", "twist-on-the-floor"))


class Rows:
    """A bench, and the rows that show what lies on it."""

    def __init__(self) -> None:
        self.bench, self.reckoning = Bench(catalogue()), Reckoning(catalogue())
        self.outline = Outline(Theme("light"), Actor(Settings()), self.reckoning.plan)
        self.news: list[tuple[str, int, int]] = []
        for word, signal in (("in", self.outline.rowsInserted), ("out", self.outline.rowsRemoved)):
            signal.connect(lambda _parent, first, last, word=word: self.news.append((word, first, last)))
        self.outline.modelReset.connect(lambda: self.news.append(("reset", 0, 0)))
        self.bench.begin(Routine("mine", "Mine", STEPS), saved=True)
        self.show()

    def show(self) -> None:
        self.news.clear()
        self.outline.show_routine(self.bench.routine, self.reckoning.of(self.bench.routine).remarks)


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    return Rows()


def test_a_step_that_comes_or_goes_is_one_row(rows: Rows) -> None:
    rows.bench.at = (2,)
    rows.bench.add_pause()
    rows.show()
    assert rows.news == [("in", 3, 3)]
    rows.bench.undo()
    rows.show()
    assert rows.news == [("out", 3, 3)]


def test_a_number_that_changes_moves_no_row(rows: Rows) -> None:
    rows.bench.turn("hold", 25)
    rows.bench.nudge(1)
    rows.show()
    assert rows.news == []


@pytest.mark.parametrize("seed", range(20))
def test_after_any_edits_the_rows_say_what_a_new_list_would(rows: Rows, seed: int) -> None:
    tester = QAbstractItemModelTester(rows.outline, QAbstractItemModelTester.FailureReportingMode.Warning)
    random, bench = Random(seed), rows.bench
    deeds: list[Callable[[], None]] = [
        bench.copy, bench.remove, bench.undo, bench.redo, bench.repeat, bench.unroll, bench.add_pause,
        lambda: bench.nudge(random.choice((-1, 1))), lambda: bench.turn("repetitions", random.randint(1, 3)),
        lambda: bench.add("hip-hinge", None, "Hip hinge"),
    ]  # fmt: skip
    for _ in range(30):
        places = listed(bench.routine)
        bench.at = random.choice(places)[0] if places else None
        random.choice(deeds)()
        rows.show()
        routine, fresh = bench.routine, Reckoning(catalogue())
        assert rows.reckoning.of(routine) == fresh.of(routine)
        remarks = fresh.of(routine).remarks
        shown = [rows.outline.index(n).data(ROW) for n in range(rows.outline.rowCount(QModelIndex()))]
        assert shown == [row_of(at, step, fresh.plan, remarks.get(at, "")) for at, step in listed(routine)]
    assert tester.model() is rows.outline
