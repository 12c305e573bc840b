"""The way from start to end: nothing jumps, slides, or bends backwards; left is the mirror of right."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hinge_gui.figure.contacts import FootContact
from hinge_gui.figure.gauges import bend_deg
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.spec import RANGES, FigureSpec
from hinge_gui.figure.vector import Vec, distance, dot, transpose
from tests.figure.forms import Form, form, forms

FRAMES = 60
STEP = 0.025  # of stature: the farthest that a joint goes in a sixtieth of the way
JERK = 0.004  # by how much one step may differ from the one before
SIDE_OF = {"r": "l", "l": "r"}


def mirrored(joints: dict[str, Vec]) -> dict[str, Vec]:
    names = {name: SIDE_OF[name[0]] + name[1:] if name[1] == "_" else name for name in joints}
    return {names[name]: (x, y, -z) for name, (x, y, z) in joints.items()}


@pytest.mark.parametrize("one", forms(), ids=str)
def test_left_is_the_mirror_of_right(one: Form) -> None:
    for mistake in (None, *one.spec.mistakes):
        left, right = (Motion(one.spec, side=side, mistake=mistake) for side in ("left", "right"))
        for progress in (0.0, 0.3, 1.0):
            there = mirrored(right.at(progress, 0.5).joints)
            here = left.at(progress, 0.5).joints
            assert max(distance(here[name], there[name]) for name in here) < 1e-9, (mistake, progress)


@pytest.mark.parametrize("one", forms(), ids=str)
def test_nothing_jumps_on_the_way(one: Form) -> None:
    for range_ in RANGES:
        motion = Motion(one.spec, range_=range_)
        assert not motion.crossfade
        bodies = [motion.at(n / FRAMES).joints for n in range(FRAMES + 1)]
        before: dict[str, float] = {}
        for here, there in pairwise(bodies):
            steps = {name: distance(here[name], there[name]) for name in here}
            assert max(steps.values()) < STEP, (range_, max(steps, key=steps.__getitem__))
            for name, step in steps.items():
                assert abs(step - before.get(name, step)) < JERK, (range_, name)
            before = steps


@pytest.mark.parametrize("one", forms(), ids=str)
def test_no_mistake_jumps_or_slides_on_its_way(one: Form) -> None:
    for mistake in one.spec.mistakes:
        motion = Motion(one.spec, mistake=mistake)
        bodies = [motion.at(n / FRAMES).joints for n in range(FRAMES + 1)]
        before: dict[str, float] = {}
        for here, there in pairwise(bodies):
            steps = {name: distance(here[name], there[name]) for name in here}
            assert max(steps.values()) < 1.6 * STEP, (mistake, max(steps, key=steps.__getitem__))
            for name, step in steps.items():
                assert abs(step - before.get(name, step)) < 2 * JERK, (mistake, name)
            before = steps
        for name, start in motion.start.contacts.items():
            if isinstance(start, FootContact) and start == motion.end.contacts.get(name):
                joint = f"{name[0]}_{start.point}"
                assert max(distance(body[joint], bodies[0][joint]) for body in bodies) < 0.0025, (mistake, name)


@pytest.mark.parametrize("one", forms(), ids=str)
def test_no_knee_or_elbow_bends_backwards(one: Form) -> None:
    for range_ in RANGES:
        motion = Motion(one.spec, range_=range_)
        for n in range(22):
            body = motion.at(n / 21)
            for side in "rl":
                assert -bend_deg(body.frames[f"{side}_thigh"], body.frames[f"{side}_shank"]) > -0.01
                assert bend_deg(body.frames[f"{side}_upper_arm"], body.frames[f"{side}_forearm"]) > -0.01


@pytest.mark.parametrize("one", forms(), ids=str)
def test_a_foot_that_stays_does_not_slide(one: Form) -> None:
    motion = Motion(one.spec)
    for name, start in motion.start.contacts.items():
        if isinstance(start, FootContact) and start == motion.end.contacts.get(name):
            joint = f"{name[0]}_{start.point}"
            home = motion.at(0.0).joints[joint]
            for n in range(22):
                assert distance(motion.at(n / 21, n % 2).joints[joint], home) < 0.0025, name


@pytest.mark.parametrize("one", forms(), ids=str)
@pytest.mark.parametrize("body", PROPORTIONS)
def test_bones_keep_their_lengths_and_frames_stay_square(one: Form, body: str) -> None:
    motion = Motion(one.spec, body=body)
    size = motion.skeleton.size
    bones = {("hip", "knee"): size.thigh, ("knee", "ankle"): size.shank, ("elbow", "wrist"): size.forearm}
    for progress in (0.0, 0.37, 1.0):
        now = motion.at(progress)
        for (upper, lower), length in bones.items():
            for side in "rl":
                gap = distance(now.joints[f"{side}_{upper}"], now.joints[f"{side}_{lower}"])
                assert gap == pytest.approx(length, abs=1e-9)
        for name, frame in now.frames.items():
            for n, column in enumerate(transpose(frame)):
                for m, other in enumerate(transpose(frame)):
                    assert dot(column, other) == pytest.approx(float(n == m), abs=1e-9), name


def test_breath_is_barely_seen_and_moves_no_foot() -> None:
    motion = Motion(form("calf-stretch").spec)
    empty, full = motion.at(1.0, 0.0).joints, motion.at(1.0, 1.0).joints
    moved = {name: distance(empty[name], full[name]) for name in empty}
    assert 0.001 < max(moved.values()) < 0.01
    assert moved["r_heel"] == moved["l_heel"] == 0.0


def test_progress_beyond_the_ends_stays_at_the_ends() -> None:
    motion = Motion(form("hip-hinge").spec)
    assert motion.at(-3.0).joints == motion.at(0.0).joints
    assert motion.at(7.0).joints == motion.at(1.0).joints


def test_poses_of_different_anchors_are_cross_faded() -> None:
    floor = {"anchor": {"pelvis": [0, 10]}, "pelvis_tilt": -90}
    spec = FigureSpec.from_mapping({"poses": {"start": {"contacts": {"foot": {"heel": [-6]}}}, "end": floor}})
    motion = Motion(spec)
    assert motion.crossfade
    early, late = motion.at(0.4), motion.at(0.6)
    assert _same(early, motion.at(0.0))
    assert _same(late, motion.at(1.0))
    assert not _same(early, late)


def _same(a: Body3D, b: Body3D) -> bool:
    return all(distance(a.joints[name], b.joints[name]) < 1e-9 for name in a.joints)


def test_arms_that_carry_the_body_are_straight_whatever_its_build() -> None:
    for body in PROPORTIONS:
        now = Motion(form("hip-hinge", "hands-and-knees").spec, body=body).at(1.0)
        for side in "rl":
            assert bend_deg(now.frames[f"{side}_upper_arm"], now.frames[f"{side}_forearm"]) < 6.0
        assert now.joints["c7"][1] > now.joints["pelvis"][1], "arms are longer than thighs: the back slopes up"
