"""The record of a practice: what was held, honestly."""

from __future__ import annotations

from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.events import Fact
from hinge_gui.core.player import Player
from hinge_gui.core.practice import PracticeEntry, Record
from hinge_gui.core.routine import ExerciseStep, PauseStep
from tests.core.builders import CATALOGUE, routine

LINE = compile_routine(routine(ExerciseStep("calf", repetitions=1, hold=20), ready=10), CATALOGUE)


def record(facts: list[Fact]) -> Record:
    kept = Record(LINE)
    for fact in facts:
        kept.hear(fact)
    return kept


def played_to(player: Player, end_ms: float, now_ms: float = 0) -> list[Fact]:
    facts = player.play(now_ms)
    while (at := player.wake_at()) is not None and at <= end_ms:
        facts += player.advance(at)
    return facts


def hold_begins_ms() -> int:
    return next(s.start_ms for s in LINE.segments if s.kind == "hold")


def test_a_whole_practice_is_told_with_every_hold() -> None:
    entry = record(played_to(Player(LINE), 1e9)).entry("2026-01-02T07:00:00+00:00")
    assert entry is not None
    assert (entry.completed, entry.first_side, entry.seconds) == (True, "left", LINE.total_ms / 1000)
    assert [(h.side, h.planned_s, h.held_s) for h in entry.holds] == [("left", 20, 20), ("right", 20, 20)]
    assert PracticeEntry.from_json(entry.as_json()) == entry


def test_a_hold_left_early_is_told_with_the_seconds_held() -> None:
    player = Player(LINE)
    facts = played_to(player, 21_000)
    facts += player.stop(21_000)
    entry = record(facts).entry("2026-01-02T07:00:00+00:00")
    assert entry is not None
    assert (entry.completed, entry.seconds) == (False, 21.0)
    assert [(h.side, h.planned_s, h.held_s) for h in entry.holds] == [("left", 20, 7)]


def test_a_hold_of_half_a_second_is_kept_and_read_back() -> None:
    player, begins_ms = Player(LINE), hold_begins_ms()
    entry = record(played_to(player, begins_ms) + player.stop(begins_ms + 500)).entry("2026-01-02T07:00:00+00:00")
    assert entry is not None
    assert entry.holds[0].held_s == 0.5
    assert PracticeEntry.from_json(entry.as_json()) == entry


def test_what_was_jumped_over_was_not_practised() -> None:
    player = Player(LINE)
    facts = played_to(player, 5000)
    facts += player.seek(42_000, 5000)
    facts += player.advance(9000)
    facts += player.stop(9000)
    entry = record(facts).entry("2026-01-02T07:00:00+00:00")
    assert entry is not None
    assert (entry.seconds, [h.held_s for h in entry.holds]) == (9.0, [4.0])


def test_nothing_held_is_no_practice() -> None:
    player = Player(LINE)
    facts = played_to(player, 5000)
    assert record(facts + player.stop(5000)).entry("2026-01-02T07:00:00+00:00") is None


_STEPS = ExerciseStep("calf", repetitions=1, hold=20), PauseStep(20), ExerciseStep("wall", hold=20)
THREE = compile_routine(routine(*_STEPS, ready=10), CATALOGUE)


def test_a_step_of_which_less_than_half_was_lived_counts_as_left_out() -> None:
    player = Player(THREE)
    kept = Record(THREE)
    facts = played_to(player, 20_000)
    for jump in (player.next, player.next):  # from the first hold over the pause
        facts += jump(20_000)
    while (at := player.wake_at()) is not None:
        facts += player.advance(at)
    for fact in facts:
        kept.hear(fact)
    assert kept.left_out(THREE) == {0, 1}


def test_what_was_lived_in_full_is_not_left_out() -> None:
    assert record(played_to(Player(LINE), 1e9)).left_out(LINE) == frozenset()


def test_what_lies_before_the_place_where_one_goes_on_is_not_said_to_be_left_out() -> None:
    player = Player(THREE)
    player.seek(next(s.start_ms for s in THREE.segments if s.step == 2), 0)
    facts = player.play(0)
    while (at := player.wake_at()) is not None:
        facts += player.advance(at)
    kept = Record(THREE)
    for fact in facts:
        kept.hear(fact)
    assert kept.left_out(THREE) == frozenset()
