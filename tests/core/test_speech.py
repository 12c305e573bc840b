"""What is said when: over nothing, in order, and never long after its moment."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.events import LATE_MS
from hinge_gui.core.phrases import BREATH_MS
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.core.speech import KEPT_FREE, Speech, bells_ahead, spoken_at
from hinge_gui.core.timeline import Cue, Segment, Timeline
from tests.core.builders import CATALOGUE, routine

LENGTHS = {"short": 700, "middling": 2000, "long": 6000}


def said(speech: Speech, until_ms: float, from_ms: float = 0.0) -> list[tuple[float, str]]:
    """What comes out when it is asked as seldom as it wants."""
    heard, now_ms = [], from_ms
    while True:
        text = speech.speak(now_ms)
        if text is not None:
            heard.append((now_ms, text))
        wake_ms = speech.wake_at()
        if wake_ms is None or wake_ms > until_ms:
            return heard
        assert wake_ms > now_ms or text is not None, "asks to be woken and has nothing to say"
        now_ms = max(now_ms, wake_ms)


def test_a_phrase_is_said_at_once_when_nothing_sounds() -> None:
    speech = Speech(LENGTHS.get)
    speech.due("short", 1000)
    assert speech.speak(1000) == "short"
    assert speech.wake_at() is None


def test_the_next_waits_for_the_end_and_a_breath() -> None:
    speech = Speech(LENGTHS.get)
    speech.due("middling", 0)
    speech.due("short", 800)
    heard = said(speech, 10_000)
    assert [text for _, text in heard] == ["middling", "short"]
    assert 2000 + BREATH_MS <= heard[1][0] <= 2000 + BREATH_MS + 100


def test_what_would_begin_too_late_is_left_unsaid_and_the_next_is_not() -> None:
    speech = Speech(LENGTHS.get)
    speech.due("long", 0)
    speech.due("short", 3000)
    speech.due("middling", 6200)
    assert [text for _, text in said(speech, 20_000)] == ["long", "middling"]


def test_one_that_is_not_rendered_is_waited_for_but_not_for_ever() -> None:
    known: dict[str, int] = {}
    speech = Speech(known.get)
    speech.due("short", 0)
    assert speech.speak(0) is None
    known["short"] = 700
    assert speech.speak(900) == "short"
    speech.due("never", 2000)
    wake_ms = speech.wake_at()
    assert wake_ms is not None
    assert wake_ms > 2000 + LATE_MS
    assert speech.speak(wake_ms) is None
    assert speech.wake_at() is None


def test_the_half_way_bell_is_not_spoken_over() -> None:
    speech = Speech(LENGTHS.get)
    speech.due("middling", 0, bells=[800.0])
    (at_ms, _), = said(speech, 10_000)
    assert 800 < at_ms <= LATE_MS
    speech.hush()
    speech.due("middling", 0, bells=[1000.0, 2000.0, 3000.0])  # the last three seconds: there is no room any more
    assert said(speech, 10_000) == []


def test_a_pause_forgets_what_was_to_come_and_frees_the_voice() -> None:
    speech = Speech(LENGTHS.get)
    speech.due("long", 0)
    assert speech.speak(0) == "long"
    speech.due("middling", 500)
    speech.hush()
    speech.due("short", 700)
    assert said(speech, 10_000, 700.0) == [(700.0, "short")]


def test_bells_ahead_are_those_that_stay_free() -> None:
    timeline = compile_routine(routine(ExerciseStep("calf", hold=20, repetitions=1), ready=5), CATALOGUE)
    hold = next(s for s in timeline.segments if s.kind == "hold")
    assert bells_ahead(timeline, hold.start_ms)[:4] == [10_000, 17_000, 18_000, 19_000]
    assert {c.bell for c in timeline.cues if c.at_ms == hold.start_ms + 10_000} & KEPT_FREE


@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(300, 9000)), max_size=30),
    st.lists(st.integers(0, 60_000), max_size=8),
)
def test_nothing_is_ever_spoken_over(gaps: list[tuple[int, int]], bells: list[int]) -> None:
    """However long the phrases turn out and however dense they are due."""
    lengths: dict[str, int] = {}
    due_ms, now_ms = 0.0, 0.0
    speech = Speech(lengths.get)
    heard: list[tuple[float, str]] = []
    for n, (gap_ms, length_ms) in enumerate(gaps):
        due_ms += gap_ms
        heard += said(speech, due_ms, now_ms)
        now_ms = due_ms
        lengths[str(n)] = length_ms
        speech.due(str(n), due_ms, sorted(float(b) for b in bells if b >= due_ms))
    heard += said(speech, due_ms + 60_000, now_ms)
    for (at_ms, text), (next_ms, _) in pairwise(heard):
        assert next_ms >= at_ms + lengths[text] + BREATH_MS
    for at_ms, text in heard:
        assert not any(at_ms <= bell < at_ms + lengths[text] for bell in bells if bell >= at_ms)
    assert [int(text) for _, text in heard] == sorted(int(text) for _, text in heard)


def test_a_phrase_that_waits_for_a_bell_is_said_after_it_and_not_with_the_next_one() -> None:
    cues = (
        Cue(0, 0, "say", text="short"),
        Cue(300, 0, "bell", bell="half"),
        Cue(20_000, 0, "say", text="middling"),
    )
    timeline = Timeline("r", "R", (Segment(0, 30_000, "pause", 0),), cues)
    (first_ms, first), second = spoken_at(timeline, LENGTHS.get)
    assert (first, second) == ("short", (20_000, "middling"))
    assert 300 < first_ms <= LATE_MS
