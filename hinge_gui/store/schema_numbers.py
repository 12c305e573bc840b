"""Numbers that depend on others, in a language that compares none: a rule for each whole number.

A number falls under one rule at most, so that a text editor underlines each fault once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hinge_gui.core.exercise import MAX_HOLD_S, Exercise

_SIDES = ("left", "right")


def in_order(most: int) -> list[dict[str, Any]]:
    """For a dose: min is not above max, and the default lies between; exactly for whole numbers."""
    rules = []
    for n in range(1, most + 1):
        least = {"type": "number", "minimum": n, "exclusiveMaximum": n + 1}
        greatest = {"type": "number", "exclusiveMinimum": n - 1, "maximum": n}
        rules.append(_rule({"min": least}, {"max": {"minimum": n}, "default": {"minimum": n}}))
        rules.append(_rule({"max": greatest}, {"default": {"maximum": n}}))
    return rules


def add_exercises(step: dict[str, Any], exercises: Sequence[Exercise]) -> None:
    """To the schema of a step: which exercises and forms there are, and what each allows."""
    known = {exercise.id: exercise for exercise in exercises}
    step["properties"]["exercise"]["enum"] = sorted(known)
    rules = [rule for id_ in sorted(known) for rule in _of_exercise(known[id_])]
    for n in range(1, round(MAX_HOLD_S) + 1):
        hold = {"type": "number", "minimum": n, "exclusiveMaximum": n + 1}
        rules.append(_rule({"hold": hold}, {"extra": _extra(MAX_HOLD_S - n)}))
    step["allOf"] = rules


def _of_exercise(exercise: Exercise) -> Iterator[dict[str, Any]]:
    this = {"exercise": {"const": exercise.id}}
    yield _rule(this, {"variant": {"enum": sorted(exercise.variants)} if exercise.variants else False})
    for form in (exercise, *exercise.variants.values()):
        given = {**this, "variant": {"const": form.variant}} if form.variant else this
        left_out = () if form.variant else ("variant",)
        yield _rule(given, _bounds(form), left_out)
        if form.sides == "each":
            yield _rule(given, {"extra": _extra(MAX_HOLD_S - form.hold.default)}, (*left_out, "hold"))


def _bounds(form: Exercise) -> dict[str, Any]:
    bounds: dict[str, Any] = {
        "hold": {"minimum": form.hold.min, "maximum": form.hold.max},
        "repetitions": {"minimum": form.repetitions.min, "maximum": form.repetitions.max},
    }
    return bounds if form.sides == "each" else {**bounds, "extra": False}


def _extra(most: float) -> dict[str, Any]:
    return {"properties": {side: {"maximum": most} for side in _SIDES}}


def _rule(given: dict[str, Any], then: dict[str, Any], left_out: Sequence[str] = ()) -> dict[str, Any]:
    """Where some keys are there with such values, and others are left out, other keys have such values."""
    where: dict[str, Any] = {"properties": given, "required": list(given)}
    if left_out:
        where["not"] = {"anyOf": [{"required": [key]} for key in left_out]}
    return {"if": where, "then": {"properties": then}}
