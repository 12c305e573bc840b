"""Adjustments: what a person changed about a routine, kept beside it and never written into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Any

from hinge_gui.core.exercise import MAX_HOLD_S, Exercise, Range, Side
from hinge_gui.core.plan import Catalogue, plan
from hinge_gui.core.routine import ExerciseStep, Leaf, PauseStep, Rounds, Routine, Step
from hinge_gui.core.travel import DOWN_ON_THE_FLOOR
from hinge_gui.records import dataclass

MAX_REST_S = 300.0
MAX_READY_S = 300.0
_COUNTED_S = 10.0


@dataclass(frozen=True, slots=True)
class Change:
    """What differs for one step; None means as the routine has it. Seconds."""

    hold: float | None = None
    repetitions: int | None = None
    rest: float | None = None
    pace: float | None = None
    """As `ExerciseStep.pace`."""
    range: Range | None = None
    variant: str | None = None
    """Another form of the exercise; empty for the form that it describes first."""
    extra_left: float | None = None
    extra_right: float | None = None
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Adjustments:
    """The person's changes to one routine.

    `steps` is keyed `exercise#k`, the k-th step of that exercise as written, so that the changes stay with their
    exercise when the routine is put in another order. The scales, `more_repetitions` and `range` apply to every step
    that has no value of its own, the extras come on top of each step's; all of it stays within each exercise's bounds.
    """

    steps: Mapping[str, Change] = field(default_factory=dict)
    ready: float | None = None
    hold_scale: float = 1.0
    rest_scale: float = 1.0
    more_repetitions: int = 0
    range: Range | None = None
    extra_left: float = 0.0
    extra_right: float = 0.0

    def __bool__(self) -> bool:
        return self != Adjustments()

    def with_change(self, key: str, **values: Any) -> Adjustments:
        """A copy in which the step's change has these values."""
        change = replace(self.steps.get(key, Change()), **values)
        steps = {**self.steps, key: change}
        if change == Change():
            del steps[key]
        return replace(self, steps=steps)


def step_keys(routine: Routine) -> list[str]:
    """For each step in the order of play its key in `Adjustments.steps`; empty for a pause."""
    keys: dict[tuple[str | int, ...], str] = {}
    seen: Counter[str] = Counter()
    for path, leaf in routine.written():
        if isinstance(leaf, ExerciseStep):
            keys[path] = f"{leaf.exercise}#{seen[leaf.exercise]}"
            seen[leaf.exercise] += 1
    return [keys.get(path, "") for path, _ in routine.played()]


def adjusted(routine: Routine, catalogue: Catalogue, changes: Adjustments) -> Routine:
    """The routine as this person plays it."""
    if not changes:
        return routine
    seen: Counter[str] = Counter()
    keys = {key for key in step_keys(routine) if key}
    skips = {key for key in keys if key in changes.steps and changes.steps[key].skip}
    some_stay = skips < keys  # a practice of nothing is none

    def change(leaf: Leaf) -> Leaf:
        if not isinstance(leaf, ExerciseStep):
            return leaf
        key = f"{leaf.exercise}#{seen[leaf.exercise]}"
        seen[leaf.exercise] += 1
        if key in skips and some_stay:
            return PauseStep(0, left_out=catalogue[leaf.exercise].name)
        return _changed(leaf, catalogue, changes, changes.steps.get(key, Change()))

    ready = routine.ready if changes.ready is None else min(max(0.0, changes.ready), MAX_READY_S)
    return replace(routine, steps=_map(routine.steps, change), ready=ready)


def _map(steps: tuple[Step, ...], change: Callable[[Leaf], Leaf | None]) -> tuple[Step, ...]:
    out: list[Step] = []
    for step in steps:
        if isinstance(step, Rounds):
            inner = _map(step.steps, change)
            if inner:
                out.append(replace(step, steps=inner))
        elif (leaf := change(step)) is not None:
            out.append(leaf)
    return tuple(out)


def _changed(step: ExerciseStep, catalogue: Catalogue, changes: Adjustments, own: Change) -> ExerciseStep:
    forms = catalogue[step.exercise].variants
    if own.variant is not None and (own.variant == "" or own.variant in forms):
        step = replace(step, variant=own.variant or None)
        step = fitted(step, catalogue[step.exercise].form(step.variant))
    planned = plan(step, catalogue)
    exercise = planned.exercise
    extra = _extra(step, exercise, changes, own)
    hold = own.hold if own.hold is not None else _scaled(planned.hold, changes.hold_scale)
    most_s = MAX_HOLD_S - max(extra.values(), default=0.0)
    repetitions = own.repetitions if own.repetitions is not None else planned.repetitions + changes.more_repetitions
    rest = own.rest if own.rest is not None else planned.rest * changes.rest_scale
    return replace(
        step,
        hold=round(min(exercise.hold.clamped(hold), most_s), 1),
        repetitions=int(exercise.repetitions.clamped(repetitions)),
        rest=round(min(max(rest, 0.0), MAX_REST_S), 1),
        extra=extra,
        pace=step.pace if own.pace is None else own.pace,
        range=own.range or changes.range or step.range,
    )


def _scaled(hold: float, scale: float) -> float:
    """Whole seconds, which can be counted; of a short pause tenths."""
    scaled = hold * scale
    return scaled if scale == 1 or scaled < _COUNTED_S else float(round(scaled))


def _extra(step: ExerciseStep, form: Exercise, changes: Adjustments, own: Change) -> Mapping[Side, float]:
    """More seconds of a side: the step's, with what the person wants here or everywhere; never beyond three minutes."""
    if form.sides == "both":
        return {}
    most_s = MAX_HOLD_S - form.hold.min
    wanted: dict[Side, float] = {
        "left": step.extra.get("left", 0) + changes.extra_left if own.extra_left is None else own.extra_left,
        "right": step.extra.get("right", 0) + changes.extra_right if own.extra_right is None else own.extra_right,
    }
    return {side: min(seconds, most_s) for side, seconds in wanted.items() if seconds > 0}


def without_left_out(routine: Routine) -> Routine:
    """The routine without the exercises that the person leaves out, to be kept as one of their own."""

    def keep(leaf: Leaf) -> Leaf | None:
        return None if isinstance(leaf, PauseStep) and leaf.left_out else leaf

    return replace(routine, steps=_map(routine.steps, keep))


def needs_floor(exercise: Exercise) -> bool:
    """Whether one must get down for it; sitting on a chair is not the floor."""
    return exercise.posture in DOWN_ON_THE_FLOOR or (exercise.posture == "seated" and "chair" not in exercise.props)


def without_floor(routine: Routine, catalogue: Catalogue) -> tuple[Routine, tuple[str, ...]]:
    """The routine for a day on which one stays off the floor, and the exercises that had to be left out.

    Each floor step takes its exercise's own standing or chair form, in that form's own dose: what was written was
    meant for the other one. An exercise that is done off the floor anyway is not done twice. What has no such form is
    left out.
    """
    left_out: list[str] = []
    leaves = [leaf for _, leaf in routine.written() if isinstance(leaf, ExerciseStep)]
    off_floor = {s.exercise for s in leaves if not needs_floor(catalogue[s.exercise].form(s.variant))}

    def change(leaf: Leaf) -> Leaf | None:
        if not isinstance(leaf, ExerciseStep):
            return leaf
        base = catalogue[leaf.exercise]
        if not needs_floor(base.form(leaf.variant)):
            return leaf
        forms: list[tuple[str | None, Exercise]] = [(None, base), *base.variants.items()]
        variant, form = next(((v, f) for v, f in forms if not needs_floor(f)), (None, None))
        if form is None:
            left_out.append(base.name)
        if form is None or leaf.exercise in off_floor:
            return None
        own = ExerciseStep(leaf.exercise, variant, extra=leaf.extra, range=leaf.range, wait=leaf.wait)
        return fitted(own, form)

    return replace(routine, steps=_map(routine.steps, change)), tuple(left_out)


def fitted(step: ExerciseStep, form: Exercise) -> ExerciseStep:
    """The step with its own times brought within the bounds of another form, extras dropped where sides are both."""
    extra: Mapping[Side, float] = {} if form.sides == "both" else step.extra
    hold = None if step.hold is None else form.hold.clamped(step.hold)
    repetitions = None if step.repetitions is None else int(form.repetitions.clamped(step.repetitions))
    return replace(step, extra=extra, hold=hold, repetitions=repetitions)
