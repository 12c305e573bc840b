"""Facts that the player tells. Sinks hear them; none knows of another."""

from __future__ import annotations

from typing import Literal, Protocol

from hinge_gui.core.timeline import Cue, Segment
from hinge_gui.records import dataclass

PauseReason = Literal["person", "not-lived"]
LATE_MS = 2000  # a cue that comes later than this is shown, not sounded


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened at `at_ms`, in time of the practice."""

    at_ms: int


class Started(Fact):
    """The practice began to play, at the start or at a place chosen before."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SegmentStarted(Fact):
    """A segment is being played from `at_ms` on; after a jump that may be amid it."""

    index: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class CueDue(Fact):
    """A cue's moment has come, `late_ms` ago."""

    cue: Cue
    late_ms: float

    @property
    def sounded(self) -> bool:
        return self.late_ms <= LATE_MS


@dataclass(frozen=True, slots=True)
class Countdown(Fact):
    """A whole number of seconds is left of the segment."""

    seconds: int


@dataclass(frozen=True, slots=True)
class HoldEnded(Fact):
    """A hold is over or was left; `held_ms` of its planned length were lived in it."""

    segment: Segment
    held_ms: int


@dataclass(frozen=True, slots=True)
class Paused(Fact):
    """Play stands still; `lost_ms` is time that passed and was not lived (a closed lid, a stopped process)."""

    reason: PauseReason
    lost_ms: int = 0


class Resumed(Fact):
    """Play goes on after a pause."""

    __slots__ = ()


class Waiting(Fact):
    """The segment's planned time is over; any key goes on."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Jumped(Fact):
    """The place was changed by the person, from `from_ms`."""

    from_ms: int


class Adjusted(Fact):
    """Another timeline took over at the same step, side, repetition and phase."""

    __slots__ = ()


class Stopped(Fact):
    """The person ended the practice before its end."""

    __slots__ = ()


class Finished(Fact):
    """The practice was played to its end."""

    __slots__ = ()


class Sink(Protocol):
    """Whoever wants to hear the facts."""

    def hear(self, fact: Fact) -> None: ...
