"""Where a mistake and the right way differ is shown in both, at two places at most, told apart by shape."""

from __future__ import annotations

from math import dist

import pytest

from hinge_gui.figure.differences import PLACES, Place, places_of
from hinge_gui.figure.gauges import GAUGES
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, form, forms


def test_every_measure_has_its_place_on_the_body() -> None:
    assert set(PLACES) == set(GAUGES)
    body = Skeleton().pose({})
    for measure in PLACES:
        for side in ("left", "right"):
            ((joint, _),) = places_of({measure}, side, body, body)
            assert joint in body.joints


@pytest.mark.parametrize("one", [one for one in forms() if one.breaks], ids=str)
def test_every_mistake_has_one_or_two_places_to_look_at_clearly_apart(one: Form) -> None:
    for mistake in one.breaks:
        places = seen_at(one, mistake)
        assert 1 <= len(places) <= 2
        for stage in (Stage(one.spec), Stage(one.spec, mistake=mistake)):
            where = [stage.camera.project(stage.way[-1].joints[joint])[:2] for joint, _ in places]
            assert len(places) == 1 or dist(*where) > places[0][1] + places[1][1], mistake


@pytest.mark.parametrize(
    ("exercise", "mistake", "joints"),
    [
        ("calf-stretch", "hips-forward", ["pelvis", "r_heel"]),
        ("calf-stretch", "bent-knee", ["r_knee", "r_ball"]),
        ("hip-hinge", "rounded", ["waist"]),
        ("hip-hinge", "squat", ["r_knee", "pelvis"]),
        ("hip-hinge", "over-arched", ["head", "waist"]),
        ("twist-on-the-floor", "forced", ["r_shoulder", "r_knee"]),
        ("twist-on-the-floor", "pulled", ["head", "l_hand"]),  # the hand that hauls
    ],
)
def test_a_mistake_that_shows_at_two_places_is_ringed_at_both(exercise: str, mistake: str, joints: list[str]) -> None:
    assert [joint for joint, _ in seen_at(form(exercise), mistake)] == joints


def seen_at(one: Form, mistake: str, side: str = "right") -> list[Place]:
    right, wrong = (Motion(one.spec, side=side, mistake=pose).at(1.0) for pose in (None, mistake))
    return places_of(one.breaks[mistake], side, right, wrong)


def _pair(one: Form, mistake: str, side: str) -> tuple[list[Shape], list[Shape]]:
    right, wrong = Stage(one.spec, side=side), Stage(one.spec, side=side, mistake=mistake)
    for stage in (right, wrong):
        stage.point_out(seen_at(one, mistake, side)[:1])
    one_mark, other = (dict(stage.scene(1.0).marks)["differs"] for stage in (right, wrong))
    return list(one_mark), list(other)


@pytest.mark.parametrize("side", ["left", "right"])
def test_right_and_wrong_are_told_apart_without_colour(side: str) -> None:
    right, wrong = _pair(form("calf-stretch"), "bent-knee", side)
    assert [shape.dashed for shape in right] == [False] * len(right)
    assert any(shape.dashed for shape in wrong)
    assert len(right[-1].contours) == 1  # a tick
    assert len(wrong[-1].contours) == 2  # a cross


def test_the_line_of_the_spine_is_signed_and_not_ringed() -> None:
    stage = Stage(form("hip-hinge").spec, mistake="rounded")
    stage.point_out([("waist", 0.07)])
    kinds = dict(stage.scene(1.0).marks)
    assert not any(shape.dashed for shape in kinds["differs"])
    assert "pivot" not in kinds


def test_a_ring_takes_the_place_of_the_one_round_the_contact_of_that_foot() -> None:
    stage = Stage(form("soleus-stretch").spec, mistake="heel-up")
    assert "contact" in dict(stage.scene(1.0).marks)
    stage.point_out([("r_ball", 0.05)])
    assert "contact" not in dict(stage.scene(1.0).marks)
    assert "differs" not in dict(stage.scene(0.5).marks)  # on the way there is nothing to compare yet
