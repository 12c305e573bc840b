"""What a routine comes to, reckoned once for each; of the next one only what differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Final

from hinge_gui.core.advice import advice_on, trips_to_floor
from hinge_gui.core.compiler import Manner, Measure
from hinge_gui.core.editing import At
from hinge_gui.core.plan import Catalogue, Planned, PlannedStep, Plans, props_of
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.records import dataclass

_MOST_PLANS: Final = 8  # as many as the routine has steps: what was edited long ago is forgotten
_FEW: Final = 1000


@dataclass(frozen=True, slots=True)
class Sums:
    """`played` is every step in the order of play with its place; `remarks` are a teacher's, by place."""

    total_ms: int = 0
    props: list[str] = field(default_factory=list)
    trips: int = 0
    remarks: dict[At, str] = field(default_factory=dict)
    played: list[tuple[At, PlannedStep]] = field(default_factory=list)


class Reckoning:
    def __init__(
        self, catalogue: Catalogue, manner: Callable[[], Manner] = Manner,
        wished: Callable[[Routine], Routine] = lambda routine: routine,
    ) -> None:  # fmt: skip
        """`manner` and `wished` are what this person always wants: the time is that of the lists of routines."""
        self._catalogue, self._manner, self._wished = catalogue, manner, wished
        self._last: tuple[Routine, Sums] | None = None
        self._plans, self._measure = Plans(catalogue), Measure(manner())

    def of(self, routine: Routine) -> Sums:
        if self._last is None or self._last[0] is not routine:
            self._last = (routine, self._reckon(routine))
        return self._last[1]

    def plan(self, step: ExerciseStep) -> Planned:
        return self._plans.plan(step)

    def forget(self) -> None:
        """The exercises may be others, or the person's wishes."""
        self._last = None
        self._plans, self._measure = Plans(self._catalogue), Measure(self._manner())

    def _reckon(self, routine: Routine) -> Sums:
        if len(self._plans) > _MOST_PLANS * len(routine.steps) + _FEW:
            self.forget()
        played = [(path, self._plans.of(leaf)) for path, leaf in routine.played()]
        steps = [step for _, step in played]
        stops = [(path, step) for path, step in played if isinstance(step, Planned)]
        remarks: dict[At, str] = {}
        for path, words in advice_on(stops):
            at = _at(path)
            remarks[at] = f"{remarks[at]}. {words}" if at in remarks else words
        total_ms = self._measure.total_ms(self._wished(routine), steps)
        return Sums(total_ms, props_of(steps), trips_to_floor(stops), remarks, [(_at(p), step) for p, step in played])


def _at(path: tuple[str | int, ...]) -> At:
    """The numbers of a path; between them it says `steps`."""
    return path[1::2]  # type: ignore[return-value]
