"""What a shared file says, once everything in it has been found sound."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hinge_gui.core.errors import Fault
from hinge_gui.core.exercise import Exercise
from hinge_gui.core.routine import Routine
from hinge_gui.store.cache import Cache
from hinge_gui.store.file_names import alike
from hinge_gui.store.library import Library
from hinge_gui.store.pictures import picture_fault
from hinge_gui.store.read import Reader, read_document
from hinge_gui.store.share import ROUTINE, picture_names
from hinge_gui.store.share_zip import RefusedError, read_zip

EXERCISES, PICTURES = "exercises/", "pictures/"


@dataclass(slots=True)
class Shared:
    """The contents by name, and of the texts also what they say."""

    contents: dict[str, bytes]
    routine: Routine
    exercises: dict[str, Exercise] = field(default_factory=dict)
    data: dict[str, dict[str, Any]] = field(default_factory=dict)

    def names(self, folder: str) -> list[str]:
        return _names(self.contents, folder)


def read_shared(file: Path, library: Library) -> Shared:
    """Read and check a shared file. RefusedError with the reason, or with every fault of its texts."""
    contents = read_zip(file)
    if ROUTINE not in contents:
        raise RefusedError(file, f"there is no {ROUTINE} in it")
    for name in _names(contents, PICTURES):
        if fault := picture_fault(name, contents[name]):
            raise RefusedError(file, f"{name}: {fault}")
    with tempfile.TemporaryDirectory(prefix="hinge-gui-") as folder:
        root = Path(folder)
        for name, raw in contents.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"" if name.startswith(PICTURES) else raw)  # of pictures it matters that they are there
        return _texts(file, contents, root, library)


def _texts(file: Path, contents: dict[str, bytes], root: Path, library: Library) -> Shared:
    reader = Reader(Cache(None), root / "pictures", opens_pictures=False)
    faults: list[Fault] = []
    exercises: dict[str, Exercise] = {}
    for name in _names(contents, EXERCISES):
        exercise, found = reader.exercise(root / name)
        faults += _placed(file, name, found)
        if exercise is not None:
            faults += _placed(file, name, _about(root / name, exercise, exercises, library, contents))
            exercises[name] = exercise
    brought = {exercise.id: exercise for exercise in exercises.values()}
    routine, found = reader.routine(root / ROUTINE, {**library.catalogue, **brought})
    faults += _placed(file, ROUTINE, found)
    if routine is None or faults:
        raise RefusedError(file, "what it says has faults", "Ask for it again once they are mended.", faults)
    texts = (ROUTINE, *_names(contents, EXERCISES))
    return Shared(contents, routine, exercises, {name: _data(root / name) for name in texts})


def _about(
    path: Path, exercise: Exercise, others: dict[str, Exercise], library: Library, contents: dict[str, bytes]
) -> Iterator[Fault]:
    """Faults of a sound exercise in its company."""
    document, _ = read_document(path)
    line, column = document.place(("id",))[:2] if document else (1, 1)
    known = library.exercises.find(exercise.id)
    if known is not None and not known.own:
        words = f"{exercise.id} is the id of an exercise that comes with the program; it needs another"
        yield Fault("", line, column, words)
    if any(other.id == exercise.id for other in others.values()):
        yield Fault("", line, column, f"two exercises in the file have the id {exercise.id}")
    for name in picture_names(document.data if document else {}):
        if f"{PICTURES}{name}" not in contents:
            yield Fault("", line, column, f"the picture {name} is not in the file")


def _placed(file: Path, name: str, faults: Iterable[Fault]) -> list[Fault]:
    return [Fault(f"{file}/{name}", fault.line, fault.column, fault.message) for fault in faults]


def _data(path: Path) -> dict[str, Any]:
    document, _ = read_document(path)
    assert document is not None, "it was read before"
    return dict(document.data)


def _names(contents: Iterable[str], folder: str) -> list[str]:
    return sorted((name for name in contents if name.startswith(folder)), key=alike)
