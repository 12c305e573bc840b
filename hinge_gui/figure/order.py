"""Which part is painted before which.

Where two parts cover each other in the picture, the depths of their surfaces are compared cell by cell (`cover.py`):
the one that is nearer over more of what they share comes later. Neighbours that grow into each other (a sleeve and its
shirt) lean one way. What rests on a thing's flat face needs no counting: the face parts the two. The comparisons make a
graph; it is walked from the far end, and where they go round in a circle the weakest gives way.

On the way from start to end the order hardly ever changes, and to find it is the dearest part of a picture: `Orders`
keeps it for each small share of the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hinge_gui.figure.body import Part
from hinge_gui.figure.bounds import Bounds, overlap
from hinge_gui.figure.cover import Cells, cells_of_solid, cells_of_tube
from hinge_gui.figure.crossings import Crossing, Meeting, crossings_of
from hinge_gui.figure.fronts import Fronts
from hinge_gui.figure.grown import bare, on_one_side
from hinge_gui.figure.shapes import Flat

# How much nearer the first is taken to be than it is, when it is compared with the second.
_LEAN: Mapping[tuple[str, str], float] = {
    ("shirt", "seat"): 1.0,
    ("neck", "shirt"): 0.015,
    ("head", "neck"): 0.030,
    ("neck", "nape"): 1.0,
    ("cap", "neck"): 0.040,
    ("cap", "head"): 1.0,
    ("cap", "nape"): 1.0,
    ("shirt", "thigh"): 1.0,
    ("thigh", "seat"): 0.040,
    ("upper_arm", "shirt"): 0.012,
    ("forearm", "upper_arm"): 0.004,
    ("hand", "forearm"): -0.004,
    ("thigh", "shank"): 0.006,
    ("shank", "foot"): 0.010,
    ("hand", "thigh"): 0.014,
    ("hand", "shank"): 0.010,
}
Pair = tuple[str, str]
_SHARES = 24  # of a movement, each with an order of its own; start and end have theirs besides
_ALWAYS = 1.0  # how much a wall's word counts, where each cell counts by the difference of its depths
_ENDLESS = 2.0  # of stature: what reaches farther has no cells
_TOUCHING = -0.012  # of stature: a body that sinks no deeper into a thing rests on it
_KEEPS = 0.012  # how much nearer a part must have come before it changes places with another, as a lean
_HARDLY = 1e-3
_CLEAR = 0.02  # how much nearer a part must be to be so without any doubt
_ONE_STEP = 0.02  # of a movement: what is no farther from the picture before is the next frame of it
_PARTS_AT_A_TIME = 8  # what they cover is found in as long as the rest of a frame leaves
_WASTED = 1.5  # times as many knots as are needed are too many
_MARGIN = 0.004  # what is painted round a part to set it off


class DepthOrder(NamedTuple):
    """Parts by their numbers from the farthest to the nearest; which of them meet; what was told of each two."""

    order: list[int]
    meetings: list[Meeting]
    told: Mapping[Pair, float]


def in_order(parts: Sequence[Part], known: int = 0) -> list[Part]:
    """The parts from the farthest to the nearest; the first `known` of them are in order already."""
    return [parts[n] for n in depth_order(parts, known, Covers().of(parts), {}).order]


def depth_order(
    parts: Sequence[Part], known: int, cells: Sequence[Cells | None], before: Mapping[Pair, float]
) -> DepthOrder:
    """As `in_order`; what was told of two parts `before` holds until it is clearly otherwise."""
    boxes = [_box(part.flats) for part in parts]
    after: list[list[tuple[int, float]]] = [[] for _ in parts]
    waits = [0.0] * len(parts)
    meetings: list[Meeting] = []
    told: dict[Pair, float] = {}
    for i, first in enumerate(parts):
        for j in range(i + 1, len(parts)):
            if not overlap(boxes[i], boxes[j]):
                continue
            pair = (first.name, parts[j].name)
            here, there = cells[i], cells[j]
            common = here.keys() & there.keys() if here and there and j >= known else set()
            nearer = -_ALWAYS if j < known else _nearer(first, parts[j], here, there, common, before.get(pair, 0.0))
            if nearer == 0:
                continue
            told[pair] = nearer
            low, high = (j, i) if nearer > 0 else (i, j)
            if common:
                doubtful = abs(nearer) < _CLEAR * len(common) or abs(_apart(*pair)) > _CLEAR
                meetings.append(Meeting(low, high, common, doubtful))
            after[low].append((high, abs(nearer)))
            waits[high] += abs(nearer)
    order = _walk(after, waits, [sum([f.depth for f in part.flats]) / len(part.flats) for part in parts])
    place = {n: at for at, n in enumerate(order)}
    # Where they went round in a circle some are painted the wrong way round, and cross for sure.
    painted = [m if place[m.under] < place[m.cover] else Meeting(m.cover, m.under, m.common, True) for m in meetings]
    return DepthOrder(order, painted, told)


def _walk(after: Sequence[Sequence[tuple[int, float]]], waits: list[float], depths: Sequence[float]) -> list[int]:
    """From the far end; of those that wait for the least, the farthest comes first."""
    left = set(range(len(waits)))
    ordered = []
    while left:
        i = min(left, key=lambda n: (round(waits[n], 6), depths[n], n))
        left.remove(i)
        ordered.append(i)
        for j, weight in after[i]:
            waits[j] -= weight
    return ordered


class Covers:
    """What each part covers, found once as long as it stays as it is."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, Cells | None]] = {}

    def of(self, parts: Sequence[Part]) -> list[Cells | None]:
        """None for a wall, which covers more than anybody counts."""
        for _ in self.steps(parts):
            pass
        return [self._known[id(part.placed or part.flats)][1] for part in parts]

    def steps(self, parts: Sequence[Part]) -> Iterator[None]:
        """Find them, a few at a time."""
        known: dict[int, tuple[object, Cells | None]] = {}
        made = 0
        for part in parts:
            made_from = part.placed or part.flats
            key = id(made_from)
            if key not in known:
                if key not in self._known:
                    made += 1
                    if made % _PARTS_AT_A_TIME == 0:
                        yield
                known[key] = self._known.get(key) or (made_from, _cells(part))
        self._known = known


def _cells(part: Part) -> Cells | None:
    if part.placed is None:
        return cells_of_tube(part.flats)
    return None if max(reach for _, reach in part.placed.faces) > _ENDLESS else cells_of_solid(part.placed)


class _Kept(NamedTuple):
    """Of parts of these names: their order, by their numbers, and which of them cross."""

    names: list[str]
    order: list[int]
    crossings: list[Crossing]


class Orders:
    """The orders of one movement seen by one camera, found once for each share of the way.

    Those of another camera `before` are kept to where one sees no difference.
    """

    def __init__(self, before: Orders | None = None) -> None:
        self._told: dict[Pair, float] = dict(before._told) if before else {}
        self._known: dict[int, _Kept] = {}
        self._last: tuple[float, _Kept | None] = (0.0, None)
        self._work: Iterator[_Kept | None] | None = None
        self._covers = Covers()
        self._fronts = Fronts()
        self._knots: dict[Pair, frozenset[int]] = {}

    def rest(self) -> None:
        """Keep the orders, and let go of what they were found by."""
        self._covers, self._fronts, self._work = Covers(), Fronts(), None

    def of(self, parts: Sequence[Part], known: int, progress: float) -> list[Part]:
        """As `in_order`, at this progress of the movement; what is covered wrongly comes once more."""
        share = 0 if progress <= 0.0 else _SHARES + 1 if progress >= 1.0 else 1 + int(progress * _SHARES)
        names = [part.name for part in parts]
        found = self._known.get(share)
        if found is None or found.names != names:
            found = self._next(parts, known, progress, names)
            if self._work is None:
                self._known[share] = found
        self._last = progress, found
        return self._fronts.over(parts, found.order, found.crossings)

    def _next(self, parts: Sequence[Part], known: int, progress: float, names: list[str]) -> _Kept:
        """Of a share that has none yet. On the way some frames divide the work, and keep the order before."""
        before, last = self._last
        if abs(progress - before) > _ONE_STEP or last is None or last.names != names:
            self._work = None
            return next(kept for kept in self._find(parts, known, names) if kept)
        self._work = self._work or self._find(parts, known, names)
        found = next(self._work)
        if found is None:
            return last
        self._work = None
        return found

    def _find(self, parts: Sequence[Part], known: int, names: list[str]) -> Iterator[_Kept | None]:
        """In steps, the last of which gives it."""
        yield from self._covers.steps(parts)
        yield None
        cells = self._covers.of(parts)
        found = depth_order(parts, known, cells, self._told)
        self._told |= found.told
        crossings = crossings_of(names, cells, found.order, found.meetings)
        yield _Kept(names, found.order, [self._as_before(one, names) for one in crossings])

    def _as_before(self, crossing: Crossing, names: Sequence[str]) -> Crossing:
        """With the very knots of the last time, where those will do: what stands still need not be painted anew."""
        pair = names[crossing.under], names[crossing.cover]
        before = self._knots.get(pair)
        if before is None or not before >= crossing.knots or len(before) > _WASTED * len(crossing.knots):
            before = self._knots[pair] = crossing.knots
        return crossing._replace(knots=before)


def _box(flats: Sequence[Flat]) -> Bounds:
    return (
        min([f.x - f.reach for f in flats]) - _MARGIN,
        min([f.y - f.reach for f in flats]) - _MARGIN,
        max([f.x + f.reach for f in flats]) + _MARGIN,
        max([f.y + f.reach for f in flats]) + _MARGIN,
    )


def _nearer(
    first: Part, second: Part, here: Cells | None, there: Cells | None, common: Collection[int], before: float
) -> float:
    """Above 0 where `first` covers `second`, below 0 the other way, 0 where they do not touch."""
    side, sure = _beside(first, second) if first.placed or second.placed else (0.0, -1.0)
    if here is None or there is None:
        return side * _ALWAYS
    if sure > _TOUCHING:
        return side * _CLEAR * len(common)
    lean = _apart(first.name, second.name)
    kept = 1.0 if before > 0 else -1.0 if before < 0 else 0.0
    if not common:
        return (kept or lean) * _HARDLY  # neighbours may meet by less than a cell
    lean += kept * _KEEPS
    total = kept * _CLEAR  # as if there were a cell more
    for cell in common:
        apart = here[cell] - there[cell] + lean
        total += _CLEAR if apart > _CLEAR else max(apart, -_CLEAR)
    return total


def _beside(first: Part, second: Part) -> tuple[float, float]:
    """1 or -1 where one of them has flat faces, 0 where they do not touch; and how surely."""
    told = []
    for sign, thing, other in ((-1.0, first, second), (1.0, second, first)):
        if thing.placed is None:
            continue
        left, bottom, right, top = _box(thing.flats)
        near = [
            (f.x, f.y, f.depth)
            for f in other.flats
            if other.placed
            or (left < f.x + f.reach and f.x - f.reach < right and bottom < f.y + f.reach and f.y - f.reach < top)
        ]
        if not near:
            return 0.0, 1.0
        covers, sure = thing.placed.before(near)
        told.append((sign if covers else -sign, sure))
    return max(told, key=lambda one: one[1])


@cache
def _apart(first: str, second: str) -> float:
    return _lean(first, second) - _lean(second, first)


def _lean(first: str, second: str) -> float:
    by_name = _LEAN.get((bare(first), bare(second)), 0.0)
    return by_name if on_one_side(first, second) or bare(first) == "hand" else 0.0
