"""What a person changes about a routine, and the day without the floor."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.adjust import Adjustments, Change, adjusted, step_keys, without_floor
from hinge_gui.core.exercise import Exercise
from hinge_gui.core.faults import routine_faults
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine
from tests.core.builders import CALF, CATALOGUE, WALL, routine, routines

CHANGES = st.builds(
    Change,
    hold=st.none() | st.floats(0, 500),
    repetitions=st.none() | st.integers(-3, 30),
    rest=st.none() | st.floats(-5, 900),
)
ADJUSTMENTS = st.builds(
    Adjustments,
    steps=st.dictionaries(st.sampled_from(["calf#0", "calf#1", "wall#0", "hinge#0"]), CHANGES),
    ready=st.none() | st.floats(0, 900),
    hold_scale=st.floats(0.25, 4),
    rest_scale=st.floats(0.25, 4),
    more_repetitions=st.integers(-3, 3),
)


@given(routines(), ADJUSTMENTS)
def test_whatever_is_adjusted_the_routine_stays_sound(any_routine: Routine, changes: Adjustments) -> None:
    assert routine_faults(any_routine, CATALOGUE) == []
    assert routine_faults(adjusted(any_routine, CATALOGUE, changes), CATALOGUE) == []


@given(routines())
def test_no_adjustment_changes_nothing(any_routine: Routine) -> None:
    assert adjusted(any_routine, CATALOGUE, Adjustments()) is any_routine


def test_a_change_stays_with_its_exercise() -> None:
    calf, again, wall = ExerciseStep("calf"), ExerciseStep("calf"), ExerciseStep("wall")
    changes = Adjustments().with_change("calf#1", hold=45)
    played = adjusted(routine(wall, calf, PauseStep(5), again), CATALOGUE, changes).steps
    assert [getattr(s, "hold", None) for s in played] == [60, 30, None, 45]


def test_a_change_taken_back_leaves_no_trace() -> None:
    changes = Adjustments().with_change("calf#0", hold=45).with_change("calf#0", hold=None)
    assert not changes


def test_steps_are_named_once_however_often_they_are_played() -> None:
    keys = step_keys(routine(Rounds(2, (ExerciseStep("calf"), PauseStep(3))), ExerciseStep("calf")))
    assert keys == ["calf#0", "", "calf#0", "", "calf#1"]


def test_an_own_value_stands_above_the_scale() -> None:
    changes = Adjustments(hold_scale=2.0).with_change("calf#0", hold=20)
    played = adjusted(routine(ExerciseStep("calf"), ExerciseStep("calf")), CATALOGUE, changes).steps
    assert [s.hold for s in played if isinstance(s, ExerciseStep)] == [20, 60]


CHAIR = dataclasses.replace(WALL, posture="seated", props=("chair",), variant="chair", sides="both")
ON_A_CUSHION = dataclasses.replace(WALL, posture="seated", props=("cushion",), variant="cushion")


@pytest.mark.parametrize(
    ("variants", "played", "left_out"),
    [
        ({}, ["calf"], ("Legs on the wall",)),
        ({"cushion": ON_A_CUSHION}, ["calf"], ("Legs on the wall",)),
        ({"cushion": ON_A_CUSHION, "chair": CHAIR}, ["calf", "wall"], ()),
    ],
)
def test_a_day_without_the_floor(variants: dict[str, Exercise], played: list[str], left_out: tuple[str, ...]) -> None:
    catalogue = {"calf": CALF, "wall": dataclasses.replace(WALL, variants=variants)}
    standing, gone = without_floor(routine(ExerciseStep("calf"), ExerciseStep("wall")), catalogue)
    assert [s.exercise for s in standing.steps if isinstance(s, ExerciseStep)] == played
    assert gone == left_out
    assert routine_faults(standing, catalogue) == []


def test_another_form_keeps_what_a_side_has_beyond_its_seconds_where_it_has_sides() -> None:
    upright = dataclasses.replace(CALF, variant="standing")
    lying = dataclasses.replace(CALF, posture="lying", variants={"standing": upright})
    standing, _ = without_floor(routine(ExerciseStep("calf", extra={"left": 10})), {"calf": lying})
    assert standing.steps == (ExerciseStep("calf", variant="standing", extra={"left": 10}),)
    both = dataclasses.replace(lying, variants={"chair": CHAIR})
    standing, _ = without_floor(routine(ExerciseStep("calf", extra={"left": 10})), {"calf": both})
    assert standing.steps == (ExerciseStep("calf", variant="chair"),)


def test_the_hinge_on_hands_and_knees_is_stood_up_in_the_dose_of_standing() -> None:
    standing, gone = without_floor(routine(ExerciseStep("hinge", variant="knees", hold=36)), CATALOGUE)
    assert standing.steps == (ExerciseStep("hinge"),)
    assert gone == ()


def test_a_hinge_that_is_done_standing_anyway_is_not_done_again() -> None:
    standing, gone = without_floor(routine(ExerciseStep("hinge"), ExerciseStep("hinge", variant="knees")), CATALOGUE)
    assert standing.steps == (ExerciseStep("hinge"),)
    assert gone == ()
