"""The colours that pictures need most: those of large areas as they are, all others by median cut."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import sqrt

from PySide6.QtGui import QImage

MOST_PICTURES = 16  # that are counted: neighbours have the same colours
Box = list[tuple[tuple[int, int, int], float]]
"""Colours, and how much each counts."""


def palette_of(pictures: Sequence[QImage], most: int) -> list[int]:
    """At most so many colours, as 0xFFRRGGBB."""
    counted: Counter[int] = Counter()
    for picture in pictures[:: -(-len(pictures) // MOST_PICTURES)]:
        counted.update(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    parted = [((rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255), count) for rgb, count in counted.most_common()]
    boxes: list[Box] = [[entry] for entry in parted[: most // 3]]
    if len(parted) > len(boxes):  # a small thing's colour is seen as well: it counts by more than its few pixels
        boxes.append([(rgb, sqrt(count)) for rgb, count in parted[most // 3 :]])
    while len(boxes) < most:
        widest = max(boxes, key=_worth)
        if _worth(widest) <= 0:
            break
        boxes.remove(widest)
        boxes += _halves(widest)
    return [0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in map(_middle, boxes)]


def _spans(box: Box) -> list[int]:
    return [max(rgb[n] for rgb, _ in box) - min(rgb[n] for rgb, _ in box) for n in range(3)]


def _worth(box: Box) -> float:
    """What it brings to part it."""
    return max(_spans(box)) * sqrt(sum(weight for _, weight in box))


def _halves(box: Box) -> list[Box]:
    """Along its longest side, each with half of the weight."""
    spans = _spans(box)
    along = spans.index(max(spans))
    box = sorted(box, key=lambda entry: entry[0][along])
    gone = list(accumulate(weight for _, weight in box))
    half = min(bisect(gone, gone[-1] / 2) + 1, len(box) - 1)
    return [box[:half], box[half:]]


def _middle(box: Box) -> tuple[int, int, int]:
    whole = sum(weight for _, weight in box)
    red, green, blue = (round(sum(rgb[n] * weight for rgb, weight in box) / whole) for n in range(3))
    return red, green, blue
