"""Where one part reaches through another: the region in which it is nearer, as an outline in the picture.

At each knot of a grid that lies over the picture the depth of the one is taken from the other's; the outline runs where
nothing is left. It need be right only where both parts are: beyond that it goes on a little, where nobody sees it end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.cover import CELL, ROW
from hinge_gui.figure.curves import Contour, Point
from hinge_gui.figure.surface import Depth

MESH = 1.5 * CELL  # from knot to knot
_NOT = -0.03  # of stature: how far behind all that does not count is taken to be
_CLOSE = 0.1  # of a mesh: points of an outline nearer than that are one


class Surface:
    """The depths of one part at the knots, each found when it is asked for."""

    def __init__(self, depth: Depth) -> None:
        self._depth = depth
        self._known: dict[int, tuple[float, bool]] = {}

    def at(self, knots: Collection[int]) -> list[tuple[float, bool]]:
        known, depth, found = self._known, self._depth, []
        for knot in knots:
            z = known.get(knot)
            if z is None:
                row = (knot + ROW // 2) // ROW
                z = known[knot] = depth((knot - ROW * row) * MESH, row * MESH)
            found.append(z)
        return found


def nearer(
    one: Surface, other: Surface, lean: float, knots: Collection[int], *, beyond: bool = False
) -> tuple[Contour, ...]:
    """Outlines of where, among these knots, the one is nearer than the other by more than `lean`.

    With `beyond` also where the other is not.
    """
    apart, both = {}, set()
    for knot, (here, is_here), (there, is_there) in zip(knots, one.at(knots), other.at(knots), strict=True):
        apart[knot] = here - there - lean
        if is_here and (is_there or beyond):
            both.add(knot)
    counted = {knot: min(apart[knot], -_NOT) for knot in widened(both, 1) if knot in apart}
    counted |= {knot: min(apart[knot], -2 * _NOT) for knot in both}
    return tuple(_soft(points) for points in _loops(counted))


def knots_near(cells: Iterable[int]) -> set[int]:
    """The knots nearest to some cells."""
    knots = set()
    for cell in cells:
        row = (cell + ROW // 2) // ROW
        knots.add(round((cell - ROW * row) * CELL / MESH) + ROW * round(row * CELL / MESH))
    return knots


def widened(knots: Collection[int], by: int) -> Sequence[int]:
    """With all that lie no farther from them than that."""
    wide = {knot + n for knot in knots for n in range(-by, by + 1)}
    return [*{knot + ROW * n for knot in wide for n in range(-by, by + 1)}]


def around(knots: Collection[int]) -> Bounds:
    """The box in which knots lie."""
    rows = [(knot + ROW // 2) // ROW for knot in knots]
    columns = [knot - ROW * row for knot, row in zip(knots, rows, strict=True)]
    return (min(columns) * MESH, min(rows) * MESH, max(columns) * MESH, max(rows) * MESH)


def _loops(apart: Mapping[int, float]) -> Iterator[list[Point]]:
    """Round all that is above 0, always on the same hand; in meshes."""
    above = {knot for knot, value in apart.items() if value > 0.0}
    following: dict[int, int] = {}
    for first in {knot - n for knot in above for n in (0, 1, ROW, ROW + 1)}:
        corners = (first in above, first + 1 in above, first + ROW + 1 in above, first + ROW in above)
        if not all(corners):
            _link(following, corners, (2 * first, 2 * first + 3, 2 * (first + ROW), 2 * first + 1))
    while following:
        start, side = following.popitem()
        points = [_crossing(apart, start)]
        while side != start:
            points.append(_crossing(apart, side))
            side = following.pop(side)
        yield points


def _link(following: dict[int, int], corners: Sequence[bool], sides: Sequence[int]) -> None:
    """Within one mesh: from the side where one goes out of the region to that where one comes in again."""
    for n in range(4):
        m = (n + 1) % 4
        if corners[n] and not corners[m]:
            while not corners[(m + 1) % 4]:
                m = (m + 1) % 4
            following[sides[n]] = sides[m]


def _crossing(apart: Mapping[int, float], side: int) -> Point:
    """An even side runs along its row from its knot, an odd one to the next row."""
    knot, up = divmod(side, 2)
    a, b = apart.get(knot, _NOT), apart.get(knot + (ROW if up else 1), _NOT)
    t, row = a / (a - b), (knot + ROW // 2) // ROW
    x, y = knot - ROW * row, row
    return (x, y + t) if up else (x + t, y)


def _soft(points: Sequence[Point]) -> Contour:
    """A smooth curve along the points that stays within their hull, however they are spaced."""
    kept = [points[0]]
    for x, y in points:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _CLOSE:
            kept.append((x, y))
    kept = [(x * MESH, y * MESH) for x, y in kept]
    middles = [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in zip(kept, [*kept[1:], kept[0]], strict=True)]
    segments: list[Point] = []
    px, py = middles[-1]
    for (x, y), (qx, qy) in zip(kept, middles, strict=True):
        # Three straight pieces of a parabola: it is cut into such anyway.
        segments += [
            ((4 * px + 4 * x + qx) / 9, (4 * py + 4 * y + qy) / 9),
            ((px + 4 * x + 4 * qx) / 9, (py + 4 * y + 4 * qy) / 9),
            (qx, qy),
        ]
        px, py = qx, qy
    return Contour(middles[-1], tuple(segments))
