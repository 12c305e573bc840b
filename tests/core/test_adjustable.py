"""What can be adjusted: bounds, origins, and the way back to the routine's own."""

from __future__ import annotations

import pytest

from hinge_gui.core.adjust import Adjustments, Change, adjusted
from hinge_gui.core.adjustable import (
    Dial,
    practice_dials,
    reset_step,
    setting_dial,
    step_dials,
    step_ms,
    turn_practice,
    turn_range,
    turn_step,
    value_text,
)
from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.routine import ExerciseStep, Rounds
from hinge_gui.core.settings import BY_KEY
from tests.core.builders import CATALOGUE, routine

ROUTINE = routine(ExerciseStep("calf", hold=30), ExerciseStep("wall"), ExerciseStep("calf", extra={"left": 100}))


def dials(changes: Adjustments, key: str = "calf#0") -> dict[str, Dial]:
    return {d.key: d for d in step_dials(ROUTINE, CATALOGUE, changes, key)}


def test_a_step_shows_the_routines_own_values() -> None:
    hold = dials(Adjustments())["hold"]
    assert (hold.value, hold.own, hold.low, hold.high, hold.changed) == (30, 30, 5, 90, False)


def test_a_hold_with_extra_seconds_stays_within_three_minutes_in_all() -> None:
    assert dials(Adjustments(), "calf#1")["hold"].high == 80


def test_turning_a_dial_changes_that_step_alone() -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "hold", 45)
    assert changes.steps == {"calf#0": Change(hold=45)}
    assert (dials(changes)["hold"].value, dials(changes)["hold"].changed) == (45, True)
    assert not dials(changes, "calf#1")["hold"].changed


@pytest.mark.parametrize("back", [30, None])
def test_turned_back_nothing_is_left_of_the_change(back: float | None) -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "hold", 45)
    assert turn_step(ROUTINE, CATALOGUE, changes, "calf#0", "hold", back) == Adjustments()


def test_a_value_of_ones_own_stands_against_the_scale_of_all() -> None:
    """With all holds doubled, 30 s for this step is a wish and not the usual."""
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(hold_scale=2), "calf#0", "hold", 30)
    assert (dials(changes)["hold"].value, dials(changes)["hold"].changed) == (30, True)


def test_repetitions_are_whole() -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "repetitions", 3.0)
    assert repr(changes.steps["calf#0"].repetitions) == "3"


def test_how_far_the_figure_goes() -> None:
    changes = turn_range(ROUTINE, Adjustments(), "calf#0", "regular")
    assert changes.steps["calf#0"].range == "regular"
    assert turn_range(ROUTINE, changes, "calf#0", "usual") == Adjustments()


def test_the_practices_dials_turn_and_go_back() -> None:
    changes = Adjustments()
    for dial, value in (("ready", 35.0), ("hold_scale", 1.5), ("more_repetitions", -1.0), ("rest_scale", 0.5)):
        changes = turn_practice(ROUTINE, changes, dial, value)
        assert {d.key: d for d in practice_dials(ROUTINE, changes)}[dial].value == value
    assert all(d.changed for d in practice_dials(ROUTINE, changes))
    for dial in ("ready", "hold_scale", "more_repetitions", "rest_scale"):
        changes = turn_practice(ROUTINE, changes, dial, None)
    assert not changes


def test_resetting_a_step_leaves_the_others() -> None:
    changes = Adjustments(steps={"calf#0": Change(hold=45), "wall#0": Change(hold=90)})
    assert reset_step(changes, "calf#0").steps == {"wall#0": Change(hold=90)}


def test_a_step_in_rounds_is_found() -> None:
    twice = routine(Rounds(2, (ExerciseStep("calf"),)))
    assert step_dials(twice, CATALOGUE, Adjustments(), "calf#0")[0].value == 30


def test_a_steps_time_leaves_out_the_way_to_it() -> None:
    timeline = compile_routine(routine(ExerciseStep("calf", hold=20, repetitions=1, rest=8)), CATALOGUE)
    assert step_ms(timeline, 0) == 2 * (4 + 20 + 4) * 1000


def test_within_every_dials_bounds_the_routine_compiles() -> None:
    for key in ("calf#0", "wall#0", "calf#1"):
        for dial in step_dials(ROUTINE, CATALOGUE, Adjustments(), key):
            for value in (dial.low, dial.high):
                changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), key, dial.key, value)
                now = {d.key: d for d in step_dials(ROUTINE, CATALOGUE, changes, key)}[dial.key]
                assert now.value == value
                compile_routine(adjusted(ROUTINE, CATALOGUE, changes), CATALOGUE)


def test_a_setting_as_a_dial() -> None:
    tempo = setting_dial(BY_KEY["tempo"], 1.5)
    assert (tempo.low, tempo.high, tempo.own, tempo.changed) == (0.5, 2.0, 1.0, True)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(45, "s", "45 s"), (12.5, "s", "12.5 s"), (90, "s", "1:30 min"), (2, "×", "2 ×"), (1.2, "×", "1.2 ×"),
     (0, "more", "±0"), (2, "more", "+2"), (-1, "more", "−1")],
)  # fmt: skip
def test_values_in_words(value: float, unit: str, words: str) -> None:
    assert value_text(value, unit) == words
