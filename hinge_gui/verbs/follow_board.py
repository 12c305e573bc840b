"""What there is to see of a practice in a terminal, kept up to date by the player's facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hinge_gui.core.events import Adjusted, Countdown, CueDue, Fact, Paused, Resumed, SegmentStarted, Waiting
from hinge_gui.core.moment import SIDES, Moment, clock, moment, place_words
from hinge_gui.core.plan import PlannedStep
from hinge_gui.core.timeline import Segment, Timeline
from hinge_gui.records import dataclass


def elapsed(ms: float) -> str:
    """Minutes and whole seconds that are over."""
    return clock(int(ms / 1000) * 1000)


@dataclass(frozen=True, slots=True)
class Interruption:
    """Why play stands still, in words, and what can be done."""

    what: str
    remedy: str


class Board:
    """The practice at this moment, in words. Hears facts and is read by the screens."""

    def __init__(
        self, timeline: Timeline, steps: Sequence[PlannedStep], troubles: Callable[[], Sequence[str]] = tuple
    ) -> None:
        self.timeline = timeline
        self._steps = steps
        self._troubles = troubles
        self.index = 0
        self.seconds = 0
        self.at_ms = 0
        self.cue = ""
        self.interruption: Interruption | None = None
        self._stands = False  # paused, also while one jumps about

    @property
    def segment(self) -> Segment:
        return self.timeline.segments[self.index]

    @property
    def troubles(self) -> Sequence[str]:
        """What is missing (sound, voice) and how to get it."""
        return self._troubles()

    def hear(self, fact: Fact) -> None:
        self.at_ms = fact.at_ms
        match fact:
            case SegmentStarted(index=index, segment=segment):
                before, self.index = self.segment, index
                if segment.step != before.step or segment.side != before.side:
                    self.cue = ""
                self.interruption = self._paused() if self._stands else None
            case Countdown(seconds=seconds):
                self.seconds = seconds
            case CueDue(cue=cue) if cue.text:
                self.cue = cue.text
            case Waiting():
                self.interruption = Interruption("Ready when you are", "any key goes on")
            case Paused(reason="not-lived"):
                remedy = "space goes on, s does this side again"
                self._stands = True
                self.interruption = Interruption(f"Interrupted: {self.place()}", remedy)
            case Paused():
                self._stands, self.interruption = True, self._paused()
            case Resumed() | Adjusted():
                self._stands, self.interruption = False, None

    def _paused(self) -> Interruption:
        return Interruption(f"Paused: {self.place()}", "space goes on")

    def place(self) -> str:
        """`Calf stretch, left side, 22 s left`."""
        return place_words(self._steps, self.timeline, self.at_ms)

    def title(self) -> str:
        """The exercise at hand with its side; on the way, the coming one."""
        now = self._now
        return f"{now.title}, {SIDES[now.side].lower()}" if now.side in {"left", "right"} else now.title

    def phase(self) -> str:
        """`Hold, repetition 1 of 2`."""
        now = self._now
        counted = now.count and self.segment.repetition is not None
        return f"{now.phase.word}, {now.count.lower()}" if counted else now.phase.word

    def next_up(self) -> str:
        """What comes after this, short enough for one line."""
        return self._now.next_up

    @property
    def _now(self) -> Moment:
        """What the window would say at this place."""
        return moment(self._steps, self.timeline, self.index)
