"""A routine as the person wrote it: steps, pauses and rounds, before any exercise is looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from hinge_gui.core.exercise import Range, Side
from hinge_gui.records import dataclass

FirstSide = Literal["left", "right", "alternate"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """One exercise in a routine; None means the exercise's own default. All times in seconds."""

    exercise: str
    variant: str | None = None
    hold: float | None = None
    repetitions: int | None = None
    rest: float | None = None
    extra: Mapping[Side, float] = field(default_factory=dict)
    range: Range = "usual"
    wait: bool = False
    travel: float | None = None
    pace: float = 1.0
    """How slowly one moves in and out: 2 takes twice as long as the exercise says."""


@dataclass(frozen=True, slots=True)
class PauseStep:
    """Seconds of rest with words of the routine's own; the posture stays."""

    pause: float
    say: str = ""
    wait: bool = False
    left_out: str = ""
    """The name of an exercise that the person leaves out; then this takes no time and stands in its place."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Steps that are played several times over."""

    rounds: int
    steps: tuple[Step, ...]


Step = ExerciseStep | PauseStep | Rounds
Leaf = ExerciseStep | PauseStep


@dataclass(frozen=True, slots=True)
class Routine:
    """A routine by its id (the file's name without `.yaml`)."""

    id: str
    name: str
    steps: tuple[Step, ...]
    about: str = ""
    ready: float = 20.0
    advance: Literal["auto", "wait"] = "auto"
    first_side: FirstSide = "left"
    rise: bool = True

    def played(self) -> Iterator[tuple[Path, Leaf]]:
        """Every step in the order of play, rounds unrolled, with its path in the file."""
        yield from _unroll(self.steps, ("steps",))

    def written(self) -> Iterator[tuple[Path, Leaf]]:
        """Every step once, as it stands in the file, with its path."""
        yield from _leaves(self.steps, ("steps",))


def _unroll(steps: tuple[Step, ...], path: Path) -> Iterator[tuple[Path, Leaf]]:
    for n, step in enumerate(steps):
        if isinstance(step, Rounds):
            for _ in range(step.rounds):
                yield from _unroll(step.steps, (*path, n, "steps"))
        else:
            yield (*path, n), step


def _leaves(steps: tuple[Step, ...], path: Path) -> Iterator[tuple[Path, Leaf]]:
    for n, step in enumerate(steps):
        if isinstance(step, Rounds):
            yield from _leaves(step.steps, (*path, n, "steps"))
        else:
            yield (*path, n), step
