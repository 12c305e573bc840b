"""Curves in the plane of the picture: outlines of straight lines and cubics, and how they come from points.

Lengths are in statures, y up. Every closed contour runs clockwise, so that filling several as one (non-zero winding)
never leaves a hole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, inf, pi, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
Segment = tuple[float, ...]
"""Two numbers: a line to there. Six: a cubic by its two control points and its end."""

Ellipse = tuple[float, float, float, float, float, float]
"""Its middle and two half axes, or two conjugate half diameters."""

ARC = 0.5523  # a quarter of a circle as one cubic


class Contour(NamedTuple):
    """A path: where it starts, what follows, and whether it closes."""

    start: Point
    segments: tuple[Segment, ...]
    closed: bool = True

    def ends(self) -> list[Point]:
        """The points that the path passes; what bounds are made from."""
        return [self.start, *((s[-2], s[-1]) for s in self.segments)]


def spline(points: Sequence[Point]) -> list[Segment]:
    """Cubics through the points, each tangent parallel to the chord of its neighbours."""
    segments: list[Segment] = []
    x1, y1 = points[0]
    x2, y2 = points[1]
    ux, uy = (x2 - x1) / 6, (y2 - y1) / 6  # a sixth of the chord about the point that is left
    for x3, y3 in (*points[2:], points[-1]):
        vx, vy = (x3 - x1) / 6, (y3 - y1) / 6
        segments.append((x1 + ux, y1 + uy, x2 - vx, y2 - vy, x2, y2))
        x1, y1, x2, y2, ux, uy = x2, y2, x3, y3, vx, vy
    return segments


def uneven_spline(points: Sequence[Point]) -> list[Segment]:
    """The same for points at unlike distances: a handle is a third of its own part of the chord, so that none loops."""
    longs = [hypot(u - x, v - y) or 1e-9 for (x, y), (u, v) in pairwise(points)]
    segments: list[Segment] = []
    (x1, y1), (x2, y2) = points[:2]
    ux, uy = (x2 - x1) / 3, (y2 - y1) / 3
    for (x3, y3), here, then in zip((*points[2:], points[-1]), longs, (*longs[1:], 0.0), strict=True):
        share = 1 / 3 / (here + then)
        vx, vy = (x3 - x1) * share, (y3 - y1) * share
        segments.append((x1 + ux, y1 + uy, x2 - vx * here, y2 - vy * here, x2, y2))
        x1, y1, x2, y2, ux, uy = x2, y2, x3, y3, vx * then, vy * then
    return segments


def smooth(points: Sequence[Point], *, closed: bool = True) -> Contour:
    """A curve through the points; closed, it runs on smoothly over its start."""
    if not closed:
        return Contour(points[0], tuple(spline(points)), closed=False)
    n = len(points)
    around = [points[-1], *points, points[0], points[1]]
    return Contour(points[0], tuple(spline(around)[1 : n + 1]))


def polygon(points: Sequence[Point], *, closed: bool = True) -> Contour:
    """Straight from point to point."""
    return Contour(points[0], tuple(points[1:]), closed)


def ellipse(centre: Point, a: Point, b: Point) -> Contour:
    """The ellipse with the half axes (or any two conjugate half diameters) `a` and `b`, clockwise."""
    x, y = centre
    ax, ay = a
    bx, by = b
    if ax * by - ay * bx > 0:
        bx, by = -bx, -by
    cx, cy, dx, dy = ARC * ax, ARC * ay, ARC * bx, ARC * by
    return Contour(
        (x + ax, y + ay),
        (
            (x + ax + dx, y + ay + dy, x + bx + cx, y + by + cy, x + bx, y + by),
            (x + bx - cx, y + by - cy, x - ax + dx, y - ay + dy, x - ax, y - ay),
            (x - ax - dx, y - ay - dy, x - bx - cx, y - by - cy, x - bx, y - by),
            (x - bx + cx, y - by + cy, x + ax - dx, y + ay - dy, x + ax, y + ay),
        ),
    )


def circle(centre: Point, radius: float) -> Contour:
    """Clockwise."""
    return ellipse(centre, (radius, 0.0), (0.0, -radius))


def ellipsoid(axes: Sequence[Point], centre: Point) -> Contour:
    """The silhouette of an ellipsoid, from its three half axes as they lie in the picture."""
    sxx = sum(x * x for x, _ in axes)
    sxy = sum(x * y for x, y in axes)
    syy = sum(y * y for _, y in axes)
    p = sqrt(max(sxx, 1e-12))
    q = sxy / p
    return ellipse(centre, (p, q), (0.0, sqrt(max(syy - q * q, 1e-12))))


def hull(ellipses: Sequence[Ellipse]) -> Contour:
    """A smooth clockwise curve round them all: it touches the outermost of each direction, and runs along it there."""
    points: list[Point] = []
    for c, s in _AROUND:
        best = -inf
        for x, y, ax, ay, bx, by in ellipses:
            a, b = ax * c + ay * s, bx * c + by * s
            h = sqrt(a * a + b * b)
            reach = x * c + y * s + h
            if reach > best:
                best, a, b = reach, a / (h or 1.0), b / (h or 1.0)
                u, v = x + ax * a + bx * b, y + ay * a + by * b
        points.append((u, v))
    segments: list[Segment] = []
    (x, y), (c, s) = points[-1], _AROUND[-1]
    for (u, v), (d, t) in zip(points, _AROUND, strict=True):
        dx, dy = _TO_MEETING * (u - x), _TO_MEETING * (v - y)
        leaving, coming = dx * d + dy * t, dx * c + dy * s
        segments.append((x + s * leaving, y - c * leaving, u + t * coming, v - d * coming, u, v))
        x, y, c, s = u, v, d, t
    return Contour(points[-1], tuple(segments))


_DIRECTIONS = 14
_AROUND = tuple((cos(2 * pi * k / _DIRECTIONS), -sin(2 * pi * k / _DIRECTIONS)) for k in range(_DIRECTIONS))
# A handle reaches two thirds of the way to where the tangents meet, as that of an arc does.
_TO_MEETING = 2 / 3 / sin(2 * pi / _DIRECTIONS)
