"""Warnings of poses that are not what their own file holds them to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hinge_gui.core.check_pose import poses_out_of_bounds
from hinge_gui.core.exercise import Learn, Mistake
from tests.core.builders import CALF


def told(figure: dict[str, Any], *mistakes: Mistake, variant: str | None = None) -> list[tuple[str, str]]:
    exercise = replace(CALF, figure=figure, learn=Learn(mistakes=mistakes), variant=variant)
    return [(".".join(map(str, path)), words.split(";")[0]) for path, words in poses_out_of_bounds(exercise)]


def figure(**sections: Any) -> dict[str, Any]:
    return {"poses": {"start": {}, "end": {"pelvis_tilt": 30}, "upright": {"pelvis_tilt": 0}}, **sections}


def test_a_pose_that_holds_what_it_says_has_no_warning() -> None:
    assert told(figure(held_to={"trunk": [20, 40]})) == []
    assert poses_out_of_bounds(CALF) == []


def test_a_measure_that_is_not_held_is_told_once_for_all_ranges() -> None:
    assert told(figure(held_to={"trunk": [-5, 5]}, held_always={"knees": [10, 20]})) == [
        ("figure.held_always.knees", "knees-throughout is 0.0, out of its bounds 10 to 20"),
        ("figure.held_to.trunk", "trunk is 30.0, out of its bounds -5 to 5"),
    ]
    by_range = {"usual": [20, 40], "regular": [50, 60]}
    assert told({"instead": figure(held_to={"trunk": by_range})}) == [
        ("figure.instead.held_to.trunk", "trunk is 30.0, out of its bounds 50 to 60 (range regular)")
    ]


def test_what_no_body_can_is_told_of_the_whole_figure() -> None:
    assert told({"poses": {"start": {}, "end": {"pelvis_tilt": 130}}}) == [
        ("figure", "a joint goes 45° beyond nature on the way from start to end")
    ]
    assert told({"poses": {"start": {}, "end": {"knee": 150, "pelvis_tilt": -40}}}) == [
        ("figure", "the body is below the floor, by 3.2 hundredths of its height")
    ]


def test_a_mistake_that_does_not_break_what_it_names() -> None:
    mistake = Mistake("upright", "Upright", "No.", "upright", ("trunk", "knees"))
    assert told(figure(held_to={"trunk": [20, 40]}), mistake) == [
        ("learn.mistakes.0.breaks.1", "the figure is not held to knees")
    ]
    assert told(figure(held_to={"trunk": [20, 40], "knees": [-5, 5]}), mistake, variant="seated") == [
        ("learn.mistakes.0.breaks.1", "this mistake does not break knees")
    ]
    assert told(figure(held_to={"trunk": [20, 40]}), mistake, variant="seated") == []
