"""A routine made, put in order, tried out and thrown away by hand: with the mouse and the keys of a real screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.person import Person
from tests.helpers import within

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a screen that nobody sees is Linux's way")

MINE = """\
format: hinge-routine/1
name: Mine
steps:
  - exercise: calf-stretch
  - exercise: hip-hinge
  - exercise: soleus-stretch
"""
HOME = """
    Click "I understand".
    Click "All practices".
"""
TO_THE_EDITOR = (
    HOME
    + """
    Ask for the menu of "Mine" among "Practices".
    Click "Edit".
"""
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "hinge" / "routines" / "mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(MINE)
    return file


@pytest.fixture
def person(tmp_path: Path, mine: Path) -> Iterator[Person]:
    with Person(tmp_path) as somebody:
        yield somebody


def exercises(file: Path) -> list[str]:
    return [line.split(": ")[1] for line in file.read_text().splitlines() if "exercise: " in line]


def test_the_order_by_drag_and_by_keys_and_back(person: Person, mine: Path) -> None:
    person.follow(
        TO_THE_EDITOR
        + """
        Drag "Soleus stretch" above "Calf stretch" in "Steps of the routine".
        Press ctrl+s.
    """
    )
    wanted = ["soleus-stretch", "calf-stretch", "hip-hinge"]
    assert within(3, lambda: exercises(mine) == wanted), exercises(mine)
    person.follow("""
        Click "Calf stretch" among "Steps of the routine".
        Press alt+Down.
        Press ctrl+s.
    """)
    wanted = ["soleus-stretch", "hip-hinge", "calf-stretch"]
    assert within(3, lambda: exercises(mine) == wanted), exercises(mine)
    person.follow("""
        Press ctrl+z.
        Press ctrl+z.
        Press ctrl+s.
    """)
    assert within(3, lambda: mine.read_text() == MINE), mine.read_text()


def test_a_pause_with_words_rounds_another_form_and_a_try(person: Person, mine: Path) -> None:
    person.follow(
        TO_THE_EDITOR
        + """
        Click "Add pause".
        Type "Drink something.".
        Press Return.
        Click "Hip hinge" among "Steps of the routine".
        Click "Try it".
        Press Escape.
        Click "As rounds".
        Click "Save".
    """
    )
    wanted = "  - pause: 30\n    say: Drink something.\n  - rounds: 2\n    steps:\n      - exercise: hip-hinge\n"
    assert within(3, lambda: wanted in mine.read_text()), mine.read_text()


def test_thrown_away_and_brought_back(person: Person, mine: Path) -> None:
    person.follow(
        HOME
        + """
        Ask for the menu of "Mine" among "Practices".
        Click "Delete".
    """
    )
    assert within(3, lambda: not mine.exists())
    person.follow("""Click "Undo".""")
    assert within(3, mine.exists)
    assert mine.read_text() == MINE
