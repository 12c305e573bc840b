"""The figures beside the words: the right way, and a mistake in the same frame, from the same side."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from functools import cache

from hinge_gui.core.exercise import Exercise, Mistake, Range, Side
from hinge_gui.core.moment import moment
from hinge_gui.core.plan import form_of
from hinge_gui.figure.differences import places_of
from hinge_gui.figure.look import Look
from hinge_gui.figure.stage import Stage
from hinge_gui.figure.staging import stage_of
from hinge_gui.ui.player.looks import look_of
from hinge_gui.ui.practice import Practice


@dataclass(frozen=True)
class Shown:
    """Which form of an exercise is shown, on which side, how far, and by whom."""

    exercise: Exercise
    side: Side
    range: Range
    look: Look
    marks: bool = True
    """Whether marks help to see why; where a mistake differs is shown in any case."""
    _made: dict[str, Stage] = field(default_factory=dict, compare=False, repr=False)

    def right(self) -> Stage:
        """The exercise as it is meant; made once."""
        if "right" not in self._made:
            self._made["right"] = self._stage(None)
        return self._made["right"]

    def pair(self, mistake: Mistake) -> tuple[Callable[[], Stage], Callable[[], Stage]]:
        """Makers of the right way and of the mistake; both in one frame, made together when the first is asked for."""

        @cache
        def both() -> tuple[Stage, Stage]:
            right, wrong = copy(self.right()), self._stage(mistake)  # each pair has a frame of its own
            right.seen_as(wrong)
            right.beside(wrong)
            places = places_of(mistake.breaks, self.side, right.way[-1], wrong.way[-1])
            for stage in (right, wrong):
                stage.point_out(places)
            return right, wrong

        return lambda: both()[0], lambda: both()[1]

    def _stage(self, mistake: Mistake | None) -> Stage:
        pose = mistake.pose if mistake and isinstance(mistake.pose, str) else None
        side = "left" if self.side == "left" else "right"
        stage = stage_of(self.exercise.figure or {}, side=side, range_=self.range, look=self.look, mistake=pose)
        if not self.marks:
            stage.hide_marks()
        return stage


def shown_now(practice: Practice) -> Shown | None:
    """The exercise at hand; on the way the one that comes. None in a pause and where there is nothing to play."""
    if not practice.timeline.segments:
        return None
    segment = moment(practice.steps, practice.timeline, practice.player.index).shown
    exercise = form_of(segment, practice.catalogue)
    if exercise is None:
        return None
    settings = practice.settings
    return Shown(exercise, segment.side or "right", segment.range, look_of(settings), settings.flag("marks"))
