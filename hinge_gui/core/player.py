"""The player: a clockless machine that plays a timeline.

The law
-------
1. Time is handed in. `advance(now_ms)` plays up to now and gives the facts in order; `wake_at()` is when it wants
   to be called again. Any clock will do that does not run backwards and goes on while the machine sleeps.
2. Deadlines are absolute: the place is `anchor + (now - then)`, so ticks that come late never add up.
3. Each cue of played time is told once, in order, never before its moment. A jump forward drops what it jumps,
   a jump back arms it again.
4. Time that was not lived is not played: a call that comes `gap_ms` later than promised pauses the practice
   at the place of the call before.
5. What may be done when stands in TABLE, and nowhere else. An action that the state forbids raises `ForbiddenError`
   and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from hinge_gui.core import moves
from hinge_gui.core.events import (
    Adjusted,
    Countdown,
    CueDue,
    Fact,
    Finished,
    HoldEnded,
    Jumped,
    Paused,
    Resumed,
    SegmentStarted,
    Started,
    Stopped,
    Waiting,
)
from hinge_gui.core.timeline import Segment, Timeline

State = Literal["idle", "playing", "waiting", "paused", "finished", "stopped"]
Action = Literal["play", "pause", "resume", "go", "jump", "adjust", "stop", "_gap", "_wait", "_end"]

# state → action → state. The actions with an underscore are time's own.
TABLE: Final[Mapping[State, Mapping[Action, State]]] = {
    "idle": {"play": "playing", "jump": "idle", "adjust": "idle", "stop": "stopped"},
    "playing": {
        "pause": "paused", "jump": "playing", "adjust": "playing", "stop": "stopped",
        "_gap": "paused", "_wait": "waiting", "_end": "finished",
    },
    "waiting": {"go": "playing", "pause": "paused", "jump": "playing", "adjust": "waiting", "stop": "stopped"},
    "paused": {"resume": "playing", "jump": "paused", "adjust": "paused", "stop": "stopped"},
    "finished": {"play": "playing", "jump": "paused", "adjust": "finished"},
    "stopped": {"play": "playing", "adjust": "stopped"},
}  # fmt: skip
GAP_MS: Final = 5000.0


class ForbiddenError(Exception):
    """The state does not allow the action; nothing has changed."""


class Player:
    """Plays one timeline. `now_ms` is in milliseconds of the caller's clock, from any origin.

    With `waits=False` segments that wait for a key go on by themselves (rehearsal).
    """

    def __init__(self, timeline: Timeline, *, gap_ms: float = GAP_MS, waits: bool = True) -> None:
        self._timeline = timeline
        self._gap_ms = gap_ms
        self._waits = waits
        self._state: State = "idle"
        self._place_ms = 0.0  # what has been played, in time of the practice
        self._anchor = (0.0, 0.0)  # (now, place) from which play runs on
        self._index = 0
        self._cue = 0
        self._held_ms = 0.0  # lived in the present hold
        self._told: frozenset[str] = frozenset()  # keys of phrases not to be told again in this segment
        self._counted: int | None = None

    @property
    def timeline(self) -> Timeline:
        return self._timeline

    @property
    def state(self) -> State:
        return self._state

    @property
    def place_ms(self) -> float:
        """How far the practice has been played."""
        return self._place_ms

    @property
    def index(self) -> int:
        """The number of the present segment."""
        return self._index

    @property
    def segment(self) -> Segment:
        return self._timeline.segments[self._index]

    def allows(self, action: Action) -> bool:
        return action in TABLE[self._state]

    def place_at(self, now_ms: float) -> float:
        """Where play is at `now_ms`, for drawing between two calls of `advance`; never beyond the segment."""
        if self._state != "playing":
            return self._place_ms
        then, place = self._anchor
        return min(max(place + now_ms - then, self._place_ms), float(self.segment.end_ms))

    # -- time ----------------------------------------------------------------------------------------------

    def wake_at(self) -> float | None:
        """The caller's time of the next fact; None while nothing is to come by itself."""
        if self._state != "playing":
            return None
        due_ms = self.segment.end_ms - max(0, _seconds_left(self.segment, self._place_ms) - 1) * 1000.0
        if self._cue < len(self._timeline.cues):
            due_ms = min(due_ms, max(self._timeline.cues[self._cue].at_ms, self._place_ms))
        then, place = self._anchor
        return then + due_ms - place

    def advance(self, now_ms: float) -> list[Fact]:
        """Play up to `now_ms`; the facts on the way, in order. A clock that stood still or went back gives none."""
        if self._state != "playing":
            return []
        then, place = self._anchor
        promised = self.wake_at()
        if promised is not None and now_ms > promised + self._gap_ms:
            self._enter("_gap")
            return [Paused(round(self._place_ms), "not-lived", round(now_ms - then - (self._place_ms - place)))]
        return self._run(place + now_ms - then)

    def _run(self, target_ms: float) -> list[Fact]:
        """Play from the present place to the target, one fact after the other."""
        facts: list[Fact] = []
        while self._state == "playing":
            end_ms = self.segment.end_ms
            if self._tell_cue(facts, target_ms):
                continue
            self._live(min(target_ms, end_ms))
            self._count(facts)
            if end_ms > target_ms:
                break
            self._leave(facts, target_ms)
        return facts

    def _tell_cue(self, facts: list[Fact], target_ms: float) -> bool:
        """Tell the next cue of this segment if its moment has come."""
        cues = self._timeline.cues
        if self._cue >= len(cues):
            return False
        cue = cues[self._cue]
        if cue.at_ms > target_ms or cue.segment > self._index:
            return False
        self._live(cue.at_ms)
        self._count(facts)
        self._cue += 1
        if cue.key not in self._told:
            facts.append(CueDue(cue.at_ms, cue, target_ms - cue.at_ms))
        return True

    def _live(self, place_ms: float) -> None:
        lived_ms = max(0.0, place_ms - self._place_ms)
        if self.segment.kind == "hold":
            self._held_ms += lived_ms
        self._place_ms += lived_ms

    def _count(self, facts: list[Fact]) -> None:
        """Tell the whole seconds left when they change."""
        seconds = _seconds_left(self.segment, self._place_ms)
        if seconds and seconds != self._counted:
            self._counted = seconds
            facts.append(Countdown(round(self._place_ms), seconds))

    def _leave(self, facts: list[Fact], target_ms: float) -> None:
        """The segment is over: wait, finish, or go on to the next."""
        if self.segment.wait and self._waits and self._state == "playing":
            self._enter("_wait")
            facts.append(Waiting(self.segment.end_ms))
            return
        facts += self._closed_hold()
        if self._index + 1 == len(self._timeline.segments):
            self._enter("_end")
            facts.append(Finished(self._timeline.total_ms))
            return
        self._begin(self._index + 1, facts)

    def _begin(self, index: int, facts: list[Fact]) -> None:
        self._index, self._held_ms, self._told, self._counted = index, 0.0, frozenset(), None
        facts.append(SegmentStarted(round(self._place_ms), index, self.segment))

    def _closed_hold(self) -> list[Fact]:
        if self.segment.kind != "hold" or self._state not in {"playing", "paused", "waiting"}:
            return []
        return [HoldEnded(round(self._place_ms), self.segment, round(self._held_ms))]

    # -- actions -------------------------------------------------------------------------------------------

    def play(self, now_ms: float) -> list[Fact]:
        """Begin; from the start once it was finished or stopped."""
        again = self._state in {"finished", "stopped"}
        self._enter("play")
        if again:
            self._set_place(0, 0)
        self._anchor = (now_ms, self._place_ms)
        facts: list[Fact] = [Started(round(self._place_ms))]
        self._begin(self._index, facts)
        return facts + self._run(self._place_ms)

    def pause(self, now_ms: float) -> list[Fact]:
        return self._act("pause", now_ms, lambda: [Paused(round(self._place_ms), "person")])

    def resume(self, now_ms: float) -> list[Fact]:
        return self._act("resume", now_ms, lambda: [Resumed(round(self._place_ms))])

    def go(self, now_ms: float) -> list[Fact]:
        """Any key after a wait: on to the next segment."""

        def on() -> list[Fact]:
            facts: list[Fact] = []
            if self.segment.wait:  # an adjustment may have put another segment here
                self._begin(self._index + 1, facts)
            return facts

        return self._act("go", now_ms, on)

    def stop(self, now_ms: float) -> list[Fact]:
        return self._act("stop", now_ms, lambda: [*self._closed_hold(), Stopped(round(self._place_ms))])

    def seek(self, place_ms: float, now_ms: float) -> list[Fact]:
        """Jump to a place, clipped to the timeline."""
        return self._jump_to(lambda *_: place_ms, now_ms)

    def skip(self, delta_ms: float, now_ms: float) -> list[Fact]:
        """Jump forward or back by so many milliseconds."""
        return self._jump_to(lambda _timeline, _index, place_ms: place_ms + delta_ms, now_ms)

    def next(self, now_ms: float) -> list[Fact]:
        """To the movement while one gets ready, else to the next step."""
        return self._jump_to(moves.next_ms, now_ms)

    def previous(self, now_ms: float) -> list[Fact]:
        """To the exercise's beginning, or to the step before within its first three seconds."""
        return self._jump_to(moves.previous_ms, now_ms)

    def again(self, now_ms: float) -> list[Fact]:
        """This side again: to the movement into the present or the last hold."""
        return self._jump_to(moves.again_ms, now_ms)

    def adjust(self, timeline: Timeline, now_ms: float) -> list[Fact]:
        """Go on in another timeline at the same step, side, repetition and phase."""

        def take_over() -> list[Fact]:
            old, index, place_ms = self._timeline, self._index, self._place_ms
            told = {c.key for c in old.cues[: self._cue] if c.segment == index and c.kind == "say"} | self._told
            spot = moves.same_place(old, index, place_ms, timeline)
            facts = [] if spot.same_segment else self._closed_hold()
            held_ms = self._held_ms
            self._timeline = timeline
            self._set_place(spot.place_ms, spot.index)
            facts.append(Adjusted(round(spot.place_ms)))
            if spot.same_segment:
                self._held_ms, self._told = min(held_ms, self.segment.duration_ms), frozenset(told)
            elif self._state in {"playing", "paused", "waiting"}:
                self._begin(spot.index, facts)
            self._count(facts)
            return facts

        return self._act("adjust", now_ms, take_over)

    def _jump_to(self, where: moves.Where, now_ms: float) -> list[Fact]:
        def jump() -> list[Fact]:
            facts = self._closed_hold()
            was_ms, wanted_ms = round(self._place_ms), where(self._timeline, self._index, self._place_ms)
            target_ms = min(max(0.0, wanted_ms), float(self._timeline.total_ms))
            self._set_place(target_ms, self._timeline.index_at(target_ms))
            facts.append(Jumped(round(target_ms), was_ms))
            self._begin(self._index, facts)
            self._count(facts)
            return facts

        return self._act("jump", now_ms, jump)

    def _act(self, action: Action, now_ms: float, do: moves.Deed) -> list[Fact]:
        """Play up to now, then act; an action that came too late (the end was reached first) is dropped."""
        self._demand(action)
        facts = self.advance(now_ms)
        if not self.allows(action):
            return facts
        facts += do()
        self._enter(action)
        self._anchor = (now_ms, self._place_ms)
        return facts + (self._run(self._place_ms) if self._state == "playing" else [])

    def _set_place(self, place_ms: float, index: int) -> None:
        cues = self._timeline.cues
        self._place_ms, self._index = place_ms, index
        self._held_ms, self._told, self._counted = 0.0, frozenset(), None
        self._cue = moves.first_cue(cues, place_ms)

    def _demand(self, action: Action) -> None:
        if not self.allows(action):
            raise ForbiddenError(f"{action} is not possible while {self._state}")

    def _enter(self, action: Action) -> None:
        self._demand(action)
        self._state = TABLE[self._state][action]


def _seconds_left(segment: Segment, place_ms: float) -> int:
    """Whole seconds left of the segment, rounded up."""
    return int(-((place_ms - segment.end_ms) // 1000))
