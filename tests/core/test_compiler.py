"""What a routine becomes: segments, their lengths and their order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.compiler import Manner, Measure, compile_routine, total_ms
from hinge_gui.core.plan import Plans
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine
from hinge_gui.core.timeline import Timeline
from tests.core.builders import CATALOGUE, routine, routines

MANNERS = st.builds(
    Manner,
    guidance=st.sampled_from(["full", "short", "bare"]),
    tempo=st.sampled_from([0.5, 0.8, 1.0, 1.3, 2.0]),
    alternate_first=st.sampled_from(["left", "right"]),
)


def compiled(*steps: object, **changes: object) -> Timeline:
    return compile_routine(routine(*steps, **changes), CATALOGUE)  # type: ignore[arg-type]


def outline(timeline: Timeline) -> list[str]:
    """One word a segment: its kind, side and repetition, and its seconds."""
    return [
        " ".join(str(w) for w in (s.kind, s.side, s.repetition, s.duration_ms / 1000) if w is not None)
        for s in timeline.segments
    ]


@given(routines(), MANNERS)
def test_segments_tile_the_total(any_routine: Routine, manner: Manner) -> None:
    timeline = compile_routine(any_routine, CATALOGUE, manner)
    assert timeline.segments[0].start_ms == 0
    for before, after in zip(timeline.segments, timeline.segments[1:], strict=False):
        assert before.end_ms == after.start_ms
        assert before.duration_ms >= 0
    assert timeline.total_ms == sum(s.duration_ms for s in timeline.segments)
    measured_ms = total_ms(any_routine, CATALOGUE, manner)
    assert measured_ms == timeline.total_ms


@given(st.lists(routines(), min_size=2, max_size=4), MANNERS)
def test_what_is_remembered_of_one_routine_holds_for_the_next(some: list[Routine], manner: Manner) -> None:
    measure, plans = Measure(manner), Plans(CATALOGUE)
    mixed = [replace(one, steps=one.steps[1:] + other.steps) for one, other in pairwise(some)]
    for each in (*some, *(m for m in mixed if m.steps)):
        steps = [plans.of(leaf) for _, leaf in each.played()]
        assert measure.total_ms(each, steps) == compile_routine(each, CATALOGUE, manner).total_ms


@given(routines(), MANNERS)
def test_left_is_as_long_as_right_but_for_the_extra(any_routine: Routine, manner: Manner) -> None:
    timeline = compile_routine(any_routine, CATALOGUE, manner)
    leaves = [leaf for _, leaf in any_routine.played()]
    for n, leaf in enumerate(leaves):
        if isinstance(leaf, ExerciseStep):
            own = [s for s in timeline.segments if s.step == n]
            ms = {side: sum(s.duration_ms for s in own if s.side == side) for side in ("left", "right")}
            repetitions = max(s.repetition or 0 for s in own)
            extra = {side: leaf.extra.get(side, 0) * 1000 * repetitions for side in ms}  # type: ignore[call-overload]
            assert ms["left"] - extra["left"] == ms["right"] - extra["right"]


def test_a_stretch_alternates_sides_and_changes_between_them() -> None:
    assert outline(compiled(ExerciseStep("calf", hold=20, rest=11))) == [
        "ready 20.0",
        "in left 1 4.0", "hold left 1 20.0", "out left 1 4.0", "switch 1 3.0",
        "in right 1 4.0", "hold right 1 20.0", "out right 1 4.0", "switch 2 3.0",
        "in left 2 4.0", "hold left 2 20.0", "out left 2 4.0", "switch 2 3.0",
        "in right 2 4.0", "hold right 2 20.0", "out right 2 4.0",
    ]  # fmt: skip


def test_both_sides_at_once_rest_between_repetitions_and_end_with_the_way_up() -> None:
    assert outline(compiled(ExerciseStep("wall", repetitions=2, hold=60))) == [
        "ready 20.0",
        "in both 1 5.0", "hold both 1 60.0", "out both 1 6.0", "rest 2 9.0",
        "in both 2 5.0", "hold both 2 60.0", "out both 2 6.0",
        "end 60.0",
    ]  # fmt: skip


def test_a_rest_shorter_than_the_way_out_and_in_leaves_nothing() -> None:
    assert "switch 1 0.0" in outline(compiled(ExerciseStep("calf", rest=3)))


def test_a_skill_repeats_without_rest() -> None:
    kinds = [s.kind for s in compiled(ExerciseStep("hinge", repetitions=2)).segments]
    assert kinds == ["ready", "in", "hold", "out", "rest", "in", "hold", "out"]
    assert compiled(ExerciseStep("hinge", repetitions=2)).total_ms == 20_000 + 2 * 15_000


def test_extra_lengthens_each_hold_of_its_side() -> None:
    holds = [s for s in compiled(ExerciseStep("calf", extra={"left": 15})).segments if s.kind == "hold"]
    assert [(s.side, s.duration_ms) for s in holds] == [("left", 45_000), ("right", 30_000)] * 2


@pytest.mark.parametrize(
    ("before", "after", "seconds"),
    [
        (ExerciseStep("calf"), ExerciseStep("calf"), 5),
        (ExerciseStep("calf"), ExerciseStep("hinge", variant="knees"), 12),
        (ExerciseStep("hinge", variant="knees"), ExerciseStep("wall"), 30),
        (ExerciseStep("calf"), ExerciseStep("wall"), 30),
        (ExerciseStep("wall"), ExerciseStep("calf"), 60),
        (ExerciseStep("wall"), ExerciseStep("calf", travel=7), 7),
    ],
)
def test_the_way_between_exercises_follows_the_bodies(
    before: ExerciseStep, after: ExerciseStep, seconds: int
) -> None:
    ways = [s for s in compiled(before, after).segments if s.kind == "travel"]
    assert [w.duration_ms for w in ways] == [seconds * 1000]


def test_a_pause_keeps_the_posture_before_it() -> None:
    timeline = compiled(ExerciseStep("wall"), PauseStep(10), ExerciseStep("wall"))
    assert [s.duration_ms for s in timeline.segments if s.kind == "travel"] == [5000]


def test_rounds_play_their_steps_over_and_count_them_on() -> None:
    timeline = compiled(Rounds(2, (ExerciseStep("calf", repetitions=1), PauseStep(5))))
    assert sorted({s.step for s in timeline.segments}) == [0, 1, 2, 3]
    assert [s.step for s in timeline.segments if s.kind == "pause"] == [1, 3]


def test_tempo_scales_all_but_the_holds() -> None:
    once, twice = (
        compile_routine(routine(ExerciseStep("calf"), ExerciseStep("wall")), CATALOGUE, Manner(tempo=t))
        for t in (1.0, 2.0)
    )
    for a, b in zip(once.segments, twice.segments, strict=True):
        factor = 1 if a.kind in {"hold", "ready", "pause"} else 2
        assert b.duration_ms == a.duration_ms * factor, a.kind


def test_the_way_up_is_left_out_where_the_routine_says_so() -> None:
    assert compiled(ExerciseStep("wall"), rise=False).segments[-1].kind == "out"
    assert compiled(ExerciseStep("calf")).segments[-1].kind == "out"


def test_alternate_begins_with_the_side_that_the_person_is_due() -> None:
    changing = routine(ExerciseStep("calf"), first_side="alternate")
    sides = [
        next(s.side for s in compile_routine(changing, CATALOGUE, manner).segments if s.side)
        for manner in (Manner(), Manner(alternate_first="right"))
    ]
    assert sides == ["left", "right"]


def test_waiting_belongs_to_the_time_before_an_exercise() -> None:
    waits = [s.kind for s in compiled(ExerciseStep("calf"), ExerciseStep("wall", wait=True)).segments if s.wait]
    assert waits == ["travel"]
    every = compiled(ExerciseStep("calf"), PauseStep(3), ExerciseStep("wall"), advance="wait").segments
    assert [s.kind for s in every if s.wait] == ["ready", "travel"]


def test_full_guidance_takes_the_time_that_its_words_need() -> None:
    steps = routine(ExerciseStep("calf"), ExerciseStep("calf"))
    short = compile_routine(steps, CATALOGUE, Manner(guidance="short"))
    full = compile_routine(steps, CATALOGUE, Manner(guidance="full"))
    ways = [next(s for s in t.segments if s.kind == "travel").duration_ms for t in (short, full)]
    assert ways[0] == 5000
    assert ways[1] > 5000
    said = [c.text for c in full.cues if full.segments[c.segment].kind == "travel"]
    assert said == ["Next: Calf stretch, left side.", "Roll a towel.", "Stand tall."]
