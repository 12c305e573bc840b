"""Tiles of one size side by side that fill a width from edge to edge, with gaps only between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QListView

ZOOMS: Final = (1.75, 1.5, 1.25)
"""How much larger tiles become where a large window would stay empty."""


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


class Tiles(QListView):
    """A list of them; where all are seen nothing scrolls, though the gap below the last may find no room."""

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        super().updateGeometries()
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            self.verticalScrollBar().setMaximum(0)


def fill(view: QListView, size_in: Callable[[int, float], QSize], gap: int, most: int = 0) -> bool:
    """Give a list's cells their size from edge to edge, beside its bar only where it scrolls; whether it changed.

    `size_in` tells it for a width and a zoom: the largest at which all tiles are seen at once. `most` are so many as
    there are without a search: what is looked for changes no sizes.
    """
    bar, count = view.verticalScrollBar(), view.model().rowCount()

    def fits(size: QSize, tiles: int) -> bool:
        rows = -(-tiles // max(1, view.width() // size.width()))
        return rows * size.height() - gap <= view.height()

    size = next((s for zoom in ZOOMS if fits(s := size_in(view.width(), zoom), max(count, most))), None)
    size = size or size_in(view.width(), 1.0)
    scrolls = not fits(size, count)
    if scrolls:
        size = size_in(view.width() - bar.sizeHint().width(), 1.0)
    # Qt's layout would keep room for a bar that may come
    policy = Qt.ScrollBarPolicy
    view.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff)
    if size == view.gridSize():
        return False
    view.setGridSize(size)
    view.scheduleDelayedItemsLayout()
    return True
