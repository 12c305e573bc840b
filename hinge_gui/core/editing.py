"""Editing a routine: pure functions from one routine to the next.

A step's place is `At`: its index, within rounds followed by the index there, and so on. Whatever is asked for, a
routine that was sound stays so: numbers are brought within what the exercise allows, extras go where sides are both.
IndexError or KeyError where there is no such place.
"""

from __future__ import annotations

from dataclasses import replace

from hinge_gui.core.adjust import MAX_REST_S, fitted
from hinge_gui.core.exercise import MAX_HOLD_S, Exercise, Range, Side
from hinge_gui.core.plan import Catalogue, plan
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine, Step

At = tuple[int, ...]
Steps = tuple[Step, ...]
USUAL_ROUNDS = 20  # as far as a dial goes; a file may have more
MAX_PAUSE_S = 300.0


def step_at(routine: Routine, at: At) -> Step:
    """The step at a place."""
    return _steps_in(routine, at[:-1])[at[-1]]


def there_is(routine: Routine, at: At) -> bool:
    """Whether a step has this place."""
    steps = routine.steps
    for depth, index in enumerate(at):
        if not 0 <= index < len(steps):
            return False
        step = steps[index]
        if depth + 1 < len(at):
            if not isinstance(step, Rounds):
                return False
            steps = step.steps
    return bool(at)


def listed(routine: Routine) -> list[tuple[At, Step]]:
    """Every step with its place from first to last, rounds before what is in them."""
    return _listed(routine.steps, ())


def places(routine: Routine) -> list[At]:
    return [at for at, _ in listed(routine)]


def put(routine: Routine, at: At, step: Step) -> Routine:
    """Another step in the place of this one."""
    step_at(routine, at)
    return _edited(routine, at, (step,), 1)


def insert(routine: Routine, at: At, step: Step) -> Routine:
    """A new step that then stands at the place."""
    if not 0 <= at[-1] <= len(_steps_in(routine, at[:-1])):
        raise IndexError(at)
    return _edited(routine, at, (step,), 0)


def remove(routine: Routine, at: At) -> Routine:
    """Without this step; rounds that it leaves empty go as well."""
    step_at(routine, at)
    if len(at) > 1 and len(_steps_in(routine, at[:-1])) == 1:
        return remove(routine, at[:-1])
    return _edited(routine, at, (), 1)


def move(routine: Routine, at: At, to: At) -> tuple[Routine, At]:
    """The step at another place, which counts in the routine as it is once the step was taken out.

    Also where it then stands. Rounds do not go into rounds that are within themselves.
    """
    step = step_at(routine, at)
    return insert(remove(routine, at), to, step), to


def carry(routine: Routine, at: At, before: At) -> tuple[Routine, At]:
    """The step put before another place, which counts in the routine as it is now; also where it then stands.

    IndexError where rounds would go into themselves.
    """
    if before[: len(at)] == at:
        raise IndexError(before)
    step, marker = step_at(routine, at), PauseStep(0)
    marked, level = insert(routine, before, marker), len(before) - 1
    behind = at[:level] == before[:level] and len(at) > level and before[level] <= at[level]
    gone = remove(marked, (*at[:level], at[level] + 1, *at[level + 1 :]) if behind else at)
    to = next(place for place in places(gone) if step_at(gone, place) is marker)
    return put(gone, to, step), to


def nudge(routine: Routine, at: At, by: int) -> tuple[Routine, At]:
    """One place on (1) or back (−1), into rounds and out of them as a reader would expect; where it then stands."""
    rest, stood = remove(routine, at), _closed_up(routine, at)
    order = sorted({*_gaps(rest.steps, ()), stood})
    if isinstance(step_at(routine, at), Rounds):  # rounds stay as deep as they are
        order = [gap for gap in order if len(gap) == len(stood)]
    to = order[min(max(order.index(stood) + by, 0), len(order) - 1)]
    return move(routine, at, to) if to != stood else (routine, at)


def repeat(routine: Routine, first: At, last: At, rounds: int = 2) -> Routine:
    """These steps, which stand in one list, as rounds."""
    if first[:-1] != last[:-1]:
        raise IndexError(last)
    inside = _steps_in(routine, first[:-1])[first[-1] : last[-1] + 1]
    return _edited(routine, first, (Rounds(_whole(rounds, 1, USUAL_ROUNDS), inside),), len(inside))


def unroll(routine: Routine, at: At) -> Routine:
    """Rounds dissolved: their steps once, in their place."""
    step = step_at(routine, at)
    return _edited(routine, at, step.steps, 1) if isinstance(step, Rounds) else routine


def turn(routine: Routine, catalogue: Catalogue, at: At, key: str, value: float | None) -> Routine:
    """A step's `hold`, `repetitions`, `rest`, `pause` or `rounds`; None leaves it to the exercise."""
    step = step_at(routine, at)
    if isinstance(step, Rounds):
        return put(routine, at, replace(step, rounds=_whole(value or 1, 1, max(USUAL_ROUNDS, step.rounds))))
    if isinstance(step, PauseStep):
        return put(routine, at, replace(step, pause=_within(value or 1, 1, MAX_PAUSE_S)))
    form = catalogue[step.exercise].form(step.variant)
    if value is None:
        return put(routine, at, _bounded(replace(step, **{key: None}), form))  # type: ignore[arg-type]
    if key == "repetitions":
        return put(routine, at, replace(step, repetitions=int(form.repetitions.clamped(round(value)))))
    if key == "rest":
        return put(routine, at, replace(step, rest=_within(value, 0, MAX_REST_S)))
    return put(routine, at, _bounded(replace(step, hold=round(form.hold.clamped(value), 1)), form))


def set_extra(routine: Routine, catalogue: Catalogue, at: At, side: Side, seconds: float) -> Routine:
    """More seconds in each hold of a side; 0 takes them away. Without meaning where both sides work at once."""
    step = step_at(routine, at)
    if not isinstance(step, ExerciseStep):
        return routine
    extra = {s: v for s, v in step.extra.items() if s != side} | ({side: max(0.0, seconds)} if seconds > 0 else {})
    return put(routine, at, _bounded(replace(step, extra=extra), catalogue[step.exercise].form(step.variant)))


def set_variant(routine: Routine, catalogue: Catalogue, at: At, variant: str | None) -> Routine:
    """Another form of the same exercise; the step's own times stay where the form allows them."""
    step = step_at(routine, at)
    if not isinstance(step, ExerciseStep):
        return routine
    form = catalogue[step.exercise].form(variant)
    return put(routine, at, _bounded(fitted(replace(step, variant=variant), form), form))


def set_range(routine: Routine, at: At, reach: Range) -> Routine:
    step = step_at(routine, at)
    return put(routine, at, replace(step, range=reach)) if isinstance(step, ExerciseStep) else routine


def set_wait(routine: Routine, at: At, wait: bool) -> Routine:
    """Whether the practice waits for a key before this step."""
    step = step_at(routine, at)
    return routine if isinstance(step, Rounds) else put(routine, at, replace(step, wait=wait))


def set_words(routine: Routine, at: At, say: str) -> Routine:
    """What a pause says."""
    step = step_at(routine, at)
    return put(routine, at, replace(step, say=say.strip())) if isinstance(step, PauseStep) else routine


def rename(routine: Routine, name: str) -> Routine:
    """Under another name; one that says nothing changes nothing."""
    return replace(routine, name=name.strip()) if name.strip() else routine


# -- within ------------------------------------------------------------------------------------------------


def _bounded(step: ExerciseStep, form: Exercise) -> ExerciseStep:
    """Extras within what a hold may last in all; none where both sides work at once."""
    if form.sides == "both":
        return replace(step, extra={})
    hold = plan(replace(step, variant=None), {step.exercise: form}).hold
    most = max(0.0, MAX_HOLD_S - hold)
    extra = {side: round(min(v, most), 1) for side, v in step.extra.items() if min(v, most) > 0}
    return replace(step, extra=extra)


def _within(value: float, low: float, high: float) -> float:
    return round(min(max(value, low), high), 1)


def _whole(value: float, low: float, high: float) -> int:
    return int(min(max(round(value), low), high))


def _steps_in(routine: Routine, at: At) -> Steps:
    steps = routine.steps
    for index in at:
        rounds = steps[index]
        if not isinstance(rounds, Rounds):
            raise IndexError(at)
        steps = rounds.steps
    return steps


def _edited(routine: Routine, at: At, new: Steps, out: int) -> Routine:
    return replace(routine, steps=_spliced(routine.steps, at, new, out))


def _spliced(steps: Steps, at: At, new: Steps, out: int) -> Steps:
    index, *inner = at
    if not inner:
        return (*steps[:index], *new, *steps[index + out :])
    rounds = steps[index]
    assert isinstance(rounds, Rounds)
    within = _spliced(rounds.steps, tuple(inner), new, out)
    return (*steps[:index], replace(rounds, steps=within), *steps[index + 1 :])


def _listed(steps: Steps, at: At) -> list[tuple[At, Step]]:
    out: list[tuple[At, Step]] = []
    for n, step in enumerate(steps):
        out.append(((*at, n), step))
        if isinstance(step, Rounds):
            out += _listed(step.steps, (*at, n))
    return out


def _gaps(steps: Steps, at: At) -> list[At]:
    """Every place where a step could be put in."""
    out: list[At] = [(*at, n) for n in range(len(steps) + 1)]
    for n, step in enumerate(steps):
        if isinstance(step, Rounds):
            out += _gaps(step.steps, (*at, n))
    return out


def _closed_up(routine: Routine, at: At) -> At:
    """Where the step stood, in the routine without it: outside of rounds that went with it."""
    while len(at) > 1 and len(_steps_in(routine, at[:-1])) == 1:
        at = at[:-1]
    return at
