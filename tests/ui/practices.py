"""A small practice for the tests of the window: two exercises, a clock that goes on when told."""

from __future__ import annotations

from collections.abc import Mapping

from hinge_gui.core.exercise import Cues, Dose, Exercise, Pace
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import SegmentKind
from hinge_gui.ui.practice import Practice
from tests.helpers import FakeClock

CALF = Exercise(
    "calf", "Calf stretch", "stretch", "standing", "each", Dose(30, 5, 90), Dose(1, 1, 4), Pace(4, 3, 8),
    props=("towel",), cues=Cues(move_in=("Step ahead.",)),
)  # fmt: skip
WALL = Exercise(
    "wall", "Legs on the wall", "stretch", "wall", "both", Dose(20, 5, 90), Dose(1, 1, 4), Pace(4, 3, 8),
    props=("wall",),
)  # fmt: skip
CATALOGUE: Mapping[str, Exercise] = {"calf": CALF, "wall": WALL}
ROUTINE = Routine("small", "Small practice", (ExerciseStep("calf"), ExerciseStep("wall")), ready=10, rise=False)


def practice_of(clock: FakeClock, routine: Routine = ROUTINE, settings: Settings | None = None) -> Practice:
    practice = Practice(CATALOGUE, clock, settings or Settings())
    practice.open(routine)
    return practice


def place_of(practice: Practice, kind: SegmentKind, nth: int = 0) -> int:
    """Where the nth segment of a kind begins."""
    return [s.start_ms for s in practice.timeline.segments if s.kind == kind][nth]


def play_to(practice: Practice, place_ms: float) -> None:
    """Be playing at a place, without having lived what lies before it."""
    if practice.view == "start":
        practice.play_from(place_ms)
    else:
        practice.seek(place_ms)
