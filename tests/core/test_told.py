"""Marks of the figure come with the words of the repetition that is shown."""

from __future__ import annotations

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.core.script import Guidance
from hinge_gui.core.timeline import SegmentKind, Timeline
from hinge_gui.core.told import FADE_MS, is_fading, said_in, told_at
from tests.core.builders import CATALOGUE, routine


def practice(guidance: Guidance = "full") -> Timeline:
    return compile_routine(routine(ExerciseStep("calf"), ExerciseStep("wall")), CATALOGUE, Manner(guidance))


def segment(timeline: Timeline, kind: SegmentKind, nth: int = 0) -> int:
    return [n for n, s in enumerate(timeline.segments) if s.kind == kind][nth]


def test_what_is_said_of_a_repetition_and_the_set_up_before_it() -> None:
    timeline = practice()
    said = said_in(timeline, segment(timeline, "hold"))
    assert set(said) == {"setup:0", "setup:1", "in:0", "in:1", "hold:0", "hold:1"}
    texts = {cue.text: cue.at_ms for cue in timeline.cues}
    assert said["hold:1"] == texts["Keep your hips over the left heel."]
    assert said_in(timeline, segment(timeline, "ready")) == said, "one gets ready for it"


def test_each_side_has_its_own_words() -> None:
    timeline = practice()
    left, right = (said_in(timeline, segment(timeline, "hold", nth)) for nth in (0, 1))
    assert set(left) == set(right)
    assert left["setup:0"] == right["setup:0"]
    assert left["hold:0"] < timeline.segments[segment(timeline, "switch")].start_ms < right["hold:0"]
    assert said_in(timeline, segment(timeline, "switch")) == right, "the side that comes is shown"


def test_later_repetitions_and_the_way_out_say_nothing_that_marks_go_with() -> None:
    timeline = practice()
    later = said_in(timeline, segment(timeline, "hold", 2))
    assert set(later) == {"setup:0", "setup:1"}
    assert set(said_in(timeline, segment(timeline, "out"))) == {"setup:0", "setup:1"}


def test_what_is_left_unsaid_brings_nothing() -> None:
    short, bare = practice("short"), practice("bare")
    assert set(said_in(short, segment(short, "hold"))) == {"in:0", "hold:0"}
    assert said_in(bare, segment(bare, "hold")) == {}


def test_another_step_has_other_words() -> None:
    timeline = practice()
    wall = said_in(timeline, segment(timeline, "travel"))
    assert set(wall) == {"setup:0", "setup:1", "hold:0"}
    assert min(wall.values()) > timeline.segments[segment(timeline, "travel")].start_ms


def test_a_mark_fades_in_as_its_words_are_spoken_and_stays() -> None:
    said = {"in:0": 10_000}
    shares = [told_at(said, place_ms)["in:0"] for place_ms in (0, 10_000, 10_250, 10_500, 60_000)]
    assert shares == [0.0, 0.0, 0.5, 1.0, 1.0]
    assert [is_fading(said, place_ms) for place_ms in (9_999, 10_000, 10_499, 10_500)] == [False, True, True, False]


def test_without_motion_it_is_there_at_once() -> None:
    said = {"in:0": 10_000}
    assert [told_at(said, ms, 0)["in:0"] for ms in (9_999, 10_000)] == [0.0, 1.0]
    assert not is_fading(said, 10_000, 0)
    assert FADE_MS == 500
