"""How near a part's surface is at any place in the picture, and smoothly on beyond its outline.

The surface is told where it is, not cell by cell (`cover.py`): what is found from it moves as smoothly as the body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot, sqrt
from typing import NamedTuple

from hinge_gui.figure.shapes import RINGS_BELOW, STRIP_FROM, Flat
from hinge_gui.figure.solids import Placed, ends_of

Depth = Callable[[float, float], tuple[float, bool]]
"""The depth of a surface at a place in the picture, and whether there is any."""

END_ROUND = 0.25  # of its half width, by which the end of a tube bulges
_FLAT, _THIN = 1e-9, 1e-8
_NOWHERE = (-9.0, False)
_FALLS = 4.0  # how steeply a surface falls away beyond the end of its tube
_EDGE_ON = 0.02  # a face that looks less than this at the viewer is not seen


class Across(NamedTuple):
    """A ring by the direction of its tube in the picture: half an axis to the left of it, and one along it."""

    x: float
    y: float
    z: float
    tx: float
    ty: float
    oz: float
    along: float
    """The near half axis, along the direction; below 0 it reaches back."""
    nz: float
    wide: float
    lean: float
    """How far the left point lies along the direction."""
    rise: float
    """How far a disc on the ring bulges to the viewer."""


class Rings:
    """The rings of a tube, each by the tube's direction where it stands, worked out when it is asked for."""

    def __init__(self, flats: Sequence[Flat]) -> None:
        self._flats = flats
        self.last = len(flats) - 1
        self._known: list[Across | None] = [None] * len(flats)

    def __getitem__(self, i: int) -> Across:
        known = self._known[i]
        if known is None:
            flats = self._flats
            known = self._known[i] = _across(flats[i], flats[max(0, i - 1)], flats[min(self.last, i + 1)])
        return known


def _across(ring: Flat, before: Flat, after: Flat) -> Across:
    x, y, z, ax, ay, bx, by, _, az, bz = ring
    tx, ty = after.x - before.x, after.y - before.y
    n = hypot(tx, ty) or _FLAT
    tx, ty = tx / n, ty / n
    an, bn = ay * tx - ax * ty, by * tx - bx * ty
    h = hypot(an, bn) or _FLAT
    ca, cb = an / h, bn / h
    nz = bz * ca - az * cb
    k = 1.0 if nz >= 0 else -1.0
    lean = (ax * ca + bx * cb) * tx + (ay * ca + by * cb) * ty
    along = k * ((bx * ca - ax * cb) * tx + (by * ca - ay * cb) * ty)
    a, b = sqrt(ax * ax + ay * ay + az * az), sqrt(bx * bx + by * by + bz * bz)
    rise = END_ROUND * min(a, b) * abs(ax * by - ay * bx) / (a * b or 1.0)
    return Across(x, y, z, tx, ty, az * ca + bz * cb, along, k * nz, h, lean, rise)


def surface_of_tube(flats: Sequence[Flat]) -> Depth:
    first, last = flats[0], flats[-1]
    span, deep = hypot(last.x - first.x, last.y - first.y), last.depth - first.depth
    share = span / (hypot(span, deep) or 1.0)
    if share <= STRIP_FROM:
        return _stack(flats)
    rings = Rings(flats)
    return _tube(rings) if share > RINGS_BELOW else _folded(rings)


def _tube(rings: Rings) -> Depth:
    """Between the two rings that a place lies before and behind of, counted along the tube."""
    last, at = rings.last, 0

    def depth(x: float, y: float) -> tuple[float, bool]:
        nonlocal at
        d, z, q = _place(rings[at], x, y)
        step = 1 if d >= 0.0 else -1
        while 0 <= at + step <= last:
            before, before_z, before_q = d, z, q
            at += step
            d, z, q = _place(rings[at], x, y)
            if (d < 0.0) is (step > 0):
                there = -1.0 < q < 1.0 or -1.0 < before_q < 1.0
                return before_z + (z - before_z) * before / (before - d), there
        return _end(rings[at], q, d, z)

    return depth


def _folded(rings: Rings) -> Depth:
    """So much foreshortened that one part of the tube may hide another: the nearest of all there is."""

    def depth(x: float, y: float) -> tuple[float, bool]:
        best = _NOWHERE
        before, before_z, before_q = _place(rings[0], x, y)
        if before < 0.0:
            best = _end(rings[0], before_q, before, before_z)
        for n in range(1, rings.last + 1):
            d, z, q = _place(rings[n], x, y)
            if d < 0.0 <= before:
                there = -1.0 < q < 1.0 or -1.0 < before_q < 1.0
                best = max(best, (before_z + (z - before_z) * before / (before - d), there))
            before, before_z, before_q = d, z, q
        return max(best, _end(rings[rings.last], before_q, before, before_z)) if before >= 0.0 else best

    return depth


def _place(ring: Across, x: float, y: float) -> tuple[float, float, float]:
    """How far beyond the near side of a ring a place lies, the ring's depth beside it, and how far aside it is."""
    rx, ry, rz, tx, ty, oz, along, nz, wide, lean, _ = ring
    dx, dy = x - rx, y - ry
    q = (dy * tx - dx * ty) / wide
    if -1.0 < q < 1.0:
        s = sqrt(1.0 - q * q)
        return dx * tx + dy * ty - lean * q - along * s, rz + oz * q + nz * s, q
    k = 1.0 if q > 0 else -1.0
    return dx * tx + dy * ty - lean * k, rz + oz * k, q


def _end(ring: Across, q: float, d: float, z: float) -> tuple[float, bool]:
    """On the disc that closes the tube, where it is seen, and beyond."""
    if not -1.0 < q < 1.0 or d * ring.along >= 0.0:
        return z - _FALLS * abs(d), False
    s = sqrt(1.0 - q * q)
    b = s + d / ring.along
    if b < -s:
        return ring.z + ring.oz * q - ring.nz * s + _FALLS * abs(ring.along) * (s + b), False
    return ring.z + ring.oz * q + ring.nz * b + ring.rise * sqrt(max(0.0, 1.0 - q * q - b * b)), True


def _stack(flats: Sequence[Flat]) -> Depth:
    """Of a tube that points at the viewer: its rings as discs, the nearest first."""
    discs = []
    for x, y, z, ax, ay, bx, by, _, az, bz in sorted(flats, key=lambda flat: -flat.depth):
        area = ax * by - ay * bx
        if abs(area) > _THIN:
            a, b = sqrt(ax * ax + ay * ay + az * az), sqrt(bx * bx + by * by + bz * bz)
            rise = END_ROUND * min(a, b) * abs(area) / (a * b)
            discs.append((x, y, z, by / area, -bx / area, -ay / area, ax / area, az, bz, rise))

    def depth(x: float, y: float) -> tuple[float, bool]:
        before = before_z = 0.0
        best, best_z = -1e9, -9.0
        for rx, ry, rz, ux, uy, vx, vy, az, bz, rise in discs:
            dx, dy = x - rx, y - ry
            u, v = dx * ux + dy * uy, dx * vx + dy * vy
            inside = 1.0 - u * u - v * v
            if inside >= 0.0:
                z = rz + az * u + bz * v
                if best < -1e8:  # the nearest of all
                    return z + rise * sqrt(inside), True
                return before_z + (z - before_z) * before / (before - inside), True
            r = sqrt(1.0 - inside)
            before, before_z = inside, rz + (az * u + bz * v) / r
            if inside > best:
                best, best_z = inside, before_z
        return best_z, False

    return depth


def surface_of_solid(solid: Placed) -> Depth:
    """Of its faces; a roll is a tube."""
    if solid.is_round:
        return surface_of_tube(ends_of(solid))
    x0, y0, z0 = solid.centre
    planes = [(nx / nz, ny / nz, reach / nz) for (nx, ny, nz), reach in solid.faces if nz > _EDGE_ON]

    def depth(x: float, y: float) -> tuple[float, bool]:
        dx, dy = x - x0, y - y0
        dz = min([reach - nx * dx - ny * dy for nx, ny, reach in planes])
        there = all(nx * dx + ny * dy + nz * dz <= reach + _FLAT for (nx, ny, nz), reach in solid.faces)
        return z0 + dz, there

    return depth
