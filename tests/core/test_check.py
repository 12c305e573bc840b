"""Warnings: phrases that find no time, words in braces that are never filled in."""

from __future__ import annotations

from dataclasses import replace

from hinge_gui.core.check import (
    marks_without_words,
    odd_placeholders,
    unknown_muscles,
    unsaid_in_exercise,
    unsaid_in_routine,
)
from hinge_gui.core.exercise import Cues, Dose
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds
from tests.core.builders import CALF, CATALOGUE, routine

LONG = "Roll to one side and rest there for as long as you like before you sit up."


def test_a_sound_routine_has_no_warnings() -> None:
    assert unsaid_in_routine(routine(ExerciseStep("calf"), PauseStep(20, LONG)), CATALOGUE) == []


def test_a_pause_shorter_than_its_words() -> None:
    found = unsaid_in_routine(routine(ExerciseStep("calf"), PauseStep(4, LONG)), CATALOGUE)
    ((path, message),) = found
    assert path == ("steps", 1, "say")
    assert message == f"“{LONG}” takes about 7 s to say and finds no room; the pause is 4 s"


def test_a_step_in_rounds_is_told_once() -> None:
    found = unsaid_in_routine(routine(Rounds(3, (PauseStep(4, LONG), ExerciseStep("calf")))), CATALOGUE)
    assert [path for path, _ in found] == [("steps", 0, "steps", 0, "say")]


def test_a_hold_shorter_than_its_cue() -> None:
    found = unsaid_in_routine(routine(ExerciseStep("calf", hold=5)), CATALOGUE)
    assert {path for path, _ in found} == {("steps", 0, "exercise")}
    assert any("“Breathe out.” takes about 1 s" in message for _, message in found)


def test_cues_of_an_exercise_and_of_its_form() -> None:
    cues = Cues(hold=(LONG, LONG.upper()))
    short = replace(CALF, cues=cues, hold=Dose(20, 5, 90))
    assert [path for path, _ in unsaid_in_exercise(short)] == [("cues", "hold", 1)]
    form = replace(short, variant="short", hold=Dose(10, 5, 90))
    assert [path for path, _ in unsaid_in_exercise(form)] == [("cues", "hold", 0), ("cues", "hold", 1)]
    assert unsaid_in_exercise(CALF) == []


def test_a_mark_that_waits_for_words_which_there_are_not() -> None:
    marks = [{"kind": "spine"}, {"kind": "plumb", "cue": "setup"}, {"kind": "contact", "cue": {"hold": 3}}]
    told = [(("figure", "marks", 2, "cue"), "this mark waits for phrase 3, but `cues: hold:` has 2")]
    assert marks_without_words(replace(CALF, figure={"marks": marks})) == told
    ((path, _),) = marks_without_words(replace(CALF, figure={"instead": {"marks": marks}}))
    assert path == ("figure", "instead", "marks", 2, "cue")
    ((_, message),) = marks_without_words(replace(CALF, cues=Cues(), figure={"marks": [{"cue": "in"}]}))
    assert message.endswith("has none")
    assert marks_without_words(CALF) == []


def test_words_in_braces() -> None:
    assert odd_placeholders(CALF) == []
    odd = replace(CALF, cues=Cues(setup=("The {othre} {side} {x}.",)))
    assert odd_placeholders(odd) == [
        (("cues", "setup", 0), "{othre} stays as it is; did you mean other?"),
        (("cues", "setup", 0), "{x} stays as it is"),
    ]
    at_once = odd_placeholders(replace(CALF, sides="both"))
    assert [path for path, _ in at_once] == [("cues", "in", 0), ("cues", "hold", 1)]


def test_muscles_that_cannot_be_shown() -> None:
    assert unknown_muscles(CALF) == []
    odd = replace(CALF, learn=replace(CALF.learn, muscles=("calf", "calve", "quadriceps")))
    assert unknown_muscles(odd) == [
        (("learn", "helps", "muscles", 1), "the figure has no muscle calve; did you mean calf?"),
        (("learn", "helps", "muscles", 2), "the figure has no muscle quadriceps"),
    ]
