"""The timeline: one immutable list of segments and cues in whole milliseconds, read by everything."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from typing import Any, Literal

from hinge_gui.core.exercise import Range, Side
from hinge_gui.records import dataclass

SegmentKind = Literal["ready", "travel", "in", "hold", "out", "rest", "switch", "pause", "end"]
Bell = Literal["start", "half", "tick", "switch", "end", "finish"]
Phase = Literal["start", "end"]
BELLS: tuple[Bell, ...] = ("start", "half", "tick", "switch", "end", "finish")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time with one meaning.

    `step` counts the steps as they are played, from 0; `pose` is where the figure is at the segment's
    start and at its end. A waiting segment carries its planned length and ends on a key.
    """

    start_ms: int
    duration_ms: int
    kind: SegmentKind
    step: int
    exercise: str | None = None
    variant: str | None = None
    side: Side | None = None
    repetition: int | None = None
    of: int | None = None
    wait: bool = False
    range: Range = "usual"
    pose: tuple[Phase, Phase] = ("start", "start")

    @property
    def end_ms(self) -> int:
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to say or to ring at a moment; `length_ms` is how long a phrase is thought to take.

    `key` tells the cue from its fellows in the same segment, also after the timeline was made anew.
    """

    at_ms: int
    segment: int
    kind: Literal["say", "bell"]
    text: str | None = None
    bell: Bell | None = None
    length_ms: int = 0
    key: str = ""


@dataclasses.dataclass(frozen=True)
class Timeline:
    """Segments tile `total_ms` without gap or overlap; cues stand in the order of their moments."""

    routine: str
    name: str
    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    _starts: tuple[int, ...] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(s.start_ms for s in self.segments))

    @property
    def total_ms(self) -> int:
        return self.segments[-1].end_ms if self.segments else 0

    def index_at(self, position_ms: float) -> int:
        """The segment being played at a moment; the last of those that begin there (empty ones are over)."""
        return max(0, bisect_right(self._starts, position_ms) - 1)

    def as_json(self) -> dict[str, Any]:
        """The shape that `timeline --json` promises."""
        return {
            "routine": self.routine,
            "name": self.name,
            "total_ms": self.total_ms,
            "segments": [
                {
                    "start_ms": s.start_ms, "duration_ms": s.duration_ms, "kind": s.kind, "step": s.step,
                    "exercise": s.exercise, "variant": s.variant, "side": s.side,
                    "repetition": s.repetition, "of": s.of, "wait": s.wait,
                }
                for s in self.segments
            ],
            "cues": [
                {"at_ms": c.at_ms, "segment": c.segment, "kind": c.kind, "text": c.text, "bell": c.bell}
                for c in self.cues
            ],
        }
