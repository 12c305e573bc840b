"""What a person can adjust about a routine: declared once, with bounds and words; panels are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal

from hinge_gui.core.adjust import MAX_READY_S, MAX_REST_S, Adjustments, Change, adjusted, fitted, step_keys
from hinge_gui.core.exercise import MAX_HOLD_S, Range
from hinge_gui.core.plan import Catalogue, Planned, plan
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Setting
from hinge_gui.core.timeline import Timeline
from hinge_gui.records import dataclass

StepDial = Literal["hold", "repetitions", "extra_left", "extra_right", "rest", "pace"]
PracticeDial = Literal["ready", "hold_scale", "more_repetitions", "extra_left", "extra_right", "rest_scale"]

MOST_EXTRA_S: Final = 60.0
PACES: Final = (0.5, 2.0)
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
class StepRow:
    """How a dial of a step is called, and how far it turns where the practice is adjusted."""

    label: str
    help: str
    unit: str
    step: float
    bounds: Callable[[Planned], tuple[float, float]]


def _extra_bounds(planned: Planned) -> tuple[float, float]:
    """Nothing to turn where both sides work at once."""
    each = planned.exercise.sides == "each"
    return (0.0, min(MOST_EXTRA_S, MAX_HOLD_S - planned.hold)) if each else (0.0, 0.0)


def _hold_bounds(planned: Planned) -> tuple[float, float]:
    dose, extra_s = planned.exercise.hold, max(planned.step.extra.values(), default=0.0)
    return dose.min, min(dose.max, MAX_HOLD_S - extra_s)


STEP_ROWS: Final[Mapping[StepDial, StepRow]] = {
    "hold": StepRow("Hold", "How long each side is held.", "s", 5, _hold_bounds),
    "repetitions": StepRow(
        "Repetitions", "How often each side is held.", "×", 1,
        lambda p: (p.exercise.repetitions.min, p.exercise.repetitions.max),
    ),
    "extra_left": StepRow("Longer on the left", "More seconds in each hold of the left side.", "s", 5, _extra_bounds),
    "extra_right": StepRow(
        "Longer on the right", "More seconds in each hold of the right side.", "s", 5, _extra_bounds
    ),
    "rest": StepRow(
        "Rest", "The gap between two holds; moving out and in again is part of it.", "s", 1,
        lambda p: (0.0, min(MAX_REST_S, max(60.0, 2 * p.exercise.pace.rest))),
    ),
    "pace": StepRow("Pace", "How slowly one moves in and out; 2 takes twice as long.", "×", 0.1, lambda _p: PACES),
}  # fmt: skip
_PRACTICE: Final[Mapping[PracticeDial, tuple[str, str, str, float, float, float]]] = {
    "ready": ("Get ready", "Before the first exercise.", "s", 0, min(120.0, MAX_READY_S), 5),
    "hold_scale": ("All holds", "Longer or shorter, within what each exercise allows.", "×", 0.5, 2.0, 0.1),
    "more_repetitions": ("All repetitions", "More or fewer of every exercise.", "more", -3, 3, 1),
    "extra_left": ("Longer on the left", "More seconds in every hold of the left side.", "s", 0, MOST_EXTRA_S, 5),
    "extra_right": ("Longer on the right", "More seconds in every hold of the right side.", "s", 0, MOST_EXTRA_S, 5),
    "rest_scale": ("All rests", "Longer or shorter gaps between holds.", "×", 0.0, 3.0, 0.1),
}


def step_at(routine: Routine, key: str) -> ExerciseStep:
    """The step that `Adjustments.steps` calls `key`; KeyError where the routine has none."""
    return _leaf_at(routine, routine, key)


def _leaf_at(routine: Routine, written: Routine, key: str) -> ExerciseStep:
    """The step where the routine as written has the one of this key."""
    for (_, leaf), found in zip(routine.played(), step_keys(written), strict=True):
        if found == key and isinstance(leaf, ExerciseStep):
            return leaf
    raise KeyError(key)


def step_dials(routine: Routine, catalogue: Catalogue, changes: Adjustments, key: str) -> list[Dial]:
    """The dials of one step of a routine as written."""
    now, change = planned_now(routine, catalogue, changes, key), changes.steps.get(key, Change())
    own = plan(_in_form(step_at(routine, key), now), catalogue)
    dials = []
    for name, row in STEP_ROWS.items():
        low, high = row.bounds(now)
        value, written = _value(now, name), _value(own, name)
        high = max(high, value, written)  # a routine's own rest may be longer than the dial goes
        changed = getattr(change, name) is not None
        dials.append(Dial(name, row.label, row.help, row.unit, low, high, row.step, value, written, changed))
    return dials


def planned_now(routine: Routine, catalogue: Catalogue, changes: Adjustments, key: str) -> Planned:
    """The step as it is adjusted; one that is left out as it would be."""
    found = _leaf_at(adjusted(routine, catalogue, _with_it(changes, key)), routine, key)
    return plan(found, catalogue)


def _with_it(changes: Adjustments, key: str) -> Adjustments:
    return changes.with_change(key, skip=False) if key in changes.steps else changes


def _in_form(step: ExerciseStep, now: Planned) -> ExerciseStep:
    """The step as written, in the form that the person takes."""
    variant = now.step.variant
    return step if step.variant == variant else fitted(replace(step, variant=variant), now.exercise)


def _value(planned: Planned, dial: str) -> float:
    if dial == "pace":
        return float(planned.step.pace)
    if dial in {"extra_left", "extra_right"}:
        return float(planned.step.extra.get("left" if dial == "extra_left" else "right", 0.0))
    return float(getattr(planned, dial))


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
    without = _value(planned_now(routine, catalogue, freed, key), dial)
    if value is None or value == without:
        return freed
    return changes.with_change(key, **{dial: int(value) if dial == "repetitions" else value})


def turn_range(routine: Routine, changes: Adjustments, key: str, reach: Range) -> Adjustments:
    """How far the figure goes in one step."""
    return changes.with_change(key, range=None if reach == step_at(routine, key).range else reach)


def turn_variant(routine: Routine, changes: Adjustments, key: str, variant: str | None) -> Adjustments:
    """Another form of the exercise; times that were set for the old form stay where the new one allows them."""
    return changes.with_change(key, variant=None if variant == step_at(routine, key).variant else variant or "")


def may_skip(routine: Routine, changes: Adjustments, key: str) -> bool:
    """Whether something is left to practise without it."""
    keys = {k for k in step_keys(routine) if k and not changes.steps.get(k, Change()).skip}
    return bool(keys - {key})


def whole_range(routine: Routine, changes: Adjustments) -> Range:
    """How far the figures go, where nothing is said of a single one."""
    written: set[Range] = {leaf.range for _, leaf in routine.written() if isinstance(leaf, ExerciseStep)}
    if changes.range:
        return changes.range
    return written.pop() if len(written) == 1 else "usual"


def turn_whole_range(routine: Routine, changes: Adjustments, reach: Range) -> Adjustments:
    """How far every figure goes, those that were set by themselves as well."""
    steps = {key: replace(change, range=None) for key, change in changes.steps.items()}
    kept = {key: change for key, change in steps.items() if change != Change()}
    return replace(changes, steps=kept, range=None if reach == whole_range(routine, Adjustments()) else reach)


def turn_practice(routine: Routine, changes: Adjustments, dial: str, value: float | None) -> Adjustments:
    """One of the practice's dials at another value; None as in the routine."""
    if dial == "ready":
        return replace(changes, ready=None if value == routine.ready else value)
    wanted = float(getattr(Adjustments(), dial)) if value is None else round(value, 1)
    if dial == "more_repetitions":
        return replace(changes, more_repetitions=int(wanted))
    return replace(changes, **{dial: wanted})  # type: ignore[arg-type]


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
        return f"{round(value, 2):g} ×"
    return f"{value:g} {unit}".strip()
