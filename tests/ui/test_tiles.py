"""Tiles stand from edge to edge, with the same gap between all of them."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from hinge_gui.ui.widgets.tiles import Tiles, Tiling, fill


@pytest.mark.parametrize(("width", "columns"), [(1216, 3), (964, 3), (631, 1), (632, 2), (200, 1)])
def test_tiles_fill_the_width(width: int, columns: int) -> None:
    tiling = Tiling.of(width, 308, 16)
    tiles = [tiling.tile(QRectF(n * tiling.cell, 0, tiling.cell, 200)) for n in range(columns)]
    assert tiling.columns == columns
    assert tiling.columns * tiling.cell <= width - 1
    assert tiles[0].left() == 0
    assert width - columns <= round(tiles[-1].right()) <= width
    assert [round(b.left() - a.right(), 6) for a, b in itertools.pairwise(tiles)] == [16] * (columns - 1)
    assert len({round(tile.width(), 6) for tile in tiles}) == 1


@pytest.mark.parametrize(
    ("height", "cell", "scrolls"),
    [(149, 80, True), (150, 80, False), (189, 80, False), (190, 100, False), (1000, 140, False)],
    ids=["too low", "without the last gap", "just not larger", "larger", "as large as they become"],
)
def test_tiles_are_as_large_as_all_are_seen(qtbot: QtBot, height: int, cell: int, scrolls: bool) -> None:
    view = Tiles()
    view.setViewMode(QListView.ViewMode.IconMode)
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["a", "b", "c", "d"]))
    view.resize(400, height)
    fill(view, lambda width, zoom: QSize(width // 2, round(80 * zoom)), gap=10)
    assert view.gridSize().height() == cell
    view.show()
    QApplication.processEvents()
    assert (view.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn) == scrolls
    assert (view.verticalScrollBar().maximum() > 0) == scrolls
