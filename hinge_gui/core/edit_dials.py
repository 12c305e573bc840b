"""The numbers of a step as dials for the editor: with bounds and words, and what the exercise itself would say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hinge_gui.core.adjust import MAX_READY_S
from hinge_gui.core.adjustable import MOST_EXTRA_S, STEP_ROWS, Dial, StepDial
from hinge_gui.core.editing import MAX_PAUSE_S, USUAL_ROUNDS, At, set_extra, step_at, turn
from hinge_gui.core.exercise import MAX_HOLD_S, Side
from hinge_gui.core.plan import Catalogue, plan
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine

_EXTRA: Final[Mapping[StepDial, Side]] = {"extra_left": "left", "extra_right": "right"}
_USUALLY: Final = "Usually"


def dials_of(routine: Routine, catalogue: Catalogue, at: At) -> list[Dial]:
    """What can be turned about the step."""
    step = step_at(routine, at)
    if isinstance(step, Rounds):
        most = max(USUAL_ROUNDS, step.rounds)
        return [_dial("rounds", "Rounds", "How often these steps are played.", "×", 1, most, 1, step.rounds, 2)]
    if isinstance(step, PauseStep):
        return [_dial("pause", "Length", "How long the pause lasts.", "s", 1, MAX_PAUSE_S, 5, step.pause, 30)]
    return _of_exercise(step, catalogue)


def ready_dial(routine: Routine) -> Dial:
    """The time before the first step."""
    return _dial("ready", "Get ready", "Before the first exercise.", "s", 0, MAX_READY_S, 5, routine.ready, 20)


def turned(routine: Routine, catalogue: Catalogue, at: At, key: str, value: float | None) -> Routine:
    """One of these dials at another value; None as the exercise has it."""
    if side := next((side for dial, side in _EXTRA.items() if dial == key), None):
        return set_extra(routine, catalogue, at, side, value or 0)
    return turn(routine, catalogue, at, key, value)


def _of_exercise(step: ExerciseStep, catalogue: Catalogue) -> list[Dial]:
    now = plan(step, catalogue)
    form = now.exercise
    dials = [
        _step_dial("hold", form.hold.min, form.hold.max, now.hold, form.hold.default, changed=step.hold is not None),
        _step_dial(
            "repetitions", form.repetitions.min, form.repetitions.max, now.repetitions, form.repetitions.default,
            changed=step.repetitions is not None,
        ),
        _step_dial(
            "rest", 0, max(60.0, now.rest, form.pace.rest), now.rest, form.pace.rest, changed=step.rest is not None
        ),
    ]  # fmt: skip
    if form.sides == "each":
        most = max(0.0, min(MOST_EXTRA_S, MAX_HOLD_S - now.hold))
        for key, side in _EXTRA.items():
            extra = step.extra.get(side, 0)
            dials.append(_step_dial(key, 0, max(most, extra), extra, 0))
    return dials


def _step_dial(
    key: StepDial, low: float, high: float, value: float, own: float, *, changed: bool | None = None
) -> Dial:
    row = STEP_ROWS[key]
    return _dial(key, row.label, row.help, row.unit, low, high, row.step, value, own, changed=changed)


def _dial(
    key: str, label: str, help_: str, unit: str, low: float, high: float, step: float,
    value: float, own: float, *, changed: bool | None = None,
) -> Dial:  # fmt: skip
    differs = value != own if changed is None else changed
    return Dial(key, label, help_, unit, float(low), float(high), step, float(value), float(own), differs, _USUALLY)
