"""What a person can adjust about a routine: declared once, with bounds and words; panels are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal

from hinge_gui.core.adjust import MAX_READY_S, MAX_REST_S, Adjustments, Change, adjusted, step_keys
from hinge_gui.core.exercise import MAX_HOLD_S, Range
from hinge_gui.core.plan import Catalogue, Planned, plan
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Setting
from hinge_gui.core.timeline import Timeline
from hinge_gui.records import dataclass

StepDial = Literal["hold", "repetitions", "rest"]
PracticeDial = Literal["ready", "hold_scale", "more_repetitions", "rest_scale"]

RANGE_LABEL: Final = "How far"
RANGE_HELP: Final = "How far the figure goes; go as far as feels mild to you."
RANGE_WORDS: Final[Mapping[Range, str]] = {"first-weeks": "First weeks", "usual": "Usual", "regular": "Regular"}


@dataclass(frozen=True, slots=True)
class Dial:
    """One number to turn, as it stands.

    `own` is what `source` says (the routine, or usually); `changed` tells whether the person set this very dial.
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
    source: str = "Routine"


@dataclass(frozen=True, slots=True)
class _StepRow:
    label: str
    help: str
    unit: str
    step: float
    bounds: Callable[[Planned], tuple[float, float]]


def _hold_bounds(planned: Planned) -> tuple[float, float]:
    dose, extra_s = planned.exercise.hold, max(planned.step.extra.values(), default=0.0)
    return dose.min, min(dose.max, MAX_HOLD_S - extra_s)


_STEP: Final[Mapping[StepDial, _StepRow]] = {
    "hold": _StepRow("Hold", "How long each side is held.", "s", 5, _hold_bounds),
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
    """The dials of the whole practice; the tempo, a setting, has `setting_dial`."""
    none = Adjustments(ready=routine.ready)
    dials = []
    for name, (label, help_, unit, low, high, step) in _PRACTICE.items():
        own = float(getattr(none, name))
        asked = getattr(changes, name)
        value = own if asked is None else float(asked)
        top = max(high, value, own)
        dials.append(Dial(name, label, help_, unit, low, top, step, value, own, value != own))
    return dials


def setting_dial(setting: Setting, value: float) -> Dial:
    """A number of the settings' table as a dial."""
    usual = float(setting.default)
    s = setting
    return Dial(s.key, s.label, s.help, s.unit, s.low, s.high, s.step, value, usual, value != usual, "Usually")


def turn_step(
    routine: Routine, catalogue: Catalogue, changes: Adjustments, key: str, dial: str, value: float | None
) -> Adjustments:
    """One of a step's dials at another value; at what it is without that (or at None) the change is gone."""
    freed = changes.with_change(key, **{dial: None})
    without = getattr(plan(step_at(adjusted(routine, catalogue, freed), key), catalogue), dial)
    if value is None or value == without:
        return freed
    return changes.with_change(key, **{dial: int(value) if dial == "repetitions" else value})


def turn_range(routine: Routine, changes: Adjustments, key: str, reach: Range) -> Adjustments:
    """How far the figure goes in one step."""
    return changes.with_change(key, range=None if reach == step_at(routine, key).range else reach)


def turn_practice(routine: Routine, changes: Adjustments, dial: str, value: float | None) -> Adjustments:
    """One of the practice's dials at another value; None as in the routine."""
    if dial == "ready":
        return replace(changes, ready=None if value == routine.ready else value)
    wanted = float(getattr(Adjustments(), dial)) if value is None else round(value, 1)
    if dial == "more_repetitions":
        return replace(changes, more_repetitions=int(wanted))
    return replace(changes, hold_scale=wanted) if dial == "hold_scale" else replace(changes, rest_scale=wanted)


def reset_step(changes: Adjustments, key: str) -> Adjustments:
    """The step as the routine has it."""
    return replace(changes, steps={k: v for k, v in changes.steps.items() if k != key})


def step_ms(timeline: Timeline, step: int) -> int:
    """How long one played step takes, from its first movement to its last; getting there is not part of it."""
    return sum(s.duration_ms for s in timeline.segments if s.step == step and s.kind not in {"ready", "travel", "end"})


def value_text(value: float, unit: str) -> str:
    """A value with its unit, short enough to stand beside a slider."""
    if unit == "more":
        return f"{'+' if value > 0 else '−' if value < 0 else '±'}{abs(value):g}"
    if unit == "s" and value >= 90 and value == int(value):
        return f"{int(value) // 60}:{int(value) % 60:02d} min"
    if unit == "×":
        return f"{value:g} ×" if value == int(value) else f"{value:.1f} ×"
    return f"{value:g} {unit}".strip()
