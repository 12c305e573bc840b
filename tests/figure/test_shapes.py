"""Tubes become outlines that are whole, clockwise and as wide as the flesh, from every side."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, circle, ellipse, ellipsoid, polygon, smooth, spline, uneven_spline
from hinge_gui.figure.shapes import Ring, Tube, outline
from hinge_gui.paint.strokes import EDGE_WIDTH


def flattened(contour: Contour, steps: int = 12) -> list[tuple[float, float]]:
    """The path as many short lines."""
    points = [contour.start]
    for segment in contour.segments:
        (x0, y0), controls = points[-1], [*segment]
        if len(controls) == 2:
            points.append((controls[0], controls[1]))
            continue
        x1, y1, x2, y2, x3, y3 = controls
        for i in range(1, steps + 1):
            t = i / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def area(contour: Contour) -> float:
    """Above 0 for a contour that runs clockwise, y up."""
    points = flattened(contour)
    return sum(p[1] * q[0] - p[0] * q[1] for p, q in zip(points, points[1:] + points[:1], strict=True)) / 2


def limb(radius: float = 0.05, length: float = 0.4, cap: float = 0.05) -> Tube:
    rings = tuple(Ring((0.0, -length * t / 4, 0.0), (radius, 0.0, 0.0), (0.0, 0.0, radius)) for t in range(5))
    return Tube("skin", rings, cap, cap)


def test_a_straight_limb_from_the_side_is_a_capsule() -> None:
    drawn = outline(limb(), Camera())
    assert len(drawn.contours) == 1
    assert area(drawn.contours[0]) == pytest.approx(0.1 * 0.4 + pi * 0.05**2, rel=0.01)


def test_a_limb_that_points_at_the_viewer_is_its_rings() -> None:
    drawn = outline(limb(), Camera(0.0, 90.0))
    assert all(area(contour) == pytest.approx(pi * 0.05**2, rel=0.01) for contour in drawn.contours)


def test_seen_end_on_a_ring_that_stands_out_is_kept() -> None:
    rings = (*limb().rings, Ring((0.04, -0.5, 0.0), (0.03, 0.0, 0.0), (0.0, 0.0, 0.03)))
    drawn = outline(Tube("skin", rings), Camera(0.0, 90.0))
    assert max(x for contour in drawn.contours for x, _ in contour.ends()) == pytest.approx(0.07)


@given(st.floats(0, 360), st.floats(-90, 90))
def test_every_contour_runs_clockwise_from_every_side(yaw_deg: float, pitch_deg: float) -> None:
    for contour in outline(limb(), Camera(yaw_deg, pitch_deg)).contours:
        assert area(contour) > 0


@given(st.floats(0, 88))
def test_a_limb_turned_away_is_shorter_and_as_wide(pitch_deg: float) -> None:
    points = [p for contour in outline(limb(), Camera(0.0, pitch_deg)).contours for p in flattened(contour)]
    assert max(x for x, _ in points) == pytest.approx(0.05, abs=0.002)
    assert max(y for _, y in points) - min(y for _, y in points) <= 0.501


def holds(contour: Contour, x: float, y: float) -> bool:
    """Whether a point lies within, by the sides that a line to its right crosses."""
    points = flattened(contour)
    sides = zip(points, points[1:] + points[:1], strict=True)
    return sum((b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a) for (a, b), (c, d) in sides) % 2 == 1


@pytest.mark.parametrize("pitch_deg", [48.0, 55.0, 65.0])
def test_the_outline_of_a_tapering_limb_holds_its_rings(pitch_deg: float) -> None:
    widths = (0.080, 0.079, 0.060, 0.045, 0.036, 0.035)
    rings = [Ring((0.0, -0.05 * n, 0.0), (w, 0.0, 0.0), (0.0, 0.0, w)) for n, w in enumerate(widths)]
    drawn = outline(Tube("skin", tuple(rings)), Camera(0.0, pitch_deg))
    for f in drawn.flats:
        for turn in range(0, 360, 10):
            c, s = 0.97 * cos(radians(turn)), 0.97 * sin(radians(turn))
            x, y = f.x + f.ax * c + f.bx * s, f.y + f.ay * c + f.by * s
            assert any(holds(contour, x, y) for contour in drawn.contours)


def test_the_sides_bulge_where_the_rings_do() -> None:
    rings = [
        Ring((before, -0.1 * n, 0.0), (deep, 0.0, 0.0), (0.0, 0.0, deep))
        for n, (before, deep) in enumerate(((0.0, 0.03), (-0.02, 0.04), (0.0, 0.02)))
    ]
    drawn = outline(Tube("skin", tuple(rings)), Camera())
    assert min(x for x, _ in drawn.right) == pytest.approx(-0.06, abs=0.002)
    assert max(x for x, _ in drawn.left) == pytest.approx(0.03, abs=0.002)


def test_edges_follow_only_the_sides_that_are_asked_for() -> None:
    tube = limb()
    part = Tube(tube.role, tube.rings, edge_from=2, edge_tip=False)
    left, right = outline(part, Camera()).edges
    assert len(left.segments) == len(right.segments) == 2
    assert not left.closed


def test_where_a_limb_grows_out_of_another_its_edge_ends_under_its_own_filling() -> None:
    tube = limb()
    part = Tube(tube.role, tube.rings, edge_from=2, edge_tip=False, grows=(True, False))
    drawn = outline(part, Camera())
    left, right = drawn.edges
    for end in (left.start, right.ends()[-1]):
        assert abs(end[0]) < 0.05 - EDGE_WIDTH / 2
    for end in (left.ends()[-1], right.start):
        assert abs(end[0]) == pytest.approx(0.05), "it goes on there"


@given(st.floats(0, 360), st.floats(0.2, 0.9))
def test_round_a_thin_end_far_away_a_hull_has_no_loop(turn_deg: float, far: float) -> None:
    c, s = cos(radians(turn_deg)), sin(radians(turn_deg))
    rings = tuple(Ring((c * k, s * k, 0.0), (r, 0.0, 0.0), (0.0, r, 0.0)) for k, r in ((0.0, 0.2), (far, 0.01)))
    (contour,) = outline(Tube("skin", rings, hull_below=2.0), Camera()).contours
    points = flattened(contour)
    for (ax, ay), (bx, by), (ux, uy) in zip(points, points[1:], points[2:], strict=False):
        assert (bx - ax) * (uy - by) - (by - ay) * (ux - bx) <= 1e-9, "it turns one way only"


def test_a_spline_goes_through_its_points() -> None:
    points = [(0.0, 0.0), (1.0, 2.0), (3.0, 1.0), (4.0, 4.0)]
    assert [(s[4], s[5]) for s in spline(points)] == points[1:]


def test_through_points_at_unlike_distances_a_spline_does_not_loop() -> None:
    points = [(0.0857, 0.0), (0.0809, 0.0148), (0.0920, 0.0674)]  # a waist between ribs and hips, seen from the head
    path = flattened(Contour(points[0], tuple(uneven_spline(points)), closed=False))
    assert [(s[4], s[5]) for s in uneven_spline(points)] == points[1:]
    assert all(a[1] < b[1] for a, b in pairwise(path))
    assert min(x for x, _ in path) > 0.0800


def test_a_closed_curve_ends_where_it_began() -> None:
    curve = smooth([(0.0, 0.0), (1.0, 0.0), (1.0, -1.0), (0.0, -1.0)])
    assert curve.ends()[-1] == curve.start


def test_an_ellipse_is_clockwise_whichever_way_its_axes_are_given() -> None:
    for b in ((0.0, 1.0), (0.0, -1.0)):
        assert area(ellipse((0.0, 0.0), (2.0, 0.0), b)) == pytest.approx(2 * pi, rel=0.01)


def test_a_ball_seen_as_a_blob_is_as_wide_as_the_ball() -> None:
    points = flattened(ellipsoid([(0.1, 0.0), (0.0, 0.1), (0.0, 0.0)], (1.0, 1.0)))
    assert {round(hypot(x - 1, y - 1), 3) for x, y in points} == {0.1}
    assert area(circle((0.0, 0.0), 0.1)) == pytest.approx(pi * 0.01, rel=0.01)


def test_a_polygon_is_straight() -> None:
    assert flattened(polygon([(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)])) == [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)]
