"""Inverse kinematics: limbs end where they should, bend the right way, and tell when they cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.figure.contacts import HandContact
from hinge_gui.figure.inverse_kinematics import leg_tip, reach_arm, reach_leg, swing_to_plane, two_bone
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.vector import (
    IDENTITY,
    Vec,
    X,
    add,
    apply,
    column,
    distance,
    dot,
    length,
    scale,
    spin_x,
    spin_y,
    spin_z,
)

UPPER, LOWER = 0.25, 0.24
around = st.floats(-0.5, 0.5)


def ends(upper: float, lower: float, bend: object) -> tuple[float, float, float]:
    frames = (bend.upper, bend.lower)  # type: ignore[attr-defined]
    middle = apply(frames[0], (0.0, -upper, 0.0))
    return add(middle, apply(frames[1], (0.0, -lower, 0.0)))


@given(around, around, around)
def test_the_end_is_at_the_target_or_short_of_it_by_what_is_told(x: float, y: float, z: float) -> None:
    target = (x, y, z)
    bend = two_bone((0.0, 0.0, 0.0), target, UPPER, LOWER, (0.7, 0.3, 0.65))
    assert distance(ends(UPPER, LOWER, bend), target) == pytest.approx(bend.short, abs=1e-6)
    if 0.02 < length(target) < UPPER + LOWER:
        assert bend.short == 0.0


@pytest.mark.parametrize("bulge", [(0.0, -1.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 0.0)])
def test_a_joint_that_should_bulge_along_its_limb_bulges_somewhere(bulge: Vec) -> None:
    bend = two_bone((0.0, 1.0, 0.0), (0.0, 0.4, 0.0), 0.4, 0.4, bulge)
    assert bend.short == 0.0
    for frame in (bend.upper, bend.lower):
        assert all(length(column(frame, n)) == pytest.approx(1.0) for n in range(3))


@given(st.floats(0.1, 0.48), st.floats(-1, 1))
def test_a_knee_bulges_forward_and_an_elbow_behind(reach: float, lean: float) -> None:
    target = scale((lean * 0.6, -1.0, 0.0), reach / length((lean * 0.6, -1.0, 0.0)))
    for behind, front in ((False, 1.0), (True, -1.0)):
        bend = two_bone((0.0, 0.0, 0.0), target, UPPER, LOWER, (front, 0.0, 0.0), behind=behind)
        middle = apply(bend.upper, (0.0, -UPPER, 0.0))
        across = (-target[1], target[0], 0.0)
        assert dot(middle, across) * front > 0
        assert column(bend.upper, 2)[2] == pytest.approx(1.0), "the limb's right stays right"


def test_a_leg_put_where_it_is_stays_as_it_is() -> None:
    skeleton = Skeleton()
    pose = {"r_hip": 40.0, "r_knee": 55.0, "r_ankle": 10.0, "r_hip_abd": 12.0}
    body, same = skeleton.pose(pose), skeleton.pose(pose)
    miss = reach_leg(skeleton, body, "r", body.joints["r_ankle"], body.frames["r_foot"], 0.0)
    assert miss == 0.0
    assert all(distance(body.joints[name], same.joints[name]) < 1e-9 for name in same.joints)
    for name in ("r_thigh", "r_shank"):
        for n in range(3):
            assert distance(column(body.frames[name], n), column(same.frames[name], n)) < 1e-9


def test_a_hand_out_of_reach_is_told_never_silent() -> None:
    skeleton = Skeleton()
    body = skeleton.pose({})
    far = add(body.joints["r_shoulder"], (skeleton.size.arm + 0.07, 0.0, 0.0))
    miss = reach_arm(skeleton, body, "r", far, body.frames["r_hand"], 0.0, (0.0, -1.0, 0.0))
    assert miss == pytest.approx(0.07)
    assert distance(body.joints["r_wrist"], far) == pytest.approx(0.07)


@given(st.floats(-30, 60), st.floats(0, 25), st.floats(20, 80))
def test_a_leg_swings_until_its_heel_is_at_the_wall(opened: float, knee: float, flexed: float) -> None:
    skeleton = Skeleton()
    rest = spin_x(spin_y(spin_z(IDENTITY, 90.0), opened), 4.0)
    tip = leg_tip(skeleton, "r", knee, 3.0)
    wall = apply(spin_z(rest, flexed), tip)[0]
    found = swing_to_plane(rest, tip, X, wall, flexed)
    assert found == pytest.approx(flexed, abs=1e-5)
    assert swing_to_plane(rest, tip, X, 2.0, flexed) is None, "no leg is that long"


def test_a_hand_that_tilts_turns_its_palm_to_the_middle_of_the_body() -> None:
    for side, inward in (("r", -1.0), ("l", 1.0)):
        tilted = HandContact(at=(0.3, 0.4, 0.1), tilt_deg=90.0)
        _, hand = tilted.touch(PROPORTIONS["average"], Skeleton().pose({}), side)
        assert -column(hand, 0)[2] == pytest.approx(inward)
