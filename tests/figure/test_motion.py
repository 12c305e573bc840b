"""The way from start to end: nothing jumps, slides, or bends backwards; left is the mirror of right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, product

import pytest

from hinge_gui.figure.contacts import FootContact, HandContact
from hinge_gui.figure.faults import RANGES
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.vector import Vec, bend_deg, distance, dot, length, sub, transpose
from tests.figure.forms import Form, form, forms

FRAMES = 60
STEP = 0.03  # of stature: the farthest that a joint goes in a sixtieth of the way
JERK, BEND_JERK_DEG = 0.0032, 0.8  # by how much one step may differ from the one before
SLIDE = 0.001
HINGES = (("thigh", "shank"), ("upper_arm", "forearm"))
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
            assert max(distance(here[name], there[name]) for name in here) < 1e-7, (mistake, progress)


def ways(one: Form) -> Iterator[Motion]:
    """Every range of a form and of each of its mistakes, the body shapes and the sides in turn."""
    bodies, sides = cycle(PROPORTIONS), cycle(("right", "left", "left"))
    for range_ in RANGES:
        for mistake in (None, *one.spec.mistakes):
            yield Motion(one.spec, side=next(sides), range_=range_, body=next(bodies), mistake=mistake)


def hinges(body: Body3D) -> dict[str, float]:
    """The bends of knees and elbows in degrees."""
    pairs = [(f"{side}_{up}", f"{side}_{low}") for side in "rl" for up, low in HINGES]
    return {low: bend_deg(body.frames[up], body.frames[low]) for up, low in pairs}


@pytest.mark.parametrize("one", forms(), ids=str)
def test_no_limb_jumps_and_no_joint_jerks_on_the_way(one: Form) -> None:
    for motion in ways(one):
        assert not motion.crossfade
        bodies = [motion.at(n / FRAMES) for n in range(FRAMES + 1)]
        for before, now, after in zip(bodies, bodies[1:], bodies[2:], strict=False):
            for name, here in now.joints.items():
                come, go = sub(here, before.joints[name]), sub(after.joints[name], here)
                assert length(come) < STEP, (motion.mistake, name)
                assert distance(come, go) < JERK, (motion.mistake, name)
            bends = zip(hinges(before).values(), hinges(now).items(), hinges(after).values(), strict=True)
            for earlier, (name, bend), later in bends:
                assert abs(earlier - 2 * bend + later) < BEND_JERK_DEG, (motion.mistake, name)


@pytest.mark.parametrize("one", forms(), ids=str)
def test_a_foot_that_is_put_down_does_not_slide_nor_does_a_breath_move_it(one: Form) -> None:
    for motion in ways(one):
        standing = {
            f"{name[0]}_{point}"
            for name, start in motion.start.contacts.items()
            if isinstance(start, FootContact) and start == motion.end.contacts.get(name)
            for point in ("heel", "ball")
        }
        for progress in (0.0, 0.2, 0.5, 0.7, 0.95, 1.0):
            empty, full = motion.at(progress, 0.0).joints, motion.at(progress, 1.0).joints
            for joint in standing:
                assert distance(empty[joint], motion.at(0.0).joints[joint]) < SLIDE, (motion.mistake, joint)
            for joint in ("r_heel", "r_toe", "l_heel", "l_toe"):
                assert distance(empty[joint], full[joint]) < SLIDE, (motion.mistake, joint)


@pytest.mark.parametrize("one", forms(), ids=str)
def test_a_breath_moves_no_hand_from_where_it_rests(one: Form) -> None:
    for motion in ways(one):
        for name, contact in motion.end.contacts.items():
            if isinstance(contact, HandContact):
                joint = f"{name[0]}_hand"
                assert distance(motion.at(1.0, 1.0).joints[joint], motion.at(1.0).joints[joint]) < SLIDE, motion.mistake


def test_feet_that_both_step_go_one_after_the_other() -> None:
    motion = Motion(form("legs-on-the-wall", "chair").spec)
    home = motion.at(0.0).joints
    early, late = motion.at(0.3).joints, motion.at(0.7).joints
    assert early["r_heel"][1] > 0.01
    assert early["l_heel"] == pytest.approx(home["l_heel"])
    assert late["l_heel"][1] > 0.01
    assert late["r_heel"] == pytest.approx(motion.at(1.0).joints["r_heel"])


def test_a_standing_knee_bends_evenly_while_the_other_bends() -> None:
    motion = Motion(form("soleus-stretch").spec)
    bends = [-hinges(motion.at(n / FRAMES))["l_shank"] for n in range(FRAMES + 1)]
    for n, bend in enumerate(bends):
        assert bend == pytest.approx(bends[0] + (bends[-1] - bends[0]) * motion.ease(n / FRAMES), abs=0.01)


@pytest.mark.parametrize("one", forms(), ids=str)
def test_no_knee_or_elbow_bends_backwards(one: Form) -> None:
    for motion in ways(one):
        for n in range(22):
            body = motion.at(n / 21)
            for side in "rl":
                assert -bend_deg(body.frames[f"{side}_thigh"], body.frames[f"{side}_shank"]) > -0.01
                assert bend_deg(body.frames[f"{side}_upper_arm"], body.frames[f"{side}_forearm"]) > -0.01


@pytest.mark.parametrize("one", forms(), ids=str)
@pytest.mark.parametrize("body", PROPORTIONS)
def test_bones_keep_their_lengths_and_frames_stay_square(one: Form, body: str) -> None:
    motion = Motion(one.spec, body=body)
    sizes = motion.skeleton.size
    bones = {("hip", "knee"): sizes.thigh, ("knee", "ankle"): sizes.shank, ("elbow", "wrist"): sizes.forearm}
    for progress in (0.0, 0.37, 1.0):
        now = motion.at(progress)
        for (upper, lower), size in bones.items():
            for side in "rl":
                gap = distance(now.joints[f"{side}_{upper}"], now.joints[f"{side}_{lower}"])
                assert gap == pytest.approx(size, abs=1e-9)
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
        motion = Motion(form("hip-hinge", "hands-and-knees").spec, body=body)
        for now, side in product(map(motion.at, (0.0, 0.25, 0.5, 0.75, 1.0)), "rl"):
            bend = bend_deg(now.frames[f"{side}_upper_arm"], now.frames[f"{side}_forearm"])
            assert 4.0 < bend < 6.0, "neither locked nor let go on the way"
        now = motion.at(1.0)
        assert now.joints["c7"][1] > now.joints["pelvis"][1], "arms are longer than thighs: the back slopes up"
