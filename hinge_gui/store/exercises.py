"""Every exercise there is, built-in and the person's own; each file is read when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from hinge_gui.core.errors import Fault
from hinge_gui.core.exercise import Exercise
from hinge_gui.records import dataclass
from hinge_gui.store.folder import Folder
from hinge_gui.store.read import Faults, Reader
from hinge_gui.store.text_file import FileError, read_raw

_ID = re.compile(rb"^id:[ \t]+([a-z0-9-]+)[ \t]*(?:#.*)?\r?$", re.MULTILINE)


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


class Exercises:
    """What there was when it was made, built-in ones first, then the person's own in the order of their files."""

    def __init__(self, reader: Reader, built_in: Folder, own: Folder) -> None:
        self._reader, self._own_folder = reader, own
        self._built_in = {file.stem: _ExerciseFile(file, reader, own=False) for file in built_in.files}
        self._own: list[ExerciseEntry] | None = None

    @cached_property
    def _own_files(self) -> list[_ExerciseFile]:
        return [_ExerciseFile(file, self._reader, own=True) for file in self._own_folder.files]

    def all(self) -> list[ExerciseEntry]:
        """Those with faults as well."""
        return [*(file.entry({}) for file in self._built_in.values()), *self.own()]

    def ids(self) -> list[str]:
        """Of all that are sound."""
        return [*self._built_in, *(entry.id for entry in self.own() if entry.exercise)]

    def own(self) -> list[ExerciseEntry]:
        if self._own is None:
            self._own = []
            taken = dict.fromkeys(self._built_in, "it comes with the program")
            for file in self._own_files:
                entry = file.entry(taken)
                if entry.exercise:
                    taken[entry.id] = file.path.name
                self._own.append(entry)
        return self._own

    def faulty(self) -> dict[str, str]:
        """Exercises that are there but have faults, by their id and by their file's name, with their files."""
        spoilt = [entry for entry in self.all() if entry.exercise is None]
        return {name: str(entry.file) for entry in spoilt for name in (entry.file.stem, entry.id)}

    def known_faulty(self) -> dict[str, str]:
        """The same if somebody looked already; nothing is read for it."""
        return {} if self._own is None else self.faulty()

    def find(self, id_: str) -> ExerciseEntry | None:
        """The exercise with this id, or None; of two own ones with one id the first that is sound."""
        if id_ in self._built_in:
            return self._built_in[id_].entry({})
        named = [entry for file in self._own_files if file.may_be(id_) and (entry := file.entry({})).id == id_]
        return next((entry for entry in named if entry.exercise), named[0] if named else None)

    def sound(self, id_: str) -> Exercise | None:
        entry = self.find(id_)
        return entry.exercise if entry else None

    def glance(self, id_: str) -> Exercise | None:
        """What it says, while nobody has looked yet whether that is sound."""
        if id_ in self._built_in:
            return self._built_in[id_].read()[0]
        seen = (file.glance() for file in self._own_files if file.may_be(id_))
        return next((exercise for exercise in seen if exercise and exercise.id == id_), None)

    def read_own(self) -> Iterator[None]:
        """Read and validate all of the person's own, with a pause after each piece of work."""
        for file in self._own_files:
            yield from file.read_bit_by_bit()


class _ExerciseFile:
    """Read no further than somebody asked: for its id, for a glance, or with every fault."""

    def __init__(self, path: Path, reader: Reader, *, own: bool) -> None:
        self.path, self._reader, self._is_own = path, reader, own
        self._read: tuple[Exercise | None, Faults] | None = None

    def may_be(self, id_: str) -> bool:
        """Whether it may be this exercise; others need not be read."""
        return self._id_in_text in {id_, ""} or self.path.stem == id_

    def glance(self) -> Exercise | None:
        return self._read[0] if self._read else self._glanced

    def read(self) -> tuple[Exercise | None, Faults]:
        if self._read is None:
            self._read = self._reader.exercise(self.path, trusted=not self._is_own)
        return self._read

    def read_bit_by_bit(self) -> Generator[None, None, None]:
        if self._read is None:
            self._read = yield from self._reader.exercise_bit_by_bit(self.path, trusted=not self._is_own)

    def entry(self, taken: Mapping[str, str]) -> ExerciseEntry:
        """With a fault if its id is `taken`; the values say by whom."""
        exercise, faults = self.read()
        id_ = exercise.id if exercise else self._id_in_text or self.path.stem
        if exercise and id_ in taken:
            words = f"the id {id_} is taken ({taken[id_]}); choose another"
            exercise, faults = None, (self._reader.fault_at(self.path, ("id",), words),)
        return ExerciseEntry(id_, self.path, self._is_own, exercise, faults)

    @cached_property
    def _id_in_text(self) -> str:
        """As nearly everybody writes it; empty where only reading can tell."""
        with suppress(FileError):
            found = _ID.findall(read_raw(self.path))
            return found[0].decode() if len(found) == 1 else ""
        return ""

    @cached_property
    def _glanced(self) -> Exercise | None:
        return self._reader.glance(self.path)


class Catalogue(Mapping[str, Exercise]):
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
