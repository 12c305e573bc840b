"""A routine fitted to a time: near it, within bounds, fair to both sides, and honest where it cannot be."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.adjust import Adjustments, Change, adjusted
from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.faults import routine_faults
from hinge_gui.core.fit import NEAR_MS, fit, reach_ms
from hinge_gui.core.plan import Planned, plan_routine
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.core.builders import CATALOGUE, routine, routines


@cache
def library() -> Library:
    return Library(places())


@pytest.mark.parametrize("minutes", [10, 12, 15, 20])
@pytest.mark.parametrize("name", ["gentle-practice", "post-order"])
def test_the_six_in_so_many_minutes(name: str, minutes: int) -> None:
    played = library().playable(name)
    found = fit(played, library().catalogue, minutes * 60_000, Adjustments())
    assert found.fits, found.words
    assert abs(found.total_ms - minutes * 60_000) <= NEAR_MS


@given(routines(), st.integers(1, 40))
def test_fair_sound_and_honest(start: Routine, minutes: int) -> None:
    if routine_faults(start, CATALOGUE):
        return
    found = fit(start, CATALOGUE, minutes * 60_000, Adjustments())
    after = adjusted(start, CATALOGUE, found.adjustments)
    timeline = compile_routine(after, CATALOGUE)
    assert routine_faults(after, CATALOGUE) == []
    assert timeline.total_ms == found.total_ms
    holds = Counter((s.step, s.side) for s in timeline.segments if s.kind == "hold")
    for (step, side), count in holds.items():
        assert side == "both" or count == holds[step, "left" if side == "right" else "right"]
    assert found.fits == (abs(found.total_ms - minutes * 60_000) <= NEAR_MS)
    assert ("allow" in found.words) != found.fits


@pytest.mark.parametrize("name", sorted(entry.id for entry in library().routines()))
def test_every_minute_of_the_slider_is_met_with_holds_that_can_be_counted(name: str) -> None:
    played, catalogue = library().playable(name), library().catalogue
    shortest_ms, longest_ms = reach_ms(played, catalogue, Adjustments())
    for minutes in range(-(-shortest_ms // 60_000), longest_ms // 60_000 + 1):
        found = fit(played, catalogue, minutes * 60_000, Adjustments())
        assert abs(found.total_ms - minutes * 60_000) <= NEAR_MS, (minutes, found.words)
        steps = plan_routine(adjusted(played, catalogue, found.adjustments), catalogue)
        assert all(s.hold < 10 or s.hold == int(s.hold) for s in steps if isinstance(s, Planned))


def test_the_time_that_it_has_needs_no_change() -> None:
    start = routine(ExerciseStep("calf"), ExerciseStep("wall"))
    found = fit(start, CATALOGUE, compile_routine(start, CATALOGUE).total_ms, Adjustments())
    assert found.adjustments == Adjustments()
    assert found.words == "As the routine has it."


def test_what_was_set_for_one_exercise_stays() -> None:
    start = routine(ExerciseStep("calf"), ExerciseStep("wall"))
    mine = Adjustments(steps={"calf#0": Change(hold=20)})
    after = adjusted(start, CATALOGUE, fit(start, CATALOGUE, 240_000, mine).adjustments)
    assert getattr(plan_routine(after, CATALOGUE)[0], "hold", None) == 20


@pytest.mark.parametrize(("minutes", "said"), [(0.5, "shortest"), (60, "longest")])
def test_it_says_when_it_cannot(minutes: float, said: str) -> None:
    start = routine(ExerciseStep("calf"))
    found = fit(start, CATALOGUE, minutes * 60_000, Adjustments())
    assert not found.fits
    assert f"the {said} that these exercises allow" in found.words


def test_what_can_be_reached() -> None:
    start = routine(ExerciseStep("calf"), ExerciseStep("wall"))
    shortest, longest = reach_ms(start, CATALOGUE, Adjustments())
    for target_ms in (shortest + 2000, longest - 2000):
        assert fit(start, CATALOGUE, target_ms, Adjustments()).fits
