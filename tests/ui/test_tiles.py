"""Tiles stand from edge to edge, with the same gap between all of them."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF

from hinge_gui.ui.widgets.tiles import Tiling


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
