"""Whole pictures: the frame stays still, a breath moves little, marks come and go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.marks import Told
from hinge_gui.figure.scene import changed
from hinge_gui.figure.small import TINY_PX
from hinge_gui.figure.spec import FigureSpec, standing
from hinge_gui.figure.stage import Stage
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.figure.forms import form

FORMS = [
    ("calf-stretch", None),
    ("soleus-stretch", None),
    ("top-of-foot-stretch", None),
    ("legs-on-the-wall", None),
    ("twist-on-the-floor", None),
    ("hip-hinge", None),
    ("hip-hinge", "stool"),
    ("hip-hinge", "hands-and-knees"),
]


def figure_of(exercise: str, variant: str | None = None) -> Mapping[str, Any]:
    entry = Library(places()).exercises.find(exercise)
    assert entry is not None
    assert entry.exercise is not None
    figure = entry.exercise.form(variant).figure
    assert figure is not None
    return figure


@pytest.mark.parametrize(("exercise", "variant"), FORMS)
def test_the_body_stays_within_a_frame_that_does_not_move(exercise: str, variant: str | None) -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of(exercise, variant)))
    left, bottom, right, top = stage.bounds
    for progress in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        scene = stage.scene(progress)
        assert scene.bounds == stage.bounds
        for box in scene.boxes().values():
            assert box[0] > left - 0.02
            assert box[1] > bottom - 0.02
            assert box[2] < right + 0.02
            assert box[3] < top + 0.02


def test_a_mistake_beside_the_right_way_shares_its_frame() -> None:
    spec = FigureSpec.from_mapping(figure_of("hip-hinge"))
    right, wrong = Stage(spec), Stage(spec, mistake="rounded")
    right.beside(wrong)
    assert right.scene(1.0).bounds == wrong.scene(1.0).bounds
    roles = {shape.role for _, shapes in wrong.scene(1.0).marks for shape in shapes}
    assert "wrong" in roles
    assert "wrong" not in {shape.role for _, shapes in right.scene(1.0).marks for shape in shapes}


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_mistake_that_hides_from_the_usual_view_is_seen_from_its_own_and_the_right_way_with_it(side: str) -> None:
    spec = FigureSpec.from_mapping(figure_of("soleus-stretch"))
    right, wrong, usual = Stage(spec, side=side), Stage(spec, side=side, mistake="knee-in"), Stage(spec, side=side)
    assert wrong.home != right.home
    right.seen_as(wrong)
    assert right.camera == right.home == wrong.camera
    knee, ankle = (f"{side[0]}_{joint}" for joint in ("knee", "ankle"))

    def inward(stage: Stage) -> float:
        body = stage.motion.at(1.0)
        at, below = (stage.camera.project(body.joints[joint])[0] for joint in (knee, ankle))
        return abs(at - below)

    assert inward(wrong) > inward(right) + 0.03
    assert abs(inward(Stage(spec, side=side, mistake="knee-in", camera=usual.home)) - inward(usual)) < 0.03


def test_turning_the_view_moves_the_frame_and_turning_back_brings_it_home() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("hip-hinge")))
    before = stage.bounds
    stage.look_from(Camera(60, 10))
    assert stage.bounds != before
    stage.look_from(stage.home)
    assert stage.bounds == before


def test_a_breath_moves_less_than_the_whole_body() -> None:
    stage = Stage(standing())
    empty, full = stage.scene(1.0, 0.0), stage.scene(1.0, 1.0)
    moved = changed(empty, full)
    assert moved is not None
    assert moved[1] > 0.2  # nothing from the knees down
    assert changed(empty, stage.scene(1.0, 0.0)) is None


@pytest.mark.parametrize("exercise", ["legs-on-the-wall", "twist-on-the-floor"])
def test_who_lies_breathes_though_no_outline_grows(exercise: str) -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of(exercise)))
    moved, shirt = changed(stage.scene(1.0, 0.0), stage.scene(1.0, 1.0)), stage.scene(1.0).boxes()["shirt"]
    assert moved is not None
    assert moved[0] < shirt[0] < shirt[2] < moved[2]


def seen(stage: Stage, progress: float, told: Told | None = None) -> dict[str, float]:
    """How clear each kind of mark is at most, 0 to 1; muscles are no marks of their own."""
    marks = stage.scene(progress, told=told).marks
    return {kind: max((s.opacity for s in shapes), default=0.0) for kind, shapes in marks}


def test_a_mark_fades_in_with_its_words_and_waits_for_them() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("hip-hinge")))
    unsaid = {"setup:2": 0.0, "in:0": 0.0, "hold:0": 0.0}
    assert seen(stage, 1.0, unsaid) == {}
    half = seen(stage, 0.5, {**unsaid, "setup:2": 1.0, "in:0": 0.5})
    assert set(half) == {"plumb", "pivot", "arrow", "stop"}, "the line of the back is asked for in the hold"
    assert half["plumb"] == pytest.approx(1.0)
    assert half["pivot"] == pytest.approx(0.5)
    assert seen(stage, 1.0, {**unsaid, "hold:0": 1.0})["spine"] == seen(stage, 1.0)["spine"]


def test_a_muscle_glows_with_its_words() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("calf-stretch")))

    def glow(told: Told | None) -> float:
        return max((s.opacity for s in stage.scene(1.0, told=told).shapes if s.role == "muscle"), default=0.0)

    assert glow({"hold:0": 1.0, "hold:1": 0.0}) == 0.0 < glow({"hold:1": 0.5}) < glow({"hold:1": 1.0}) == glow(None)


def test_what_is_left_unsaid_comes_with_the_words_before_it_or_with_the_movement() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("twist-on-the-floor")))
    assert "contact" in seen(stage, 1.0, {"hold:0": 1.0}), "the first phrase of the hold brings what the second would"
    assert "contact" not in seen(stage, 1.0, {"hold:0": 1.0, "hold:1": 0.0})
    silent: tuple[Told | None, ...] = (None, {})
    for told in silent:
        assert "contact" in seen(stage, 1.0, told)
        assert "contact" not in seen(stage, 0.5, told)
        assert "arrow" in seen(stage, 0.0, told), "it is there from the start"


def test_the_stop_comes_only_at_the_end() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("hip-hinge")))
    assert dict(stage.scene(0.5).marks)["stop"] == ()
    assert dict(stage.scene(1.0).marks)["stop"] != ()


def test_the_hinge_is_marked_only_where_one_sees_it_turn() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("hip-hinge")))

    def shapes_seen_from(yaw_deg: float) -> int:
        stage.look_from(Camera(yaw_deg, 8.0))
        return len(dict(stage.scene(1.0).marks)["pivot"])

    assert shapes_seen_from(0.0) > shapes_seen_from(55.0) > shapes_seen_from(90.0) == 0


@pytest.mark.parametrize(("variant", "yaw", "drawn"), [
    ("hands-free", 0, True), ("hands-free", -90, True), ("hands-free", 90, False), ("hands-and-knees", 90, False),
])  # fmt: skip
def test_the_line_of_the_spine_is_drawn_over_no_face(variant: str, yaw: int, drawn: bool) -> None:
    stage = Stage(form("hip-hinge", variant).spec, camera=Camera(float(yaw), 15.0))
    assert bool(dict(stage.scene(1.0).marks)["spine"]) == drawn


def test_where_nothing_is_said_a_mark_comes_with_the_movement() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("top-of-foot-stretch")))

    def opacity(progress: float) -> float:
        return max(
            (shape.opacity for kind, shapes in stage.scene(progress).marks if kind == "contact" for shape in shapes),
            default=0.0,
        )

    assert opacity(0.0) == opacity(0.5) == 0.0
    assert 0.0 < opacity(0.9) < opacity(1.0)


@pytest.mark.parametrize(
    ("mark", "path"),
    [
        ({"cue": "later"}, ("cue",)),
        ({"cue": ["hold"]}, ("cue",)),
        ({"cue": {"in": 1, "hold": 1}}, ("cue",)),
        ({"cue": {"later": 1}}, ("cue", "later")),
        ({"cue": {"hold": 0}}, ("cue", "hold")),
        ({"cue": {"hold": True}}, ("cue", "hold")),
        ({"cue": "hold", "from_start": "yes"}, ("from_start",)),
    ],
)
def test_a_mark_with_words_that_there_cannot_be_is_refused_in_its_place(
    mark: dict[str, Any], path: tuple[str, ...]
) -> None:
    figure = {**figure_of("hip-hinge"), "marks": [{"kind": "spine"}, {"kind": "plumb", **mark}]}
    with pytest.raises(PoseFault) as fault:
        FigureSpec.from_mapping(figure)
    assert fault.value.path == ("marks", 1, *path)


def test_heels_on_the_wall_throw_their_shadow_there() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("legs-on-the-wall")))
    shapes = stage.scene(1.0).shapes
    wall = next(n for n, shape in enumerate(shapes) if shape.role == "wall")
    thrown = [shape.glow for shape in shapes[wall:] if shape.role == "shadow" and shape.glow]
    heels = [stage.camera.project(stage.motion.at(1.0).joints[f"{side}_heel"])[:2] for side in ("r", "l")]
    for x, y in heels:
        assert any(abs(glow.centre[0] - x) < 0.06 and -0.12 < glow.centre[1] - y < 0.06 for glow in thrown)


def test_of_the_hinges_mistakes_only_a_back_that_goes_on_where_the_pelvis_stopped_shows_where_that_was() -> None:
    shown = set()
    for mistake in ("rounded", "pelvis-forward", "squat", "over-arched", "too-far"):
        stage = Stage(form("hip-hinge").spec, mistake=mistake)
        shown |= {mistake for kind, shapes in stage.scene(1.0).marks if kind == "stop" and shapes}
    assert shown == {"too-far"}


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_thumbnail_shows_the_whole_body_and_close_up_the_leg_whose_foot_matters(side: str) -> None:
    small = Stage(form("soleus-stretch").spec, side=side).small
    scene = small.scene(1.0)
    boxes = scene.boxes()
    assert all(_within(box, scene.bounds) for name, box in boxes.items() if name in ("head", "l_foot", "r_foot"))
    assert small.close
    assert all(_within(boxes[f"{side[0]}_{part}"], small.close) for part in ("foot", "shank"))
    assert small.faces_right == (side == "right")
    assert Stage(form("hip-hinge").spec).small.close is None


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("name", ["calf-stretch", "soleus-stretch", "top-of-foot-stretch"])
def test_the_smallest_thumbnail_shows_that_leg_alone_and_larger(name: str, side: str) -> None:
    small = Stage(form(name).spec, side=side).small
    scene, whole = small.scene(1.0, TINY_PX), small.scene(1.0, TINY_PX + 1)
    boxes = scene.boxes()
    assert all(_within(boxes[f"{side[0]}_{part}"], scene.bounds) for part in ("foot", "shank"))
    assert _width(scene.bounds) < 0.6 * _width(whole.bounds)
    assert not _within(boxes["head"], scene.bounds)


def _width(box: Bounds) -> float:
    return box[2] - box[0]


def _within(box: Bounds, frame: Bounds) -> bool:
    (left, bottom, right, top), near = box, 1e-6
    return frame[0] < left + near and frame[1] < bottom + near and right < frame[2] + near and top < frame[3] + near


@pytest.mark.parametrize("mistake", ["rounded", "over-arched", "too-far", "squat", "pelvis-forward"])
def test_the_line_of_the_spine_is_called_wrong_only_where_the_spine_is(mistake: str) -> None:
    hinge = form("hip-hinge")
    marks = dict(Stage(hinge.spec, mistake=mistake).scene(1.0).marks)
    is_wrong = any(shape.role == "wrong" for shape in marks["spine"])
    assert is_wrong == ("spine" in hinge.breaks[mistake])
