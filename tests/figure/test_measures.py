"""The table "what the figure is held to": every form, range, side and body; every mistake breaks what it names."""

from __future__ import annotations

from itertools import cycle

import pytest

from hinge_gui.figure.measures import Measure, broken, measure
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.spec import RANGES
from tests.figure.forms import Form, form, forms

# What each end pose must be held to, with bounds no wider than these; None stands for the base and its variants.
REQUIRED: dict[tuple[str, str | None], dict[str, tuple[float, float]]] = {
    ("hip-hinge", None): {"leg-vertical": (-2, 2), "hands": (0, 1.7), "feet": (-5, 5), "spine": (0, 2)},
    ("hip-hinge", "stool"): {"leg-vertical": (-2, 2), "hands": (0, 1.7), "feet": (-5, 5), "spine": (0, 2)},
    ("hip-hinge", "hands-free"): {"leg-vertical": (-12.5, -5.5), "spine": (0, 2)},
    ("hip-hinge", "hands-and-knees"): {"thighs": (-5, 5), "arms": (-5, 5), "spine": (0, 2)},
    ("calf-stretch", None): {"heel": (-0.5, 0.5), "knee": (0, 5), "hips": (-5, 5), "ball": (0, 0.5)},
    ("calf-stretch", "half-roller"): {"heel": (-0.5, 0.5), "knee": (0, 5), "hips": (-5, 5), "ball": (0, 0.5)},
    ("soleus-stretch", None): {"heel": (-0.5, 0.5), "knee-rule": (-3, 3), "hips": (-5, 5), "ball": (0, 0.5)},
    ("top-of-foot-stretch", None): {
        "leg-vertical": (-2, 2),
        "toes": (-40, -20),
        "pad": (-0.6, 0.6),
        "trunk": (-3, 3),
        "hands": (0, 1.7),
    },
    ("legs-on-the-wall", None): {"pelvis-level": (-5, 5), "tail": (-1, 1), "heels": (0, 1.7), "legs": (0, 2)},
    ("twist-on-the-floor", None): {"chest": (-15, 15), "shoulders": (0, 5), "head": (0, 20), "knee-rest": (0, 0.5)},
}
ROLLS = {"first-weeks": 30, "usual": 45, "regular": 60}


@pytest.mark.parametrize("one", forms(), ids=str)
def test_every_range_side_and_body_holds(one: Form) -> None:
    for range_ in RANGES:
        for side in ("right", "left"):
            for body in PROPORTIONS:
                measures = measure(one.spec, side=side, range_=range_, body=body)
                faults = [m for m in measures if not m.ok]
                assert not faults, (range_, side, body)


@pytest.mark.parametrize("one", [f for f in forms() if f.breaks], ids=str)
def test_each_mistake_breaks_just_what_it_names(one: Form) -> None:
    held = {m.measure for m in measure(one.spec)}
    for mistake, named in one.breaks.items():
        assert named & held, f"{mistake} names nothing that this form is held to"
        for range_ in RANGES:
            for side, body in zip(cycle(("right", "left")), PROPORTIONS, strict=False):
                measures = measure(one.spec, side=side, range_=range_, body=body, mistake=mistake)
                assert broken(measures) == named & held, (mistake, range_, side, body)


def test_a_mistake_is_named_only_where_there_is_a_pose_of_it() -> None:
    for one in forms():
        assert set(one.breaks) <= set(one.spec.mistakes), str(one)


@pytest.mark.parametrize(("key", "bounds"), REQUIRED.items(), ids=lambda value: "/".join(map(str, value))[:40])
def test_the_data_holds_itself_to_the_table(
    key: tuple[str, str | None], bounds: dict[str, tuple[float, float]]
) -> None:
    held = form(*key).spec.held_to()
    for name, (low, high) in bounds.items():
        assert low <= held[name][0], name
        assert held[name][1] <= high, name


@pytest.mark.parametrize("range_", RANGES)
def test_the_twist_rolls_the_pelvis_as_far_as_the_range_says(range_: str) -> None:
    low, high = form("twist-on-the-floor").spec.held_to(range_)["pelvis-roll"]
    assert (low + high) / 2 == ROLLS[range_]
    assert high - low <= 6


def test_ranges_go_further_one_after_the_other() -> None:
    def lean(range_: str) -> float:
        measures = {m.measure: m.value for m in measure(form("hip-hinge", "stool").spec, range_=range_)}
        return measures["trunk"]

    assert lean("first-weeks") < lean("usual") < lean("regular")


def test_a_bound_is_part_of_what_is_allowed() -> None:
    assert Measure("knee", 5.0, 0.0, 5.0).ok
    assert not Measure("knee", 5.1, 0.0, 5.0).ok
    assert Measure("knee", 5.004, 0.0, 5.0).as_json() == {
        "measure": "knee", "value": 5.0, "low": 0.0, "high": 5.0, "ok": False,
    }  # fmt: skip


def test_measures_see_a_leg_that_was_moved() -> None:
    """The gauges themselves must be able to fail: a hinge whose ankles are tipped by three degrees."""
    raw = dict(form("hip-hinge").data["figure"])
    raw["poses"] = {**raw["poses"], "tipped": {"work_ankle": 4.6}}
    spec = type(form("hip-hinge").spec).from_mapping(raw)
    assert broken(measure(spec, mistake="tipped")) == {"leg-vertical"}


def test_a_straight_leg_is_lifted_no_further_than_hamstrings_let_it() -> None:
    raw = dict(form("hip-hinge", "hands-free").spec.raw)

    def beyond(tilt: float, knee: float) -> bool:
        poses = {**raw["poses"], "deep": {"pelvis_tilt": tilt, "knee": knee, "work_ankle": 0}}
        spec = type(form("hip-hinge").spec).from_mapping({**raw, "poses": poses})
        return "joints" in broken(measure(spec, mistake="deep"))

    assert not beyond(84, 0)
    assert beyond(88, 0)
    assert not beyond(88, 20)


def test_all_contacts_are_in_reach_of_every_body() -> None:
    for one in forms():
        for body in PROPORTIONS:
            for range_ in RANGES:
                for mistake in (None, *one.spec.mistakes):
                    assert not Motion(one.spec, range_=range_, body=body, mistake=mistake).out_of_reach(), str(one)
