"""What a routine comes to, reckoned once for each."""

from __future__ import annotations

from dataclasses import field

from hinge_gui.core.advice import advice, trips_to_floor
from hinge_gui.core.compiler import total_ms
from hinge_gui.core.editing import At
from hinge_gui.core.plan import Catalogue, in_use, plan_routine, props_of
from hinge_gui.core.routine import Routine
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Sums:
    """`remarks` are a teacher's, by the place of the step."""

    total_ms: int = 0
    props: list[str] = field(default_factory=list)
    trips: int = 0
    remarks: dict[At, str] = field(default_factory=dict)


class Reckoning:
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._last: tuple[Routine, Sums] | None = None

    def of(self, routine: Routine) -> Sums:
        """As written, by short guidance: the same that the lists of routines say."""
        if self._last is None or self._last[0] is not routine:
            self._last = (routine, self._reckon(routine))
        return self._last[1]

    def forget(self) -> None:
        """The exercises may be others."""
        self._last = None

    def _reckon(self, routine: Routine) -> Sums:
        remarks: dict[At, str] = {}
        known = in_use(routine, self._catalogue)
        for path, words in advice(routine, known):
            at = tuple(part for part in path if isinstance(part, int))
            remarks[at] = f"{remarks[at]}. {words}" if at in remarks else words
        steps = plan_routine(routine, known)
        return Sums(total_ms(routine, known), props_of(steps), trips_to_floor(routine, known), remarks)
