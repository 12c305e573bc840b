"""How an exercise and its dose are called in lists, on the screen and on paper."""

from __future__ import annotations

from typing import Final

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.plan import Planned, PlannedStep

LEFT_OUT: Final = "Left out"


def full_name(exercise: Exercise) -> str:
    """With its variant, where that is a form of its own."""
    return f"{exercise.name}, {exercise.variant_name.lower()}" if exercise.variant_name else exercise.name


def dose_of(step: PlannedStep) -> str:
    """`30 s × 2 each side`."""
    if not isinstance(step, Planned):
        return LEFT_OUT if step.left_out else seconds(step.pause)
    if step.exercise.kind == "skill" and step.repetitions > 1:
        return f"{step.repetitions} × {seconds(step.hold)}"
    times = f" × {step.repetitions}" if step.repetitions > 1 else ""
    return f"{seconds(step.hold)}{times}" + (" each side" if len(step.sides) > 1 else "")


def name_of(step: PlannedStep) -> str:
    return full_name(step.exercise) if isinstance(step, Planned) else step.left_out or "Pause"


def seconds(value: float) -> str:
    return f"{value:g} s"
