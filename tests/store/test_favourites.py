"""Favourites: what is set is read again, and nothing else of the file is touched."""

from __future__ import annotations

from pathlib import Path

from hinge_gui.store.favourites import FavouritesFile
from hinge_gui.store.places import places


def test_none_at_first(home: Path) -> None:
    assert FavouritesFile(places()).read() == frozenset()


def test_what_is_set_is_read_again(home: Path) -> None:
    FavouritesFile(places()).set("evening-wind-down", True)
    FavouritesFile(places()).set("mine", True)
    assert FavouritesFile(places()).read() == {"evening-wind-down", "mine"}
    FavouritesFile(places()).set("mine", False)
    assert FavouritesFile(places()).read() == {"evening-wind-down"}


def test_remarks_and_other_lines_stay(home: Path) -> None:
    file = home / "favourites.txt"
    home.mkdir()
    file.write_text("# mine\nfirst\n\nsecond\n")
    FavouritesFile(places()).set("first", False)
    FavouritesFile(places()).set("second", True)
    assert file.read_text() == "# mine\n\nsecond\n"


def test_a_file_that_is_no_text_names_none(home: Path) -> None:
    home.mkdir()
    (home / "favourites.txt").write_bytes(b"\xff\xfe\x00")
    assert FavouritesFile(places()).read() == frozenset()
