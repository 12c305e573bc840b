"""Small exercises, routines and random ones for the tests of the core."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from hinge_gui.core.exercise import Cues, Dose, Exercise, Pace
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine, Step

CALF = Exercise(
    id="calf", name="Calf stretch", kind="stretch", posture="standing", sides="each",
    hold=Dose(30, 5, 90), repetitions=Dose(2, 1, 6), pace=Pace(4, 4, 8), props=("towel", "chair"),
    cues=Cues(
        setup=("Roll a towel.", "Stand tall."),
        move_in=("Put the ball of the {side} foot on the roll.", "Let the heel sink."),
        hold=("Breathe out.", "Keep your hips over the {side} heel."),
        move_out=("Step off the roll.",),
    ),
)  # fmt: skip
WALL = Exercise(
    id="wall", name="Legs on the wall", kind="stretch", posture="wall", sides="both", screen="hidden",
    hold=Dose(60, 20, 180), repetitions=Dose(1, 1, 3), pace=Pace(5, 6, 20), props=("mat", "wall"),
    cues=Cues(setup=("Sit sideways to the wall.", "Roll onto your back."), hold=("Let the legs slide apart.",)),
)  # fmt: skip
HINGE = Exercise(
    id="hinge", name="Hip hinge", kind="skill", posture="standing", sides="both",
    hold=Dose(5, 1, 45), repetitions=Dose(5, 1, 12), pace=Pace(5, 5, 0), props=("counter",),
    variants={
        "knees": Exercise(
            id="hinge", name="Hip hinge", kind="skill", posture="hands-and-knees", sides="both",
            hold=Dose(5, 1, 45), repetitions=Dose(3, 1, 12), pace=Pace(5, 5, 0), props=("mat",),
            variant="knees", variant_name="Hands and knees",
        )
    },
)  # fmt: skip
CATALOGUE: Mapping[str, Exercise] = {e.id: e for e in (CALF, WALL, HINGE)}


def routine(*steps: Step, **changes: object) -> Routine:
    return Routine(id="test", name="Test", steps=steps, **changes)  # type: ignore[arg-type]


def exercise_steps() -> st.SearchStrategy[ExerciseStep]:
    """Steps that are sound for CATALOGUE, with every key left out now and then."""

    def of(exercise: Exercise) -> st.SearchStrategy[ExerciseStep]:
        extra = st.just({}) if exercise.sides == "both" else st.dictionaries(
            st.sampled_from(["left", "right"]), st.integers(0, 60)
        )  # fmt: skip
        return st.builds(
            ExerciseStep,
            exercise=st.just(exercise.id),
            variant=st.sampled_from([None, *exercise.variants]),
            hold=st.none() | st.integers(int(exercise.hold.min), int(exercise.hold.max)),
            repetitions=st.none() | st.integers(1, 3),
            rest=st.none() | st.integers(0, 400).map(lambda tenths: tenths / 10),
            extra=extra,
            wait=st.booleans(),
            travel=st.none() | st.integers(0, 40),
            pace=st.sampled_from([1.0, 0.5, 1.3, 2.0]),
        )

    return st.sampled_from(sorted(CATALOGUE)).flatmap(lambda name: of(CATALOGUE[name]))


def routines() -> st.SearchStrategy[Routine]:
    pauses = st.builds(PauseStep, pause=st.integers(1, 60), say=st.sampled_from(["", "Rest."]), wait=st.booleans())
    leaves: st.SearchStrategy[Step] = exercise_steps() | pauses
    rounds = st.builds(Rounds, rounds=st.integers(1, 3), steps=st.lists(leaves, min_size=1, max_size=2).map(tuple))
    return st.builds(
        Routine,
        id=st.just("any"),
        name=st.just("Any"),
        steps=st.lists(leaves | rounds, min_size=1, max_size=4).map(tuple),
        ready=st.integers(0, 60),
        advance=st.sampled_from(["auto", "wait"]),
        first_side=st.sampled_from(["left", "right", "alternate"]),
        rise=st.booleans(),
    )
