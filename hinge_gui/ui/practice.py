"""The practice at hand: routine, adjustments and settings become a timeline; the player plays it, the driver drives.

Everything in the window acts through this object and hears of it by its signals. It knows no files and no sound.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.events import Fact, Finished, Started, Stopped
from hinge_gui.core.exercise import OneSide
from hinge_gui.core.plan import Catalogue, PlannedStep
from hinge_gui.core.player import GAP_MS, Action, Player, State
from hinge_gui.core.practice import Record
from hinge_gui.core.prepared import Learnt, Order, Prepared, prepare
from hinge_gui.core.routine import Routine
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Timeline
from hinge_gui.records import dataclass
from hinge_gui.ui.clock import Clock
from hinge_gui.ui.driver import Driver
from hinge_gui.ui.undo import Undo

View = Literal["start", "play", "end"]


@dataclass(frozen=True, slots=True)
class Pacing:
    """How a rehearsal differs from a practice: faster than life, never waiting for a key."""

    speed: float = 1.0
    waits: bool = True


class Practice(QObject):
    """One routine, ready to be played or being played. Actions that the state forbids do nothing.

    `clock` must already run at the pacing's speed.
    """

    fact = Signal(object)
    """Everything the player tells, in order."""
    opened = Signal()
    """Another routine, or the same one afresh: nothing of it is played yet."""
    timeline_changed = Signal()
    """Totals, segments or doses differ; the place was kept. Also after `opened`."""
    view_changed = Signal(str)
    """`start`, `play` or `end`: which screen the practice is at."""
    settings_changed = Signal()
    undo_changed = Signal(str)
    """What may be taken back for five seconds, in words; empty when nothing."""

    def __init__(
        self, catalogue: Catalogue, clock: Clock, settings: Settings,
        pacing: Pacing | None = None, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._catalogue, self._clock, self.settings = catalogue, clock, settings
        self._pacing = pacing or Pacing()
        self._driver = Driver(clock, self._tell, self._pacing.speed, self)
        self._order = Order(Routine("", "", ()))
        self._prepared = prepare(self._order, catalogue, settings)
        self._player = self._new_player()
        self.record = Record(self.timeline)
        self._leaving = False
        self.view: View = "start"
        self._undo = Undo(self)
        self._undo.changed.connect(self.undo_changed)
        self._undo.lapsed.connect(self._undo_is_over)

    # -- what is played ------------------------------------------------------------------------------------

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue

    @property
    def order(self) -> Order:
        """What was asked for: the routine as written, adjustments, whether to stay off the floor."""
        return self._order

    @property
    def prepared(self) -> Prepared:
        """What came of it: the routine as it is played, its steps, its timeline."""
        return self._prepared

    @property
    def routine(self) -> Routine:
        return self._order.routine

    @property
    def adjustments(self) -> Adjustments:
        return self._order.adjustments

    @property
    def timeline(self) -> Timeline:
        return self._prepared.timeline

    @property
    def steps(self) -> list[PlannedStep]:
        """One for each `Segment.step`."""
        return self._prepared.steps

    @property
    def player(self) -> Player:
        """To be read; act through the practice."""
        return self._player

    @property
    def state(self) -> State:
        return self._player.state

    def place_ms(self) -> float:
        """Where play is at this moment."""
        return self._player.place_at(self._clock())

    def allows(self, action: Action) -> bool:
        return self.view != "start" and self._player.allows(action)

    # -- what it is made of --------------------------------------------------------------------------------

    def open(
        self, routine: Routine, adjustments: Adjustments | None = None,
        first_side: OneSide = "left", learnt: Learnt | None = None,
    ) -> None:  # fmt: skip
        """Make another routine ready. One that is being played is stopped first; `learnt` as in `Order`."""
        self._stop_for_good()
        self._order = Order(routine, adjustments or Adjustments(), first_side, learnt=learnt)
        self._renew()

    def set_adjustments(self, adjustments: Adjustments) -> None:
        """Another timeline takes over at once, at the same step, side, repetition and phase."""
        if adjustments != self._order.adjustments:
            self._order = replace(self._order, adjustments=adjustments)
            self._take_over()

    def set_settings(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        if self._order.is_changed_by(before, settings):
            self._take_over()
        self.settings_changed.emit()

    def set_no_floor(self, no_floor: bool) -> None:
        """Stay off the floor today; only before the practice begins, as it changes the steps themselves."""
        if self.view == "start" and no_floor != self._order.no_floor:
            self._stop_for_good()
            self._order = replace(self._order, no_floor=no_floor)
            self._renew()

    def _take_over(self) -> None:
        self._prepared = prepare(self._order, self._catalogue, self.settings)
        self._undo.forget()
        self._driver.act(lambda now_ms: self._player.adjust(self.timeline, now_ms))
        self.timeline_changed.emit()

    def _new_player(self) -> Player:
        return Player(self.timeline, gap_ms=GAP_MS * self._pacing.speed, waits=self._pacing.waits)

    def _renew(self) -> None:
        self._prepared = prepare(self._order, self._catalogue, self.settings)
        self._player = self._new_player()
        self._driver.drive(self._player)
        self._show()
        self.opened.emit()
        self.timeline_changed.emit()

    # -- actions -------------------------------------------------------------------------------------------

    def play_pause(self) -> None:
        """The big button: start, pause, resume, or go on after a wait."""
        if self._leaving:
            self._stop_for_good()
            self._renew()
        state, player = self._player.state, self._player
        if not self.timeline.segments:
            return
        deeds = {"playing": player.pause, "paused": player.resume, "waiting": player.go}
        self._driver.act(deeds.get(state, player.play))
        self._show()

    def play_from(self, place_ms: float, *, side_again: bool = False) -> None:
        """Begin at a place that was kept; with `side_again` at the movement into its hold."""
        self._driver.act(lambda now_ms: self._player.seek(place_ms, now_ms))
        if side_again:
            self._driver.act(self._player.again)
        self.play_pause()

    def go(self) -> None:
        if self.allows("go"):
            self._driver.act(self._player.go)

    def resume(self, *, side_again: bool = False) -> None:
        """Go on after an interruption, with this side from its beginning if wanted."""
        if self.allows("resume"):
            if side_again:
                self._driver.act(self._player.again)
            self._driver.act(self._player.resume)

    def next(self) -> None:
        self._jump(self._player.next, "Skipped ahead")

    def previous(self) -> None:
        self._jump(self._player.previous, "Went back")

    def again(self) -> None:
        self._jump(self._player.again, "This side again")

    def seek(self, place_ms: float, words: str = "Jumped") -> None:
        self._jump(lambda now_ms: self._player.seek(place_ms, now_ms), words)

    def skip_s(self, seconds: float) -> None:
        """Ten seconds on or back: its own opposite, so there is nothing to undo."""
        self._jump(lambda now_ms: self._player.skip(seconds * 1000, now_ms))

    def explain(self) -> None:
        """The full explanation of the exercise at hand, today: from its beginning, where it is being played."""
        here = self._player.segment
        if here.exercise:
            self._order = self._order.explaining(here.exercise)
            self._take_over()
            self.seek(self._prepared.begin_ms(here.step), "Explained from the beginning")

    def leave(self) -> None:
        """Back to the start screen. The practice ends in five seconds unless that is undone."""
        if self.view == "end":
            self._renew()
        elif self.view == "play":
            was_playing = self._player.allows("pause")
            if was_playing:
                self._driver.act(self._player.pause)
            self._leaving = True
            self._undo.offer("You left the practice", lambda: self._come_back(was_playing))
            self._show()

    def stop(self) -> None:
        """End at once, as when the window closes."""
        self._stop_for_good()
        self._renew()

    def undo(self) -> None:
        self._undo.take()

    # -- within --------------------------------------------------------------------------------------------

    def _tell(self, fact: Fact) -> None:
        if isinstance(fact, Started) or self.record.over:
            self.record = Record(self.timeline)
        self.record.hear(fact)
        self.fact.emit(fact)
        if isinstance(fact, Finished | Stopped):
            self._show()

    def _show(self) -> None:
        """Tell which screen the practice is at, where that changed."""
        views: dict[State, View] = {"idle": "start", "stopped": "start", "finished": "end"}
        view: View = "start" if self._leaving else views.get(self._player.state, "play")
        if view != self.view:
            self.view = view
            self.view_changed.emit(view)

    def _jump(self, deed: Callable[[float], list[Fact]], words: str = "") -> None:
        if not self.allows("jump"):
            return
        came_from_ms = self.place_ms()
        self._driver.act(deed)
        if words:
            self._undo.offer(words, lambda: self.seek(came_from_ms, ""))
        self._show()

    def _come_back(self, was_playing: bool) -> None:
        self._leaving = False
        if was_playing:
            self._driver.act(self._player.resume)
        self._show()

    def _undo_is_over(self) -> None:
        if self._leaving:
            self.stop()

    def _stop_for_good(self) -> None:
        self._leaving = False
        self._undo.forget()
        if self._player.allows("stop") and self._player.state != "idle":
            self._driver.act(self._player.stop)
