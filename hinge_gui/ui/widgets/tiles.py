"""Tiles of one size side by side that fill a width from edge to edge, with gaps only between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QListView


@dataclass(frozen=True, slots=True)
class Tiling:
    """Qt's lists know cells without gaps: so each tile stands in its cell where the gaps leave it."""

    width: int = 1
    columns: int = 1
    gap: int = 0

    @classmethod
    def of(cls, width: int, least: int, gap: int) -> Tiling:
        """As many columns as find room, each tile `least` px wide or more; one where even that is too much."""
        return cls(max(width, 1), max(1, (width + gap) // (least + gap)), gap)

    @property
    def cell(self) -> int:
        return max(1, (self.width - 1) // self.columns)

    def tile(self, cell: QRectF) -> QRectF:
        """The tile within its cell, which keeps the gap below as well."""
        column = round(cell.left() / cell.width()) if cell.width() else 0
        between = self.gap / self.columns
        return QRectF(
            cell.left() + column * between, cell.top(),
            cell.width() - self.gap + between, cell.height() - self.gap,
        )  # fmt: skip


def fill(view: QListView, size_in: Callable[[int], QSize]) -> bool:
    """Give a list's cells their size from edge to edge, beside its bar only where it scrolls; whether it changed."""
    bar = view.verticalScrollBar()
    size = size_in(view.width())
    rows = -(-view.model().rowCount() // max(1, view.width() // size.width()))
    scrolls = rows * size.height() > view.height()
    if scrolls:
        size = size_in(view.width() - bar.sizeHint().width())
    # Qt's layout would keep room for a bar that may come
    policy = Qt.ScrollBarPolicy
    view.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff)
    if size == view.gridSize():
        return False
    view.setGridSize(size)
    view.scheduleDelayedItemsLayout()
    return True
