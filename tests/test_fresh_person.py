"""Somebody who has never seen the program, at a real screen with a real mouse: each line of a story is one action."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.end_to_end.person import Person
from tests.helpers import within

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a screen that nobody sees is Linux's way")

A_ROUTINE_OF_ONES_OWN = """
    Click "I understand".
    Click "All practices".
    Click "New routine".
    Click "Calf stretch" among "Exercises to add".
    Click "Add exercise".
    Click "Hip hinge" among "Exercises to add".
    Click "Add exercise".
    Click "Legs on the wall" among "Exercises to add".
    Click "Add exercise".
    Turn the wheel over "Exercises to add" until "Twist on the floor" is in sight.
    Click "Twist on the floor" among "Exercises to add".
    Click "Calf stretch" among "Steps of the routine".
    Turn the wheel over "The movement" until "Longer on the left: more" is in sight.
    Click "Longer on the left: more".
    Click "Longer on the left: more".
    Click "Longer on the left: more".
    Click "Save".
"""
WHAT_IS_KEPT = """\
format: hinge-routine/1
name: My routine
steps:
  - exercise: calf-stretch
    extra: {left: 15}
  - exercise: hip-hinge
  - exercise: legs-on-the-wall
  - exercise: twist-on-the-floor
"""

A_LONGER_HOLD_DURING_PLAY = """
    Press A.
    Click "Hold: more".
"""


def test_from_launch_to_a_routine_of_four_with_a_longer_left_side(tmp_path: Path) -> None:
    with Person(tmp_path) as person:
        person.follow(A_ROUTINE_OF_ONES_OWN)
        assert person.actions <= 25
        kept = tmp_path / "hinge" / "routines" / "my-routine.yaml"
        assert within(5, lambda: kept.is_file() and kept.read_text()) == WHAT_IS_KEPT


def test_a_changed_hold_during_play_in_two_actions(tmp_path: Path) -> None:
    with Person(tmp_path, "--start") as person:
        person.follow(A_LONGER_HOLD_DURING_PLAY)
        assert person.actions <= 2
        assert person.reads("35 s")
        kept = tmp_path / "hinge" / "adjustments" / "gentle-practice.yaml"
        assert "hold: 35" in str(within(5, lambda: kept.is_file() and kept.read_text()))
