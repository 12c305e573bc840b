"""Which parts cross, and about where: one is covered by another that is painted later, and is nearer all the same.

What lies on a part that is painted again must be painted again with it, and what lies on that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hinge_gui.figure.cover import Cells
from hinge_gui.figure.grown import APART, GROWN, bare, merge_within
from hinge_gui.figure.through import knots_near, widened

CLOTH = 0.013  # of stature: how much farther out a garment lies than its tube, over another
_CLEARLY = 0.013  # how much nearer what lies on a part is than the part
# How much nearer the first must be than the second to be seen before it; the second before the first, as much less.
# Of all others each must be nearer by more than what merges.
_LINES: Mapping[tuple[str, str], float] = {
    ("thigh", "shirt"): CLOTH,
    ("seat", "shirt"): CLOTH,
}
_WORN = {(one, other) for one in ("head", "nape", "cap") for other in ("cap", "hair", "lock", "neck")}
"""The second grows on the first: they keep their order, and come together."""
_ABOUT = 0.02
_LEAST_CELLS = {GROWN: 5, APART: 4}  # less is not seen: of parts of one colour, of limbs
_LEAST_CELLS_AT_A_HEM = 2
_MOVES = 1  # knots: no farther does a part move in so short a time


class Crossing(NamedTuple):
    """Two parts by their places, and the knots of the grid where the first may lie before the second that covers it."""

    under: int
    cover: int
    knots: frozenset[int]
    lean: float
    """How much nearer the first must be."""
    along: bool = False
    """Whether it comes along because what it lies on is painted again, also beside the second."""


class Meeting(NamedTuple):
    """Two parts that share cells of the picture: which of them, and whether one of them may cross the other."""

    under: int
    cover: int
    common: Collection[int]
    may_cross: bool


def crossings_of(
    names: Sequence[str], cells: Sequence[Cells | None], order: Sequence[int], meetings: Iterable[Meeting]
) -> Iterable[Crossing]:
    """Of the parts of these names that are painted in this order, all that are to be painted again."""
    place = {n: at for at, n in enumerate(order)}
    found: dict[tuple[int, int], Crossing] = {}
    on_top: dict[int, list[Meeting]] = {}
    for one in meetings:
        on_top.setdefault(one.under, []).append(one)
        lean = needed(names[one.under], names[one.cover])
        here, there = cells[one.under], cells[one.cover]
        if one.may_cross and lean is not None and here and there:
            knots = _nearer(here, there, one.common, lean)
            if knots:
                found[one.under, one.cover] = Crossing(one.under, one.cover, knots, lean)
    for below in _from_below(found, place):
        for one in on_top.get(below.under, ()):
            if place[one.cover] < place[below.cover]:
                _bring(one, below, names, cells, found)
    return found.values()


def _bring(
    lying: Meeting,
    below: Crossing,
    names: Sequence[str],
    cells: Sequence[Cells | None],
    found: dict[tuple[int, int], Crossing],
) -> None:
    """Note that what lies on a part comes with it."""
    here, there, upper = cells[lying.under], cells[lying.cover], lying.cover
    if not here or not there:
        return
    worn = (bare(names[lying.under]), bare(names[upper])) in _WORN
    on_it = _lying_on(here, there, lying.common, -GROWN if worn else _CLEARLY)
    knots = below.knots.intersection(widened(on_it, _MOVES))
    if not knots:
        return
    before = found.get((upper, below.cover))
    knots |= before.knots if before else frozenset()
    # It need not be nearer by any more than what it lies on.
    leans = (below.lean, needed(names[upper], names[below.cover]), before.lean if before else None)
    lean = min(lean for lean in leans if lean is not None)
    found[upper, below.cover] = Crossing(upper, below.cover, knots, lean, along=True)


def _from_below(found: Mapping[tuple[int, int], Crossing], place: Mapping[int, int]) -> Iterator[Crossing]:
    """What crosses, from the far end, with all that is found meanwhile."""
    done = set[tuple[int, int]]()
    while left := found.keys() - done:
        pair = min(left, key=lambda pair: (place[pair[0]], place[pair[1]]))
        done.add(pair)
        yield found[pair]


@cache
def needed(under: str, cover: str) -> float | None:
    """How much nearer the one that is covered must be; None for a pair that keeps its order."""
    one, other = bare(under), bare(cover)
    if (one, other) in _LINES:
        return _LINES[one, other]
    if (other, one) in _LINES:
        return -_LINES[other, one]
    return None if {(one, other), (other, one)} & _WORN else merge_within(under, cover)


def _nearer(here: Cells, there: Cells, common: Iterable[int], lean: float) -> frozenset[int]:
    """The knots about the cells where the first is nearer by that much; none where it hardly is anywhere."""
    about = [cell for cell in common if here[cell] - there[cell] > lean - _ABOUT]
    if sum([here[cell] - there[cell] > lean for cell in about]) < _LEAST_CELLS.get(lean, _LEAST_CELLS_AT_A_HEM):
        return frozenset()
    return frozenset(widened(knots_near(about), _MOVES))


def _lying_on(here: Cells, there: Cells, common: Iterable[int], by: float) -> set[int]:
    """The knots near the cells where the second is nearer than the first by that much."""
    return knots_near([cell for cell in common if there[cell] - here[cell] > by])
