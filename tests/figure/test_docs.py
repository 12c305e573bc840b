"""The page about poses says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from hinge_gui.figure.camera import NAMED
from hinge_gui.figure.check import figure_faults
from hinge_gui.figure.faults import RANGES
from hinge_gui.figure.joints import LIMB_RANGES, TRUNK_RANGES
from hinge_gui.figure.mark_words import INSET_KEYS, MARK_KEYS
from hinge_gui.figure.measures import broken, measure
from hinge_gui.figure.notation import FOOT_KEYS, HAND_KEYS, KNEE_KEYS, PROP_KEYS
from hinge_gui.figure.spec import KEYS, POSE_KEYS, FigureSpec
from hinge_gui.store.check_file import check_file
from hinge_gui.store.library import Library
from hinge_gui.store.places import places

PAGES = Path(__file__).parents[2] / "docs"
PAGE = (PAGES / "poses.md").read_text(encoding="utf-8")


def example() -> dict[str, object]:
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    figure: dict[str, object] = yaml.safe_load(block)["figure"]
    return figure


def test_the_example_is_sound_and_holds_what_it_says() -> None:
    assert figure_faults(example()) == []
    spec = FigureSpec.from_mapping(example())
    for range_ in RANGES:
        assert broken(measure(spec, range_=range_)) == set()
        assert broken(measure(spec, range_=range_, mistake="leaning")) == {"trunk"}


def test_the_example_file_is_a_sound_exercise_with_the_figure_of_the_page() -> None:
    file = PAGES / "knee-bend.yaml"
    assert check_file(file, Library(places()), places()) == ()
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["figure"] == example()


def test_every_key_is_named_on_the_page() -> None:
    written = " ".join(re.findall(r"```yaml\n.*?```|`[^`]+`", PAGE, re.DOTALL))
    keys = {*KEYS, *POSE_KEYS, *PROP_KEYS, *FOOT_KEYS, *HAND_KEYS, *KNEE_KEYS, *MARK_KEYS, *INSET_KEYS}
    assert keys - set(re.findall(r"[a-z_]+", written)) == set()


def test_every_angle_is_named_on_the_page() -> None:
    named = set(re.findall(r"`([a-z_]+)`", PAGE))
    assert {*TRUNK_RANGES, *LIMB_RANGES} <= named
    assert all(view in PAGE for view in ("side", "front", "top", "back", "three-quarter"))
    assert {"side", "front", "top", "back", "three-quarter"} <= set(NAMED)
