"""Favourite routines: a plain list of ids beside the routines, one a line."""

from __future__ import annotations

from pathlib import Path

from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.places import Places

_HEAD = "# Your favourite routines, one id a line.\n"


class FavouritesFile:
    """Read anew each time: another window or a synchroniser may have written it."""

    def __init__(self, places: Places) -> None:
        self._path: Path = places.data / "favourites.txt"

    def read(self) -> frozenset[str]:
        """A missing or unreadable file names none."""
        return frozenset(line for line in self._lines() if line and not line.startswith("#"))

    def set(self, routine_id: str, is_one: bool) -> None:
        """PersonError where it cannot be written; other lines stay as they are."""
        lines = self._lines()
        if (routine_id in lines) == is_one:
            return
        kept = [*lines, routine_id] if is_one else [line for line in lines if line != routine_id]
        head = "" if lines else _HEAD
        write_atomic(self._path, head + "".join(f"{line}\n" for line in kept))

    def _lines(self) -> list[str]:
        try:
            return [line.strip() for line in self._path.read_bytes().decode("utf-8").splitlines()]
        except (OSError, UnicodeDecodeError):
            return []
