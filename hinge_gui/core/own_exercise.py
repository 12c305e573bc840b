"""An exercise of a person's own as it is being written: the template that it begins from, its numbers as dials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hinge_gui.core.adjust import MAX_REST_S
from hinge_gui.core.adjustable import Dial
from hinge_gui.core.exercise import MAX_HOLD_S, Dose, Exercise, Kind, Pace, Picture, Posture, Sides
from hinge_gui.records import dataclass

TEMPLATE: Final = Exercise(
    id="", name="", kind="stretch", posture="standing", sides="each",
    hold=Dose(30, 5, 120), repetitions=Dose(2, 1, 10), pace=Pace(4, 4, 10),
)  # fmt: skip
KIND_WORDS: Final[Mapping[Kind, str]] = {"stretch": "A hold", "skill": "A movement"}
POSTURE_WORDS: Final[Mapping[Posture, str]] = {
    "standing": "Standing", "hands-and-knees": "All fours", "seated": "Seated", "lying": "Lying", "wall": "Legs up",
}  # fmt: skip
SIDES_WORDS: Final[Mapping[Sides, str]] = {"each": "Left and right in turn", "both": "Both at once"}
PICTURE_S: Final = (1.0, 60.0)
MOST_REPETITIONS: Final = 20
MOST_WAY_S: Final = 30.0


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    help: str
    unit: str
    low: float
    high: float
    step: float


_DOSE: Final[Mapping[str, _Row]] = {
    "hold": _Row("Hold", "How long each side is held; of a movement, the pause at its end.", "s", 1, MAX_HOLD_S, 5),
    "repetitions": _Row("Repetitions", "How often, on each side.", "×", 1, MOST_REPETITIONS, 1),
    "move_in": _Row("Way in", "How long the movement into the hold takes.", "s", 0, MOST_WAY_S, 1),
    "move_out": _Row("Way out", "How long the movement out of it takes.", "s", 0, MOST_WAY_S, 1),
    "rest": _Row("Rest", "The whole gap between two holds; the ways out and in are part of it.", "s", 0, 60, 1),
}


def dose_dials(exercise: Exercise) -> list[Dial]:
    """Hold, repetitions, the two ways and the rest, beside what the template says."""
    dials = []
    for key, row in _DOSE.items():
        value, usual = _value(exercise, key), _value(TEMPLATE, key)
        high = max(row.high, value)
        dials.append(
            Dial(key, row.label, row.help, row.unit, row.low, high, row.step, value, usual, value != usual, "Usually")
        )
    return dials


def turn_dose(exercise: Exercise, key: str, value: float | None) -> Exercise:
    """One of the dials at another value, None as in the template; bounds that would forbid it give way."""
    wanted = _value(TEMPLATE, key) if value is None else value
    if key == "hold":
        return replace(exercise, hold=_widened(exercise.hold, min(max(wanted, 1.0), MAX_HOLD_S)))
    if key == "repetitions":
        return replace(exercise, repetitions=_widened(exercise.repetitions, max(1, int(wanted))))
    return replace(exercise, pace=replace(exercise.pace, **{key: min(max(wanted, 0.0), MAX_REST_S)}))


def with_picture(exercise: Exercise, at: int, **values: object) -> Exercise:
    """One picture with other words or seconds."""
    pictures = list(exercise.pictures)
    pictures[at] = replace(pictures[at], **values)  # type: ignore[arg-type]
    return replace(exercise, pictures=tuple(pictures))


def without_picture(exercise: Exercise, at: int) -> Exercise:
    return replace(exercise, pictures=exercise.pictures[:at] + exercise.pictures[at + 1 :])


def moved_picture(exercise: Exercise, at: int, by: int) -> Exercise:
    """A place back (−1) or on (1); the first and the last stay where they are."""
    to = at + by
    if not 0 <= to < len(exercise.pictures):
        return exercise
    pictures: list[Picture] = list(exercise.pictures)
    pictures.insert(to, pictures.pop(at))
    return replace(exercise, pictures=tuple(pictures))


def lines(text: str) -> tuple[str, ...]:
    """What was written one per line; empty lines say nothing."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def things(text: str) -> tuple[str, ...]:
    """What was written with commas between."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _value(exercise: Exercise, key: str) -> float:
    if key in {"hold", "repetitions"}:
        dose: Dose = getattr(exercise, key)
        return float(dose.default)
    return float(getattr(exercise.pace, key))


def _widened(dose: Dose, value: float) -> Dose:
    return Dose(value, min(dose.min, value), max(dose.max, value))
