"""Which part is painted before which.

Parts are compared where they cover each other in the picture: the two rings that overlap most decide by their depth.
Neighbours that grow into each other (a sleeve and its shirt) have a rule of their own. The comparisons make a graph;
it is walked from the far end, and where rules go round in a circle the weakest gives way.

On the way from start to end the order hardly ever changes, and to find it is the dearest part of a picture: `Orders`
keeps it for each small share of the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot, inf

from hinge_gui.figure.body import Part
from hinge_gui.figure.shapes import Flat

# How much nearer the first is taken to be than it is, when it is compared with the second.
_LEAN: Mapping[tuple[str, str], float] = {
    ("shirt", "seat"): 1.0,
    ("neck", "shirt"): 1.0,
    ("head", "neck"): 1.0,
    ("neck", "nape"): 1.0,
    ("cap", "neck"): 1.0,
    ("cap", "shirt"): 0.06,
    ("head", "shirt"): 0.06,
    ("nape", "shirt"): 0.06,
    ("cap", "head"): 1.0,
    ("cap", "nape"): 1.0,
    ("shirt", "thigh"): 0.135,
    ("thigh", "seat"): 0.020,
    ("upper_arm", "shirt"): 0.012,
    ("forearm", "upper_arm"): 0.004,
    ("hand", "forearm"): -0.004,
    ("thigh", "shank"): 0.006,
    ("shank", "foot"): 0.02,
    ("hand", "thigh"): 0.03,
    ("hand", "shank"): 0.03,
}
_SHARES = 24  # of a movement, each with an order of its own; start and end have theirs besides
_FLAT_WEIGHT = 0.05  # how much a flat face's word counts, where depths count by their difference
_MARGIN = 0.004  # what is painted round a part to set it off


def in_order(parts: Sequence[Part], known: int = 0) -> list[Part]:
    """The parts from the farthest to the nearest; the first `known` of them are in order already."""
    boxes = [_box(part.flats) for part in parts]
    after: list[list[tuple[int, float]]] = [[] for _ in parts]
    waits = [0.0] * len(parts)
    for i, first in enumerate(parts):
        for j in range(i + 1, len(parts)):
            if not _meet(boxes[i], boxes[j]):
                continue
            nearer = -_FLAT_WEIGHT if j < known else _nearer(first, parts[j])
            if nearer == 0:
                continue
            low, high = (j, i) if nearer > 0 else (i, j)
            after[low].append((high, abs(nearer)))
            waits[high] += abs(nearer)
    depths = [box[4] for box in boxes]
    left = set(range(len(parts)))
    ordered: list[Part] = []
    while left:
        i = min(left, key=lambda n: (round(waits[n], 6), depths[n], n))
        left.remove(i)
        ordered.append(parts[i])
        for j, weight in after[i]:
            waits[j] -= weight
    return ordered


class Orders:
    """The orders of one movement seen by one camera, found once for each share of the way."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[list[str], list[int]]] = {}

    def of(self, parts: Sequence[Part], known: int, progress: float) -> list[Part]:
        """As `in_order`, at this progress of the movement."""
        share = 0 if progress <= 0.0 else _SHARES + 1 if progress >= 1.0 else 1 + int(progress * _SHARES)
        names = [part.name for part in parts]
        found = self._known.get(share)
        if found is None or found[0] != names:
            ordered = in_order(parts, known)
            places = {id(part): n for n, part in enumerate(parts)}
            self._known[share] = names, [places[id(part)] for part in ordered]
            return ordered
        return [parts[n] for n in found[1]]


def _box(flats: Sequence[Flat]) -> tuple[float, float, float, float, float]:
    return (
        min([f.x - f.reach for f in flats]) - _MARGIN,
        min([f.y - f.reach for f in flats]) - _MARGIN,
        max([f.x + f.reach for f in flats]) + _MARGIN,
        max([f.y + f.reach for f in flats]) + _MARGIN,
        sum([f.depth for f in flats]) / len(flats),
    )


def _area(box: tuple[float, ...]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _nearer(first: Part, second: Part) -> float:
    """Above 0 where `first` covers `second`, below 0 the other way, 0 where they do not touch."""
    if first.placed or second.placed:
        return _beside(first, second)
    closest, depth = inf, 0.0
    others = [(g.x, g.y, g.reach, g.depth) for g in _some(second.flats)]
    for f in _some(first.flats):
        x, y, reach = f.x, f.y, f.reach
        for u, v, width, behind in others:
            gap = hypot(x - u, y - v) - reach - width
            if gap < closest:
                closest, depth = gap, f.depth - behind
    if closest > _MARGIN:
        return 0.0
    return depth + _lean(first.name, second.name) - _lean(second.name, first.name) or 1e-9


def _beside(first: Part, second: Part) -> float:
    """The same where one of them has flat faces."""
    boxes = _box(first.flats), _box(second.flats)
    # Of two with flat faces the larger is asked: no corner of it may lie near the smaller.
    turned = not second.placed or (first.placed is not None and _area(boxes[0]) > _area(boxes[1]))
    thing, other = (first, second) if turned else (second, first)
    left, bottom, right, top, _ = boxes[0 if turned else 1]
    near = [
        (f.x, f.y, f.depth)
        for f in other.flats
        if left < f.x + f.reach and f.x - f.reach < right and bottom < f.y + f.reach and f.y - f.reach < top
    ]
    if not near or thing.placed is None:
        return 0.0
    found = _FLAT_WEIGHT * thing.placed.before(near)
    return found if thing is second else -found


def _lean(first: str, second: str) -> float:
    same_side = first[1:2] != "_" or second[1:2] != "_" or first[0] == second[0]
    bare = (first[2:] if first[1:2] == "_" else first, second[2:] if second[1:2] == "_" else second)
    return _LEAN.get(bare, 0.0) if same_side or bare[0] == "hand" else 0.0


def _some(flats: Sequence[Flat]) -> Sequence[Flat]:
    """Every other ring and the last: enough to see which part is nearer."""
    return [*flats[:-1:2], flats[-1]] if len(flats) > 4 else flats
