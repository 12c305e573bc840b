"""Between the practice and a screen: turns facts and the clock into what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hinge_gui.core.events import Countdown, CueDue, Fact, Paused, SegmentStarted
from hinge_gui.core.exercise import Exercise, Side
from hinge_gui.core.moment import Moment, moment, phrase_at, shown_after
from hinge_gui.core.phrases import ANY_KEY
from hinge_gui.core.plan import form_of
from hinge_gui.core.player import State
from hinge_gui.core.timeline import Segment, Timeline
from hinge_gui.core.told import FADE_MS, Said, is_fading, said_in, told_at
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.frames import BREATH_MS, MOVE_MS, Frames, breath_at, breaths_in
from hinge_gui.ui.player.turning import Turnable
from hinge_gui.ui.player.way_up import posture_at
from hinge_gui.ui.practice import Practice

if TYPE_CHECKING:
    from hinge_gui.ui.player.cast import Cast

STANDS: Final = "Space goes on."  # where play stands still before anything was said
_POSES: Final = {"start": 0.0, "end": 1.0}
_AHEAD_MS: Final = 700  # after a change; the fade is over by then


class Screen(Turnable, Protocol):
    """What the page and the follow view have in common."""

    def show_moment(self, moment: Moment, cast: Cast, state: State) -> None: ...
    def show_seconds(self, seconds: int) -> None: ...
    def show_cue(self, text: str) -> None: ...
    def show_frame(
        self, progress: float, breath: float, share_left: float, place_ms: float, told: Mapping[str, float]
    ) -> None: ...
    def is_fading(self) -> bool: ...


class Conductor(QObject):
    """Shows the practice on one screen at a time; frames are made only while something moves there."""

    interrupted = Signal(bool)
    """The player itself paused, as time was not lived; False once play goes on."""

    def __init__(self, practice: Practice, actor: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._practice, self._actor = practice, actor
        self._screen: Screen | None = None
        self._cue = ""
        self._shown_posture: Exercise | None = None  # on the way up from the floor
        self._casts_ahead = False
        self._said: tuple[Timeline, int, Said] | None = None
        self._frames = Frames(self)
        self._frames.wanted.connect(self._frame)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._cast_ahead)
        # Queued: bells, voice and log hear of it first; painting another figure may take a while.
        practice.fact.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        practice.timeline_changed.connect(self.refresh)
        practice.view_changed.connect(self.refresh)

    def show_on(self, screen: Screen | None) -> None:
        """None: nobody looks."""
        self._screen = screen
        self.refresh()

    def cast_ahead(self) -> None:
        """From now on figures are made before they are needed, also that with which play begins."""
        self._casts_ahead = True
        self.refresh()

    def set_actor(self, actor: Actor) -> None:
        self._actor = actor
        self.refresh()

    def refresh(self) -> None:
        """Everything anew, at the present place."""
        if self._screen is None or not self._practice.timeline.segments:
            self._frames.run(None)
            ahead = self._casts_ahead and self._practice.timeline.segments
            self._ahead.start() if ahead else self._ahead.stop()
            return
        self._cue = phrase_at(self._practice.timeline, self._practice.place_ms())
        self._show_moment(self._screen)
        self._show_seconds(self._screen)
        self._frame()

    @property
    def screen(self) -> Screen | None:
        return self._screen

    def finish_fade(self) -> None:
        """At once, for a picture of the window."""
        while self._screen is not None and self._screen.is_fading():
            self._frame()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Paused):
            self.interrupted.emit(fact.reason == "not-lived")
        if self._practice.view != "play":  # it was left meanwhile
            return
        if self._screen is None or isinstance(fact, Countdown | CueDue):
            self._hear_often(fact)
            return
        if isinstance(fact, SegmentStarted):
            self._cue = phrase_at(self._practice.timeline, fact.at_ms) if self._cue else ""
        if self._practice.state == "playing":
            self.interrupted.emit(False)
        self._show_moment(self._screen)
        self._show_seconds(self._screen)
        self._frame()

    def _hear_often(self, fact: Fact) -> None:
        if isinstance(fact, CueDue) and fact.cue.text:
            self._cue = fact.cue.text
            if self._screen and self._posture() is not self._shown_posture:
                self._show_moment(self._screen)
                self._frame()
            elif self._screen:
                self._screen.show_cue(self._cue)
                self._frame()  # marks come with their words
        elif isinstance(fact, Countdown) and self._screen:
            self._screen.show_seconds(fact.seconds)
            self._frame()

    def _show_moment(self, screen: Screen) -> None:
        practice = self._practice
        now = moment(practice.steps, practice.timeline, practice.player.index)
        self._shown_posture = self._posture()
        cast = self._cast(now.shown, now.side) if self._shown_posture is None else self._actor.cast(self._shown_posture)
        screen.show_moment(now, cast, practice.state)
        unsaid = STANDS if practice.state == "paused" else ""
        screen.show_cue(ANY_KEY if practice.state == "waiting" else self._cue or unsaid)
        self._ahead.start()

    def _show_seconds(self, screen: Screen) -> None:
        left_ms = self._practice.player.segment.end_ms - self._practice.place_ms()
        screen.show_seconds(int(-(-left_ms // 1000)))

    def _posture(self) -> Exercise | None:
        return posture_at(self._practice.timeline, self._practice.place_ms())

    def _cast(self, shown: Segment, side: Side | None) -> Cast:
        return self._actor.cast(form_of(shown, self._practice.catalogue), shown.range, side or "right")

    def _cast_ahead(self) -> None:
        """The next figure, while nothing moves: to cast it takes longer than a frame may."""
        practice = self._practice
        if self._frames.moves:
            self._ahead.start()
        elif practice.view == "start":
            first = moment(practice.steps, practice.timeline, practice.player.index)
            self._cast(first.shown, first.side)
        elif shown := shown_after(practice.timeline, practice.player.index):
            self._cast(shown, shown.side)

    def _frame(self) -> None:
        """Show this very moment, and see that the next frame comes if there will be one."""
        if self._screen is None:
            return
        place_ms = self._practice.place_ms()
        segment = self._practice.player.segment
        share = (place_ms - segment.start_ms) / segment.duration_ms if segment.duration_ms else 1.0
        before, after = (_POSES[pose] for pose in segment.pose)
        since_ms = place_ms - segment.start_ms
        breath = breath_at(since_ms, segment.duration_ms) if self._breathes(segment) else 0.0
        told = told_at(self._said_here(), place_ms, self._fade_ms())
        self._screen.show_frame(before + (after - before) * share, breath, 1 - share, place_ms, told)
        self._frames.run(self._interval(segment, place_ms))

    def _said_here(self) -> Said:
        """What is said in the repetition that is shown."""
        timeline, index = self._practice.timeline, self._practice.player.index
        if self._said is None or self._said[0] is not timeline or self._said[1] != index:
            self._said = timeline, index, said_in(timeline, index)
        return self._said[2]

    def _fade_ms(self) -> int:
        return 0 if self._practice.settings.flag("reduced_motion") else FADE_MS

    def _interval(self, segment: Segment, place_ms: float) -> int | None:
        if self._screen is not None and self._screen.is_fading():
            return MOVE_MS
        if self._practice.state != "playing" or self._practice.view != "play":
            return None
        if segment.pose[0] != segment.pose[1] or is_fading(self._said_here(), place_ms, self._fade_ms()):
            return MOVE_MS
        return BREATH_MS if self._breathes(segment) else None

    def _breathes(self, segment: Segment) -> bool:
        still = segment.kind != "hold" or self._practice.settings.flag("reduced_motion")
        return not still and breaths_in(segment.duration_ms) > 0
