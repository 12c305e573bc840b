"""A routine's steps in the order of play, with exercises looked up and defaults filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hinge_gui.core.exercise import Exercise, Side
from hinge_gui.core.routine import ExerciseStep, Leaf, PauseStep, Routine
from hinge_gui.core.timeline import Segment
from hinge_gui.records import dataclass

Catalogue = Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class Planned:
    """One step with what the routine left open filled in; times in seconds."""

    step: ExerciseStep
    exercise: Exercise
    hold: float
    repetitions: int
    rest: float
    sides: tuple[Side, ...]

    @property
    def gap_s(self) -> float:
        """What is left of the rest between two holds beside the ways out and in."""
        pace = self.exercise.pace
        return max(0.0, self.rest - pace.move_in - pace.move_out)

    def hold_ms(self, side: Side) -> int:
        return round((self.hold + self.step.extra.get(side, 0)) * 1000)


PlannedStep = Planned | PauseStep


def plan(step: ExerciseStep, catalogue: Catalogue, sides: tuple[Side, ...] = ("left", "right")) -> Planned:
    """Fill in what the step leaves to its exercise. KeyError where exercise or variant do not exist."""
    exercise = catalogue[step.exercise].form(step.variant)
    hold = exercise.hold.default if step.hold is None else step.hold
    repetitions = int(exercise.repetitions.default if step.repetitions is None else step.repetitions)
    rest = exercise.pace.rest if step.rest is None else step.rest
    return Planned(step, exercise, hold, repetitions, rest, ("both",) if exercise.sides == "both" else sides)


class Plans:
    """Each step planned once: whoever edits a routine asks for the same thousand steps at every change.

    Steps are told apart as objects, which is quick; a `Planned` keeps its step, so that no other takes its place.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._exercises: dict[str, Exercise] = {}
        self._known: dict[int, Planned] = {}

    def of(self, leaf: Leaf) -> PlannedStep:
        return self.plan(leaf) if isinstance(leaf, ExerciseStep) else leaf

    def plan(self, step: ExerciseStep) -> Planned:
        known = self._known.get(id(step))
        if known is None:
            if step.exercise not in self._exercises:  # to look one up may take long
                self._exercises[step.exercise] = self._catalogue[step.exercise]
            known = self._known[id(step)] = plan(step, self._exercises)
        return known

    def __len__(self) -> int:
        return len(self._known)


def plan_routine(routine: Routine, catalogue: Catalogue, first_side: Side = "left") -> list[PlannedStep]:
    """Every step as it is played, rounds unrolled."""
    sides: tuple[Side, ...] = ("right", "left") if first_side == "right" else ("left", "right")
    return [
        plan(leaf, catalogue, sides) if isinstance(leaf, ExerciseStep) else leaf for _, leaf in routine.played()
    ]


def props_of(steps: Sequence[PlannedStep]) -> list[str]:
    """Every prop of the practice once, in the order of use."""
    return list(dict.fromkeys(prop for s in steps if isinstance(s, Planned) for prop in s.exercise.props))


def is_left_out(step: PlannedStep) -> bool:
    """Whether the person does without this exercise: it has its place among the steps and no time."""
    return isinstance(step, PauseStep) and bool(step.left_out)


def form_of(segment: Segment, catalogue: Catalogue) -> Exercise | None:
    """The form of an exercise that is done in a segment; None in a pause."""
    return None if segment.exercise is None else catalogue[segment.exercise].form(segment.variant)
