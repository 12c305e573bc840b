"""Where a mistake and the right way differ is shown at one place in both, told apart by shape."""

from __future__ import annotations

import pytest

from hinge_gui.figure.differences import PLACES, place_of
from hinge_gui.figure.gauges import GAUGES
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, form, forms


def test_every_measure_has_its_place_on_the_body() -> None:
    assert set(PLACES) == set(GAUGES)
    joints = Skeleton().pose({}).joints
    for measure in PLACES:
        for side in ("left", "right"):
            place = place_of({measure}, side)
            assert place
            assert place[0] in joints


@pytest.mark.parametrize("one", [one for one in forms() if one.breaks], ids=str)
def test_every_mistake_has_a_place_to_look_at(one: Form) -> None:
    assert all(place_of(breaks, "right") for breaks in one.breaks.values())


def _pair(one: Form, mistake: str, side: str) -> tuple[list[Shape], list[Shape]]:
    right, wrong = Stage(one.spec, side=side), Stage(one.spec, side=side, mistake=mistake)
    place = place_of(one.breaks[mistake], side)
    assert place
    for stage in (right, wrong):
        stage.point_out(*place)
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
    stage.point_out("waist", 0.07)
    kinds = dict(stage.scene(1.0).marks)
    assert not any(shape.dashed for shape in kinds["differs"])
    assert "pivot" not in kinds


def test_a_ring_takes_the_place_of_the_one_round_the_contact() -> None:
    stage = Stage(form("soleus-stretch").spec, mistake="heel-up")
    assert "contact" in dict(stage.scene(1.0).marks)
    stage.point_out("r_heel", 0.05)
    assert "contact" not in dict(stage.scene(1.0).marks)
    assert "differs" not in dict(stage.scene(0.5).marks)  # on the way there is nothing to compare yet
