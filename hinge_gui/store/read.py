"""From a file to an exercise or a routine, with every fault at its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from hinge_gui.core.errors import Fault
from hinge_gui.core.exercise import Exercise
from hinge_gui.core.faults import routine_faults
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import Path as KeyPath
from hinge_gui.core.routine import Routine
from hinge_gui.store.build import build_exercise, build_routine
from hinge_gui.store.cache import Cache
from hinge_gui.store.file_names import PICTURE_SUFFIXES, compositions

if TYPE_CHECKING:
    from hinge_gui.store.schema_words import Finding
    from hinge_gui.store.yaml_text import Document

_T = TypeVar("_T")
Faults = tuple[Fault, ...]
Parsed = tuple["Document | None", Faults]
Spoilt = Callable[[], Mapping[str, str]]  # ids of exercises with faults → their files
_UNBUILT = (AttributeError, KeyError, TypeError, ValueError)  # what is built from data that no validator has seen


def at_once(work: Generator[None, None, _T]) -> _T:
    """What bit by bit comes to, without a pause."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            found: _T = done.value
            return found


class Reader:
    """Reads files, from the cache where they have not changed.

    Files that travel with the program are `trusted`: tests have validated them, so the first start need not.
    """

    def __init__(self, cache: Cache, pictures: Path | None = None, *, opens_pictures: bool = True) -> None:
        """Without `opens_pictures` it is enough that pictures are there."""
        self._cache, self._opens_pictures = cache, opens_pictures
        self._pictures = pictures  # the person's own, where they do not lie beside the exercise

    def exercise(
        self, path: Path, *, trusted: bool = False, parsed: Parsed | None = None
    ) -> tuple[Exercise | None, Faults]:
        """The exercise of a file, or None with all of its faults; `parsed` where it has been already."""
        return at_once(self.exercise_bit_by_bit(path, trusted=trusted, parsed=parsed))

    def glance(self, path: Path) -> Exercise | None:
        """What an exercise says, its faults unsought; None where that cannot be made out."""
        data = self._cache.get(path)
        if data is None:
            document, faults = read_document(path)
            data = document.data if document is not None and not faults else None
        try:
            return None if data is None else self._located(build_exercise(data), path)
        except _UNBUILT:
            return None

    def exercise_bit_by_bit(
        self, path: Path, *, trusted: bool = False, parsed: Parsed | None = None
    ) -> Generator[None, None, tuple[Exercise | None, Faults]]:
        """The same as `exercise`, with pauses: a window reads it between two frames."""
        exercise = self._quickly(path, build_exercise, trusted=trusted)
        if exercise is not None and not any(self._picture_faults(path, _pictures_of(exercise))):
            return self._located(exercise, path), ()
        document, faults = parsed or read_document(path)
        if document is None or document.broken:
            return None, faults
        from hinge_gui.store.validate import exercise_findings

        yield
        findings = []
        for finding in exercise_findings(document.data):
            if finding is None:
                yield
            else:
                findings.append(finding)
        told = _placed(path, document, findings)
        told += _placed_paths(path, document, self._picture_faults(path, _picture_names(document.data)))
        if faults or told:
            return None, in_order((*faults, *told))
        self._cache.put(path, document.data)
        return self._located(build_exercise(document.data), path), ()

    def _located(self, exercise: Exercise, path: Path) -> Exercise:
        """With the places of its pictures, its variants' as well."""
        if not exercise.pictures and not any(form.pictures for form in exercise.variants.values()):
            return exercise
        lying = tuple(replace(p, path=str(picture_file(p.file, path, self._pictures) or "")) for p in exercise.pictures)
        forms = {name: self._located(form, path) for name, form in exercise.variants.items()}
        return replace(exercise, pictures=lying, variants=forms)

    def routine(
        self, path: Path, catalogue: Catalogue, spoilt: Spoilt = dict, *,
        trusted: bool = False, parsed: Parsed | None = None,
    ) -> tuple[Routine | None, Faults]:
        """The routine of a file, or None with all of its faults.

        `spoilt` tells of exercises that exist but have faults of their own.
        """
        routine = self._quickly(path, partial(build_routine, path.stem), trusted=trusted)
        if routine is not None and not routine_faults(routine, catalogue):
            return routine, ()
        document, faults = parsed or read_document(path)
        if document is None or document.broken:
            return None, faults
        from hinge_gui.store.validate import routine_findings, sound_part

        findings = routine_findings(document.data)
        faulty = [finding.path for finding in findings] + list(document.refused)
        found = sound_part(path.stem, document.data, faulty)
        about = routine_faults(found, catalogue) if found is not None else []
        told = [*_placed(path, document, findings), *_placed_paths(path, document, _explained(about, found, spoilt))]
        if faults or told or found is None:
            return None, in_order((*faults, *told))
        self._cache.put(path, document.data)
        return found, ()

    def plain(self, path: Path) -> tuple[Any, Faults]:
        """The data of a YAML file that has no schema here, such as the settings; of a broken one what can be read."""
        data = self._cache.get(path)
        if data is not None:
            return data, ()
        document, faults = read_document(path)
        if document is None or faults:
            return (document.data if document else None), faults
        self._cache.put(path, document.data)
        return document.data, ()

    def fault_at(self, path: Path, where: KeyPath, message: str, *, at_key: bool = False) -> Fault:
        """A fault of a file that was read before."""
        document, _ = read_document(path)
        place = document.place(where) if document is not None else (1, 1, 1, 1)
        line, column = place[2:] if at_key else place[:2]
        return Fault(str(path), line, column, message)

    def _quickly(self, path: Path, build: Callable[[Any], _T], *, trusted: bool) -> _T | None:
        """What needs no validation: known from before, or shipped with the program. None where it has to be read.

        A shipped file that somebody has spoilt does not build, and is validated like any other.
        """
        data = self._cache.get(path)
        fresh = data is None and trusted
        if fresh:
            document, faults = read_document(path)
            data = document.data if document is not None and not faults else None
        try:
            thing = None if data is None else build(data)
        except _UNBUILT:
            return None
        if fresh and thing is not None:
            self._cache.put(path, data)
        return thing

    def _picture_faults(self, path: Path, names: Iterable[tuple[KeyPath, str]]) -> Iterable[tuple[KeyPath, str]]:
        for where, name in names:
            if Path(name).suffix.lower() not in PICTURE_SUFFIXES:
                yield where, f"{name} is not a picture that can be shown; use PNG, JPEG, WebP or SVG"
            elif Path(name).anchor or ".." in Path(name).parts:
                yield where, f"{name} leads out of the folder; put the picture beside this file and write its name"
            elif (file := picture_file(name, path, self._pictures)) is None:
                yield where, f"there is no picture {name} in this folder; put it there"
            elif self._opens_pictures and (fault := _inside(file)):
                yield where, f"{name}: {fault}"


def _pictures_of(exercise: Exercise) -> Iterable[tuple[KeyPath, str]]:
    """The pictures of all forms; a fault of one sends the reader to the file, which has their places."""
    return (((), p.file) for form in (exercise, *exercise.variants.values()) for p in form.pictures)


def _picture_names(data: Any, at: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every picture that a file names, its variants' as well, whatever else is wrong with it."""
    if not isinstance(data, dict):
        return
    for key in ("pictures", "variants"):
        entries = data.get(key)
        for n, entry in enumerate(entries if isinstance(entries, list) else ()):
            if key == "variants":
                yield from _picture_names(entry, (*at, key, n))
            elif isinstance(entry, dict) and isinstance(entry.get("file"), str) and entry["file"]:
                yield (*at, key, n, "file"), entry["file"]


def _inside(picture: Path) -> str | None:
    from hinge_gui.store.pictures import file_fault  # most people have none

    return file_fault(picture)


def picture_file(name: str, exercise_file: Path, pictures: Path | None) -> Path | None:
    """Where a picture lies: beside its exercise, or among the person's pictures."""
    folders = (folder for folder in (exercise_file.parent, pictures) if folder is not None)
    return next((f for folder in folders for n in compositions(name) if os.path.isfile(f := folder / n)), None)


def read_document(path: Path) -> Parsed:
    """What a YAML file says with places, and what the guard has against it; None where it is no text at all."""
    from hinge_gui.store.text_file import FileError, read_text
    from hinge_gui.store.yaml_text import parse

    try:
        text = read_text(path)
    except FileError as error:
        return None, error.faults

    document = parse(text)
    return document, in_order(Fault(str(path), p.line, p.column, p.message) for p in document.problems)


def in_order(faults: Iterable[Fault]) -> Faults:
    """Each fault once, in the order of the file."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda f: (f.warning, f.line, f.column)))


def _placed(path: Path, document: Document, findings: Iterable[Finding]) -> list[Fault]:
    out = []
    for finding in findings:
        if any(finding.path[:n] in document.refused for n in range(len(finding.path) + 1)):
            continue  # has been told of
        place = document.place(finding.path)
        line, column = place[2:] if finding.at_key else place[:2]
        out.append(Fault(str(path), line, column, finding.message))
    return out


def _placed_paths(path: Path, document: Document, faults: Iterable[tuple[KeyPath, str]]) -> list[Fault]:
    return [Fault(str(path), *document.place(where)[:2], message) for where, message in faults]


def _explained(
    faults: Iterable[tuple[KeyPath, str]], routine: Routine | None, spoilt: Spoilt
) -> Iterable[tuple[KeyPath, str]]:
    """The same faults; an exercise that is there but cannot be used is told apart from one that is not."""
    unusable = spoilt() if faults else {}
    steps = dict(routine.written()) if routine and unusable else {}
    for where, message in faults:
        name = getattr(steps.get(where[:-1]), "exercise", "")
        if where[-1] == "exercise" and name in unusable:
            yield where, f"the exercise {name} has faults of its own; mend {unusable[name]} first"
        else:
            yield where, message
