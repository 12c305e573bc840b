"""What a part covers: how near its surface is in each cell of a grid laid over the picture.

Where two parts meet in the picture their cells tell which one lies before the other, and over how much of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import ceil, cos, floor, hypot, pi, sin

from hinge_gui.figure.shapes import Flat
from hinge_gui.figure.solids import Placed, ends_of
from hinge_gui.figure.vector import Vec

CELL = 0.016  # of stature, as wide as a finger
Cells = dict[int, float]
"""The nearest depth by cell."""

_PER = 1.0 / CELL
ROW = 4096  # cells in a row of the grid
_END_ROUND = 0.25  # of its half width, by which the end of a tube bulges


def cells_of_tube(flats: Sequence[Flat]) -> Cells:
    """The side of a chain of rings that the viewer sees, and its ends."""
    cells: Cells = {}
    halves = [_nearer_half(flat) for flat in flats]
    _sweep(cells, halves[-1])
    for one, other in pairwise(halves):
        steps = 1 + int(_PER * hypot(other[0] - one[0], other[1] - one[1]))
        _sweep(cells, one)
        for n in range(1, steps):
            t = n / steps
            _sweep(cells, [p + (q - p) * t for p, q in zip(one, other, strict=True)])
    for end in (flats[0], flats[-1]):
        _disc(cells, end)
    return cells


def _nearer_half(ring: Flat) -> list[float]:
    """Its middle, its half axis towards the viewer, and the one across, along which it neither rises nor falls."""
    x, y, z, ax, ay, bx, by, _, az, bz = ring
    h = hypot(az, bz)
    c, s = (az / h, bz / h) if h > 1e-6 else (1.0, 0.0)
    return [x, y, z, ax * c + bx * s, ay * c + by * s, h, bx * c - ax * s, by * c - ay * s]


def _sweep(cells: Cells, half: Sequence[float]) -> None:
    x, y, z, tx, ty, h, ux, uy = half
    known, across = cells.get, 2 + int(2 * _PER * hypot(ux, uy))
    x, y, tx, ty, ux, uy = x * _PER, y * _PER, tx * _PER, ty * _PER, ux * _PER, uy * _PER
    for cosine, sine in _half_turn(across):
        key = round(x + tx * cosine + ux * sine) + ROW * round(y + ty * cosine + uy * sine)
        depth = z + h * cosine
        if depth > known(key, -9.0):
            cells[key] = depth


def _disc(cells: Cells, ring: Flat) -> None:
    x, y, z, ax, ay, bx, by, _, az, bz = ring
    across = abs(ax * by - ay * bx)
    if across < CELL * CELL / 2:
        return
    a, b = hypot(ax, ay, az), hypot(bx, by, bz)
    rise = _END_ROUND * min(a, b) * across / (a * b)
    rims = 1 + int(_PER * max(hypot(ax, ay), hypot(bx, by)))
    for n in range(rims):
        out = n / rims
        bulge = z + rise * (1.0 - out * out) ** 0.5
        for c, s in _turn(1 + 6 * n):
            c, s = c * out, s * out
            key = round(_PER * (x + ax * c + bx * s)) + ROW * round(_PER * (y + ay * c + by * s))
            depth = bulge + az * c + bz * s
            if depth > cells.get(key, -9.0):
                cells[key] = depth


@cache
def _half_turn(steps: int) -> Sequence[tuple[float, float]]:
    """Cosine and sine from one side to the other, evenly spaced across."""
    sines = [2 * n / (steps - 1) - 1 for n in range(steps)]
    return [((1.0 - s * s) ** 0.5, s) for s in sines]


@cache
def _turn(steps: int) -> Sequence[tuple[float, float]]:
    return [(cos(2 * pi * n / steps), sin(2 * pi * n / steps)) for n in range(steps)]


def cells_of_solid(solid: Placed) -> Cells:
    """The faces that look at the viewer; a roll is a tube."""
    if solid.is_round:
        return cells_of_tube(ends_of(solid))
    a, b, c = solid.half_axes()
    x, y, z = solid.centre
    cells: Cells = {}
    for out, u, v in ((a, b, c), (b, c, a), (c, a, b)):
        k = 1.0 if out[2] > 0 else -1.0
        _face(cells, (x + k * out[0], y + k * out[1], z + k * out[2]), u, v)
    return cells


def _face(cells: Cells, middle: Vec, u: Vec, v: Vec) -> None:
    """A parallelogram, at the very middle of each cell: seen along it, its depth changes much from one to the next."""
    x, y, z = middle
    area = u[0] * v[1] - u[1] * v[0]
    if abs(area) < CELL * CELL:
        return
    wide, high = abs(u[0]) + abs(v[0]), abs(u[1]) + abs(v[1])
    columns = range(ceil(_PER * (x - wide)), floor(_PER * (x + wide)) + 1)
    for row in range(ceil(_PER * (y - high)), floor(_PER * (y + high)) + 1):
        dy = row * CELL - y
        for column in columns:
            dx = column * CELL - x
            s, t = (dx * v[1] - dy * v[0]) / area, (dy * u[0] - dx * u[1]) / area
            if -1.0 <= s <= 1.0 and -1.0 <= t <= 1.0:
                key = column + ROW * row
                depth = z + s * u[2] + t * v[2]
                if depth > cells.get(key, -9.0):
                    cells[key] = depth
