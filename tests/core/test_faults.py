"""What is wrong with a routine beyond its form."""

from __future__ import annotations

import pytest

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.core.faults import routine_faults
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Step
from tests.core.builders import CATALOGUE, routine


@pytest.mark.parametrize(
    ("step", "place", "message"),
    [
        (ExerciseStep("calv"), "exercise", "there is no exercise calv; did you mean calf?"),
        (ExerciseStep("hinge", variant="kness"), "variant", "hinge has no variant kness; did you mean knees?"),
        (ExerciseStep("calf", variant="stool"), "variant", "calf has no variant stool; it has: none"),
        (ExerciseStep("calf", hold=4), "hold", "hold 4 s is out of bounds; calf takes 5 to 90 s"),
        (ExerciseStep("calf", repetitions=7), "repetitions", "repetitions 7 is out of bounds; calf takes 1 to 6"),
        (
            ExerciseStep("calf", hold=90, extra={"left": 100}),
            "left",
            "hold and extra are 190 s together; extra may be 90 at most, for 180 s in all",
        ),
        (
            ExerciseStep("wall", extra={"left": 5}),
            "extra",
            "extra is for one side, but wall works both sides at once; leave it out",
        ),
    ],
)
def test_a_fault_says_what_would_be_right(step: Step, place: str, message: str) -> None:
    ((path, said),) = routine_faults(routine(PauseStep(3), Rounds(2, (step,))), CATALOGUE)
    assert path[:4] == ("steps", 1, "steps", 0)
    assert (path[-1], said) == (place, message)


def test_all_faults_are_told_at_once() -> None:
    steps = (ExerciseStep("x"), ExerciseStep("calf", hold=1, repetitions=99), ExerciseStep("y"))
    assert len(routine_faults(routine(*steps), CATALOGUE)) == 4


@pytest.mark.parametrize("unknown", [ExerciseStep("x", hold=181), ExerciseStep("hinge", "x", 0, repetitions=0)])
def test_what_no_exercise_takes_is_told_though_the_exercise_is_unknown(unknown: ExerciseStep) -> None:
    said = [message for _, message in routine_faults(routine(unknown), CATALOGUE)]
    assert len(said) == 2 + (unknown.repetitions == 0)
    bounds = "exercises take 1 to 180 s" if unknown.exercise == "x" else "hinge takes 1 to 45 s"
    assert said[1] == f"hold {unknown.hold} s is out of bounds; {bounds}"


def test_rounds_that_multiply_beyond_reason_are_refused_before_they_are_unrolled() -> None:
    step: Step = ExerciseStep("calf")
    for _ in range(8):
        step = Rounds(20, (step,))
    ((path, message),) = routine_faults(routine(step), CATALOGUE)
    assert path == ("steps",)
    assert message == "the steps, rounds unrolled, are more than 20,000; let there be fewer"


def test_a_fault_is_written_with_its_place() -> None:
    assert str(Fault("a.yaml", 3, 7, "no")) == "a.yaml:3:7: no"
    assert str(Fault("a.yaml", 3, 7, "long", warning=True)) == "a.yaml:3:7: warning: long"
    assert str(Fault("gone.yaml", 0, 0, "there is no such file")) == "gone.yaml: there is no such file"


def test_a_message_carries_its_remedy() -> None:
    assert str(PersonError("No sound.", "Plug something in.")) == "No sound. Plug something in."
