"""What a person can adjust about a routine: declared once, with bounds and words; panels are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from hinge_gui.core.adjust import MAX_READY_S, MAX_REST_S, Adjustments, Change, adjusted, step_keys
from hinge_gui.core.exercise import MAX_HOLD_S, RANGES, Range
from hinge_gui.core.plan import Catalogue, Planned, plan
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.timeline import Timeline

StepDial = Literal["hold", "repetitions", "rest"]
PracticeDial = Literal["ready", "hold_scale", "more_repetitions", "rest_scale"]

RANGE_LABEL: Final = "How far"
RANGE_HELP: Final = "How far the figure goes; go as far as feels mild to you."
RANGE_WORDS: Final[Mapping[Range, str]] = {"first-weeks": "First weeks", "usual": "Usual", "regular": "Regular"}


@dataclass(frozen=True, slots=True)
class Dial:
    """One number to turn, as it stands. `own` is what the routine says, `changed` whether the person set it here.

    `help` names the bounds' reason or the effect, in a sentence.
    """

    key: str
    label: str
    help: str
    unit: str
    low: float
    high: float
    step: float
    value: float
    own: float
    changed: bool


@dataclass(frozen=True, slots=True)
class _StepRow:
    label: str
    help: str
    unit: str
    step: float
    bounds: Callable[[Planned], tuple[float, float]]


_STEP: Final[Mapping[StepDial, _StepRow]] = {
    "hold": _StepRow("Hold", "How long each side is held.", "s", 5, lambda p: _hold_bounds(p)),
    "repetitions": _StepRow(
        "Repetitions", "How often each side is held.", "×", 1,
        lambda p: (p.exercise.repetitions.min, p.exercise.repetitions.max),
    ),
    "rest": _StepRow(
        "Rest", "The gap between two holds; moving out and in again is part of it.", "s", 1,
        lambda p: (0.0, min(MAX_REST_S, max(60.0, 2 * p.exercise.pace.rest))),
    ),
}  # fmt: skip
_PRACTICE: Final[Mapping[PracticeDial, tuple[str, str, str, float, float, float]]] = {
    "ready": ("Get ready", "Before the first exercise.", "s", 0, min(120.0, MAX_READY_S), 5),
    "hold_scale": ("All holds", "Longer or shorter, within what each exercise allows.", "×", 0.5, 2.0, 0.1),
    "more_repetitions": ("All repetitions", "More or fewer of every exercise.", "more", -3, 3, 1),
    "rest_scale": ("All rests", "Longer or shorter gaps between holds.", "×", 0.0, 3.0, 0.1),
}


def _hold_bounds(planned: Planned) -> tuple[float, float]:
    dose, extra_s = planned.exercise.hold, max(planned.step.extra.values(), default=0.0)
    return dose.min, min(dose.max, MAX_HOLD_S - extra_s)


def step_at(routine: Routine, key: str) -> ExerciseStep:
    """The step that `Adjustments.steps` calls `key`; KeyError where the routine has none."""
    for (_, leaf), found in zip(routine.played(), step_keys(routine), strict=True):
        if found == key and isinstance(leaf, ExerciseStep):
            return leaf
    raise KeyError(key)


def step_dials(routine: Routine, catalogue: Catalogue, changes: Adjustments, key: str) -> list[Dial]:
    """The dials of one step of a routine as written."""
    own = plan(step_at(routine, key), catalogue)
    now = plan(step_at(adjusted(routine, catalogue, changes), key), catalogue)
    change = changes.steps.get(key, Change())
    dials = []
    for name, row in _STEP.items():
        low, high = row.bounds(own)
        value, written = float(getattr(now, name)), float(getattr(own, name))
        high = max(high, value, written)  # a routine's own rest may be longer than the dial goes
        changed = getattr(change, name) is not None
        dials.append(Dial(name, row.label, row.help, row.unit, low, high, row.step, value, written, changed))
    return dials


def practice_dials(routine: Routine, changes: Adjustments) -> list[Dial]:
    """The dials of the whole practice; the tempo, a setting, is not among them."""
    none = Adjustments(ready=routine.ready)
    dials = []
    for name, (label, help_, unit, low, high, step) in _PRACTICE.items():
        own = float(getattr(none, name))
        asked = getattr(changes, name)
        value = own if asked is None else float(asked)
        top = max(high, value, own)
        dials.append(Dial(name, label, help_, unit, low, top, step, value, own, value != own))
    return dials


def turn_step(routine: Routine, catalogue: Catalogue, changes: Adjustments, key: str, dial: str, value: float) -> Adjustments:
    """One of a step's dials at another value; at what it would be without the person's say, the change is gone."""
    freed = changes.with_change(key, **{dial: None})
    without = getattr(plan(step_at(adjusted(routine, catalogue, freed), key), catalogue), dial)
    if value == without:
        return freed
    return changes.with_change(key, **{dial: int(value) if dial == "repetitions" else value})


def turn_practice(routine: Routine, changes: Adjustments, dial: str, value: float) -> Adjustments:
    """One of the practice's dials at another value."""
    if dial == "ready":
        return replace(changes, ready=None if value == routine.ready else value)
    if dial == "more_repetitions":
        return replace(changes, more_repetitions=int(value))
    return replace(changes, **{dial: value})


def reset_step(changes: Adjustments, key: str) -> Adjustments:
    """The step as the routine has it."""
    return replace(changes, steps={k: v for k, v in changes.steps.items() if k != key})


def step_ms(timeline: Timeline, step: int) -> int:
    """How long one played step takes, from its first movement to its last; getting there is not part of it."""
    return sum(s.duration_ms for s in timeline.segments if s.step == step and s.kind not in {"ready", "travel", "end"})


def ranges() -> tuple[tuple[Range, str], ...]:
    """How far the figure may go, with words, from least to most."""
    return tuple((r, RANGE_WORDS[r]) for r in RANGES)


def spoken_value(dial: Dial) -> str:
    """The dial's value as it is written: `45 s`, `1:30`, `2 ×`, `as written`, `2 more`."""
    return value_text(dial.value, dial.unit)


def value_text(value: float, unit: str) -> str:
    """A value with its unit, short enough to stand beside a slider."""
    if unit == "more":
        return "as written" if value == 0 else f"{abs(value):g} {'more' if value > 0 else 'fewer'}"
    if unit == "s" and value >= 90 and value == int(value):
        return f"{int(value) // 60}:{int(value) % 60:02d} min"
    if unit == "×":
        return f"{value:g} ×" if value == int(value) else f"{value:.1f} ×"
    return f"{value:g} {unit}".strip()
