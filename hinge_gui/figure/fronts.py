"""Parts that reach through each other: of the one that is painted first, what is nearer is painted again.

Which parts do, and about where, is told with their order; the line between the two is found for each picture, so that
it moves as they do. It does not matter which of the two is painted first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hinge_gui.figure.body import Part
from hinge_gui.figure.cover import Cells
from hinge_gui.figure.curves import Contour
from hinge_gui.figure.grown import GROWN, bare, merge_within
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.surface import surface_of_solid, surface_of_tube
from hinge_gui.figure.through import Box, Surface, around, knots_near, nearer, widened

_Within = tuple[Contour, ...]
CLOTH = 0.013  # of stature: how much farther out a garment lies than its tube, over another
_CLEARLY = 0.013  # how much nearer what lies on a part is than the part
# How much nearer the first must be than the second to be seen before it; the second before the first, as much less.
# Of all others each must be nearer by more than what merges.
_LINES: Mapping[tuple[str, str], float] = {
    ("thigh", "shirt"): CLOTH,
    ("seat", "shirt"): CLOTH,
}
_KEEP = ({"cap", "head"}, {"cap", "nape"}, {"cap", "neck"}, {"neck", "nape"})  # pairs that keep their order
_ABOUT = 0.02
_LEAST_CELLS = 2  # less is not seen
_LEAST_CELLS_GROWN = 5  # nor less of parts of one colour
_STILL = 4e-3  # of stature: two pixels where the body is five hundred high; the line has no need to be nearer
_ROUND_IT = 0.03  # as far from a region the rings still matter that bear it
_NONE = frozenset[int]()
_MOVES = 1  # knots: no farther does a part move in so short a time


class Crossing(NamedTuple):
    """Two parts by their places, and the knots of the grid where the first may lie before the second that covers it."""

    under: int
    cover: int
    knots: frozenset[int]
    along: bool = False
    """Whether it comes along because what it lies on is painted again, also beside the second."""


@cache
def needed(under: str, cover: str) -> float | None:
    """How much nearer the one that is covered must be; None for a pair that keeps its order."""
    one, other = bare(under), bare(cover)
    if (one, other) in _LINES:
        return _LINES[one, other]
    if (other, one) in _LINES:
        return -_LINES[other, one]
    return None if {one, other} in _KEEP else merge_within(under, cover)


def crossing_at(under: Part, cover: Part, here: Cells, there: Cells, common: Iterable[int]) -> frozenset[int]:
    """About where the first lies before the second, which covers it; nothing where it nowhere does.

    `common` are the cells in which both are.
    """
    lean = needed(under.name, cover.name)
    if lean is None:
        return _NONE
    about = [cell for cell in common if here[cell] - there[cell] > lean - _ABOUT]
    least = _LEAST_CELLS if lean < GROWN else _LEAST_CELLS_GROWN
    if sum([here[cell] - there[cell] > lean for cell in about]) < least:
        return _NONE
    return frozenset(widened(knots_near(about), _MOVES))


def lying_on(knots: frozenset[int], here: Cells, there: Cells, common: Iterable[int]) -> frozenset[int]:
    """Which of these knots lie where the second is clearly nearer than the first."""
    on_it = knots_near([cell for cell in common if there[cell] - here[cell] > _CLEARLY])
    return frozenset(widened(on_it & knots, _MOVES)) if not on_it.isdisjoint(knots) else _NONE


class _Region(NamedTuple):
    """Where a part is painted again, as long as these stay as they are."""

    under: Part
    cover: Part
    knots: frozenset[int]
    outlines: _Within
    box: Box


class Fronts:
    """What is painted again, found once as long as both parts stay as they are."""

    def __init__(self) -> None:
        self._surfaces: dict[int, tuple[object, Surface]] = {}
        self._regions: dict[_Key, _Region] = {}
        self._shapes: dict[tuple[int, int], tuple[Shape, _Within, Shape]] = {}

    def over(self, parts: Sequence[Part], order: Iterable[int], crossings: Iterable[Crossing]) -> list[Part]:
        """The parts in order and, right after each one that covers too much, what it should not.

        That is painted as it was before, with all that was painted again on it already.
        """
        surfaces, regions, shapes = self._surfaces, self._regions, self._shapes
        self._surfaces, self._regions, self._shapes = {}, {}, {}
        under: dict[int, dict[int, _Region]] = {}
        for crossing in crossings:
            region = self._region(crossing, parts, regions, surfaces)
            if region.outlines:
                under.setdefault(crossing.cover, {})[crossing.under] = region
        painted: list[tuple[int, Part, Box]] = []
        for n in order:
            painted.append((n, parts[n], _ALL))
            if n in under:
                painted += [*self._again(painted, under[n], shapes)]
        return [part for _, part, _ in painted]

    def _again(
        self, painted: Sequence[tuple[int, Part, Box]], under: Mapping[int, _Region], before: _Shapes
    ) -> Iterator[tuple[int, Part, Box]]:
        for n, part, box in painted:
            region = under.get(n)
            if region is None or not meet(box, region.box):
                continue
            within = region.outlines
            shapes = []
            for shape in part.shapes:
                key = id(shape), id(within)
                found = before.get(key) or (shape, within, shape.only_within(within))
                self._shapes[key] = found
                shapes.append(found[2])
            yield n, Part(part.name, shapes, part.flats, part.placed), region.box

    def _region(
        self, crossing: Crossing, parts: Sequence[Part], before: Mapping[_Key, _Region], surfaces: _Surfaces
    ) -> _Region:
        under, cover = parts[crossing.under], parts[crossing.cover]
        key = under.name, cover.name, id(crossing.knots)
        found = before.get(key)
        if found is None or not (_is_near(found.under, under, found.box) and _is_near(found.cover, cover, found.box)):
            here, there = self._surface(under, surfaces), self._surface(cover, surfaces)
            lean = needed(under.name, cover.name)
            outlines = nearer(here, there, lean or 0.0, crossing.knots, beyond=crossing.along)
            found = _Region(
                under, cover, crossing.knots, outlines, _box(outlines) if outlines else around(crossing.knots)
            )
        self._regions[key] = found
        return found

    def _surface(self, part: Part, before: _Surfaces) -> Surface:
        made_from = _made_from(part)
        key = id(made_from)
        found = self._surfaces.get(key) or before.get(key)
        if found is None:
            found = made_from, Surface(surface_of_solid(part.placed) if part.placed else surface_of_tube(part.flats))
        self._surfaces[key] = found
        return found[1]


_Surfaces = Mapping[int, tuple[object, Surface]]
_Shapes = Mapping[tuple[int, int], tuple[Shape, _Within, Shape]]
_Key = tuple[str, str, int]
_ALL: Box = (-9.0, -9.0, 9.0, 9.0)


def _made_from(part: Part) -> object:
    return part.placed or part.flats


def _is_near(before: Part, now: Part, box: Box) -> bool:
    """Whether nothing of a part has moved that one would see about there."""
    if before.flats is now.flats or before.placed:
        return before.placed is now.placed
    left, bottom, right, top = box
    for a, b in zip(before.flats, now.flats, strict=True):
        x, y = a.x, a.y
        reach = a.reach + _ROUND_IT
        if left < x + reach and x - reach < right and bottom < y + reach and y - reach < top:
            for p, q in zip(a, b, strict=True):
                if not -_STILL < p - q < _STILL:
                    return False
    return True


def _box(outlines: _Within) -> Box:
    x, y = zip(*[point for outline in outlines for point in outline.ends()], strict=True)
    return (min(x), min(y), max(x), max(y))


def meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
