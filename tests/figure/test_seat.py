"""From the low back over the buttock to the thigh a body is one round, however far its hip bends."""

from __future__ import annotations

from math import cos, hypot, radians, sin

import pytest

from hinge_gui.figure.body import Part, thigh_part, trunk_parts
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Point
from hinge_gui.figure.look import BUILDS, Look
from hinge_gui.figure.skeleton import Body3D, Skeleton, placed
from tests.figure.test_shapes import flattened

DENT = 0.0027  # of stature: a pixel where the body is four hundred high
Line = tuple[Point, Point]


def bent(hip_deg: float, *, lying: bool = False) -> Body3D:
    """With both hips so far bent, standing or lying on the back."""
    body = Skeleton().pose({"pelvis_tilt": -90.0 if lying else 0.0, "r_hip": hip_deg, "l_hip": hip_deg})
    return placed(body, "pelvis", (0.0, 0.06 if lying else 0.5, 0.0))


def lines(parts: list[Part]) -> list[Line]:
    found: list[Line] = []
    for contour in (contour for part in parts for contour in part.shapes[0].contours):
        points = flattened(contour)
        found.extend(zip(points, [*points[1:], points[0]], strict=True))
    return found


def farthest(middle: Point, angle_deg: float, outline: list[Line]) -> Point:
    """Where the outline is left by who goes from there in a direction."""
    (x, y), c, s = middle, cos(radians(angle_deg)), sin(radians(angle_deg))
    reach = 0.0
    for (ax, ay), (bx, by) in outline:
        a, b = (ay - y) * c - (ax - x) * s, (by - y) * c - (bx - x) * s
        if (a > 0) != (b > 0):
            t = a / (a - b)
            reach = max(reach, (ax + (bx - ax) * t - x) * c + (ay + (by - ay) * t - y) * s)
    return (x + reach * c, y + reach * s)


def deepest_dent(points: list[Point]) -> float:
    """How far any of them lies within the line between two others; they go round the body anticlockwise."""
    deepest = 0.0
    for i in range(len(points)):
        for j in range(i + 2, len(points)):
            (ax, ay), (bx, by) = points[i], points[j]
            long = hypot(bx - ax, by - ay)
            for x, y in points[i + 1 : j]:
                deepest = max(deepest, ((y - ay) * (bx - ax) - (x - ax) * (by - ay)) / long)
    return deepest


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("hip_deg", range(0, 121, 20))
def test_behind_there_is_no_dent_from_hem_to_thigh(build: str, hip_deg: int) -> None:
    body, look, camera = bent(hip_deg), Look(build), Camera()
    seat, _ = trunk_parts(body, look, camera, 0.0)
    outline = lines([seat, *(thigh_part(body, side, look, camera, 0.0) for side in "rl")])
    x, y, _ = camera.project(body.joints["r_hip"])
    behind = range(175, 246 + hip_deg, 5)  # from just under the hem to a third of the thigh
    assert deepest_dent([farthest((x, y), angle_deg, outline) for angle_deg in behind]) < DENT


@pytest.mark.parametrize("hip_deg", [60, 90, 110])
def test_who_lies_on_the_back_does_not_sink_into_the_floor(hip_deg: int) -> None:
    body, look = bent(hip_deg, lying=True), Look()
    parts = [trunk_parts(body, look, Camera(), 0.0)[0], thigh_part(body, "r", look, Camera(), 0.0)]
    seats = [part.shapes[0].contours[-1] for part in parts]
    assert min(y for seat in seats for _, y in flattened(seat)) > -0.003
