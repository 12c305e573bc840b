"""Where play goes on when the timeline becomes another one under it."""

from __future__ import annotations

import pytest

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.moves import Spot, same_place
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.core.timeline import SegmentKind, Timeline
from tests.core.builders import CATALOGUE, routine


def timeline(*steps: ExerciseStep) -> Timeline:
    return compile_routine(routine(*steps), CATALOGUE, Manner())


def index_of(line: Timeline, kind: SegmentKind, nth: int = 0) -> int:
    return [n for n, s in enumerate(line.segments) if s.kind == kind][nth]


def moved(old: Timeline, index: int, into_ms: float, new: Timeline) -> Spot:
    return same_place(old, index, old.segments[index].start_ms + into_ms, new)


THRICE, ONCE = (ExerciseStep("hinge", repetitions=n, hold=10) for n in (3, 1))
CALF = ExerciseStep("calf", repetitions=1)


def test_a_hold_keeps_its_seconds_and_a_movement_its_share() -> None:
    old, new = timeline(THRICE), timeline(ExerciseStep("hinge", repetitions=3, hold=30))
    hold = index_of(new, "hold", 1)
    assert moved(old, hold, 4000, new) == Spot(hold, new.segments[hold].start_ms + 4000, same_segment=True)
    slower = compile_routine(routine(THRICE), CATALOGUE, Manner(tempo=2.0))
    way = index_of(old, "in", 1)
    length_ms = slower.segments[way].duration_ms
    assert length_ms > old.segments[way].duration_ms
    half = moved(old, way, old.segments[way].duration_ms / 2, slower)
    assert half == Spot(way, slower.segments[way].start_ms + length_ms / 2, same_segment=True)


def test_a_hold_that_is_shorter_now_is_at_its_end() -> None:
    old, new = timeline(THRICE), timeline(ExerciseStep("hinge", repetitions=3, hold=2))
    hold = index_of(new, "hold")
    assert moved(old, hold, 9000, new).place_ms == new.segments[hold].end_ms


@pytest.mark.parametrize("kind", ["in", "hold", "out"])
def test_where_the_repetition_is_gone_play_goes_on_with_what_follows_the_step(kind: SegmentKind) -> None:
    old, new = timeline(THRICE, CALF), timeline(ONCE, CALF)
    spot = moved(old, index_of(old, kind, 2), 500, new)
    first = next(n for n, s in enumerate(new.segments) if s.step == 1)
    assert spot == Spot(first, float(new.segments[first].start_ms), same_segment=False)


def test_where_it_was_the_last_step_the_way_up_is_what_follows() -> None:
    old, new = (timeline(CALF, ExerciseStep("wall", repetitions=n)) for n in (3, 1))
    end = index_of(new, "end")
    assert new.segments[end].duration_ms > 0
    spot = moved(old, index_of(old, "hold", 4), 500, new)
    assert spot == Spot(end, float(new.segments[end].start_ms), same_segment=False)


def test_where_nothing_follows_play_is_at_the_end() -> None:
    old, new = timeline(CALF, THRICE), timeline(CALF, ONCE)
    assert moved(old, index_of(old, "hold", 4), 0, new) == Spot(
        len(new.segments) - 1, float(new.total_ms), same_segment=False
    )


def test_another_form_of_the_exercise_begins_with_getting_there() -> None:
    old, new = timeline(CALF, THRICE), timeline(CALF, ExerciseStep("hinge", variant="knees", repetitions=3, hold=10))
    spot = moved(old, index_of(old, "hold", 3), 500, new)
    assert (new.segments[spot.index].kind, spot.same_segment) == ("travel", False)
    assert spot.place_ms == new.segments[spot.index].start_ms
