"""A strap from hand to hand under the ball of a foot: a flat band."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Contour, Point, polygon
from hinge_gui.figure.joints import SIDES, SIGN
from hinge_gui.figure.shapes import Flat, Shape
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.vector import Vec, add, apply, column, distance, dot, lerp, scale, sub, unit

# Where it goes round a foot, upward and outward from its ball, in statures: beside it, round its edge.
_BESIDE, _EDGE = (0.011, 0.0300), (-0.0015, 0.0275)
_HALF_WIDTH, _THICK = 0.0078, 0.0017
_GRIPPED = 0.35  # where it goes through the hand, of the way from knuckles to finger tips


def strap_parts(body: Body3D, camera: Camera) -> list[Part]:
    """A strand on either side of the foot that is farther away; the nearer one goes on under the sole."""
    joints, viewer = body.joints, camera.rows[2]
    foot = max(SIDES, key=lambda side: distance(joints[f"{side}_ball"], joints["pelvis"]))
    ball, frame = joints[f"{foot}_ball"], body.frames[f"{foot}_foot"]
    along, up, right = (column(frame, n) for n in range(3))
    wide = scale(along, _HALF_WIDTH)
    parts = []
    for side in SIDES:
        sign = SIGN[side]
        hand = lerp(joints[f"{side}_hand"], joints[f"{side}_fingers"], _GRIPPED)
        beside, edge, beyond = (
            add(ball, apply(frame, (0.0, high, out * sign)))
            for high, out in (_BESIDE, _EDGE, (_EDGE[0], -_EDGE[1]))
        )
        way = unit(sub(beside, hand))
        across = scale(unit(sub(along, scale(way, dot(along, way)))), _HALF_WIDTH)
        strand = [(hand, across), (beside, wide)]
        if sign * dot(right, viewer) > 0.0:
            strand.append((edge, wide))
            if dot(up, viewer) < 0.0:
                strand.append((beyond, wide))
        parts.append(Part(f"{side}_strap", [_band(strand, camera)], _flats(strand, camera)))
    return parts


def _band(stations: Sequence[tuple[Vec, Vec]], camera: Camera) -> Shape:
    """From place to place with half its width at each; seen on its edge it is as thin as it is thick."""
    places = [camera.project(at)[:2] for at, _ in stations]
    sides = []
    for n, (x, y) in enumerate(places):
        u, v, _ = camera.project(stations[n][1])
        (ax, ay), (bx, by) = places[max(0, n - 1)], places[min(len(places) - 1, n + 1)]
        long = hypot(bx - ax, by - ay) or 1e-6
        wide = ((bx - ax) * v - (by - ay) * u) / long
        if abs(wide) < _THICK:
            k = _THICK if wide >= 0 else -_THICK
            u, v = -(by - ay) / long * k, (bx - ax) / long * k
        sides.append(((x + u, y + v), (x - u, y - v)))
    fields = tuple(_clockwise((a, b, d, c)) for (a, b), (c, d) in pairwise(sides))
    return Shape("cloth", fields, fields)


def _clockwise(corners: Sequence[Point]) -> Contour:
    area = sum(p[1] * q[0] - p[0] * q[1] for p, q in zip(corners, (*corners[1:], corners[0]), strict=True))
    return polygon(corners if area > 0 else corners[::-1])


def _flats(stations: Sequence[tuple[Vec, Vec]], camera: Camera) -> list[Flat]:
    seen = (camera.project(at) for at, _ in stations)
    return [Flat(x, y, depth, _HALF_WIDTH, 0.0, 0.0, _HALF_WIDTH, _HALF_WIDTH) for x, y, depth in seen]
