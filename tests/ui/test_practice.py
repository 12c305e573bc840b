"""The practice as the window sees it: what actions do in each state, and what can be taken back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.events import CueDue, Fact, HoldEnded, Paused, SegmentStarted, Stopped
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Timeline
from hinge_gui.ui import undo
from hinge_gui.ui.practice import Practice
from tests.helpers import FakeClock
from tests.ui.practices import place_of, play_to, practice_of


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock)


@pytest.fixture
def facts(practice: Practice) -> list[Fact]:
    heard: list[Fact] = []
    practice.fact.connect(heard.append)
    return heard


def test_the_big_button_starts_pauses_and_goes_on(practice: Practice) -> None:
    states = []
    for _ in range(4):
        practice.play_pause()
        states.append(practice.state)
    practice.stop()
    assert states == ["playing", "paused", "playing", "paused"]


def test_time_that_was_not_lived_is_found_on_waking(
    practice: Practice, clock: FakeClock, facts: list[Fact], qtbot: QtBot
) -> None:
    practice.play_pause()
    clock.advance(place_of(practice, "in") + 1)
    with qtbot.waitSignal(practice.fact, check_params_cb=lambda fact: isinstance(fact, Paused), timeout=2000):
        pass  # ten seconds went by in one: they were not lived
    practice.stop()
    assert [f.reason for f in facts if isinstance(f, Paused)] == ["not-lived"]


def test_facts_come_in_order_even_if_a_listener_acts(practice: Practice, facts: list[Fact]) -> None:
    def pause_at_once(fact: Fact) -> None:
        if isinstance(fact, SegmentStarted) and practice.state == "playing":
            practice.play_pause()

    practice.fact.connect(pause_at_once)
    heard_after: list[str] = []
    practice.fact.connect(lambda fact: heard_after.append(type(fact).__name__))
    practice.play_pause()
    practice.stop()
    assert heard_after == [type(fact).__name__ for fact in facts]
    assert heard_after.index("SegmentStarted") < heard_after.index("Paused")


def test_actions_that_the_state_forbids_do_nothing(practice: Practice, facts: list[Fact]) -> None:
    for act in (practice.next, practice.previous, practice.again, practice.go, practice.resume, practice.leave):
        act()
    practice.skip_s(10)
    practice.seek(5000)
    assert (practice.state, practice.player.place_ms, facts) == ("idle", 0.0, [])


def test_a_jump_can_be_taken_back_for_five_seconds(practice: Practice, qtbot: QtBot) -> None:
    offered: list[str] = []
    practice.undo_changed.connect(offered.append)
    play_to(practice, 2000)
    practice.next()
    assert practice.player.place_ms > 2000
    practice.undo()
    assert practice.player.place_ms == 2000
    practice.stop()
    assert offered == ["Skipped ahead", ""]


def test_leaving_pauses_first_and_can_be_taken_back(practice: Practice, facts: list[Fact]) -> None:
    play_to(practice, 4000)
    practice.leave()
    assert (practice.view, practice.state) == ("start", "paused")
    practice.undo()
    assert (practice.view, practice.state, practice.player.place_ms) == ("play", "playing", 4000)
    assert not [f for f in facts if isinstance(f, Stopped)]
    practice.stop()


def test_leaving_stops_when_it_is_not_taken_back(
    clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "UNDO_MS", 20)
    practice = practice_of(clock)
    facts: list[Fact] = []
    practice.fact.connect(facts.append)
    play_to(practice, 4000)
    with qtbot.waitSignal(practice.opened, timeout=2000):
        practice.leave()
    assert (practice.state, practice.player.place_ms) == ("idle", 0.0)
    assert [f for f in facts if isinstance(f, Stopped)]


def test_adjusting_in_play_keeps_the_place_and_what_was_held(
    practice: Practice, clock: FakeClock, facts: list[Fact]
) -> None:
    hold = place_of(practice, "hold")
    play_to(practice, hold)
    clock.advance(4000)
    practice.set_adjustments(Adjustments().with_change("calf#0", hold=60.0))
    assert practice.player.place_ms == hold + 4000
    assert practice.player.segment.duration_ms == 60_000
    practice.stop()
    assert [f.held_ms for f in facts if isinstance(f, HoldEnded)] == [4000]


def test_no_floor_leaves_out_what_has_no_other_form(practice: Practice) -> None:
    practice.set_no_floor(True)
    assert practice.prepared.left_out == ("Legs on the wall",)
    assert {s.exercise for s in practice.timeline.segments} == {"calf"}
    practice.play_pause()
    practice.set_no_floor(False)  # too late: the steps themselves would change
    assert practice.order.no_floor
    practice.stop()


def test_tempo_takes_over_and_other_settings_leave_the_timeline_alone(practice: Practice) -> None:
    total_ms = practice.timeline.total_ms
    changes: list[int] = []
    practice.timeline_changed.connect(lambda: changes.append(practice.timeline.total_ms))
    practice.set_settings(Settings({"theme": "dark"}))
    assert changes == []
    practice.set_settings(Settings({"tempo": 2.0}))
    assert changes[0] > total_ms


def test_an_empty_routine_cannot_be_started(qtbot: QtBot, clock: FakeClock) -> None:
    practice = Practice({}, clock, Settings())
    practice.play_pause()
    assert practice.state == "idle"


def test_going_on_at_a_kept_place(practice: Practice, facts: list[Fact]) -> None:
    hold = place_of(practice, "hold", 1)
    practice.play_from(hold + 5000, side_again=True)
    assert practice.player.place_ms == place_of(practice, "in", 1)
    assert [f.cue.text for f in facts if isinstance(f, CueDue)] == []
    practice.stop()

def said(timeline: Timeline, step: int) -> list[str]:
    return [c.text for c in timeline.cues if c.text and timeline.segments[c.segment].step == step]


def test_the_full_explanation_comes_back_for_the_exercise_at_hand(practice: Practice) -> None:
    """What is known is told in short; asked for, it is explained once more, from its beginning."""
    practice.open(practice.routine, learnt=dict.fromkeys(practice.catalogue, "bare"))
    bare = practice.timeline
    step = next(s for s in bare.segments if s.step == 1 and s.kind == "hold")
    practice.play_from(step.start_ms)
    practice.explain()
    here = practice.player.segment
    assert (here.step, here.kind) == (1, "travel")
    assert len(said(practice.timeline, 1)) > len(said(bare, 1))
    assert said(practice.timeline, 0) == said(bare, 0)
    practice.undo()
    assert practice.player.segment.kind == "hold"
    practice.stop()


def test_what_is_known_counts_only_where_guidance_fades(practice: Practice) -> None:
    short = practice.timeline.cues
    practice.open(practice.routine, learnt=dict.fromkeys(practice.catalogue, "bare"))
    assert len(practice.timeline.cues) < len(short)
    practice.set_settings(practice.settings.with_value("guidance", "short"))
    assert practice.timeline.cues == short
