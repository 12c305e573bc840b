"""Tab goes as one reads, also where widgets are made later than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_TAB = Qt.FocusPolicy.TabFocus.value
Stops = tuple[QWidget, ...]


def order_tabs(root: QWidget, known: Stops = (), after: QWidget | None = None) -> Stops:
    """In the order of the layouts, behind `after`; what was given back the last time is `known`."""
    now = (*([after] if after else []), *_stops(root))
    if now != known:
        for before, behind in pairwise(now):
            QWidget.setTabOrder(before, behind)
    return now


def _stops(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy().value & _TAB:
        yield part
    layout = part.layout()
    if layout is not None:
        yield from _stops_in(layout)
    else:  # it places its parts by itself
        for child in part.children():
            if isinstance(child, QWidget):
                yield from _stops(child)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _stops_in(inner)
