"""The words for a pose say what the picture shows."""

from __future__ import annotations

import re

import pytest

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
        ("hip-hinge", None, ["from the side", "leaning forward", "natural curves", "Both hands on the counter"]),
        ("hip-hinge", "stool", ["far forward", "Both hands on the stool"]),
        ("hip-hinge", "hands-and-knees", ["On hands and knees", "Both hands on the floor"]),
        ("calf-stretch", None, ["The trunk upright", "ball of the right foot raised on the rolled towel"]),
        ("top-of-foot-stretch", None, ["The right foot behind, its toes tucked under", "left hand on the chair"]),
        ("legs-on-the-wall", None, ["Lying on the back", "legs wide apart", "The left heel on the wall"]),
        ("twist-on-the-floor", None, ["from above", "the pelvis rolled", "The right knee bent", "palm up"]),
    ],
)
def test_what_one_sees_is_said(exercise: str, variant: str | None, said: list[str]) -> None:
    text = words(exercise, variant)
    assert [s for s in said if s not in text] == [], text


def test_the_other_side_is_said_with_sides_changed() -> None:
    right, left = words("top-of-foot-stretch"), words("top-of-foot-stretch", side="left")
    other = {"right": "left", "left": "right"}
    swapped = re.sub(r"\b(right|left)\b", lambda found: other[found[0]], right)
    assert sorted(left.split(". ")) == sorted(swapped.split(". "))


def test_a_rounded_back_is_called_so() -> None:
    assert "the back rounded" in words("hip-hinge", mistake="rounded")
