"""What the screen says at a place of the practice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.core import moment as words
from hinge_gui.core.dose import dose_of
from hinge_gui.core.moment import Moment, moment, shown_after
from hinge_gui.core.phrases import HALF_WAY
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import SegmentKind
from hinge_gui.ui.practice import Practice
from tests.helpers import FakeClock
from tests.ui.built_in import catalogue, routine
from tests.ui.practices import ROUTINE, place_of, practice_of


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock)


def at(practice: Practice, kind: SegmentKind, nth: int = 0) -> Moment:
    timeline = practice.timeline
    return moment(practice.steps, timeline, timeline.index_at(place_of(practice, kind, nth)))


@pytest.mark.parametrize(
    ("kind", "nth", "title", "side", "phase", "next_up"),
    [
        ("ready", 0, "Calf stretch", "Left side next", "Get ready", "Left side, 30 s"),
        ("hold", 0, "Calf stretch", "Left side", "Hold", "Right side"),
        ("switch", 0, "Calf stretch", "Right side next", "Change sides", "Right side, 30 s"),
        ("hold", 1, "Calf stretch", "Right side", "Hold", "Legs on the wall"),
        ("travel", 0, "Legs on the wall", "", "On the way", "Hold, 20 s"),
        ("hold", 2, "Legs on the wall", "", "Hold", "The end"),
    ],
)
def test_words(
    practice: Practice, kind: SegmentKind, nth: int, title: str, side: str, phase: str, next_up: str
) -> None:
    now = at(practice, kind, nth)
    assert (now.title, now.side_words, now.phase.word, now.next_up) == (title, side, phase, next_up)


def test_the_form_has_a_line_of_its_own_and_a_pause_is_said_once(clock: FakeClock, qtbot: QtBot) -> None:
    gentle = Practice(catalogue(), clock, Settings())
    gentle.open(routine())
    timeline = gentle.timeline
    told = {(now.name, now.form) for now in (moment(gentle.steps, timeline, n) for n in range(len(timeline.segments)))}
    assert told >= {("Hip hinge", "Hands on a counter"), ("Legs on the wall", ""), ("", ""), ("Up from the floor", "")}
    assert not any("counter" in name or name == "Pause" for name, _ in told)


@pytest.mark.parametrize(("repetitions", "counts"), [(1, ["", ""]), (2, ["Repetition 1 of 2", "Repetition 2 of 2"])])
def test_repetitions_are_counted_where_there_are_several(
    qtbot: QtBot, clock: FakeClock, repetitions: int, counts: list[str]
) -> None:
    routine = replace(ROUTINE, steps=(ExerciseStep("calf", repetitions=repetitions),))
    practice = practice_of(clock, routine)
    holds = [n for n, s in enumerate(practice.timeline.segments) if s.kind == "hold" and s.side == "left"]
    told = [moment(practice.steps, practice.timeline, n).count for n in holds]
    assert told == counts[:repetitions]


@pytest.mark.parametrize(
    ("exercise", "repetitions", "said"),
    [("calf", 1, "Left side"), ("calf", 2, "Left side, 1 of 2"), ("wall", 2, "Repetition 1 of 2"), ("wall", 1, "")],
)
def test_side_and_count_in_one_line(clock: FakeClock, exercise: str, repetitions: int, said: str) -> None:
    practice = practice_of(clock, replace(ROUTINE, steps=(ExerciseStep(exercise, repetitions=repetitions),)))
    hold = next(n for n, s in enumerate(practice.timeline.segments) if s.kind == "hold")
    assert moment(practice.steps, practice.timeline, hold).side_and_count == said


@pytest.mark.parametrize(
    ("kind", "nth", "figure"),
    [("ready", 0, ("calf", "right")), ("hold", 0, ("calf", "right")), ("switch", 0, ("wall", "both")),
     ("hold", 1, ("wall", "both")), ("travel", 0, None)],
)  # fmt: skip
def test_the_figure_that_comes_next(
    practice: Practice, kind: SegmentKind, nth: int, figure: tuple[str, str] | None
) -> None:
    timeline = practice.timeline
    then = shown_after(timeline, timeline.index_at(place_of(practice, kind, nth)))
    assert (then and (then.exercise, then.side)) == figure


def test_every_phase_has_a_word_and_a_shape_of_its_own() -> None:
    looks = [look for kind, look in words.PHASES.items() if kind != "pause"]  # a pause is a rest
    assert len({look.word for look in looks}) == len({look.icon for look in looks}) == len(looks)


@pytest.mark.parametrize(("ms", "written"), [(0, "0:00"), (1, "0:01"), (59_001, "1:00"), (3_600_000, "1:00:00")])
def test_clock_counts_a_second_that_has_begun(ms: int, written: str) -> None:
    assert words.clock(ms) == written


def test_doses(practice: Practice) -> None:
    assert [dose_of(step) for step in practice.steps] == ["30 s each side", "20 s"]


def test_the_phrase_of_a_place_is_the_last_one_said_in_its_step(practice: Practice) -> None:
    said = [c for c in practice.timeline.cues if c.kind == "say" and c.text]
    first = said[0]
    assert words.phrase_at(practice.timeline, first.at_ms - 1) == ""
    assert words.phrase_at(practice.timeline, first.at_ms) == first.text
    assert words.phrase_at(practice.timeline, place_of(practice, "travel")) != first.text


def test_half_way_is_not_said_of_the_way_out(practice: Practice) -> None:
    (half_way, *_) = [c for c in practice.timeline.cues if c.text == HALF_WAY]
    hold = practice.timeline.segments[half_way.segment]
    assert words.phrase_at(practice.timeline, half_way.at_ms) == HALF_WAY
    before = words.phrase_at(practice.timeline, half_way.at_ms - 1)
    assert words.phrase_at(practice.timeline, hold.end_ms) == before != HALF_WAY


def test_a_later_repetition_shows_the_words_of_the_first_where_it_has_none(clock: FakeClock) -> None:
    twice = replace(ROUTINE, steps=(ExerciseStep("calf", repetitions=2),))
    timeline = practice_of(clock, twice).timeline
    again = [s for s in timeline.segments if s.repetition == 2]
    assert [words.phrase_at(timeline, s.start_ms) for s in again if s.kind == "in"] == ["Step ahead.", "Step ahead."]
    (half_way, *_) = [c for c in timeline.cues if c.text == HALF_WAY and timeline.segments[c.segment] in again]
    assert words.phrase_at(timeline, half_way.at_ms) == HALF_WAY


def test_the_count_of_a_repetition_is_shown_from_its_first_moment_and_not_of_the_next(clock: FakeClock) -> None:
    thrice = replace(ROUTINE, steps=(ExerciseStep("wall", repetitions=3, rest=20),))
    timeline = practice_of(clock, thrice).timeline
    third = next(s for s in timeline.segments if (s.kind, s.repetition) == ("in", 3))
    rest = timeline.segments[timeline.index_at(third.start_ms) - 1]
    assert words.phrase_at(timeline, rest.start_ms - 1) == "Again: 2 of 3."
    assert words.phrase_at(timeline, rest.start_ms) != "Again: 2 of 3."
    assert words.phrase_at(timeline, third.start_ms) == "Again: 3 of 3."


def test_the_count_is_shown_from_the_first_moment_also_where_no_rest_comes_before_it(clock: FakeClock) -> None:
    twice = replace(ROUTINE, steps=(ExerciseStep("wall", repetitions=2, rest=0),))
    timeline = practice_of(clock, twice).timeline
    second = next(s for s in timeline.segments if (s.kind, s.repetition) == ("in", 2))
    (said,) = [cue for cue in timeline.cues if cue.text == "Again: 2 of 2."]
    assert said.at_ms > second.start_ms
    assert words.phrase_at(timeline, second.start_ms) == "Again: 2 of 2."


def test_what_was_announced_as_next_is_no_longer_next_once_one_is_there(practice: Practice) -> None:
    (name,) = [c for c in practice.timeline.cues if c.key == "name" and (c.text or "").startswith("Next: ")]
    assert words.phrase_at(practice.timeline, name.at_ms) == name.text == "Next: Legs on the wall."
    assert words.phrase_at(practice.timeline, place_of(practice, "in", 2)) == "Legs on the wall."


def test_a_kept_place_in_words(practice: Practice) -> None:
    place = place_of(practice, "hold") + 8000
    assert words.place_words(practice.steps, practice.timeline, place) == "Calf stretch, left side, 22 s left"
