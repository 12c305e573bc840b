"""What a teacher would say, and what not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_gui.core.advice import advice, stops_of, trips_to_floor
from hinge_gui.core.exercise import Dose, Exercise, Pace
from hinge_gui.core.plan import Plans
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.core.builders import CALF, HINGE, WALL, routine

TWIST = Exercise(
    "twist", "Twist on the floor", "stretch", "lying", "each", Dose(30, 5, 90), Dose(1, 1, 3), Pace(4, 4, 8),
    props=("mat", "cushion", "elastic band"),
)  # fmt: skip
CATALOGUE = {e.id: e for e in (CALF, WALL, HINGE, TWIST)}
CALF_STEP, WALL_STEP, TWIST_STEP = (ExerciseStep(i) for i in ("calf", "wall", "twist"))


def said(*steps: ExerciseStep | PauseStep | Rounds) -> str:
    return "\n".join(words for _, words in advice(routine(*steps), CATALOGUE))


def trips(*steps: ExerciseStep | PauseStep | Rounds) -> int:
    return trips_to_floor(stops_of(routine(*steps), Plans(CATALOGUE)))


def test_a_calm_order_needs_no_words() -> None:
    assert said(CALF_STEP, replace(WALL_STEP)) == ""


def test_floor_stand_floor() -> None:
    steps = (WALL_STEP, CALF_STEP, WALL_STEP)
    assert "gets down to the floor once more" in said(*steps)
    assert trips(*steps) == 2
    assert trips(CALF_STEP, WALL_STEP, PauseStep(5), WALL_STEP) == 1


def test_rounds_that_go_down_each_time_are_told_once() -> None:
    found = advice(routine(Rounds(3, (CALF_STEP, WALL_STEP))), CATALOGUE)
    assert [path for path, _ in found] == [("steps", 0, "steps", 1)]


def test_a_thing_that_is_missed_when_one_lies_down() -> None:
    assert "needs elastic band" in said(CALF_STEP, WALL_STEP, TWIST_STEP)
    assert "cushion" not in said(CALF_STEP, WALL_STEP, TWIST_STEP)
    assert "needs" not in said(CALF_STEP, TWIST_STEP)


def test_one_side_much_longer() -> None:
    assert said(replace(CALF_STEP, extra={"left": 15})) == ""
    assert "holds the left side more than twice as long" in said(replace(CALF_STEP, extra={"left": 31}))


def test_a_twist_first_thing() -> None:
    assert "comes first" in said(TWIST_STEP, replace(TWIST_STEP, hold=10))


@pytest.mark.parametrize("entry", [e for e in Library(places()).routines() if not e.own], ids=lambda e: e.id)
def test_built_in_routines_are_such_as_a_teacher_gives(entry: object) -> None:
    found = entry.routine  # type: ignore[attr-defined]
    assert [w for _, w in advice(found, Library(places()).catalogue) if "twice as long" in w or "first;" in w] == []
