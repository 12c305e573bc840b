"""How a figure is written, and what is said where it is written wrongly."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_gui.figure.check import figure_faults
from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.measures import broken, measure
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import CM
from hinge_gui.figure.spec import FigureSpec, standing
from hinge_gui.figure.stage import Stage
from hinge_gui.figure.vector import angle_deg, column
from tests.figure.forms import forms

STAND: dict[str, Any] = {"contacts": {"foot": {"heel": [-6.12]}}}


def figure(**changes: Any) -> dict[str, Any]:
    return {"poses": {"start": STAND, "end": {**STAND, **changes}}}


@pytest.mark.parametrize(
    ("raw", "path", "words"),
    [
        ([], (), "poses: start and end"),
        ({}, ("poses",), "needs poses"),
        ({"poses": {"start": STAND}}, ("poses", "end"), "the pose end is missing"),
        ({**figure(), "pose": {}}, ("pose",), "did you mean poses?"),
        ({**figure(), "view": "sid"}, ("view",), "did you mean side?"),
        (
            {"poses": {**figure()["poses"], "slumped": {"view": "frnt"}}},
            ("poses", "slumped", "view"),
            "did you mean front?",
        ),
        ({**figure(), "held_to": {"kne": [0, 5]}}, ("held_to", "kne"), "did you mean knee?"),
        ({**figure(), "held_to": {"knee": 5}}, ("held_to", "knee"), "[low, high]"),
        ({**figure(), "anchor": {"pelvs": [0, 5]}}, ("anchor", "pelvs"), "did you mean pelvis?"),
        ({**figure(), "props": [{"kind": "chiar"}]}, ("props", 0, "kind"), "did you mean chair?"),
        (figure(work_hpi=20), ("poses", "end", "work_hpi"), "did you mean work_hip?"),
        (figure(knee=170), ("poses", "end", "knee"), "knee 170° is beyond nature; -10 to 150 is possible"),
        (figure(knee="bent"), ("poses", "end", "knee"), "bent is not an angle in degrees; write a number"),
        (figure(knee=True), ("poses", "end", "knee"), "true is not an angle in degrees; write a number"),
        (figure(knee={"first-weeks": 20}), ("poses", "end", "knee"), "by range for `usual` at least"),
        (figure(knee={"usual": 20, "regularr": 9}), ("poses", "end", "knee", "regularr"), "did you mean regular?"),
        (
            figure(contacts={"foot": STAND["contacts"]["foot"], "hand": {"palm": [20, 100, 20], "elbow": [0, 0, 0]}}),
            ("poses", "end", "contacts", "hand", "elbow"),
            "where the elbow points",
        ),
        (figure(contacts=[]), ("poses", "end", "contacts"), "a map of contacts"),
        (
            figure(contacts={"foot": {"heel": [-6], "pitch": 1e9}}),
            ("poses", "end", "contacts", "foot", "pitch"),
            "pitch 1e+09 is out of bounds; -180 to 180 is possible",
        ),
        ({**figure(), "view": {"yaw": 5, "pitch": 1e9}}, ("view", "pitch"), "-90 to 90 is possible"),
        ({**figure(), "props": [{"kind": "stool", "at": [1e9]}]}, ("props", 0, "at", 0), "out of bounds"),
        ({**figure(), "props": [{"kind": "stool", "size": [9, -9]}]}, ("props", 0, "size", 1), "size -9 is out"),
        ({**figure(), "props": [{"kind": "stool", "size": "tall"}]}, ("props", 0, "size"), "[forward, up, across]"),
        ({**figure(), "props": [{"kind": "stool"}] * 300}, ("props",), "300 props; at most 30"),
        ({**figure(), "marks": [{"kind": "spine"}] * 300}, ("marks",), "300 marks; at most 100"),
        (
            {"poses": {**figure()["poses"], "slumped": {"without": "chair"}}},
            ("poses", "slumped", "without"),
            "a list of props, as [cushion]",
        ),
        (
            {"poses": {**figure()["poses"], "slumped": {"without": ["chiar"]}}},
            ("poses", "slumped", "without", 0),
            "did you mean chair?",
        ),
        (figure(contacts={"foott": {}}), ("poses", "end", "contacts", "foott"), "unknown contact"),
        (
            figure(contacts={"foot": STAND["contacts"]["foot"], "hand": {"upon": "stool", "palm": [40]}}),
            ("poses", "end", "contacts", "hand", "upon"),
            "unknown thing to rest on 'stool'",
        ),
        (figure(contacts={"foot": {"heel": "here"}}), ("poses", "end", "contacts", "foot", "heel"), "[forward, up,"),
        (figure(contacts={"work_foot": None}), ("anchor",), "stands on work_foot, which touches nothing"),
        (figure(contacts={"work_foot": {"level": 0}}), ("anchor",), "stands on work_foot, which needs a place"),
        (figure(knee={"usual": 20, "regular": 200}), ("poses", "end", "knee", "regular"), "beyond nature"),
        (
            {"poses": {"start": {}, "end": {"first-weeks": {"knee": 5}, "usual": {"kne": 9}}}},
            ("poses", "end", "usual", "kne"),
            "did you mean knee?",
        ),
        ({"poses": {"start": {}, "end": {"first-week": {}}}}, ("poses", "end", "first-week"), "mean first-weeks?"),
        ({**figure(), "props": ["chair"]}, ("props", 0), "a prop is a map with its kind"),
        ({**figure(), "props": [{"kind": "chair", "tall": 3}]}, ("props", 0, "tall"), "there are: kind, at"),
        ({**figure(), "held_to": {"knee": [5, 0]}}, ("held_to", "knee"), "exchange them"),
        ({**figure(), "ease": "gentel"}, ("ease",), "did you mean gentle?"),
        (figure(straight_arms="yes"), ("poses", "end", "straight_arms"), "true or false"),
        ({**figure(), "marks": [{"kind": "plum"}]}, ("marks", 0, "kind"), "did you mean plumb?"),
        ({**figure(), "marks": [{"kind": "plumb", "at": "knee"}]}, ("marks", 0, "at"), "did you mean work_knee?"),
        ({**figure(), "marks": [{"kind": "muscle", "name": "calff"}]}, ("marks", 0, "name"), "did you mean calf?"),
        ({**figure(), "marks": [{"kind": "muscle", "name": "calf", "side": "lft"}]}, ("marks", 0, "side"), "work_"),
        ({**figure(), "marks": [{"kind": "arrow", "offset": ["x"]}]}, ("marks", 0, "offset"), "[forward, up, right]"),
        ({**figure(), "inset": 5}, ("inset",), "{at: work_ball"),
        ({**figure(), "inset": {"at": "knee"}}, ("inset", "at"), "did you mean work_knee?"),
        ({**figure(), "inset": {"view": "sid"}}, ("inset", "view"), "did you mean side?"),
        ({**figure(), "inset": {"reach": 0}}, ("inset", "reach"), "1 to 200 is possible"),
    ],
)
def test_faults_name_their_place_and_remedy(raw: Any, path: tuple[str | int, ...], words: str) -> None:
    with pytest.raises(PoseFault) as caught:
        FigureSpec.from_mapping(raw)
    assert caught.value.path == path
    assert words in caught.value.message


def test_a_list_where_a_thing_to_rest_on_belongs_is_told_at_its_place() -> None:
    figure = copy.deepcopy(dict(forms()[0].spec.raw))
    figure["poses"]["end"].setdefault("contacts", {})["other_hand"] = {"upon": [], "palm": [0, 90, 0]}
    assert [fault.path for fault in figure_faults(figure)] == [("poses", "end", "contacts", "other_hand", "upon")]


def test_a_contact_out_of_reach_is_a_fault_with_its_distance() -> None:
    raw = {**figure(), "props": [{"kind": "counter", "at": [150, 0, 0]}]}
    raw["poses"]["end"] = {"contacts": {**STAND["contacts"], "hand": {"upon": "counter", "palm": [130, 0, 18]}}}
    faults = figure_faults(raw)
    assert [fault.path for fault in faults] == [("poses", "end", "contacts", "hand")] * 2
    assert faults[0].message.startswith("the right hand is short of its place by ")


def test_what_is_left_out_of_a_size_is_as_usual() -> None:
    wide = FigureSpec.from_mapping({**figure(), "props": [{"kind": "stool", "size": [50]}]}).props()[0]
    usual = FigureSpec.from_mapping({**figure(), "props": [{"kind": "stool"}]}).props()[0]
    assert wide.size == (50 * CM, *usual.size[1:])


def test_where_only_the_other_foot_is_told_of_the_body_stands_on_its_own() -> None:
    stepped = {"poses": {"start": {}, "end": {"contacts": {"other_foot": {"heel": [-30]}}}}}
    assert figure_faults(stepped) == []
    feet = FigureSpec.from_mapping(stepped).pose("end").contacts
    assert feet["r_foot"] == FigureSpec.from_mapping(stepped).pose("start").contacts["r_foot"]
    far = {"poses": {"start": {}, "end": {"contacts": {"other_foot": {"heel": [-300]}}}}}
    assert figure_faults(far)[0].message.startswith("the left foot is short of its place")


@pytest.mark.parametrize("turn_deg", [90, -90, 180, 37])
@pytest.mark.parametrize("side", ["right", "left"])
def test_who_stands_turned_has_feet_that_point_where_the_pelvis_looks(turn_deg: int, side: str) -> None:
    spec = FigureSpec.from_mapping({"poses": {"start": {}, "end": {"turn": turn_deg}}})
    body = Motion(spec, side=side).at(1.0)
    for leg in ("r", "l"):
        foot, thigh = (column(body.frames[f"{leg}_{part}"], 0) for part in ("foot", "thigh"))
        assert angle_deg(foot, column(body.frames["pelvis"], 0)) == pytest.approx(0.0, abs=0.5)
        assert angle_deg(thigh, foot) < 5.0
    Stage(spec, side=side).scene(1.0)


def test_legs_turned_as_no_body_can_are_drawn_all_the_same() -> None:
    back_to_front = figure(turn=180)
    assert figure_faults(back_to_front) == []
    Stage(FigureSpec.from_mapping(back_to_front)).scene(1.0)


def test_too_many_props_are_told_once_and_not_those_that_rest_on_them() -> None:
    raw = figure(contacts={"foot": STAND["contacts"]["foot"], "hand": {"upon": "stool", "palm": [40]}})
    faults = figure_faults({**raw, "props": [{"kind": "stool", "at": [40]}] * 31})
    assert [fault.path for fault in faults] == [("props",)]


def test_a_step_too_long_is_told_not_hidden_by_a_dipping_pelvis() -> None:
    raw = figure(contacts={"work_foot": {"heel": [-6.12]}, "other_foot": {"heel": [80]}})
    (fault,) = figure_faults(raw)
    assert fault.path == ("poses", "end", "contacts", "other_foot")


def test_all_faults_of_the_words_are_told_at_once_and_none_that_only_follows() -> None:
    hand = {"upon": "sofa", "palm": ["near"]}
    raw = {
        "view": "sid",
        "props": [{"kind": "sofa"}, {"kind": "chair", "at": ["there"]}],
        "poses": {
            "start": {"contacts": {"foot": {"heal": [-6]}}},
            "end": {"kne": 5, "hip": {"usual": 900, "regular": "far"}, "contacts": {"hand": hand}},
        },
        "held_to": {"trnk": [0, 5]},
        "marks": [5, {"kind": "plum"}],
    }
    assert sorted(".".join(map(str, fault.path)) for fault in figure_faults(raw)) == [
        "held_to.trnk", "marks.0", "marks.1.kind", "poses.end.contacts.hand.palm.0", "poses.end.hip.regular",
        "poses.end.hip.usual", "poses.end.kne", "poses.start.contacts.foot.heal", "props.0.kind", "props.1.at.0",
        "view",
    ]  # fmt: skip


def test_a_contact_that_all_poses_share_is_told_where_it_is_written() -> None:
    far = {"hand": {"palm": [900, 100, 15]}}
    raw = {"poses": {"all": {"contacts": far}, "start": {"contacts": {"hand": None}}, "end": {"usual": {"sh": 20}}}}
    assert {fault.path for fault in figure_faults(raw)} == {("poses", "all", "contacts", "hand")}
    raw["poses"]["end"] = {"usual": {"contacts": {"work_hand": far["hand"]}}}
    assert ("poses", "end", "usual", "contacts", "work_hand") in {fault.path for fault in figure_faults(raw)}


@pytest.mark.parametrize(
    ("angles", "anchor", "touching"),
    [
        ({}, "r_foot", {"r_foot", "l_foot"}),
        ({"knee": 20, "ankle": 10}, "r_foot", {"r_foot", "l_foot"}),
        ({"other_hip": 60, "other_knee": 90}, "r_foot", {"r_foot"}),
        ({"work_knee": 30, "work_ankle": 15}, "r_foot", {"r_foot", "l_foot"}),
        ({"hip": 90, "knee": 90}, "r_foot", {"r_foot", "l_foot"}),
        ({"pelvis_tilt": -90, "hip": 90}, "pelvis", set()),
        ({"pelvis_tilt": 75, "hip": 75, "knee": 90}, "r_knee", set()),
    ],
)
def test_a_pose_of_angles_alone_stands_kneels_or_lies(
    angles: dict[str, float], anchor: str, touching: set[str]
) -> None:
    spec = FigureSpec.from_mapping({"poses": {"start": {}, "end": angles}})
    assert (spec.pose("end").anchor.joint, set(spec.pose("end").contacts)) == (anchor, touching)
    assert figure_faults(spec.raw) == []


@pytest.mark.parametrize("word", ["work_", ""])
@pytest.mark.parametrize("side", ["left", "right"])
def test_where_the_leg_that_carries_bends_no_foot_goes_through_the_floor(word: str, side: str) -> None:
    spec = FigureSpec.from_mapping({"poses": {"start": {}, "end": {f"{word}knee": 30, f"{word}ankle": 15}}})
    assert not broken(measure(spec, side=side))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_junk_in_any_place_is_a_fault_or_a_figure_never_a_crash(data: st.DataObject) -> None:
    raw = copy.deepcopy(dict(data.draw(st.sampled_from(forms())).data["figure"]))
    node: Any = raw
    while True:
        key = data.draw(st.sampled_from(list(node) if isinstance(node, dict) else list(range(len(node)))))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.integers(0, 3)) == 0:
            break
        node = node[key]
    node[key] = data.draw(st.sampled_from([None, "x", 7, -3.5, 1e9, True, [], {}, [1], ["a", 2, 3], {"x": 1}, [[1]]]))
    try:
        spec = FigureSpec.from_mapping(raw)
    except PoseFault:
        assert figure_faults(raw)
        return
    for range_ in ("first-weeks", "usual"):
        Motion(spec, range_=range_).at(0.6, 0.5)
        Stage(spec, range_=range_).scene(1.0)
        Stage(spec, range_=range_, side="left").inset(0.5)


def test_the_built_in_figures_have_no_faults() -> None:
    for one in forms():
        assert figure_faults(one.data["figure"]) == [], str(one)


def test_standing_is_always_there() -> None:
    body = Motion(standing()).at(0.0)
    assert body.joints["crown"][1] == pytest.approx(1.0, abs=0.01)
    assert body.joints["r_heel"][1] == pytest.approx(0.0, abs=1e-9)


def test_any_value_may_be_given_by_range() -> None:
    spec = FigureSpec.from_mapping(figure(knee={"first-weeks": 5, "usual": 10, "regular": 15}))
    assert [spec.pose("end", r).angles["r_knee"] for r in ("first-weeks", "usual", "regular")] == [5, 10, 15]
    sparse = FigureSpec.from_mapping(figure(knee={"usual": 10, "regular": 15}))
    assert sparse.pose("end", "first-weeks").angles["r_knee"] == 10


def test_work_and_other_follow_the_side() -> None:
    spec = FigureSpec.from_mapping(figure(work_knee=30, other_knee=5, twist=12))
    right, left = (spec.pose("end", side=side).angles for side in ("right", "left"))
    assert (right["r_knee"], right["l_knee"], right["twist"]) == (30, 5, 12)
    assert (left["l_knee"], left["r_knee"], left["twist"]) == (30, 5, -12)


def test_layers_all_then_phase_then_mistake() -> None:
    raw = figure(knee=10)
    raw["poses"]["all"] = {"knee": 2, "neck": 7}
    raw["poses"]["stiff"] = {"neck": -20, "contacts": {"other_foot": None}}
    spec = FigureSpec.from_mapping(raw)
    assert spec.mistakes == ("stiff",)
    assert spec.pose("start").angles["r_knee"] == 2
    assert spec.pose("end").angles == {"r_knee": 10, "l_knee": 10, "neck": 7}
    wrong = spec.pose("end", mistake="stiff")
    assert wrong.angles["neck"] == -20
    assert set(wrong.contacts) == {"r_foot"}, "null lets a contact go"


def test_a_whole_figure_may_stand_instead_of_the_base() -> None:
    spec = FigureSpec.from_mapping({**figure(knee=10), "instead": figure(knee=40)})
    assert spec.pose("end").angles["r_knee"] == 40


def test_a_hand_finds_the_height_of_what_it_rests_on() -> None:
    raw = {**figure(), "props": [{"kind": "stool", "at": [60], "size": [34, 66, 36]}]}
    raw["poses"]["end"] = {"contacts": {**STAND["contacts"], "hand": {"upon": "stool", "palm": [48, 0, 15]}}}
    contact = FigureSpec.from_mapping(raw).pose("end").contacts["l_hand"]
    assert contact.at == pytest.approx((48 * CM, 66 * CM, 15 * CM))  # type: ignore[union-attr]


def test_props_and_marks_are_mirrored_with_the_side() -> None:
    raw = {**figure(), "props": [{"kind": "chair", "at": [48, 0, -36]}], "marks": [{"kind": "plumb", "at": "work_hip"}]}
    spec = FigureSpec.from_mapping(raw)
    assert spec.props(side="right")[0].at[2] == -spec.props(side="left")[0].at[2] < 0
    assert spec.marks("left") == [{"kind": "plumb", "at": "l_hip"}]
