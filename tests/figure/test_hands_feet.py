"""Feet are one with the leg, and their toes are told apart from whichever side one looks."""

from __future__ import annotations

from math import hypot

import pytest

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.hands_feet import foot_part
from hinge_gui.figure.skeleton import Body3D, Skeleton
from hinge_gui.figure.vector import lerp
from tests.figure.test_shapes import flattened


def body(**angles: float) -> Body3D:
    return Skeleton().pose(angles)


def foot(posed: Body3D, camera: Camera) -> Part:
    return foot_part(posed, "r", camera, 0.0)


def clefts(part: Part) -> int:
    return sum(len(shape.contours) for shape in part.shapes if shape.role == "skin-line")


@pytest.mark.parametrize(("pitch_deg", "ankle_deg"), [(60.0, 0.0), (-60.0, 0.0), (10.0, 20.0)])
def test_toes_are_told_apart_from_above_from_below_and_from_before(pitch_deg: float, ankle_deg: float) -> None:
    assert clefts(foot(body(r_ankle=ankle_deg), Camera(90.0, pitch_deg))) >= 3


def test_toes_that_are_tucked_under_are_told_apart_from_before() -> None:
    tucked = body(r_knee=30, r_ankle=-50, r_toes=-37)
    assert clefts(foot(tucked, Camera(90.0, 8.0))) == 4


def test_from_the_side_there_is_no_line_between_toes() -> None:
    assert clefts(foot(body(), Camera(0.0, 0.0))) == 0


@pytest.mark.parametrize("yaw_deg", [0.0, 20.0, 160.0, 180.0, 200.0, 340.0])
@pytest.mark.parametrize("ankle_deg", [-50.0, 0.0, 25.0])
def test_no_edge_runs_where_the_leg_grows_out_of_the_foot(yaw_deg: float, ankle_deg: float) -> None:
    posed, camera = body(r_ankle=ankle_deg), Camera(yaw_deg, 5.0)
    ankle, knee = posed.joints["r_ankle"], posed.joints["r_knee"]
    within = [camera.project(lerp(ankle, knee, share)) for share in (0.0, 0.02, 0.04, 0.06)]
    for edge in (edge for shape in foot(posed, camera).shapes for edge in shape.edges):
        for x, y in flattened(edge):
            assert all(hypot(x - u, y - v) > 0.005 for u, v, _ in within)


@pytest.mark.parametrize("yaw_deg", range(0, 360, 15))
def test_a_foot_is_set_off_all_round_but_there(yaw_deg: float) -> None:
    camera = Camera(float(yaw_deg), 10.0)
    part = foot(body(), camera)
    points = [p for shape in part.shapes for edge in shape.edges for p in edge.ends()]
    for name in ("r_heel", "r_ball", "r_toe"):
        x, y, _ = camera.project(body().joints[name])
        assert min(hypot(x - u, y - v) for u, v in points) < 0.03, name
