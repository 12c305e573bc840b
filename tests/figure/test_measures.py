"""The table "what the figure is held to": every form, range, side and body; every mistake breaks what it names."""

from __future__ import annotations

from itertools import cycle, product

import pytest

from hinge_gui.figure.faults import RANGES
from hinge_gui.figure.measures import Measure, broken, measure
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import CM
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.vector import angle_deg, bend_deg, column, distance
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


@pytest.mark.parametrize(("range_", "bent"), [("first-weeks", True), ("usual", False), ("regular", False)])
def test_the_other_knee_is_bent_in_the_first_weeks_of_the_twist_and_straight_later(range_: str, bent: bool) -> None:
    for body in PROPORTIONS:
        now = Motion(form("twist-on-the-floor").spec, range_=range_, body=body).at(1.0)
        knee = -bend_deg(now.frames["l_thigh"], now.frames["l_shank"])
        assert 80 <= knee <= 90 if bent else knee <= 10
        together = distance(now.joints["l_knee"], now.joints["r_knee"])
        assert (together < 0.1) == bent, "the knees lie together"


@pytest.mark.parametrize(
    ("range_", "pointed_deg", "behind_cm"), [("first-weeks", 40, 25), ("usual", 50, 28), ("regular", 60, 30)]
)
def test_the_back_foot_is_pointed_as_far_as_the_range_says_and_near_enough_to_stand_upright(
    range_: str, pointed_deg: float, behind_cm: float
) -> None:
    for body in PROPORTIONS:
        now = Motion(form("top-of-foot-stretch").spec, range_=range_, body=body).at(1.0)
        shank, foot = now.frames["r_shank"], now.frames["r_foot"]
        assert angle_deg(column(shank, 1), column(foot, 0)) - 90 == pytest.approx(pointed_deg, abs=1)
        assert (now.joints["r_hip"][0] - now.joints["r_ankle"][0]) / CM == pytest.approx(behind_cm, abs=1)
        assert now.joints["r_toe"][1] == pytest.approx(now.joints["r_toe_mid"][1], abs=0.002), "their tops lie flat"


def test_who_stands_on_one_leg_has_the_hips_over_it() -> None:
    motion = Motion(form("top-of-foot-stretch").spec)
    start, end = (motion.at(progress).joints for progress in (0.0, 1.0))
    assert start["pelvis"][2] == pytest.approx(0.0, abs=1e-9)
    assert end["l_ankle"] == pytest.approx(start["l_ankle"])
    assert end["pelvis"][2] < -0.02
    assert end["r_hip"][1] == pytest.approx(end["l_hip"][1]), "the pelvis stays level"


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


@pytest.mark.parametrize("variant", [None, "further-back"])
def test_the_foot_stands_on_its_towel_in_every_mistake_too(variant: str | None) -> None:
    spec = form("top-of-foot-stretch", variant).spec
    for mistake, range_ in product((None, *spec.mistakes), RANGES):
        towel = next(prop for prop in spec.props(range_, "right", mistake) if prop.kind == "folded towel")
        foot = Motion(spec, range_=range_, mistake=mistake).at(1.0).joints
        bears = foot["r_ball" if mistake == "toes-up" else "r_toe"]
        for n in (0, 2):
            assert abs(bears[n] - towel.at[n]) < towel.size[n] / 2, (mistake, range_)
