"""The bench: whatever is asked for, the routine on it can be played and saved."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.core.faults import MAX_NESTED_ROUNDS, routine_faults
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.store.routine_text import write_routine
from hinge_gui.store.yaml_text import parse
from hinge_gui.ui.editor.bench import Bench
from tests.ui.built_in import catalogue


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    made = Bench(catalogue())
    made.begin(Routine("mine", "Mine", (ExerciseStep("calf-stretch", extra={"left": 5}),)), saved=True)
    return made


@pytest.mark.parametrize("rounds", [1, 2, 20])
def test_rounds_within_rounds_end_where_a_file_could_hold_no_more(bench: Bench, rounds: int) -> None:
    for _ in range(2 * MAX_NESTED_ROUNDS):
        bench.repeat()
        bench.turn("rounds", rounds)
    assert routine_faults(bench.routine, catalogue()) == []
    assert parse(write_routine(bench.routine)).problems == []


def test_once_more_ends_where_no_more_could_be_played(bench: Bench) -> None:
    for _ in range(5):
        bench.at = (0,)
        bench.repeat()
        bench.turn("rounds", 20)
        bench.copy()
        assert bench.step is not None
    assert routine_faults(bench.routine, catalogue()) == []
