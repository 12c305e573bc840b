"""The contact sheets: every tile of them can be painted."""

from __future__ import annotations

import pytest

from tools.sheets import SHEETS, exercises, sheet


def test_there_are_all_six_exercises_with_their_variants() -> None:
    names = exercises()
    assert {name.split(",")[0] for name in names} >= {
        "calf-stretch",
        "soleus-stretch",
        "top-of-foot-stretch",
        "legs-on-the-wall",
        "twist-on-the-floor",
        "hip-hinge",
    }
    assert "hip-hinge, hands-and-knees" in names


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["thumbnails", "themes"])
def test_a_sheet_is_as_large_as_its_tiles(name: str) -> None:
    make, columns, width, height = SHEETS[name]
    all_ = exercises()
    tiles = list(make(all_))
    image = sheet(name, all_)
    assert (image.width(), image.height()) == (columns * width, -(-len(tiles) // columns) * height)


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_has_tiles_with_a_figure(name: str) -> None:
    make, *_ = SHEETS[name]
    tiles = list(make(exercises()))
    assert len(tiles) >= 12
    assert all(tile.figure for tile in tiles)
