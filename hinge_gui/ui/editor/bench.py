"""The routine on the bench: what is done to it, with its history and the step that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from hinge_gui.core import editing
from hinge_gui.core.adjustable import RANGE_WORDS
from hinge_gui.core.edit_dials import turned
from hinge_gui.core.editing import At, step_at, there_is
from hinge_gui.core.exercise import RANGES
from hinge_gui.core.faults import too_much
from hinge_gui.core.history import History
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import ExerciseStep, PauseStep, Routine, Step

NEW_PAUSE: Final = PauseStep(30, "Rest a moment.")


class Bench(QObject):
    changed = Signal()
    """The routine differs, or what may be undone, or the step that is looked at."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.history: History[Routine] = History(Routine("", "", ()))
        self.at: At | None = None
        """The step that is looked at."""

    @property
    def routine(self) -> Routine:
        return self.history.now

    @property
    def step(self) -> Step | None:
        return None if self.at is None else step_at(self.routine, self.at)

    def begin(self, routine: Routine, *, saved: bool) -> None:
        self.history = History(routine, routine if saved else None)
        self.at = (0,) if routine.steps else None
        self.changed.emit()

    def saved(self, routine: Routine | None) -> None:
        """A file says this now; None: no file says it any more."""
        self.history.saved = routine
        self.changed.emit()

    def do(self, routine: Routine, words: str, merge_key: str = "") -> None:
        """Go on to this one; one that could be neither played nor saved is left alone."""
        if too_much(routine) or self.history.do(routine, words, merge_key):
            self._look_somewhere()

    def undo(self) -> None:
        self.history.undo()
        self._look_somewhere()

    def redo(self) -> None:
        self.history.redo()
        self._look_somewhere()

    # -- the step that is looked at ------------------------------------------------------------------------

    def turn(self, key: str, value: float | None) -> None:
        words = key.replace("_", " on the ").replace("extra", "longer").capitalize()
        self._change(words, lambda at: turned(self.routine, self._catalogue, at, key, value), f"{key} {self.at}")

    def set_variant(self, variant: str | None) -> None:
        self._change("Form", lambda at: editing.set_variant(self.routine, self._catalogue, at, variant))

    def set_range(self, word: str) -> None:
        reach = next(r for r in RANGES if r == word)
        self._change(RANGE_WORDS[reach], lambda at: editing.set_range(self.routine, at, reach))

    def set_wait(self, wait: bool) -> None:
        self._change("Waiting", lambda at: editing.set_wait(self.routine, at, wait))

    def set_words(self, say: str) -> None:
        self._change("Words", lambda at: editing.set_words(self.routine, at, say), f"words {self.at}")

    def repeat(self, chosen: tuple[At, At] | None = None) -> None:
        """The step that is looked at as rounds, or all from the first to the last of those that were chosen."""
        if chosen is not None:
            self.at = chosen[0]
        first, last = chosen or (self.at, self.at)
        if first is not None and last is not None:
            self.do(editing.repeat(self.routine, first, last), "Rounds")

    def unroll(self) -> None:
        self._change("Dissolve the rounds", lambda at: editing.unroll(self.routine, at))

    def remove(self) -> None:
        self._change("Take out", lambda at: editing.remove(self.routine, at))

    def copy(self) -> None:
        if self.step is not None:
            self.put_in(self.step, "Once more")

    # -- order ---------------------------------------------------------------------------------------------

    def put_in(self, step: Step, words: str) -> None:
        """Behind the one that is looked at."""
        at = (len(self.routine.steps),) if self.at is None else (*self.at[:-1], self.at[-1] + 1)
        routine = editing.insert(self.routine, at, step)
        self.at = at
        self.do(routine, words)

    def add(self, exercise: str, variant: str | None, words: str) -> None:
        self.put_in(ExerciseStep(exercise, variant), words)

    def add_pause(self) -> None:
        self.put_in(NEW_PAUSE, "Pause")

    def nudge(self, by: int) -> None:
        """A place back (−1) or on (1)."""
        if self.at is not None:
            routine, self.at = editing.nudge(self.routine, self.at, by)
            self.do(routine, "Move")

    def drop(self, at: At, before: At | None) -> None:
        """A step was let go before another; None: at the end."""
        to = (len(self.routine.steps),) if before is None else before
        if to[: len(at)] != at:  # not onto itself, nor rounds into themselves
            routine, self.at = editing.carry(self.routine, at, to)
            self.do(routine, "Move")

    # -- within --------------------------------------------------------------------------------------------

    def _change(self, words: str, change: Callable[[At], Routine], merge_key: str = "") -> None:
        if self.at is not None:
            self.do(change(self.at), words, merge_key)

    def _look_somewhere(self) -> None:
        """At a step that is there; the nearest where the old one is gone."""
        if self.at is None or not there_is(self.routine, self.at):
            steps = self.routine.steps
            self.at = (min(self.at[0] if self.at else 0, len(steps) - 1),) if steps else None
        self.changed.emit()
