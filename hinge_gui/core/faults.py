"""What can be wrong with a routine beyond its form: exercises that do not exist, numbers out of bounds."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_gui.core.errors import near
from hinge_gui.core.exercise import MAX_HOLD_S, Dose, Exercise
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import ExerciseStep, Path, Rounds, Routine, Step
from hinge_gui.figure.faults import shown

MAX_ROUNDS = 1000
MAX_PLAYED_STEPS = 20_000  # rounds within rounds multiply
MAX_NESTED_ROUNDS = 14  # a file is at most 32 levels deep; each of them takes two


def routine_faults(routine: Routine, catalogue: Catalogue) -> list[tuple[Path, str]]:
    """Every fault as (path in the file, what is wrong and what would be right); none where it may be played."""
    too_many: list[tuple[Path, str]] = []
    if _played_count(routine.steps) > MAX_PLAYED_STEPS:
        too_many = [(("steps",), f"the steps, rounds unrolled, are more than {MAX_PLAYED_STEPS:,}; let there be fewer")]
    return too_many + [
        fault
        for path, leaf in routine.written()
        if isinstance(leaf, ExerciseStep)
        for fault in _step_faults(path, leaf, catalogue)
    ]


def too_much(routine: Routine) -> bool:
    """More steps than can be played, or rounds deeper within rounds than a file can hold."""
    return _played_count(routine.steps) > MAX_PLAYED_STEPS or _nested(routine.steps) > MAX_NESTED_ROUNDS


def _nested(steps: tuple[Step, ...]) -> int:
    return max((1 + _nested(s.steps) for s in steps if isinstance(s, Rounds)), default=0)


def _played_count(steps: tuple[Step, ...]) -> int:
    return sum(s.rounds * _played_count(s.steps) if isinstance(s, Rounds) else 1 for s in steps)


def _step_faults(path: Path, step: ExerciseStep, catalogue: Catalogue) -> Iterator[tuple[Path, str]]:
    exercise = catalogue.get(step.exercise)
    if exercise is None:
        hint = near(step.exercise, catalogue) or "; `hinge-gui list` shows all of them"
        yield (*path, "exercise"), f"there is no exercise {shown(step.exercise)}{hint}"
        yield from _beyond_any_exercise(path, step)
        return
    if step.variant is not None and step.variant not in exercise.variants:
        known = ", ".join(exercise.variants) or "none"
        hint = near(step.variant, exercise.variants) or f"; it has: {known}"
        yield (*path, "variant"), f"{exercise.id} has no variant {shown(step.variant)}{hint}"
        yield from _beyond_any_form(path, step, exercise)
        return
    yield from _bound_faults(path, step, exercise.form(step.variant))


def _bound_faults(path: Path, step: ExerciseStep, form: Exercise) -> Iterator[tuple[Path, str]]:
    """Numbers that this form of the exercise does not take."""
    if step.hold is not None:
        yield from _out_of_bounds((*path, "hold"), step.hold, form.hold, " s", form.id)
    if step.repetitions is not None:
        yield from _out_of_bounds((*path, "repetitions"), step.repetitions, form.repetitions, "", form.id)
    if step.extra:
        yield from _extra_faults(path, step, form)


def _beyond_any_form(path: Path, step: ExerciseStep, exercise: Exercise) -> Iterator[tuple[Path, str]]:
    """What is wrong whichever form was meant."""
    told = [dict(_bound_faults(path, step, form)) for form in (exercise, *exercise.variants.values())]
    yield from ((where, told[0][where]) for where in told[0] if all(where in other for other in told))


def _beyond_any_exercise(path: Path, step: ExerciseStep) -> Iterator[tuple[Path, str]]:
    """What is wrong whichever exercise was meant."""
    if step.hold is not None and not 1 <= step.hold <= MAX_HOLD_S:
        yield (*path, "hold"), f"hold {step.hold:g} s is out of bounds; exercises take 1 to {MAX_HOLD_S:g} s"
    if step.repetitions is not None and step.repetitions < 1:
        yield (*path, "repetitions"), f"repetitions {step.repetitions} is out of bounds; the least is 1"


def _out_of_bounds(path: Path, value: float, dose: Dose, unit: str, name: str) -> Iterator[tuple[Path, str]]:
    if not dose.min <= value <= dose.max:
        what = path[-1]
        yield path, f"{what} {value:g}{unit} is out of bounds; {name} takes {dose.min:g} to {dose.max:g}{unit}"


def _extra_faults(path: Path, step: ExerciseStep, form: Exercise) -> Iterator[tuple[Path, str]]:
    if form.sides == "both":
        yield (*path, "extra"), f"extra is for one side, but {form.id} works both sides at once; leave it out"
        return
    hold = form.hold.default if step.hold is None else step.hold
    for side, seconds in step.extra.items():
        if hold + seconds > MAX_HOLD_S:
            most = max(0.0, MAX_HOLD_S - hold)
            message = f"hold and extra are {hold + seconds:g} s together; extra may be {most:g} at most"
            yield (*path, "extra", side), f"{message}, for {MAX_HOLD_S:g} s in all"
