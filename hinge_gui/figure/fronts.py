"""Parts that reach through each other: of the one that is painted first, what is nearer is painted again.

Which parts do, and about where, is told with their order; the line between the two is found for each picture, so that
it moves as they do. It does not matter which of the two is painted first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hinge_gui.figure.body import Part
from hinge_gui.figure.bounds import Bounds, overlap
from hinge_gui.figure.crossings import Crossing
from hinge_gui.figure.curves import Contour
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.surface import surface_of_solid, surface_of_tube
from hinge_gui.figure.through import Surface, around, nearer

_Within = tuple[Contour, ...]
_STILL = 4e-3  # of stature: two pixels where the body is five hundred high; the line has no need to be nearer
_ROUND_IT = 0.03  # as far from a region the rings still matter that bear it


class _Region(NamedTuple):
    """Where a part is painted again, as long as these stay as they are."""

    under: Part
    cover: Part
    knots: frozenset[int]
    outlines: _Within
    box: Bounds


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
        painted: list[tuple[int, Part, Bounds]] = []
        for n in order:
            painted.append((n, parts[n], _ALL))
            if n in under:
                painted += [*self._again(painted, under[n], shapes)]
        return [part for _, part, _ in painted]

    def _again(
        self, painted: Sequence[tuple[int, Part, Bounds]], under: Mapping[int, _Region], before: _Shapes
    ) -> Iterator[tuple[int, Part, Bounds]]:
        for n, part, box in painted:
            region = under.get(n)
            if region is None or not overlap(box, region.box):
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
        key = under.name, cover.name, id(crossing.knots), crossing.lean, crossing.along
        found = before.get(key)
        if found is None or not (_is_near(found.under, under, found.box) and _is_near(found.cover, cover, found.box)):
            here, there = self._surface(under, surfaces), self._surface(cover, surfaces)
            outlines = nearer(here, there, crossing.lean, crossing.knots, beyond=crossing.along)
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
_Key = tuple[str, str, int, float, bool]
_ALL: Bounds = (-9.0, -9.0, 9.0, 9.0)


def _made_from(part: Part) -> object:
    return part.placed or part.flats


def _is_near(before: Part, now: Part, box: Bounds) -> bool:
    """Whether nothing of a part has moved that one would see about there."""
    if before.flats is now.flats or before.placed:
        return before.placed is now.placed
    if len(before.flats) != len(now.flats):
        return False
    left, bottom, right, top = box
    for a, b in zip(before.flats, now.flats, strict=True):
        x, y = a.x, a.y
        reach = a.reach + _ROUND_IT
        if left < x + reach and x - reach < right and bottom < y + reach and y - reach < top:
            for p, q in zip(a, b, strict=True):
                if not -_STILL < p - q < _STILL:
                    return False
    return True


def _box(outlines: _Within) -> Bounds:
    x, y = zip(*[point for outline in outlines for point in outline.ends()], strict=True)
    return (min(x), min(y), max(x), max(y))
