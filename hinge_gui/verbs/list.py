"""`hinge-gui list`: routines and exercises, built-in and the person's own."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from typing import Any

from hinge_gui.core.compiler import total_ms
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.store.exercises import ExerciseEntry
from hinge_gui.store.library import Library, RoutineEntry
from hinge_gui.store.places import places
from hinge_gui.verbs.text import clock, table

_SIDES = {"each": "left, right", "both": "both sides"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def run(args: argparse.Namespace) -> int:
    library = Library(places())
    shown = {
        "routines": [_routine(entry, library) for entry in library.routines()],
        "exercises": [_exercise(entry) for entry in library.exercises.all()],
    }
    library.remember()
    for fault in library.folder_faults:
        print(replace(fault, warning=True), file=sys.stderr)
    print(json.dumps(shown, indent=2) if args.json else _text(shown))
    return 0


def _routine(entry: RoutineEntry, library: Library) -> dict[str, Any]:
    """One routine; one with faults takes no time, as it is not played."""
    routine = entry.routine
    leaves = [leaf for _, leaf in routine.written()] if routine else []
    return {
        "id": entry.id,
        "name": entry.name,
        "file": str(entry.file),
        "own": entry.own,
        "total_ms": total_ms(routine, library.catalogue) if routine else 0,
        "exercises": list(dict.fromkeys(leaf.exercise for leaf in leaves if isinstance(leaf, ExerciseStep))),
        "faults": [str(fault) for fault in entry.faults],
    }


def _exercise(entry: ExerciseEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "file": str(entry.file),
        "own": entry.own,
        "sides": entry.exercise.sides if entry.exercise else None,
        "posture": entry.exercise.posture if entry.exercise else None,
        "faults": [str(fault) for fault in entry.faults],
    }


def _text(shown: dict[str, list[dict[str, Any]]]) -> str:
    routines = [
        (r["id"], r["name"], clock(r["total_ms"]), _number(r["exercises"]), _remark(r)) for r in shown["routines"]
    ]
    exercises = [
        (e["id"], e["name"], e["posture"] or "", _SIDES.get(e["sides"], ""), _remark(e)) for e in shown["exercises"]
    ]
    return f"Routines\n{table(routines)}\n\nExercises\n{table(exercises)}"


def _number(exercises: list[str]) -> str:
    return f"{len(exercises)} exercise{'' if len(exercises) == 1 else 's'}"


def _remark(thing: dict[str, Any]) -> str:
    if thing["faults"]:
        return f"has faults: hinge-gui check {thing['file']}"
    return "your own" if thing["own"] else ""
