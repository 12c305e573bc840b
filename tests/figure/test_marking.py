"""Marks and muscles that look as they did are not made anew, and so not painted anew."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, degrees, hypot
from operator import is_

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.scene import Scene
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, form, forms


def kept(before: Scene, after: Scene) -> set[str]:
    """The kinds of mark whose shapes are the very ones of the frame before."""
    marks = dict(before.marks)
    return {kind for kind, shapes in after.marks if shapes and all(map(is_, shapes, marks[kind]))}


def muscles(scene: Scene, part: str) -> list[Shape]:
    return [s for p in scene.parts if p.name == part for s in p.shapes if s.role == "muscle"]


def test_what_hangs_on_the_trunk_is_made_anew_and_what_stands_is_not() -> None:
    stage = Stage(form("hip-hinge").spec)
    before, after = stage.scene(0.4), stage.scene(0.5)
    assert kept(before, after) == {"plumb", "arrow"}, "the leg stands, the arrow tells the whole way"
    again = stage.scene(0.5)
    assert kept(after, again) == {"plumb", "spine", "pivot", "arrow"}


def test_a_mark_that_fades_keeps_its_outline() -> None:
    stage = Stage(form("calf-stretch").spec)
    half, whole = (dict(stage.scene(1.0, told={"hold:0": share}).marks)["contact"] for share in (0.5, 1.0))
    assert [shape.opacity for shape in half] == [shape.opacity / 2 for shape in whole]
    assert all(a.contours is b.contours for a, b in zip(half, whole, strict=True))
    same = dict(stage.scene(1.0, told={"hold:0": 0.5}).marks)["contact"]
    assert same == half


def test_a_muscle_on_a_limb_that_lies_still_is_kept_and_one_on_a_trunk_that_turns_is_not() -> None:
    stage = Stage(form("twist-on-the-floor").spec)
    before, after = stage.scene(0.500), stage.scene(0.510)
    (arm,), (same,) = (muscles(scene, "r_upper_arm") for scene in (before, after))
    assert arm is same
    assert muscles(before, "shirt")[0] is not muscles(after, "shirt")[0]


def test_another_strength_or_another_side_is_seen_at_once() -> None:
    stage = Stage(form("calf-stretch").spec)
    faint, clear = (muscles(stage.scene(1.0, told={"hold:1": share}), "r_shank")[0] for share in (0.3, 1.0))
    assert faint.opacity < clear.opacity
    stage.look_from(Camera(-60.0, 10.0))
    turned = stage.scene(1.0)
    fresh = Stage(form("calf-stretch").spec, camera=Camera(-60.0, 10.0)).scene(1.0)
    assert muscles(turned, "r_shank")[0].glow == muscles(fresh, "r_shank")[0].glow
    assert dict(turned.marks)["contact"] == dict(fresh.marks)["contact"]


@pytest.mark.parametrize("one", forms(), ids=str)
def test_an_arrow_tells_each_movement_without_a_hook_however_the_limb_waits_and_lifts(one: Form) -> None:
    arrows = [shapes for kind, shapes in Stage(one.spec).scene(0.1).marks if kind == "arrow" and shapes]
    assert arrows
    for shapes in arrows:
        way = shapes[-1].contours[0].ends()
        steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(way)]
        assert min(hypot(*step) for step in steps) > 0.001
        turns = [degrees(atan2(x * v - y * u, x * u + y * v)) for (x, y), (u, v) in pairwise(steps)]
        assert max(map(abs, turns)) < 40.0


def test_a_ring_round_a_heel_is_left_out_where_the_foot_hides_the_heel() -> None:
    stage = Stage(form("soleus-stretch").spec)
    assert dict(stage.scene(1.0).marks)["contact"]
    stage.look_from(Camera(80.0, 6.0))
    assert not dict(stage.scene(1.0).marks)["contact"]


def test_the_small_picture_of_a_mistake_tells_of_no_muscle_that_feels_it() -> None:
    def felt(mistake: str | None) -> list[Shape]:
        scene = Stage(form("soleus-stretch").spec, mistake=mistake).inset(1.0)
        assert scene
        return muscles(scene, "r_shank")

    assert felt(None)
    assert not felt("heel-up")


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_sign_of_a_ring_round_a_heel_does_not_hide_the_leg(side: str) -> None:
    stage = Stage(form("soleus-stretch").spec, side=side, mistake="heel-up")
    stage.point_out([(f"{side[0]}_heel", 0.045)])
    sign = dict(stage.scene(1.0).marks)["differs"][3].contours[0]
    heel, ankle = (stage.camera.project(stage.way[-1].joints[f"{side[0]}_{name}"])[0] for name in ("heel", "ankle"))
    xs = [x for x, _ in sign.ends()]
    assert (min(xs) + max(xs)) / 2 < heel < ankle if side == "right" else (min(xs) + max(xs)) / 2 > heel > ankle
