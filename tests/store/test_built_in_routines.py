"""The eight routines that come along: what is in them and how long they take."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.exercise import Cues, Dose, Exercise, Pace
from hinge_gui.core.faults import routine_faults
from hinge_gui.core.phrases import phrase_ms
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import ExerciseStep, PauseStep, Routine
from hinge_gui.core.timeline import Timeline
from hinge_gui.store.assets import asset
from tests.helpers import yaml_of
from tests.store.test_content import EXERCISES, exercise, merged

# Seconds that each practice was planned to take; the way up from the floor and the travels may add to it.
PLANNED_S = {
    "gentle-practice": 827,
    "post-order": 827,
    "first-weeks": 493,
    "regulars": 920,
    "standing-break": 291,
    "evening-wind-down": 560,
    "hinge-skill": 360,
    "feet-and-ankles": 328,
}
WITH_ALL_SIX = ("gentle-practice", "post-order", "first-weeks", "regulars")
each_routine = pytest.mark.parametrize("name", PLANNED_S)


def form(e: dict[str, Any], variants: dict[str, Exercise] | None = None) -> Exercise:
    """What the compiler needs of an exercise; its teachings are left out."""
    pace, cues = e["pace"], e["cues"]
    return Exercise(
        e["id"], e["name"], e["kind"], e["posture"], e["sides"], Dose(**e["hold"]), Dose(**e["repetitions"]),
        Pace(pace["in"], pace["out"], pace["rest"]), e["screen"], tuple(e["props"]),
        Cues(*(tuple(cues[phase]) for phase in ("setup", "in", "hold", "out"))), variants=variants or {},
    )  # fmt: skip


@cache
def catalogue() -> Catalogue:
    raw = {name: exercise(name) for name in EXERCISES}
    return {name: form(e, {v["id"]: form(merged(e, v)) for v in e["variants"]}) for name, e in raw.items()}


def routine(name: str) -> Routine:
    raw = dict(yaml_of(asset("routines", f"{name}.yaml")))
    assert raw.pop("format") == "hinge-routine/1"
    steps = tuple(PauseStep(**s) if "pause" in s else ExerciseStep(**s) for s in raw.pop("steps"))
    return Routine(id=name, steps=steps, **raw)


def timeline(name: str) -> Timeline:
    return compile_routine(routine(name), catalogue(), Manner())


def exercise_steps(name: str) -> list[ExerciseStep]:
    return [step for _, step in routine(name).played() if isinstance(step, ExerciseStep)]


def test_the_eight_and_no_other() -> None:
    assert {f.stem for f in asset("routines").glob("*.yaml")} == set(PLANNED_S)


@each_routine
def test_it_is_sound(name: str) -> None:
    assert routine_faults(routine(name), catalogue()) == []


@each_routine
def test_it_takes_what_was_planned(name: str) -> None:
    assert timeline(name).total_ms / 1000 == pytest.approx(PLANNED_S[name], rel=0.15)


@each_routine
def test_left_is_held_as_long_as_right(name: str) -> None:
    held_ms = {"left": 0, "right": 0, "both": 0}
    for s in timeline(name).segments:
        if s.kind == "hold" and s.side:
            held_ms[s.side] += s.duration_ms
    assert held_ms["left"] == held_ms["right"]
    assert sum(held_ms.values()) > 0


@pytest.mark.parametrize("name", WITH_ALL_SIX)
def test_all_six_are_there_and_the_hinge_on_hands_and_knees(name: str) -> None:
    steps = exercise_steps(name)
    assert {s.exercise for s in steps} == set(EXERCISES)
    assert {s.variant for s in steps if s.exercise == "hip-hinge"} >= {"hands-and-knees"}


def test_post_order_is_the_order_of_the_post() -> None:
    order = dict.fromkeys(s.exercise for s in exercise_steps("post-order"))
    assert list(order) == [
        "hip-hinge", "calf-stretch", "soleus-stretch", "top-of-foot-stretch", "legs-on-the-wall", "twist-on-the-floor",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), [("first-weeks", "first-weeks"), ("regulars", "regular")])
def test_its_figure_goes_as_far_as_its_people(name: str, expected: str) -> None:
    assert {s.range for s in exercise_steps(name)} == {expected}


@pytest.mark.parametrize("name", ["standing-break", "feet-and-ankles"])
def test_it_stays_on_its_feet(name: str) -> None:
    assert {catalogue()[s.exercise].form(s.variant).posture for s in exercise_steps(name)} == {"standing"}


@each_routine
def test_the_words_of_its_pauses_have_room(name: str) -> None:
    for _, step in routine(name).played():
        if isinstance(step, PauseStep):
            assert step.say
            assert phrase_ms(step.say) + 1000 <= step.pause * 1000, step.say


@each_routine
def test_first_words_of_every_way_in_are_said(name: str) -> None:
    """With short guidance the one cue that matters is heard on both sides."""
    plan, line = routine(name), timeline(name)
    said = {c.text for c in line.cues}
    for _, step in plan.played():
        if isinstance(step, ExerciseStep):
            e = catalogue()[step.exercise].form(step.variant)
            for side, other in (("left", "right"), ("right", "left")):
                assert e.cues.move_in[0].replace("{side}", side).replace("{other}", other) in said
