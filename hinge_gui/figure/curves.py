"""Curves in the plane of the picture: outlines of straight lines and cubics, and how they come from points.

Lengths are in statures, y up. Every closed contour runs clockwise, so that filling several as one (non-zero winding)
never leaves a hole.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

Point = tuple[float, float]
Segment = tuple[float, ...]
"""Two numbers: a line to there. Six: a cubic by its two control points and its end."""

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
