"""A routine of the core as text: a new file, or the least change of the one that a person wrote."""

from __future__ import annotations

from typing import Any

from hinge_gui.core.routine import PauseStep, Rounds, Routine, Step
from hinge_gui.store.differ import same
from hinge_gui.store.splice import update
from hinge_gui.store.yaml_write import write_file

# What a key that is left out means; written out by a person, it remains.
_DEFAULTS: dict[str, Any] = {
    "ready": 20, "advance": "auto", "first_side": "left", "rise": True, "range": "usual", "wait": False,
    "extra": {}, "about": "", "say": "", "pace": 1,
}  # fmt: skip


def write_routine(routine: Routine) -> str:
    """The text of a new file; what goes without saying is not said."""
    return write_file(routine_data(routine))


def update_routine(text: str, routine: Routine) -> str:
    """The person's text changed as little as need be to say this routine.

    PersonError where that cannot be done without losing something, or where the text has faults.
    """
    return update(text, routine_data(routine), _goes_without_saying)


def routine_data(routine: Routine) -> dict[str, Any]:
    """The routine as the plain data of its file."""
    head = {
        "name": routine.name, "about": routine.about, "ready": routine.ready, "advance": routine.advance,
        "first_side": routine.first_side, "rise": routine.rise,
    }  # fmt: skip
    return {"format": "hinge-routine/1", **_said(head), "steps": [_step(step) for step in routine.steps]}


def _goes_without_saying(key: str, value: Any) -> bool:
    return key in _DEFAULTS and same(value, _DEFAULTS[key])


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in data.items() if v is not None and not _goes_without_saying(k, v)}


def _step(step: Step) -> dict[str, Any]:
    if isinstance(step, Rounds):
        return {"rounds": step.rounds, "steps": [_step(inside) for inside in step.steps]}
    if isinstance(step, PauseStep):
        return _said({"pause": step.pause, "say": step.say, "wait": step.wait})
    return _said({
        "exercise": step.exercise, "variant": step.variant, "hold": step.hold, "repetitions": step.repetitions,
        "rest": step.rest, "extra": dict(step.extra), "range": step.range, "wait": step.wait, "travel": step.travel,
        "pace": step.pace,
    })  # fmt: skip
