"""Which exercise the adjust panel is about, and what the practice would be without any adjustment."""

from __future__ import annotations

from dataclasses import replace

from hinge_gui.core.adjust import Adjustments, step_keys
from hinge_gui.core.adjustable import planned_now, step_ms
from hinge_gui.core.plan import Planned
from hinge_gui.core.prepared import Prepared, prepare
from hinge_gui.core.routine import Routine
from hinge_gui.core.timeline import Timeline
from hinge_gui.ui.practice import Practice


class AtHand:
    """`key` is the step's key in `Adjustments.steps`; empty where the routine has no exercise.

    It goes along with the practice as long as the person has not turned to another exercise.
    """

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._written: Prepared | None = None
        self._played_key = ""
        self.key = ""

    @property
    def written(self) -> Prepared:
        """The same practice without the person's adjustments; compiled once."""
        practice, nothing = self._practice, Adjustments()
        if practice.adjustments == nothing:
            return practice.prepared
        if self._written is None:
            order = replace(practice.order, adjustments=nothing)
            self._written = prepare(order, practice.catalogue, practice.settings)
        return self._written

    @property
    def routine(self) -> Routine:
        return self.written.played

    @property
    def keys(self) -> list[str]:
        """Every exercise of the routine once, in the order of play."""
        return list(dict.fromkeys(k for k in step_keys(self.routine) if k))

    @property
    def planned(self) -> Planned:
        """The exercise at hand as it is played today; one that is left out as it would be."""
        practice = self._practice
        return planned_now(self.routine, practice.catalogue, practice.adjustments, self.key)

    def forget(self) -> None:
        """Another routine, or other settings."""
        self._written = None

    def follow(self) -> bool:
        """Go along with the practice; True where that led to another exercise."""
        before, timeline = self.key, self._practice.timeline
        keys = step_keys(self.routine)
        played = self._practice.player.segment.step if timeline.segments else 0
        coming = next((k for k in keys[played:] if k), "")
        if coming and (self.key == self._played_key or self.key not in keys):
            self.key = coming
        self._played_key = coming
        return self.key != before

    def stay(self) -> None:
        """Here, wherever the practice is: until the person turns to where it is."""
        self._played_key = ""

    def browse(self, by: int) -> None:
        """Turn to the exercise before or after."""
        keys = self.keys
        self.key = keys[(keys.index(self.key) + by) % len(keys)]

    def exercise_ms(self) -> tuple[int, int]:
        """How long it takes today, and as written; all its rounds together."""
        return self._ms(self._practice.timeline), self._ms(self.written.timeline)

    def practice_ms(self) -> tuple[int, int]:
        return self._practice.timeline.total_ms, self.written.timeline.total_ms

    def _ms(self, timeline: Timeline) -> int:
        return sum(step_ms(timeline, n) for n, k in enumerate(step_keys(self.routine)) if k == self.key)
