"""Every exercise and routine there is, built-in and the person's own; each file is read when it is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hinge_gui.core.errors import Fault, PersonError, near
from hinge_gui.core.routine import Routine
from hinge_gui.records import dataclass
from hinge_gui.store.assets import asset
from hinge_gui.store.cache import Cache
from hinge_gui.store.exercises import Catalogue, ExerciseEntry, Exercises
from hinge_gui.store.file_names import alike
from hinge_gui.store.folder import Folder
from hinge_gui.store.places import Places
from hinge_gui.store.read import Reader
from hinge_gui.store.text_file import FileError, read_raw

DEFAULT_ROUTINE = "gentle-practice"
_USED = re.compile(rb"\bexercise:[ \t]*([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class RoutineEntry:
    """A routine of the library; `routine` is None where its file has faults."""

    id: str
    file: Path
    own: bool
    routine: Routine | None
    faults: tuple[Fault, ...] = ()

    @property
    def name(self) -> str:
        return self.routine.name if self.routine else self.id


class Library:
    """Built-in things, the default routine first, then the person's own; each in the order of their files."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._cache = Cache(places.cache / "read.json")
        self.reader = Reader(self._cache, places.pictures)
        self.forget()
        self.catalogue = Catalogue(lambda id_: self.exercises.sound(id_), lambda: self.exercises.ids())
        self.at_a_glance = Catalogue(lambda id_: self.exercises.glance(id_), lambda: self.exercises.ids())
        """The same while nobody has looked yet whether they are sound."""

    def forget(self) -> None:
        """Look at the folders anew: files came, went or changed."""
        self._folder = Folder(self._places.routines)
        self._exercise_folder = Folder(self._places.exercises)
        self.exercises = Exercises(self.reader, Folder(asset("resources", "exercises")), self._exercise_folder)
        files = sorted(Folder(asset("routines")).files, key=lambda file: file.stem != DEFAULT_ROUTINE)
        self._built_in = {file.stem: file for file in files}
        self._routines: dict[Path, RoutineEntry] = {}

    def remember(self) -> None:
        """Keep what was read for the next start."""
        self._cache.save()

    @property
    def folder_faults(self) -> list[Fault]:
        """Of the person's folders as a whole, and of files in them that are passed over."""
        return [*self._exercise_folder.faults, *self._folder.faults]

    def routine_files(self) -> list[tuple[Path, bool]]:
        """The file of each routine and whether it is the person's own; none of them is read."""
        return [*((file, False) for file in self._built_in.values()), *((file, True) for file in self._folder.files)]

    def routines(self) -> list[RoutineEntry]:
        """All routines, those with faults as well."""
        return [self._routine(file, own=own) for file, own in self.routine_files()]

    def routine(self, word: str = DEFAULT_ROUTINE) -> RoutineEntry:
        """The routine that a person means: its id, its name in any case, or a file. PersonError where there is none."""
        if word in self._built_in:
            return self._routine(self._built_in[word], own=False)
        own = {file.stem: file for file in self._folder.files}
        if word in own:
            return self._routine(own[word], own=True)
        if _is_file(word):
            return self.routine_file(Path(word))
        if self.exercises.find(word):
            raise PersonError(f"{word} is an exercise, not a routine; `hinge-gui list` shows both")
        entries = self.routines()
        meant = alike(word.strip())
        named = [entry for entry in entries if meant in {alike(entry.id), alike(entry.name)}]
        if named:
            return next((entry for entry in named if alike(entry.id) == meant), named[0])
        raise PersonError(f"there is no routine {word}{_near(word, entries)}")

    def exercise(self, word: str) -> ExerciseEntry:
        """The exercise that a person means: its id or a file. PersonError where there is none."""
        if entry := self.exercises.find(word):
            return entry
        if _is_file(word):
            exercise, faults = self.reader.exercise(Path(word))
            return ExerciseEntry(exercise.id if exercise else Path(word).stem, Path(word), True, exercise, faults)
        hint = near(word, self.exercises.ids()) or "; `hinge-gui list` shows all of them"
        raise PersonError(f"there is no exercise {word}{hint}")

    def playable(self, word: str = DEFAULT_ROUTINE) -> Routine:
        """The routine that a person means, ready to be compiled; PersonError with its faults where it has any."""
        entry = self.routine(word)
        if entry.routine is None:
            raise PersonError(f"{entry.name} cannot be played.", faults=entry.faults)
        return entry.routine

    def glance_at_exercises(self, routine_file: Path) -> Iterator[None]:
        """Look at what a routine seems to be made of, with a pause after each, so that reading it then is quick."""
        with suppress(FileError):
            for id_ in _USED.findall(read_raw(routine_file)):
                self.exercises.glance(id_.decode())
                yield

    def glance(self, file: Path, *, own: bool) -> RoutineEntry:
        """A routine of the library as it looks before its exercises are validated."""
        known = self._routines.get(file)
        if known is None:
            read = self.reader.routine(file, self.at_a_glance, self.exercises.known_faulty, trusted=not own)
            known = RoutineEntry(file.stem, file, own, *read)
        return known

    def routine_file(self, file: Path) -> RoutineEntry:
        """The routine of any file, as it stands."""
        return self._routine(file, own=file.absolute() not in self._built_in.values())

    def _routine(self, file: Path, *, own: bool) -> RoutineEntry:
        if file not in self._routines:
            routine, faults = self.reader.routine(file, self.catalogue, self.exercises.faulty, trusted=not own)
            if own and file.stem in self._built_in and file.parent == self._places.routines:
                words = f"{file.stem} is the id of a routine that comes with the program; give this file another name"
                routine, faults = None, (Fault(str(file), 1, 1, words), *faults)
            self._routines[file] = RoutineEntry(file.stem, file, own, routine, faults)
        return self._routines[file]


def _is_file(word: str) -> bool:
    """Whether somebody who writes this means a file, be it there or not."""
    return word.endswith((".yaml", ".yml")) or os.path.isfile(word)


def _near(word: str, entries: list[RoutineEntry]) -> str:
    """A routine that may be meant: one of a like id or name, or with a part of it that is like the word."""
    from difflib import get_close_matches

    ids = {name.casefold(): e.id for e in reversed(entries) for name in (*e.id.split("-"), e.name, e.id)}
    found = get_close_matches(word.casefold(), ids, n=1)
    return f"; did you mean {ids[found[0]]}?" if found else "; `hinge-gui list` shows all of them"
