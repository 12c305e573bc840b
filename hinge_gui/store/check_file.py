"""Every fault and warning of one file, whatever it is meant to be."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from hinge_gui.core.advice import advice
from hinge_gui.core.check import (
    marks_without_words,
    odd_placeholders,
    unknown_muscles,
    unsaid_in_exercise,
    unsaid_in_routine,
)
from hinge_gui.core.check_pose import poses_out_of_bounds
from hinge_gui.core.errors import Fault
from hinge_gui.core.exercise import Exercise
from hinge_gui.core.routine import Path as KeyPath
from hinge_gui.store.cache import Cache
from hinge_gui.store.library import Library
from hinge_gui.store.places import Places
from hinge_gui.store.read import Parsed, Reader, in_order, read_document
from hinge_gui.store.yaml_text import Document


def check_file(file: Path, library: Library, places: Places) -> tuple[Fault, ...]:
    """Faults, and where there are none warnings, in the order of the file; the file is really validated."""
    document, faults = parsed = read_document(file)
    if document is None or document.broken:
        return faults
    from hinge_gui.store.validate import format_of

    if "exercise" in format_of(document.data):
        exercise, faults = check_exercise(file, places, parsed)
        clash = _clash(file, [(e.file, e.faults) for e in library.exercises.own()]) if exercise else ()
        return clash or faults
    routine, faults = Reader(Cache(None), places.pictures).routine(
        file, library.catalogue, library.exercises.faulty, parsed=parsed
    )
    faults = faults or _clash(file, [(e.file, e.faults) for e in library.routines() if e.own])
    if faults or routine is None:
        return faults
    told = [*unsaid_in_routine(routine, library.catalogue), *advice(routine, library.catalogue)]
    return _warnings(file, document, told)


def check_exercise(
    file: Path, places: Places, parsed: Parsed | None = None
) -> tuple[Exercise | None, tuple[Fault, ...]]:
    """The exercise with its warnings, or None with its faults; `parsed` as of `Reader`."""
    document, _ = parsed = parsed or read_document(file)
    exercise, faults = Reader(Cache(None), places.pictures).exercise(file, parsed=parsed)
    if exercise is None or document is None:
        return None, faults
    return exercise, _warnings(file, document, _of_exercise(exercise, document.data))


def _warnings(file: Path, document: Document, told: Iterable[tuple[KeyPath, str]]) -> tuple[Fault, ...]:
    placed = [(document.place(path), message) for path, message in told]
    return in_order(Fault(str(file), place.line, place.column, message, warning=True) for place, message in placed)


def _clash(file: Path, own: list[tuple[Path, tuple[Fault, ...]]]) -> tuple[Fault, ...]:
    """What the library has against a sound file of the person's own: an id that is taken."""
    real = os.path.realpath(file)  # the folder may be reached in several ways
    found = [faults for other, faults in own if os.path.realpath(other) == real]
    return tuple(Fault(str(file), f.line, f.column, f.message) for faults in found for f in faults)


def _of_exercise(exercise: Exercise, data: dict[str, list[dict[str, str]]]) -> list[tuple[KeyPath, str]]:
    """Warnings of the exercise, and those that only a variant has, at its own place."""
    of_base = _of_form(exercise)
    told = list(of_base)
    for n, head in enumerate(data.get("variants", ())):
        form = exercise.variants[head["id"]]
        new = (warning for warning in _of_form(form) if warning not in of_base)
        told += [(("variants", n, *path), message) for path, message in new]
    return told


def _of_form(form: Exercise) -> list[tuple[KeyPath, str]]:
    checks = (odd_placeholders, unknown_muscles, marks_without_words, poses_out_of_bounds, unsaid_in_exercise)
    return [warning for check in checks for warning in check(form)]
