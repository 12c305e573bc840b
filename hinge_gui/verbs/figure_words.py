"""Which figure is meant: the words that `picture` and `measure` share."""

from __future__ import annotations

import argparse

from hinge_gui.core.errors import Fault, PersonError, near
from hinge_gui.core.exercise import RANGES, Exercise
from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.store.library import Library
from hinge_gui.store.places import places


def add_figure_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("exercise", metavar="EXERCISE", help="its id, which `hinge-gui list` shows, or a file")
    parser.add_argument("--variant", metavar="V", help="an easier or harder form, by its id")
    parser.add_argument("--range", choices=RANGES, default="usual", help="how far the figure goes")
    parser.add_argument("--side", choices=("left", "right"), default="right", help="the side that works")
    parser.add_argument("--mistake", metavar="M", help="a usual mistake instead of the right way, by its id")


def figure_of(args: argparse.Namespace) -> tuple[Exercise, FigureSpec]:
    """The form that is meant and its figure. PersonError where there is no such thing."""
    entry = Library(places()).exercise(args.exercise)
    if entry.exercise is None:
        raise PersonError(f"{entry.id} has faults", faults=entry.faults)
    exercise = entry.exercise
    if args.variant is not None and args.variant not in exercise.variants:
        known = ", ".join(exercise.variants) or "none"
        hint = near(args.variant, exercise.variants) or f"; it has: {known}"
        raise PersonError(f"{exercise.id} has no variant {args.variant}{hint}")
    form = exercise.form(args.variant)
    if form.figure is None:
        instead = "pictures of its own and no figure" if form.pictures else "no figure; write one under `figure:`"
        raise PersonError(f"{form.id} has {instead}")
    try:
        spec = FigureSpec.from_mapping(form.figure)
    except PoseFault as fault:
        place = ".".join(str(part) for part in ("figure", *fault.path))
        raise PersonError(str(fault), faults=[Fault(f"{entry.file} {place}", 0, 0, fault.message)]) from None
    by_id = {mistake.id: mistake.pose for mistake in form.learn.mistakes}
    if isinstance(pose := by_id.get(args.mistake), str):
        args.mistake = pose
    if args.mistake is not None and args.mistake not in spec.mistakes:
        known = ", ".join(spec.mistakes) or "none"
        raise PersonError(
            f"{form.id} has no mistake {args.mistake}{near(args.mistake, spec.mistakes) or f'; it has: {known}'}"
        )
    return form, spec
