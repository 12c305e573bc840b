"""The first sessions are explained, the later ones hardly, and after a long gap it begins anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.fading import faded
from hinge_gui.core.practice import Held, PracticeEntry
from hinge_gui.core.routine import ExerciseStep
from tests.core.builders import CATALOGUE, routine

NOW = datetime(2026, 5, 20, 8, 0, tzinfo=UTC)


def practice(days_ago: float, *exercises: str) -> PracticeEntry:
    holds = tuple(Held(e, None, side, 30, 30) for e in exercises for side in ("left", "right"))
    return PracticeEntry((NOW - timedelta(days=days_ago)).isoformat(), "r", "R", True, "left", 100, holds)


@pytest.mark.parametrize(
    ("sessions", "guidance"), [(0, None), (1, None), (2, "short"), (5, "short"), (6, "bare"), (40, "bare")]
)
def test_two_in_full_then_short_then_bare(sessions: int, guidance: str | None) -> None:
    entries = [practice(days / 2 + 1, "calf") for days in range(sessions)]
    assert faded(entries, NOW).get("calf") == guidance


def test_each_exercise_has_a_count_of_its_own() -> None:
    entries = [practice(n, "calf", "wall") if n < 3 else practice(n, "calf") for n in range(1, 9)]
    assert faded(entries, NOW) == {"calf": "bare", "wall": "short"}


def test_a_gap_of_more_than_thirty_days_brings_the_explanation_back() -> None:
    old = [practice(40 + n, "calf") for n in range(9)]
    assert faded(old, NOW) == {}
    assert faded([*old, practice(1, "calf")], NOW) == {}
    assert faded([*old, practice(1, "calf"), practice(2, "calf")], NOW) == {"calf": "short"}


def test_what_is_known_is_left_unsaid_and_what_is_new_explained() -> None:
    asked = routine(ExerciseStep("calf", repetitions=1), ExerciseStep("wall"))
    known = faded([practice(n, "calf") for n in range(1, 8)], NOW)
    said = [c.text for c in compile_routine(asked, CATALOGUE, Manner("full", guidance_for=known)).cues if c.text]
    assert "Roll onto your back." in said
    assert "Calf stretch, left side." in said
    assert not any("ball of the" in text for text in said)


def test_a_practice_of_this_hour_does_not_count_yet() -> None:
    """It may have been cut short, and goes on as it was."""
    assert faded([practice(2, "calf"), practice(0.1, "calf")], NOW) == {}
    assert faded([practice(2, "calf"), practice(0.5, "calf")], NOW) == {"calf": "short"}
