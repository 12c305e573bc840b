"""What is rung and said, and when."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.phrases import COMMA_MS, phrase_ms
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.timeline import Timeline
from tests.core.builders import CATALOGUE, routine, routines
from tests.core.test_compiler import MANNERS


def said(timeline: Timeline, kind: str) -> list[str | None]:
    return [c.text for c in timeline.cues if c.kind == "say" and timeline.segments[c.segment].kind == kind]


@given(routines(), MANNERS)
def test_phrases_never_overlap_and_cues_stand_in_order(any_routine: Routine, manner: Manner) -> None:
    timeline = compile_routine(any_routine, CATALOGUE, manner)
    assert [c.at_ms for c in timeline.cues] == sorted(c.at_ms for c in timeline.cues)
    phrases = [c for c in timeline.cues if c.kind == "say"]
    for before, after in pairwise(phrases):
        assert before.at_ms + before.length_ms + 500 <= after.at_ms + 1  # whole milliseconds round
    for cue in timeline.cues:
        segment = timeline.segments[cue.segment]
        assert segment.start_ms <= cue.at_ms <= segment.end_ms


@given(routines(), MANNERS)
def test_every_hold_has_its_bells(any_routine: Routine, manner: Manner) -> None:
    timeline = compile_routine(any_routine, CATALOGUE, manner)
    bells = [(c.bell, c.at_ms) for c in timeline.cues if c.kind == "bell"]
    for s in timeline.segments:
        if s.kind == "hold":
            assert ("start", s.start_ms) in bells
            assert ("end", s.end_ms) in bells
            assert (("half", s.start_ms + s.duration_ms // 2) in bells) == (s.duration_ms >= 10_000)
            for left_ms in (3000, 2000, 1000):
                assert (("tick", s.end_ms - left_ms) in bells) == (s.duration_ms >= left_ms)
    assert sum(bell == "switch" for bell, _ in bells) == sum(s.kind == "switch" for s in timeline.segments)
    assert bells[-1] == ("finish", timeline.total_ms)


@given(routines())
def test_the_last_three_seconds_belong_to_the_bells(any_routine: Routine) -> None:
    timeline = compile_routine(any_routine, CATALOGUE, Manner(guidance="full"))
    for s in timeline.segments:
        if s.kind == "hold" and s.duration_ms >= 5000:
            for c in timeline.cues:
                assert c.kind == "bell" or not s.end_ms - 3000 < c.at_ms + c.length_ms <= s.end_ms


def test_name_and_side_are_said_before_the_clock_starts() -> None:
    timeline = compile_routine(routine(ExerciseStep("calf"), ExerciseStep("wall")), CATALOGUE)
    assert said(timeline, "ready") == ["Have ready: towel, chair, mat and wall.", "Calf stretch, left side."]
    assert said(timeline, "travel")[:2] == ["Have ready: mat and wall.", "Next: Legs on the wall."]


def test_a_side_is_told_at_each_change_and_cues_only_the_first_time() -> None:
    timeline = compile_routine(routine(ExerciseStep("calf", rest=12)), CATALOGUE, Manner(guidance="full"))
    words = [c.text for c in timeline.cues if c.kind == "say" and c.text]
    assert [w for w in words if w.endswith("side.")] == [
        "Calf stretch, left side.", "Right side.", "Left side.", "Right side.",
    ]  # fmt: skip
    assert words.count("Put the ball of the left foot on the roll.") == 1
    assert words.count("Put the ball of the right foot on the roll.") == 1
    assert words.count("Half way.") == 4


def test_where_the_screen_is_hidden_the_set_up_is_spoken_if_there_is_time() -> None:
    timeline = compile_routine(routine(ExerciseStep("calf"), ExerciseStep("wall")), CATALOGUE)
    assert "Roll onto your back." in said(timeline, "travel")


def test_the_way_up_is_told_in_three_stages() -> None:
    timeline = compile_routine(routine(ExerciseStep("wall")), CATALOGUE)
    end = timeline.segments[-1]
    at = [c.at_ms - end.start_ms for c in timeline.cues if c.key.startswith("rise")]
    assert at == [0, 20_000, 50_000]
    assert said(timeline, "end")[-1] == "Well done. That was the whole practice."


def test_a_minute_holds_140_words() -> None:
    assert phrase_ms(" ".join(["word"] * 140)) == 60_000
    assert phrase_ms("A, b, c, d.") - phrase_ms("A, b c d.") == 2 * COMMA_MS, "a list is read out slowly"


def test_the_last_words_of_an_exercise_take_nothing_from_the_set_up_of_the_next_one() -> None:
    words = " ".join(["slowly"] * 12)
    wordy = replace(CATALOGUE["calf"], id="wordy", cues=replace(CATALOGUE["calf"].cues, move_out=(words,)))
    steps = routine(ExerciseStep("wordy", repetitions=1), ExerciseStep("calf", travel=0))
    timeline = compile_routine(steps, {**CATALOGUE, "wordy": wordy}, Manner(guidance="full"))
    begin_ms = next(s.start_ms for s in timeline.segments if s.step == 1 and s.kind == "in")
    told = [c.text for c in timeline.cues if c.at_ms + c.length_ms <= begin_ms and c.text]
    assert told[-4:] == [words, "Next: Calf stretch, left side.", "Roll a towel.", "Stand tall."]


def test_an_exercise_is_named_even_where_the_way_to_it_is_too_short() -> None:
    steps = routine(ExerciseStep("calf", repetitions=1), ExerciseStep("calf", travel=0))
    assert "Next: Calf stretch, left side." in said(compile_routine(steps, CATALOGUE, Manner(tempo=0.5)), "in")
