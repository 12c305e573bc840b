"""An exercise as text: a new file says what it must, an old one changes where the person changed something."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hinge_gui.core.exercise import Cues, Dose, Exercise, Learn, Pace, Picture
from hinge_gui.core.own_exercise import TEMPLATE, turn_dose
from hinge_gui.store.assets import asset
from hinge_gui.store.exercise_text import renamed, update_exercise, write_exercise
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.store.shared import PNG

ANGEL = replace(
    TEMPLATE, id="wall-angel", name="Wall angel", sides="both", props=("wall",),
    cues=Cues(move_in=("Slide your arms up.",), hold=("Breathe easily.", "Ribs: quiet.")),
    learn=Learn(care=("A sore shoulder",)), pictures=(Picture("one.png", "Arms low", 7), Picture("two.png")),
)  # fmt: skip
WRITTEN = """format: hinge-exercise/1
id: wall-angel
name: Wall angel
kind: stretch
posture: standing
sides: both
props: [wall]
hold: {default: 30, min: 5, max: 120}
repetitions: {default: 2, min: 1, max: 10}
pace: {in: 4, out: 4, rest: 10}
cues:
  in:
    - Slide your arms up.
  hold:
    - Breathe easily.
    - "Ribs: quiet."
learn:
  care:
    - A sore shoulder
pictures:
  - file: one.png
    alt: Arms low
    seconds: 7
  - file: two.png
"""
BY_HAND = """# what the physio showed me
format: hinge-exercise/1
id: side-bend
name: Side bend   # the easy one
kind: skill
posture: standing
sides: each

hold: {default: 2, min: 1, max: 9}
repetitions: {default: 8, min: 4, max: 12}
pace: {in: 3, out: 3}
cues:
  in: [Reach over., Long arm.]   # both are hers
learn:
  sources: [a leaflet]
variants:
  - {id: seated, name: Seated, posture: seated}
"""


@pytest.fixture
def own(home: Path) -> Path:
    for folder in ("exercises", "pictures"):
        (home / folder).mkdir(parents=True)
    for name in ("one.png", "two.png"):
        (home / "pictures" / name).write_bytes(PNG)
    return home / "exercises"


def read(own: Path, name: str, text: str) -> Exercise:
    (own / f"{name}.yaml").write_text(text)
    entry = Library(places()).exercises.find(name)
    assert entry is not None
    assert entry.exercise is not None, entry.faults
    return entry.exercise


def test_a_new_file_says_what_it_must_and_reads_back(own: Path) -> None:
    assert write_exercise(ANGEL) == WRITTEN
    again = read(own, "wall-angel", WRITTEN)
    assert replace(again, pictures=tuple(replace(p, path="") for p in again.pictures)) == ANGEL


def test_one_change_leaves_every_other_byte(own: Path) -> None:
    exercise = read(own, "side-bend", BY_HAND)
    assert update_exercise(BY_HAND, exercise) == BY_HAND
    assert update_exercise(BY_HAND, replace(exercise, name="Side")) == BY_HAND.replace("Side bend ", "Side ")
    slower = turn_dose(turn_dose(exercise, "move_in", 5), "hold", 12)
    expected = BY_HAND.replace("in: 3,", "in: 5,").replace("default: 2, min: 1, max: 9", "default: 12, min: 1, max: 12")
    assert update_exercise(BY_HAND, slower) == expected


def test_what_the_form_does_not_show_stays(own: Path) -> None:
    exercise = read(own, "side-bend", BY_HAND)
    text = update_exercise(BY_HAND, replace(exercise, cues=Cues(), learn=Learn(care=("After a fall",)), props=("mat",)))
    again = read(own, "side-bend", text)
    assert again.learn.sources == ("a leaflet",)
    assert again.learn.care == ("After a fall",)
    assert (again.cues, again.props, set(again.variants)) == (Cues(), ("mat",), {"seated"})


@pytest.mark.parametrize("file", sorted(asset("resources", "exercises").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_built_in_exercise_may_become_ones_own(own: Path, file: Path) -> None:
    text = renamed(file.read_text(), "mine", "Mine")
    exercise = read(own, "mine", text)
    assert update_exercise(text, exercise) == text
    assert exercise.figure == Library(places()).catalogue[file.stem].figure


def test_bounds_give_way_to_what_is_wanted() -> None:
    assert turn_dose(ANGEL, "hold", 150).hold == Dose(150, 5, 150)
    assert turn_dose(ANGEL, "repetitions", 14).repetitions == Dose(14, 1, 14)
    assert turn_dose(ANGEL, "hold", 999).hold.default == 180
    assert turn_dose(turn_dose(ANGEL, "rest", 3), "rest", None).pace == Pace(4, 4, 10)
