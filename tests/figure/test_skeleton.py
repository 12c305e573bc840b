"""Forward kinematics: what each angle does, in the terms of anatomy."""

from __future__ import annotations

import pytest

from hinge_gui.figure.joints import JOINT_RANGES, NEUTRAL, mirrored
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.skeleton import Skeleton, toes_reach
from hinge_gui.figure.vector import Vec, angle_deg, sub


def joints(**angles: float) -> dict[str, Vec]:
    return Skeleton().pose(angles).joints


@pytest.mark.parametrize("build", PROPORTIONS)
def test_every_body_is_about_one_high(build: str) -> None:
    body = Skeleton(build).pose({}).joints
    assert body["crown"][1] - body["r_heel"][1] == pytest.approx(1.0, abs=0.012)


def test_the_natural_spine_stands_straight_as_a_whole() -> None:
    body = joints()
    assert angle_deg(sub(body["c7"], body["pelvis"]), (0, 1, 0)) < 2
    assert body["low_back"][0] > body["chest"][0], "the low back is hollow, the upper back rounded"


@pytest.mark.parametrize(
    ("angle", "joint", "axis", "sign"),
    [
        ("r_hip", "r_knee", 0, 1),  # flexion brings the knee forward
        ("r_knee", "r_ankle", 0, -1),  # and the ankle back
        ("r_ankle", "r_toe", 1, 1),  # dorsiflexion lifts the toes
        ("r_toes", "r_toe", 1, 1),
        ("r_hip_abd", "r_knee", 2, 1),  # away from the body
        ("l_hip_abd", "l_knee", 2, -1),
        ("r_sh", "r_elbow", 0, 1),
        ("l_sh_abd", "l_elbow", 2, -1),
        ("r_elbow", "r_wrist", 0, 1),
        ("r_shrug", "r_shoulder", 1, 1),
        ("pelvis_tilt", "c7", 0, 1),
        ("lumbar", "c7", 0, 1),
        ("neck", "head", 0, 1),
        ("side", "c7", 2, 1),  # leaning to the right
        ("pelvis_side", "c7", 2, 1),
        ("twist", "r_shoulder", 0, 1),  # turning left brings the right shoulder forward
        ("turn", "r_hip", 0, 1),
        ("pelvis_roll", "r_hip", 0, 1),
    ],
)
def test_what_an_angle_moves(angle: str, joint: str, axis: int, sign: int) -> None:
    moved = joints(**{**NEUTRAL, angle: 20 + NEUTRAL.get(angle, 0)})[joint][axis] - joints()[joint][axis]
    assert moved * sign > 0.005


def test_a_lifted_thigh_opens_about_the_trunk() -> None:
    body = joints(r_hip=90, r_hip_open=35)
    thigh = sub(body["r_knee"], body["r_hip"])
    assert angle_deg(thigh, (1, 0, 0)) == pytest.approx(35)
    assert thigh[2] > 0


def test_the_hand_turns_its_palm() -> None:
    def palm(angle: float) -> Vec:
        frame = Skeleton().pose({"r_sh_abd": 0, "r_elbow": 0, "r_palm": angle}).frames["r_hand"]
        return (-frame[0][0], -frame[1][0], -frame[2][0])

    assert palm(0) == pytest.approx((-1, 0, 0))  # back
    assert palm(90) == pytest.approx((0, 0, -1))  # to the thigh
    assert palm(180) == pytest.approx((1, 0, 0))  # forward


def test_tucked_toes_curl_in_both_joints() -> None:
    size = Skeleton().size
    x, y, _ = toes_reach(size, -35)
    assert y < -0.02
    assert x < size.toes * 0.6
    assert toes_reach(size, 0) == pytest.approx((size.toes, 0, 0))


def test_mirroring_twice_is_nothing_and_once_exchanges_the_sides() -> None:
    pose = {"r_hip": 20.0, "l_knee": 5.0, "twist": 12.0, "lumbar": 3.0}
    assert mirrored(mirrored(pose)) == pose
    assert mirrored(pose) == {"l_hip": 20.0, "r_knee": 5.0, "twist": -12.0, "lumbar": 3.0}


def test_neutral_lies_within_nature() -> None:
    for name, angle in NEUTRAL.items():
        low, high = JOINT_RANGES[name]
        assert low <= angle <= high
