"""What there is to see of a practice in a terminal, kept up to date by the player's facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hinge_gui.core.events import Adjusted, Countdown, CueDue, Fact, Paused, Resumed, SegmentStarted, Waiting
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.timeline import Segment, SegmentKind, Timeline

PHASES: dict[SegmentKind, str] = {
    "ready": "Get ready", "travel": "On the way", "in": "Move in", "hold": "Hold", "out": "Move out",
    "rest": "Rest", "switch": "Change sides", "pause": "Pause", "end": "Up from the floor",
}  # fmt: skip


def minutes(ms: float) -> str:
    """`3:05` for what is nearest to 185,000 ms."""
    seconds = round(ms / 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


@dataclass(frozen=True, slots=True)
class Interruption:
    """Why play stands still, in words, and what can be done."""

    what: str
    remedy: str


class Board:
    """The practice at this moment, in words. Hears facts and is read by the screens."""

    def __init__(
        self, timeline: Timeline, catalogue: Catalogue, troubles: Callable[[], Sequence[str]] = tuple
    ) -> None:
        self.timeline = timeline
        self._troubles = troubles
        self._catalogue = catalogue
        self.index = 0
        self.seconds = 0
        self.at_ms = 0
        self.cue = ""
        self.interruption: Interruption | None = None

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
                self.interruption = None
            case Countdown(seconds=seconds):
                self.seconds = seconds
            case CueDue(cue=cue) if cue.text:
                self.cue = cue.text
            case Waiting():
                self.interruption = Interruption("Ready when you are", "any key goes on")
            case Paused(reason="not-lived"):
                remedy = "space goes on, s does this side again"
                self.interruption = Interruption(f"Interrupted: {self.place()}", remedy)
            case Paused():
                self.interruption = Interruption(f"Paused: {self.place()}", "space goes on")
            case Resumed() | Adjusted():
                self.interruption = None

    def place(self) -> str:
        """`Calf stretch, left side, 22 s left`."""
        return f"{self.title()}, {self.seconds} s left"

    def title(self) -> str:
        """The exercise at hand with its side; on the way, the coming one."""
        segment = self.segment
        if segment.exercise is None:
            return PHASES[segment.kind]
        return self._named(segment, self._side(self.index))

    def phase(self) -> str:
        """`Hold, repetition 1 of 2`."""
        segment = self.segment
        word = PHASES[segment.kind]
        if segment.repetition is None or not segment.of or segment.of == 1:
            return word
        return f"{word}, repetition {segment.repetition} of {segment.of}"

    def next_up(self) -> str:
        """What comes after this, short enough for one line."""
        here = self.segment
        for n, s in enumerate(self.timeline.segments[self.index + 1 :], self.index + 1):
            if s.step != here.step or s.kind == "end":
                return self._named(s, self._side(n)) if s.exercise else PHASES[s.kind]
            if s.kind == "in":
                if here.side is None:  # the title says already for which side
                    hold_ms = self.timeline.segments[n + 1].duration_ms
                    return f"{PHASES['in'].lower()}, then hold {round(hold_ms / 1000)} s"
                return f"{s.side} side" if s.side != here.side else f"repetition {s.repetition} of {s.of}"
        return "the end"

    def _side(self, index: int) -> str | None:
        """The side of this segment, or of the next one of its step that has one."""
        step = self.timeline.segments[index].step
        for s in self.timeline.segments[index:]:
            if s.step != step:
                return None
            if s.side:
                return s.side
        return None

    def _named(self, segment: Segment, side: str | None) -> str:
        assert segment.exercise is not None
        form = self._catalogue[segment.exercise].form(segment.variant)
        name = f"{form.name}, {form.variant_name.lower()}" if form.variant_name else form.name
        return name if side in {None, "both"} else f"{name}, {side} side"
