"""Figures of the built-in exercises, painted small, and how much two pictures differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QImage

from hinge_gui.store.library import Library
from hinge_gui.store.places import places


def figure_of(exercise: str, variant: str | None = None) -> Mapping[str, Any]:
    """The figure section of a built-in exercise; a fault in its file fails the test."""
    entry = Library(places()).exercise(exercise)
    assert entry is not None
    assert entry.exercise is not None, entry.faults
    figure = entry.exercise.form(variant).figure
    assert figure is not None
    return figure


def differing(a: QImage, b: QImage, by: int = 24) -> float:
    """The share of pixels of which a channel differs by more than `by` of 255."""
    assert a.size() == b.size()
    plain = [image.convertToFormat(QImage.Format.Format_RGB32) for image in (a, b)]  # bits live as long as their image
    one, two = (bytes(image.constBits()) for image in plain)
    pixels = len(one) // 4
    apart = bytearray(pixels)
    for channel in range(3):
        for n, (x, y) in enumerate(zip(one[channel::4], two[channel::4], strict=True)):
            if x - y > by or y - x > by:
                apart[n] = 1
    return sum(apart) / pixels
