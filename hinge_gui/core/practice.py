"""What was practised: seconds held against seconds planned, without scores."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from hinge_gui.core.events import Fact, Finished, HoldEnded, Jumped, SegmentStarted, Started, Stopped
from hinge_gui.core.exercise import OneSide, Side
from hinge_gui.core.timeline import Segment, Timeline
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """One hold as it was lived; seconds."""

    exercise: str
    variant: str | None
    side: Side
    planned_s: float
    held_s: float


@dataclass(frozen=True, slots=True)
class PracticeEntry:
    """One practice in the log. `when` is the start in ISO 8601 with its offset from UTC."""

    when: str
    routine: str
    name: str
    completed: bool
    first_side: Side | None
    seconds: float
    holds: tuple[Held, ...] = field(default_factory=tuple)

    def as_json(self) -> dict[str, Any]:
        return {
            "when": self.when,
            "routine": self.routine,
            "name": self.name,
            "completed": self.completed,
            "first_side": self.first_side,
            "seconds": self.seconds,
            "holds": [
                {"exercise": h.exercise, "variant": h.variant, "side": h.side,
                 "planned_s": h.planned_s, "held_s": h.held_s}
                for h in self.holds
            ],
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> PracticeEntry:
        """Raises KeyError, TypeError, ValueError or OverflowError where the line is not an entry."""
        holds = tuple(
            Held(_word(h["exercise"]), _word(h.get("variant") or "") or None, _side(h["side"]),
                 _seconds(h["planned_s"]), _seconds(h["held_s"]))
            for h in data["holds"]
        )  # fmt: skip
        first = data["first_side"]
        return cls(
            str(data["when"]), _word(data["routine"]), _word(data["name"]), bool(data["completed"]),
            None if first is None else _side(first), _seconds(data["seconds"]), holds,
        )  # fmt: skip


def _word(value: Any) -> str:
    """The text without what a terminal would take for a command."""
    return "".join(c if c.isprintable() else " " for c in str(value))


def _side(value: Any) -> Side:
    if value not in {"left", "right", "both"}:
        raise ValueError(value)
    side: Side = value
    return side


def _seconds(value: Any) -> float:
    if not 0 <= (seconds := float(value)) < math.inf:
        raise ValueError(value)
    return seconds


def side_in_turn(done: Sequence[PracticeEntry], routine: str) -> OneSide:
    """The side that was not first when this routine was last played to its end; `done` is in order of time."""
    last = next((entry for entry in reversed(done) if entry.routine == routine and entry.completed), None)
    return "right" if last and last.first_side == "left" else "left"


_ON_THE_WAY = frozenset({"ready", "travel"})


class Record:
    """Hears the facts of one practice and keeps what was held."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._holds: list[Held] = []
        self._played_ms = 0
        self._from_ms = 0
        self._begun_ms, self._at_ms = 0, 0
        self._here: Segment | None = None
        self._lived_ms: dict[int, int] = {}  # by step, without the way there
        self.completed = False
        self.over = False

    def hear(self, fact: Fact) -> None:
        self._live(fact)
        if isinstance(fact, Started):
            self._from_ms = self._begun_ms = fact.at_ms
        elif isinstance(fact, HoldEnded) and fact.held_ms > 0 and fact.segment.exercise:
            s = fact.segment
            held_s = round(fact.held_ms / 1000, 1)
            self._holds.append(Held(fact.segment.exercise, s.variant, s.side or "both", s.duration_ms / 1000, held_s))
        elif isinstance(fact, Jumped):
            self._played_ms += max(0, fact.from_ms - self._from_ms)
            self._from_ms = fact.at_ms
        elif isinstance(fact, Finished | Stopped):
            self._played_ms += max(0, fact.at_ms - self._from_ms)
            self.completed, self.over = isinstance(fact, Finished), True

    def _live(self, fact: Fact) -> None:
        until_ms = fact.from_ms if isinstance(fact, Jumped) else fact.at_ms
        if self._here and self._here.kind not in _ON_THE_WAY:
            step = self._here.step
            self._lived_ms[step] = self._lived_ms.get(step, 0) + max(0, until_ms - self._at_ms)
        self._at_ms = fact.at_ms
        if isinstance(fact, SegmentStarted):
            self._here = fact.segment

    def left_out(self, timeline: Timeline) -> frozenset[int]:
        """The steps of which less than half was lived; what lies before the place of the start is not known."""
        own_ms: dict[int, int] = {}
        for s in timeline.segments:
            if s.end_ms > self._begun_ms:
                own_ms[s.step] = own_ms.get(s.step, 0) + (0 if s.kind in _ON_THE_WAY else s.duration_ms)
        return frozenset(step for step, ms in own_ms.items() if not ms or 2 * self._lived_ms.get(step, 0) < ms)

    @property
    def holds(self) -> tuple[Held, ...]:
        return tuple(self._holds)

    def entry(self, when: str) -> PracticeEntry | None:
        """The entry for the log; None where nothing was held, which is no practice."""
        if not self._holds:
            return None
        first = next((s.side for s in self._timeline.segments if s.side in {"left", "right"}), None)
        return PracticeEntry(
            when, self._timeline.routine, self._timeline.name, self.completed, first,
            round(self._played_ms / 1000, 1), self.holds,
        )  # fmt: skip
