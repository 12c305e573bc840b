"""Every exercise and routine there is, built-in and the person's own; each file is read when it is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.core.exercise import Exercise
from hinge_gui.core.routine import Routine
from hinge_gui.records import dataclass
from hinge_gui.store.assets import asset
from hinge_gui.store.cache import Cache
from hinge_gui.store.places import Places
from hinge_gui.store.read import Reader
from hinge_gui.store.text_file import FileError, read_raw

DEFAULT_ROUTINE = "gentle-practice"
_ID = re.compile(rb"^id:[ \t]+([a-z0-9-]+)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_USED = re.compile(rb"\bexercise:[ \t]*([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class ExerciseEntry:
    """An exercise of the library; `exercise` is None where its file has faults."""

    id: str
    file: Path
    own: bool
    exercise: Exercise | None
    faults: tuple[Fault, ...] = ()

    @property
    def name(self) -> str:
        return self.exercise.name if self.exercise else self.id


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
        self.catalogue: Mapping[str, Exercise] = _Catalogue(self._sound, self.exercise_ids)
        self.at_a_glance: Mapping[str, Exercise] = _Catalogue(self._glance, self.exercise_ids)
        """The same while nobody has looked yet whether they are sound."""
        self.forget()

    def forget(self) -> None:
        """Look at the folders anew: files came, went or changed."""
        self.folder_faults: list[Fault] = []  # of whole folders, and of files that are passed over
        self._built_in = {file.stem: file for file in self._files(asset("resources", "exercises"))}
        routines = sorted(self._files(asset("routines")), key=lambda file: file.stem != DEFAULT_ROUTINE)
        self._built_in_routines = {file.stem: file for file in routines}
        self._exercises: dict[str, ExerciseEntry] = {}
        self._own: list[ExerciseEntry] | None = None
        self._ids: dict[Path, str] | None = None  # what each of the own exercises' files seems to call itself
        self._read: dict[Path, tuple[Exercise | None, tuple[Fault, ...]]] = {}  # own exercises
        self._glanced: dict[Path, Exercise | None] = {}
        self._routines: dict[Path, RoutineEntry] = {}

    def remember(self) -> None:
        """Keep what was read for the next start."""
        self._cache.save()

    def _files(self, folder: Path) -> list[Path]:
        try:
            files = sorted(file for file in folder.iterdir() if file.name[0] != ".")
        except FileNotFoundError:
            return []
        except OSError as error:
            self.folder_faults.append(Fault(str(folder), 0, 0, f"this folder cannot be read: {error.strerror}"))
            return []
        for stray in (file for file in files if file.suffix == ".yml"):
            message = f"rename this file to {stray.stem}.yaml to have it read"
            self.folder_faults.append(Fault(str(stray), 0, 0, message))
        return [file for file in files if file.suffix == ".yaml"]

    # Exercises

    def exercise_ids(self) -> list[str]:
        """Ids of all sound exercises."""
        return [*self._built_in, *(e.id for e in self.own_exercises() if e.exercise)]

    def exercises(self) -> list[ExerciseEntry]:
        """All exercises, those with faults as well."""
        return [*(self._built_in_exercise(id_) for id_ in self._built_in), *self.own_exercises()]

    def exercise(self, id_: str) -> ExerciseEntry | None:
        """The exercise with this id, or None; of two own ones with one id the first that is sound."""
        if id_ in self._built_in:
            return self._built_in_exercise(id_)
        named = [entry for file in self._own_files_of(id_) if (entry := self._own_exercise(file, {})).id == id_]
        return next((e for e in named if e.exercise), named[0] if named else None)

    def _own_files_of(self, id_: str) -> list[Path]:
        """The files that may hold this exercise; the others need not be read."""
        if self._ids is None:
            self._ids = {file: _id_in(file) for file in self._files(self._places.exercises)}
        return [file for file, said in self._ids.items() if said in {id_, ""} or file.stem == id_]

    def _glance(self, id_: str) -> Exercise | None:
        if id_ in self._built_in:
            return self._built_in_exercise(id_).exercise
        for file in self._own_files_of(id_):
            if file not in self._read and file not in self._glanced:
                self._glanced[file] = self.reader.glance(file)
            exercise = self._read[file][0] if file in self._read else self._glanced[file]
            if exercise is not None and exercise.id == id_:
                return exercise
        return None

    def glance_at_exercises(self, routine_file: Path) -> Iterator[None]:
        """Look at what a routine seems to be made of, with a pause after each, so that reading it then is quick."""
        with suppress(FileError):
            for id_ in _USED.findall(read_raw(routine_file)):
                self._glance(id_.decode())
                yield

    def read_own_exercises(self) -> Iterator[None]:
        """Read and validate all of the person's own, with a pause after each piece of work."""
        for file in self._files(self._places.exercises):
            if file not in self._read:
                self._read[file] = yield from self.reader.exercise_bit_by_bit(file)

    def _sound(self, id_: str) -> Exercise | None:
        entry = self.exercise(id_)
        return entry.exercise if entry else None

    def _built_in_exercise(self, id_: str) -> ExerciseEntry:
        if id_ not in self._exercises:
            file = self._built_in[id_]
            exercise, faults = self.reader.exercise(file, trusted=True)
            self._exercises[id_] = ExerciseEntry(id_, file, own=False, exercise=exercise, faults=faults)
        return self._exercises[id_]

    def own_exercises(self) -> list[ExerciseEntry]:
        if self._own is None:
            self._own = []
            taken = dict.fromkeys(self._built_in, "it comes with the program")
            for file in self._files(self._places.exercises):
                entry = self._own_exercise(file, taken)
                if entry.exercise:
                    taken[entry.id] = file.name
                self._own.append(entry)
        return self._own

    def _own_exercise(self, file: Path, taken: Mapping[str, str]) -> ExerciseEntry:
        if file not in self._read:
            self._read[file] = self.reader.exercise(file)
        exercise, faults = self._read[file]
        if exercise is None:
            return ExerciseEntry(file.stem, file, own=True, exercise=None, faults=faults)
        if exercise.id in taken:
            words = f"the id {exercise.id} is taken ({taken[exercise.id]}); choose another"
            fault = self.reader.fault_at(file, ("id",), words)
            return ExerciseEntry(exercise.id, file, own=True, exercise=None, faults=(fault,))
        return ExerciseEntry(exercise.id, file, own=True, exercise=exercise)

    def spoilt(self) -> dict[str, str]:
        """Exercises that are there but have faults, with their files."""
        return {e.id: str(e.file) for e in self.exercises() if e.exercise is None}

    # Routines

    def routines(self) -> list[RoutineEntry]:
        """All routines, those with faults as well."""
        return [
            *(self._routine(file, own=False) for file in self._built_in_routines.values()),
            *(self._routine(file, own=True) for file in self._files(self._places.routines)),
        ]

    def routine_files(self) -> list[tuple[Path, bool]]:
        """The file of each routine and whether it is the person's own; none of them is read."""
        built_in = [(file, False) for file in self._built_in_routines.values()]
        return [*built_in, *((file, True) for file in self._files(self._places.routines))]

    def routine(self, word: str = DEFAULT_ROUTINE) -> RoutineEntry:
        """The routine that a person means: its id, its name in any case, or a file. PersonError where there is none."""
        if word in self._built_in_routines:
            return self._routine(self._built_in_routines[word], own=False)
        own = {file.stem: file for file in self._files(self._places.routines)}
        if word in own:
            return self._routine(own[word], own=True)
        if word.endswith((".yaml", ".yml")) or os.path.isfile(word):
            return self.routine_file(Path(word))
        entries = self.routines()
        for entry in entries:
            if entry.name.casefold() == word.strip().casefold():
                return entry
        raise PersonError(f"there is no routine {word}{_near(word, entries)}")

    def playable(self, word: str = DEFAULT_ROUTINE) -> Routine:
        """The routine that a person means, ready to be compiled; PersonError with its faults where it has any."""
        entry = self.routine(word)
        if entry.routine is None:
            raise PersonError(f"{entry.name} cannot be played.", faults=entry.faults)
        return entry.routine

    def glance(self, file: Path, *, own: bool) -> RoutineEntry:
        """A routine of the library as it looks before its exercises are validated."""
        known = self._routines.get(file)
        if known is None:
            spoilt = dict if self._own is None else self.spoilt
            routine, faults = self.reader.routine(file, self.at_a_glance, spoilt, trusted=not own)
            known = RoutineEntry(file.stem, file, own, routine, faults)
        return known

    def routine_file(self, file: Path) -> RoutineEntry:
        """The routine of any file, as it stands."""
        absolute = file.absolute()
        return self._routine(file, own=absolute not in self._built_in_routines.values())

    def _routine(self, file: Path, *, own: bool) -> RoutineEntry:
        if file not in self._routines:
            routine, faults = self.reader.routine(file, self.catalogue, self.spoilt, trusted=not own)
            if own and file.stem in self._built_in_routines and file.parent == self._places.routines:
                words = f"{file.stem} is the id of a routine that comes with the program; give this file another name"
                routine, faults = None, (Fault(str(file), 1, 1, words), *faults)
            self._routines[file] = RoutineEntry(file.stem, file, own, routine, faults)
        return self._routines[file]


def _near(word: str, entries: list[RoutineEntry]) -> str:
    """A routine that may be meant: one of a like id or name, or with a part of it that is like the word."""
    from difflib import get_close_matches

    ids = {name.casefold(): e.id for e in reversed(entries) for name in (*e.id.split("-"), e.name, e.id)}
    found = get_close_matches(word.casefold(), ids, n=1)
    return f"; did you mean {ids[found[0]]}?" if found else "; `hinge-gui list` shows all of them"


def _id_in(file: Path) -> str:
    """The id in an exercise's text as nearly everybody writes it; empty where only reading can tell."""
    with suppress(FileError):
        found = _ID.findall(read_raw(file))
        return found[0].decode() if len(found) == 1 else ""
    return ""


class _Catalogue(Mapping[str, Exercise]):
    """Exercises by id, read when they are looked up."""

    def __init__(self, find: Callable[[str], Exercise | None], ids: Callable[[], list[str]]) -> None:
        self._find, self._ids = find, ids

    def __getitem__(self, id_: str) -> Exercise:
        exercise = self._find(id_)
        if exercise is None:
            raise KeyError(id_)
        return exercise

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())
