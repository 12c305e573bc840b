"""The player as its law says: see the head of `hinge_gui/core/player.py`."""

from __future__ import annotations

from typing import get_args

import pytest

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.events import (
    Adjusted,
    Countdown,
    CueDue,
    Fact,
    Finished,
    HoldEnded,
    Jumped,
    Paused,
    SegmentStarted,
    Started,
    Waiting,
)
from hinge_gui.core.player import TABLE, Action, ForbiddenError, Player, State
from hinge_gui.core.routine import ExerciseStep, PauseStep, Step
from hinge_gui.core.timeline import Timeline
from tests.core.builders import CATALOGUE, routine


def timeline(*steps: Step, **changes: object) -> Timeline:
    return compile_routine(routine(*steps, **{"ready": 10, **changes}), CATALOGUE, Manner())


CALF_ONCE = timeline(ExerciseStep("calf", repetitions=1, hold=20, rest=8))


def play_through(player: Player, start_ms: float = 0.0) -> list[Fact]:
    """Call the player exactly when it asks to be called, to its end."""
    facts = player.play(start_ms)
    while (at := player.wake_at()) is not None:
        facts += player.advance(at)
    return facts


def player_in(state: State, line: Timeline = CALF_ONCE) -> Player:
    player = Player(timeline(ExerciseStep("calf", wait=True)) if state == "waiting" else line)
    if state in {"playing", "paused", "waiting", "finished"}:
        player.play(0)
    if state == "waiting":
        for second in range(1, 11):
            player.advance(second * 1000)
    elif state == "paused":
        player.pause(100)
    elif state == "stopped":
        player.stop(0)
    elif state == "finished":
        player.seek(line.total_ms, 100)
        player.advance(200)
    assert player.state == state
    return player


@pytest.mark.parametrize("state", ["finished", "stopped"])
def test_play_after_the_end_begins_anew(state: State) -> None:
    player = player_in(state)
    facts = player.play(11_000)
    assert (player.index, player.place_ms) == (0, 0)
    assert [fact.at_ms for fact in facts if isinstance(fact, Started)] == [0]


DEEDS = {
    "play": lambda p: p.play(11_000),
    "pause": lambda p: p.pause(11_000),
    "resume": lambda p: p.resume(11_000),
    "go": lambda p: p.go(11_000),
    "jump": lambda p: p.seek(500, 11_000),
    "adjust": lambda p: p.adjust(p.timeline, 11_000),
    "stop": lambda p: p.stop(11_000),
}


@pytest.mark.parametrize("state", get_args(State))
@pytest.mark.parametrize("action", DEEDS)
def test_the_table_is_kept(state: State, action: Action) -> None:
    player = player_in(state)
    if state == "playing":
        player.advance(5000)
    before = (player.state, player.place_ms, player.index, player.wake_at())
    if action in TABLE[state]:
        DEEDS[action](player)
        assert player.state == TABLE[state][action]
    else:
        with pytest.raises(ForbiddenError):
            DEEDS[action](player)
        assert (player.state, player.place_ms, player.index, player.wake_at()) == before


@pytest.mark.parametrize("name", ["next", "previous", "again", "skip"])
def test_every_jump_asks_the_same_row(name: str) -> None:
    for state in get_args(State):
        player = player_in(state)
        call = getattr(player, name)
        arguments = (1000, 11_000) if name == "skip" else (11_000,)
        if "jump" in TABLE[state]:
            call(*arguments)
        else:
            with pytest.raises(ForbiddenError):
                call(*arguments)


def test_a_practice_told_in_full() -> None:
    facts = play_through(Player(CALF_ONCE))
    assert isinstance(facts[0], Started)
    assert isinstance(facts[-1], Finished)
    assert [f.cue for f in facts if isinstance(f, CueDue)] == list(CALF_ONCE.cues)
    assert [f.index for f in facts if isinstance(f, SegmentStarted)] == list(range(len(CALF_ONCE.segments)))
    held = [(f.segment.side, f.held_ms) for f in facts if isinstance(f, HoldEnded)]
    assert held == [("left", 20_000), ("right", 20_000)]
    assert [f.at_ms for f in facts] == sorted(f.at_ms for f in facts)


def test_the_seconds_of_a_hold_are_counted_down() -> None:
    facts = play_through(Player(CALF_ONCE))
    hold = next(s for s in CALF_ONCE.segments if s.kind == "hold")
    counted = [f.seconds for f in facts if isinstance(f, Countdown) and hold.start_ms <= f.at_ms < hold.end_ms]
    assert counted == list(range(20, 0, -1))


@pytest.mark.parametrize("late_ms", [0, 700, 4900])
def test_a_closed_lid_pauses_where_it_was_closed(late_ms: int) -> None:
    player = Player(CALF_ONCE)
    player.play(0)
    player.advance(900)
    promised = player.wake_at()
    assert promised == 1000
    facts = player.advance(promised + 5000 + 1)
    assert [type(f) for f in facts] == [Paused]
    assert (player.state, player.place_ms) == ("paused", 900)
    player.resume(90_000)
    player.advance(90_000 + late_ms)
    assert player.place_ms == 900 + late_ms


def test_up_to_five_seconds_late_is_only_late() -> None:
    player = Player(CALF_ONCE)
    player.play(0)
    facts = player.advance(300 + 5000)  # the first phrase was promised at 300
    assert player.state == "playing"
    assert player.place_ms == 5300
    names = [f for f in facts if isinstance(f, CueDue) and f.cue.key == "name"]
    assert [f.cue.text for f in names] == ["Calf stretch, left side."]


def test_a_cue_more_than_two_seconds_late_is_shown_and_not_sounded() -> None:
    player = Player(CALF_ONCE)
    player.seek(28_500, 0)
    player.play(0)
    facts = player.advance(4600)
    ticks = {f.cue.key: f.sounded for f in facts if isinstance(f, CueDue) and f.cue.bell == "tick"}
    assert ticks == {"bell:tick:3": False, "bell:tick:2": True, "bell:tick:1": True}


def test_a_wait_lasts_until_a_key() -> None:
    player = player_in("waiting")
    assert player.wake_at() is None
    assert player.advance(1_000_000) == []
    facts = player.go(1_000_000)
    assert [f.segment.kind for f in facts if isinstance(f, SegmentStarted)] == ["in"]
    assert player.wake_at() == 1_000_000 + 300


def test_a_rehearsal_never_waits() -> None:
    facts = play_through(Player(timeline(ExerciseStep("calf", wait=True)), waits=False))
    assert not [f for f in facts if isinstance(f, Waiting)]
    assert isinstance(facts[-1], Finished)


def jump(line: Timeline, from_ms: int, name: str) -> float:
    player = Player(line)
    player.seek(from_ms, 0)
    player.play(0)
    facts = getattr(player, name)(0)
    return next(f.at_ms for f in facts if isinstance(f, Jumped))


TWO = timeline(ExerciseStep("calf", repetitions=1, hold=20), ExerciseStep("wall", hold=60))
# ready 0-10, left in 10 hold 14 out 34, right in 38 hold 42 out 62, travel 66-96, wall in 96 hold 101 out 161


@pytest.mark.parametrize(
    ("name", "from_s", "to_s"),
    [
        ("next", 3, 10),  # while getting ready: to the movement
        ("next", 20, 66),  # from an exercise: to the way to the next one
        ("next", 70, 96),
        ("next", 120, 167),  # from the last: to the way up
        ("previous", 30, 10),
        ("previous", 12, 10),
        ("previous", 97, 10),  # hardly begun: the one before
        ("previous", 120, 96),
        ("previous", 5, 0),
        ("again", 50, 38),
        ("again", 30, 10),
        ("again", 64, 38),
        ("again", 70, 66),
    ],
)
def test_where_the_jumps_lead(name: str, from_s: int, to_s: int) -> None:
    assert jump(TWO, from_s * 1000, name) == to_s * 1000


def test_a_jump_tells_the_seconds_also_while_nothing_runs() -> None:
    player = player_in("paused")
    facts = player.next(200)
    assert [f.seconds for f in facts if isinstance(f, Countdown)] == [player.segment.duration_ms // 1000]


def test_a_hold_that_was_left_is_told_with_what_was_held() -> None:
    player = Player(CALF_ONCE)
    player.seek(14_000, 0)
    player.play(0)
    for second in range(1, 8):
        player.advance(second * 1000)
    facts = player.next(7000)
    assert [f.held_ms for f in facts if isinstance(f, HoldEnded)] == [7000]


def adjusted_at(place_ms: int, old: Timeline, new: Timeline) -> Player:
    player = Player(old)
    player.seek(place_ms, 0)
    player.play(0)
    facts = player.adjust(new, 0)
    assert [f for f in facts if isinstance(f, Adjusted)]
    return player


def test_a_hold_shortened_below_what_was_held_counts_as_held_in_full() -> None:
    shorter = timeline(ExerciseStep("calf", repetitions=1, hold=10, rest=8))
    player = Player(CALF_ONCE)
    player.play(0)
    facts = [f for second in range(1, 27) for f in player.advance(second * 1000)]
    facts += player.adjust(shorter, 26_000)
    assert [f.held_ms for f in facts if isinstance(f, HoldEnded)] == [10_000]


def test_an_adjustment_goes_on_at_the_same_second_of_the_hold() -> None:
    longer = timeline(ExerciseStep("calf", repetitions=2, hold=45))
    player = adjusted_at(42_000 + 7000, CALF_ONCE, longer)
    assert (player.segment.kind, player.segment.side, player.segment.repetition) == ("hold", "right", 1)
    assert player.place_ms - player.segment.start_ms == 7000
    player.advance(1000)
    assert player.place_ms - player.segment.start_ms == 8000


def test_a_hold_made_shorter_than_what_was_held_is_over() -> None:
    shorter = timeline(ExerciseStep("calf", repetitions=1, hold=5))
    player = adjusted_at(14_000 + 12_000, CALF_ONCE, shorter)
    assert player.segment.kind == "out"


def test_a_repetition_that_is_gone_leads_on_to_what_follows() -> None:
    twice, once = (timeline(ExerciseStep("calf", repetitions=n), ExerciseStep("wall")) for n in (2, 1))
    second = next(s for s in twice.segments if s.kind == "hold" and s.repetition == 2)
    player = adjusted_at(second.start_ms + 3000, twice, once)
    assert (player.segment.kind, player.segment.step) == ("travel", 1)


def test_the_place_between_two_ticks_is_known_for_drawing() -> None:
    player = Player(CALF_ONCE)
    player.play(0)
    assert player.place_at(250) == 250
    assert player.place_at(99_000) == player.segment.end_ms
    player.pause(400)
    assert player.place_at(9000) == 400


def test_another_form_begins_anew_with_getting_there() -> None:
    base, knees = (timeline(ExerciseStep("calf"), ExerciseStep("hinge", variant)) for variant in (None, "knees"))
    hold = next(s for s in base.segments if s.kind == "hold" and s.exercise == "hinge")
    player = adjusted_at(hold.start_ms + 1000, base, knees)
    assert (player.segment.kind, player.segment.step, player.segment.variant) == ("travel", 1, "knees")


def test_leaving_out_what_is_being_played_goes_on_to_what_follows() -> None:
    left_out = timeline(PauseStep(0, left_out="Calf stretch"), ExerciseStep("wall"))
    player = adjusted_at(20_000, timeline(ExerciseStep("calf"), ExerciseStep("wall")), left_out)
    assert (player.segment.kind, player.segment.step) == ("ready", 1)


def test_the_way_back_leads_over_what_is_left_out() -> None:
    steps = (ExerciseStep("calf"), PauseStep(0, left_out="Hip hinge"), ExerciseStep("wall"))
    player = Player(timeline(*steps))
    wall = next(s for s in player.timeline.segments if s.step == 2 and s.kind == "in")
    player.seek(wall.start_ms, 0)
    player.play(0)
    player.previous(0)
    assert (player.segment.step, player.segment.kind) == (0, "in")
