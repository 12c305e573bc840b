"""Taking a shared routine in: first a plan of what it brings, then all of it or nothing.

Nothing of the person's own is ever written over: what has the same bytes is there already, what clashes comes under
an id or a name of its own, and what refers to it is told so in its text.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from hinge_gui.core.errors import PersonError
from hinge_gui.records import dataclass
from hinge_gui.store.file_names import alike, file_name, numbered
from hinge_gui.store.library import Library
from hinge_gui.store.own_files import create
from hinge_gui.store.places import Places
from hinge_gui.store.share import ROUTINE
from hinge_gui.store.share_read import EXERCISES, PICTURES, Shared, read_shared
from hinge_gui.store.splice import update


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that is brought: where it comes to lie, and whether the very same lies there already."""

    kind: str  # routine | exercise | picture
    name: str  # as it is called in the file
    path: Path
    raw: bytes
    there: bool

    @property
    def id(self) -> str:
        return self.path.stem

    @property
    def is_renamed(self) -> bool:
        """Whether something else of its name was there."""
        wanted = file_name(self.name) if self.kind == "routine" else Path(self.name).stem
        return self.path.stem != wanted


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a shared file brings, the routine last."""

    file: Path
    pieces: tuple[Piece, ...]

    @property
    def routine(self) -> Piece:
        return self.pieces[-1]


def plan_import(file: Path, library: Library, places: Places) -> ImportPlan:
    """Look a shared file through and say what taking it in would do; writes nothing. RefusedError with the reason."""
    shared = read_shared(file, library)
    planner = _Planner(shared, library, places)
    return ImportPlan(file, tuple(planner.pieces()))


def carry_out(plan: ImportPlan) -> None:
    """Write what is not there yet. PersonError where that fails; then nothing of it stays behind."""
    made: list[Path] = []
    try:
        for piece in plan.pieces:
            if not piece.there:
                made += _missing_folders(piece.path.parent)
                create(piece.path, piece.raw)
                made.append(piece.path)
    except BaseException as error:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        if isinstance(error, FileExistsError):
            message = f"{plan.file} was not taken in: a file of that name came up meanwhile."
            raise PersonError(message, "Try again.") from error
        raise


def _missing_folders(folder: Path) -> list[Path]:
    """The folders that writing here will make, outermost first."""
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    return missing[::-1]


class _Planner:
    """Finds a place for each piece; those that others refer to come first."""

    def __init__(self, shared: Shared, library: Library, places: Places) -> None:
        self._shared, self._library, self._places = shared, library, places
        self._claimed: set[str] = set()  # places given away
        self._pictures: dict[str, str] = {}  # new names of pictures and exercises
        self._exercises: dict[str, str] = {}

    def pieces(self) -> Iterator[Piece]:
        for name in self._shared.names(PICTURES):
            yield self._picture(name)
        for name in self._shared.names(EXERCISES):
            yield self._exercise(name)
        yield self._routine()

    def _picture(self, name: str) -> Piece:
        raw, inside = self._shared.contents[name], Path(name.removeprefix(PICTURES))
        for number in count(1):
            relative = inside.with_name(numbered(inside.stem, number) + inside.suffix)
            # One beside the person's exercises would be shown in its stead.
            found = self._found(self._places.exercises / relative) or self._found(self._places.pictures / relative)
            path = self._places.pictures / relative
            if self._fits(path, found, raw):
                break
        self._pictures[inside.as_posix()] = relative.as_posix()
        return Piece("picture", inside.as_posix(), found or path, raw, there=found is not None)

    def _exercise(self, name: str) -> Piece:
        exercise = self._shared.exercises[name]
        for number in count(1):
            new_id = numbered(exercise.id, number)
            known = self._library.exercises.find(new_id)
            if known is not None and not known.own:
                continue
            raw = self._rewritten(name, partial(self._with_names, new_id))
            path = self._places.exercises / f"{new_id}.yaml"
            found = known.file if known is not None else self._found(path)
            if self._fits(path, found, raw):
                break
        self._exercises[exercise.id] = new_id
        return Piece("exercise", exercise.id, found or path, raw, there=found is not None)

    def _routine(self) -> Piece:
        raw = self._rewritten(ROUTINE, self._with_exercises)
        name = self._shared.routine.name
        for entry in self._library.routines():
            if _holds(entry.file, raw):
                return Piece("routine", name, entry.file, raw, there=True)
        built_in = {alike(entry.id) for entry in self._library.routines() if not entry.own}
        for number in count(1):
            path = self._places.routines / f"{numbered(file_name(name), number)}.yaml"
            if alike(path.stem) not in built_in and self._fits(path, self._found(path), raw):
                break
        return Piece("routine", name, path, raw, there=False)

    def _fits(self, path: Path, found: Path | None, raw: bytes) -> bool:
        """Whether the piece may lie here: nothing else does or will, or the very same does."""
        if found is not None:
            return _holds(found, raw)
        if alike(str(path)) in self._claimed:
            return False
        self._claimed.add(alike(str(path)))
        return True

    def _found(self, path: Path) -> Path | None:
        """What lies there, also under a name that differs only in large and small letters."""
        if os.path.lexists(path):
            return path
        try:
            return next((other for other in path.parent.iterdir() if alike(other.name) == alike(path.name)), None)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _rewritten(self, name: str, change: Callable[[dict[str, Any]], None]) -> bytes:
        """The text with new names in it; the very same bytes where there are none."""
        data = copy.deepcopy(self._shared.data[name])
        change(data)
        return update(self._shared.contents[name].decode(), data).encode()

    def _with_names(self, new_id: str, exercise: dict[str, Any]) -> None:
        exercise["id"] = new_id
        for form in (exercise, *exercise.get("variants", ())):
            for picture in form.get("pictures") or ():
                picture["file"] = self._pictures[picture["file"]]

    def _with_exercises(self, within: dict[str, Any]) -> None:
        for step in within["steps"]:
            if "steps" in step:
                self._with_exercises(step)
            elif "exercise" in step:
                step["exercise"] = self._exercises.get(step["exercise"], step["exercise"])


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:
        return False
