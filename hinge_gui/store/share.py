"""Sharing a routine: one `.hinge` file with the own exercises that it uses and their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hinge_gui.core.errors import PersonError
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.store.exercises import ExerciseEntry
from hinge_gui.store.file_names import alike, is_safe
from hinge_gui.store.library import Library, RoutineEntry
from hinge_gui.store.own_files import create
from hinge_gui.store.pictures import picture_fault
from hinge_gui.store.places import Places
from hinge_gui.store.read import picture_file, read_document
from hinge_gui.store.share_zip import MAX_ENTRIES, MAX_UNPACKED, write_zip

ROUTINE = "routine.yaml"


def export_routine(entry: RoutineEntry, library: Library, places: Places, target: Path) -> list[str]:
    """Write the routine with all it needs to a new file; the names of what is in it.

    PersonError where the routine has faults, a picture cannot be shared, or the file is there already.
    """
    contents = contents_of(entry, library, places)
    try:
        create(target, write_zip(contents))
    except FileExistsError:
        remedy = "Choose another name, or delete it first."
        raise PersonError(f"{target} is there already and is not written over.", remedy) from None
    return sorted(contents)


def contents_of(entry: RoutineEntry, library: Library, places: Places) -> dict[str, bytes]:
    """What goes into the file, by name; the person's own texts byte for byte."""
    if entry.routine is None:
        raise PersonError(f"{entry.file} has faults.", "Mend them first.", entry.faults)
    contents = {ROUTINE: _bytes(entry.file)}
    for exercise in _own_exercises(entry.routine, library):
        contents[f"exercises/{exercise.id}.yaml"] = _bytes(exercise.file)
        for name in picture_names(_data(exercise.file)):
            contents[f"pictures/{name}"] = _picture(name, exercise.file, places)
    _check_size(contents)
    return contents


def picture_names(exercise: Mapping[str, Any]) -> list[str]:
    """The pictures that an exercise's data names, its variants' as well."""
    forms = (exercise, *exercise.get("variants", ()))
    named = (str(picture["file"]) for form in forms for picture in form.get("pictures") or ())
    return list(dict.fromkeys(named))


def _own_exercises(routine: Routine, library: Library) -> Iterator[ExerciseEntry]:
    names = dict.fromkeys(leaf.exercise for _, leaf in routine.written() if isinstance(leaf, ExerciseStep))
    for name in names:
        found = library.exercises.find(name)
        if found is not None and found.own:
            yield found


def _data(file: Path) -> Mapping[str, Any]:
    document, faults = read_document(file)
    if document is None or faults:
        raise PersonError(f"{file} has faults.", "Mend them first.", faults)
    return document.data if isinstance(document.data, dict) else {}


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PersonError(f"{file} cannot be read: {error.strerror}.", "Check the disk and its folder.") from error


def _picture(name: str, exercise_file: Path, places: Places) -> bytes:
    file = picture_file(name, exercise_file, places.pictures)
    if file is None or not all(map(is_safe, name.split("/"))):
        remedy = "Give it a name of letters, digits and hyphens, in the exercise too."
        raise PersonError(f"The picture {name} has a name that other computers do not take.", remedy)
    raw = _bytes(file)
    if fault := picture_fault(name, raw):
        raise PersonError(f"{file}: {fault}.", "Exchange it, or take it out of the exercise.")
    return raw


def _check_size(contents: Mapping[str, bytes]) -> None:
    """What could not be taken in again is not given away."""
    if len(contents) > MAX_ENTRIES or sum(map(len, contents.values())) > MAX_UNPACKED:
        limits = f"{MAX_ENTRIES:,} files and {MAX_UNPACKED // 1_000_000} MB"
        raise PersonError(f"The routine and its pictures are more than {limits}.", "Use fewer or smaller pictures.")
    names: dict[str, str] = {}
    for name in contents:
        if (other := names.setdefault(alike(name), name)) != name:
            message = f"{other} and {name} differ only in large and small letters, which some computers take for one."
            raise PersonError(message, "Rename one of them.")
