"""A strap is a band from hand to hand, round a foot."""

from __future__ import annotations

from itertools import product

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point
from hinge_gui.figure.faults import RANGES
from hinge_gui.figure.look import Look
from hinge_gui.figure.prop import CM
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.stage import Stage
from hinge_gui.figure.strap import strap_parts
from hinge_gui.figure.vector import distance, lerp
from tests.figure.forms import form


def body() -> Body3D:
    return Skeleton().pose({"r_hip": 60, "l_hip": 80, "l_knee": 90})


def bands(camera: Camera) -> dict[str, tuple[Contour, ...]]:
    return {part.name: part.shapes[0].contours for part in strap_parts(body(), camera)}


def middle(points: list[Point]) -> Point:
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


@pytest.mark.parametrize("camera", [Camera.named("front"), Camera.named("side"), Camera(200, 20)])
def test_it_goes_from_both_hands_to_either_side_of_the_farther_foot(camera: Camera) -> None:
    ball = camera.project(body().joints["r_ball"])
    for side in "rl":
        first = bands(camera)[f"{side}_strap"][0].ends()
        hand = camera.project(body().joints[f"{side}_hand"])
        assert min(distance((*end, 0.0), (*hand[:2], 0.0)) for end in first) < 0.06
        assert min(distance((*end, 0.0), (*ball[:2], 0.0)) for end in first) < 0.05


def test_one_of_its_strands_goes_on_under_the_sole_where_that_is_seen() -> None:
    below, above = Camera(90.0, -20.0), Camera(90.0, 80.0)
    assert sorted(len(fields) for fields in bands(below).values()) == [1, 3]
    assert max(len(fields) for fields in bands(above).values()) <= 2


@pytest.mark.parametrize("yaw_deg", range(0, 360, 30))
def test_it_is_seen_on_its_edge_too(yaw_deg: int) -> None:
    for contours in bands(Camera(float(yaw_deg), 10.0)).values():
        a, b, c, d = contours[0].ends()
        one, other = middle([a, d]), middle([b, c])
        assert distance((*one, 0.0), (*other, 0.0)) > 0.003


def test_held_in_the_calf_stretch_it_goes_past_the_other_knee() -> None:
    spec = form("calf-stretch", "seated").spec
    for range_, build in product(RANGES, PROPORTIONS):
        for now in Stage(spec, range_=range_, look=Look(build=build)).way:
            joints = now.joints
            for side in "rl":
                strand = [lerp(joints[f"{side}_hand"], joints["r_ball"], n / 20) for n in range(21)]
                assert min(distance(at, joints["l_knee"]) for at in strand) > 10 * CM
