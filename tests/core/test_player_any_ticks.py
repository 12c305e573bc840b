"""However the ticks fall: each cue of played time once, in order, none before its time."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from hinge_gui.core.adjust import Adjustments, adjusted
from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.events import CueDue, Fact, Finished, HoldEnded, Jumped
from hinge_gui.core.player import ForbiddenError, Player
from hinge_gui.core.routine import Routine
from hinge_gui.core.timeline import Cue, Timeline
from tests.core.builders import CATALOGUE, routines


class AnyTicks(RuleBasedStateMachine):
    """A person and a bad clock against the player, with a second, simple account of the time that was lived.

    `since` is the place at which the account began (the last jump or adjustment), `told` the cues heard from there.
    """

    @initialize(any_routine=routines())
    def begin(self, any_routine: Routine) -> None:
        self.routine = any_routine
        self.player = Player(compile_routine(any_routine, CATALOGUE))
        self.now = 1_000_000.0
        self.open_account()

    def open_account(self) -> None:
        self.since = self.lived = self.player.place_ms
        self.first = self.player.index
        self.told: list[Cue] = []
        self.said_before: set[str] = set()

    def hear(self, facts: list[Fact]) -> None:
        for fact in facts:
            if isinstance(fact, CueDue):
                self.told.append(fact.cue)
                assert fact.cue.at_ms <= self.player.place_ms, "a cue before its time"
                assert fact.late_ms >= 0
            elif isinstance(fact, HoldEnded):
                assert fact.held_ms <= fact.segment.duration_ms + 1, "held longer than it lasts"
            elif isinstance(fact, Finished):
                assert self.player.place_ms == self.player.timeline.total_ms

    def live(self, ms: float) -> None:
        before, state, promised = self.player.place_ms, self.player.state, self.player.wake_at()
        self.now += ms
        self.hear(self.player.advance(self.now))
        if state != "playing":
            assert self.player.place_ms == before, "time passed while it did not play"
        elif promised is not None and self.now > promised + 5000:
            assert (self.player.state, self.player.place_ms) == ("paused", before), "time was played that nobody lived"
        elif self.player.state == "playing":
            self.lived += ms
        else:  # it came to a wait or to the end on the way
            assert self.player.place_ms - before <= ms + 1e-6
            self.lived = self.player.place_ms

    @rule(ms=st.sampled_from([0, 1, 16, 250, 999, 1000, 1001, 2500, 5200]) | st.floats(0, 6000))
    def tick(self, ms: float) -> None:
        self.live(ms)

    @rule(times=st.integers(1, 40))
    def tick_as_promised(self, times: int) -> None:
        for _ in range(times):
            if (at := self.player.wake_at()) is not None:
                self.live(max(0.0, at - self.now))

    @rule(seconds=st.integers(7, 100_000))
    def sleep(self, seconds: int) -> None:
        self.live(seconds * 1000)

    @rule(back_ms=st.integers(1, 3000))
    def clock_goes_back(self, back_ms: int) -> None:
        before = self.player.place_ms
        assert not [f for f in self.player.advance(self.now - back_ms) if isinstance(f, CueDue)]
        assert self.player.place_ms == before

    @rule(action=st.sampled_from(["play", "play", "pause", "resume", "go", "stop"]))
    def act(self, action: str) -> None:
        before = (self.player.state, self.player.place_ms, self.player.index)
        try:
            facts = getattr(self.player, action)(self.now)
        except ForbiddenError:
            assert (self.player.state, self.player.place_ms, self.player.index) == before
            return
        if action == "play" and before[0] in {"finished", "stopped"}:
            self.since, self.first, self.lived, self.told, self.said_before = 0.0, 0, 0.0, [], set()
        self.hear(facts)

    @rule(where=st.sampled_from(["next", "previous", "again"]) | st.floats(0, 1))
    def jump(self, where: str | float) -> None:
        if not self.player.allows("jump"):
            return
        if isinstance(where, str):
            facts = getattr(self.player, where)(self.now)
        else:
            facts = self.player.seek(where * self.player.timeline.total_ms, self.now)
        self.take_up(facts, lambda f: isinstance(f, Jumped))

    @rule(scale=st.sampled_from([0.5, 0.8, 1.5]), more=st.integers(-1, 1))
    def adjust(self, scale: float, more: int) -> None:
        if not self.player.allows("adjust"):
            return
        index = self.player.index
        said = self.said_before | {c.key for c in self.told if c.kind == "say" and c.segment == index}
        was = self.player.segment
        facts = self.player.adjust(self.other_timeline(scale, more), self.now)
        self.take_up(facts, lambda f: type(f).__name__ == "Adjusted")
        now = self.player.timeline.segments[self.first]
        if (was.step, was.kind, was.side, was.repetition) == (now.step, now.kind, now.side, now.repetition):
            self.said_before = said

    def other_timeline(self, scale: float, more: int) -> Timeline:
        changes = Adjustments(hold_scale=scale, more_repetitions=more)
        return compile_routine(adjusted(self.routine, CATALOGUE, changes), CATALOGUE)

    def take_up(self, facts: list[Fact], is_break: Callable[[Fact], bool]) -> None:
        """Begin the account anew at the break (jump, adjustment) among the facts."""
        n = next(n for n, f in enumerate(facts) if is_break(f))
        at_ms = facts[n].at_ms
        first_after = next((f.cue.segment for f in facts[n:] if isinstance(f, CueDue)), self.player.index)
        self.open_account()
        self.since, self.first = min(self.since, float(at_ms)), min(first_after, self.player.index)
        self.hear(facts[n:])

    @invariant()
    def each_cue_of_played_time_was_told_once_in_order(self) -> None:
        if self.player.state == "idle":
            return
        told = [c for c in self.told if c.at_ms > self.since + 1]
        expected = [
            c
            for c in self.player.timeline.cues
            if self.since + 1 < c.at_ms <= self.player.place_ms
            and c.segment <= self.player.index
            and not (c.segment == self.first and c.key in self.said_before)
        ]
        assert told == expected
        assert len(set(self.told)) == len(self.told), "a cue was told twice"

    @invariant()
    def the_place_is_the_time_that_was_lived(self) -> None:
        if self.player.state == "playing":
            assert abs(self.player.place_ms - self.lived) < 0.51


TestAnyTicks = AnyTicks.TestCase
TestAnyTicks.settings = settings(stateful_step_count=40)


@given(routines(), st.lists(st.integers(0, 5000), max_size=200))
def test_any_ticks_give_the_cues_of_perfect_ticks(any_routine: Routine, steps: list[int]) -> None:
    line = compile_routine(any_routine, CATALOGUE)
    player, now = Player(line, waits=False), 0
    facts = player.play(0)
    for ms in steps:
        now += ms
        facts += player.advance(now)
    while (at := player.wake_at()) is not None:
        facts += player.advance(at)
    assert [f.cue for f in facts if isinstance(f, CueDue)] == list(line.cues)
    assert isinstance(facts[-1], Finished)
