"""Boxes about what is seen, along the picture's axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hinge_gui.figure.shapes import Flat

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in the plane of the picture, in statures."""


def bounds_of(flats: Sequence[Flat]) -> Bounds:
    """About a part, by its rings."""
    return (
        min(f.x - f.reach for f in flats),
        min(f.y - f.reach for f in flats),
        max(f.x + f.reach for f in flats),
        max(f.y + f.reach for f in flats),
    )


def union(boxes: Iterable[Bounds]) -> Bounds:
    """About all of them."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))


def overlap(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
