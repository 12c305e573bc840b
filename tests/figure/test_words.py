"""The words for a pose say what the picture shows."""

from __future__ import annotations

import re
from typing import Any

import pytest

from hinge_gui.figure.check import figure_faults
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage
from hinge_gui.figure.words import describe
from hinge_gui.store.library import Library
from hinge_gui.store.places import places


def words(exercise: str, variant: str | None = None, side: str = "right", mistake: str | None = None) -> str:
    figure = Library(places()).catalogue[exercise].form(variant).figure
    assert figure is not None
    stage = Stage(FigureSpec.from_mapping(figure), side=side, mistake=mistake)
    return describe(stage.motion, stage.props, stage.camera, 1.0)


@pytest.mark.parametrize(
    ("exercise", "variant", "said"),
    [
        ("hip-hinge", None, ["from the right side", "leaning forward", "natural curves", "Both hands on the counter"]),
        ("hip-hinge", "stool", ["far forward", "Both hands on the stool"]),
        ("hip-hinge", "hands-and-knees", ["On hands and knees", "Both hands on the floor"]),
        ("calf-stretch", None, ["The trunk upright", "ball of the right foot raised on the rolled towel"]),
        ("top-of-foot-stretch", None, ["The right foot behind, its toes tucked under", "left hand on the chair"]),
        ("legs-on-the-wall", None, ["head end", "Lying on the back", "legs wide apart", "Both heels on the wall"]),
        ("calf-stretch", "seated", ["Sitting on the chair, the trunk upright", "Both hands on the strap"]),
        ("twist-on-the-floor", "seated", ["from the front, a little from the right", "head turned to the right"]),
        ("twist-on-the-floor", None, ["from above", "pelvis rolled to the left", "right knee on the cushion"]),
    ],
)
def test_what_one_sees_is_said(exercise: str, variant: str | None, said: list[str]) -> None:
    text = words(exercise, variant)
    assert [s for s in said if s not in text] == [], text


WALL = {"kind": "wall", "at": [45, 0, 0]}


def ends(**pose: Any) -> dict[str, Any]:
    return {"poses": {"start": {}, "end": pose}}


def low(**pose: Any) -> dict[str, Any]:
    """The same with the pelvis on the floor."""
    return {"anchor": {"pelvis": [0, 10]}, **ends(**pose)}


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (low(pelvis_tilt=90), "Lying on the front"),
        (low(pelvis_tilt=-90), "Lying on the back"),
        (ends(knee=90), "Kneeling, the trunk upright"),
        (low(hip=90), "Sitting on the floor, the trunk upright"),
        (
            {
                "anchor": {"pelvis": [0, 53.5]},
                "props": [{"kind": "chair", "at": [0, 0, 0]}],
                **ends(hip=90, knee=90, contacts={"hand": {"palm": [0, 45, 25]}}),
            },
            "Both hands on the chair",
        ),
        (ends(twist=40), "The trunk upright and turned to the left"),
        (ends(contacts={"other_foot": {"heel": [-30]}}), "The left foot behind"),
        (ends(contacts={"foot": {"ball": [6], "pitch": -20}}), "The right foot, its heel lifted"),
        (
            {"props": [WALL], **ends(contacts={"hand": {"palm": [41, 125, 20], "slope": 90}})},
            "Both hands against the wall",
        ),
    ],
)
def test_what_an_own_figure_shows_is_said(figure: dict[str, Any], said: str) -> None:
    assert figure_faults(figure) == []
    stage = Stage(FigureSpec.from_mapping(figure))
    text = describe(stage.motion, stage.props, stage.camera, 1.0)
    assert said in text, text


@pytest.mark.parametrize("wall_at", [45, 145])
def test_hands_in_the_air_are_on_nothing(wall_at: int) -> None:
    held = {"props": [{**WALL, "at": [wall_at, 0, 0]}], **ends(contacts={"hand": {"palm": [15, 110, 20]}})}
    stage = Stage(FigureSpec.from_mapping(held))
    assert "hand" not in describe(stage.motion, stage.props, stage.camera, 1.0)


@pytest.mark.parametrize("exercise", ["top-of-foot-stretch", "twist-on-the-floor"])
def test_the_other_side_is_said_with_sides_changed(exercise: str) -> None:
    right, left = words(exercise), words(exercise, side="left")
    other = {"right": "left", "left": "right"}
    swapped = re.sub(r"\b(right|left)\b(?! angle)", lambda found: other[found[0]], right)
    assert sorted(left.split(". ")) == sorted(swapped.split(". "))


def test_a_rounded_back_is_called_so() -> None:
    assert "the back rounded" in words("hip-hinge", mistake="rounded")
