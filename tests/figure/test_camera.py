"""The camera: what it calls right, up and near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.figure.camera import NAMED, Camera
from hinge_gui.figure.vector import X, Y, Z, cross, dot, length

angles = st.floats(-720, 720)
places = st.tuples(*[st.floats(-2, 2)] * 3)


def test_from_the_side_the_person_faces_right_and_their_right_is_near() -> None:
    assert Camera.named("side").project((1.0, 2.0, 3.0)) == pytest.approx((1.0, 2.0, 3.0))


def test_from_the_front_one_looks_into_the_face() -> None:
    x, _, near = Camera.named("front").project(X)
    assert (x, near) == pytest.approx((0.0, 1.0))
    assert Camera.named("front").project(Z)[0] == pytest.approx(-1.0)  # the person's right hand is on the left


def test_from_the_top_what_is_high_is_near() -> None:
    assert Camera.named("top").project(Y)[2] == pytest.approx(1.0)


@given(angles, angles)
def test_its_axes_are_right_handed_and_of_length_one(yaw_deg: float, pitch_deg: float) -> None:
    right, up, towards = Camera(yaw_deg, pitch_deg).rows
    assert [length(axis) for axis in (right, up, towards)] == pytest.approx([1, 1, 1])
    assert dot(right, up) == pytest.approx(0, abs=1e-9)
    assert cross(right, up) == pytest.approx(towards, abs=1e-9)


@given(angles, angles, places)
def test_the_mirrored_camera_sees_the_mirror_image(
    yaw_deg: float, pitch_deg: float, at: tuple[float, float, float]
) -> None:
    camera = Camera(yaw_deg, pitch_deg)
    x, y, depth = camera.project(at)
    mirrored = camera.mirrored().project((at[0], at[1], -at[2]))
    assert mirrored == pytest.approx((-x, y, depth), abs=1e-9)


def test_a_view_is_a_name_or_two_angles() -> None:
    assert Camera.of("front") == Camera(*NAMED["front"])
    assert Camera.of({"yaw": 30, "pitch": 10}) == Camera(30.0, 10.0)
    with pytest.raises(KeyError):
        Camera.of("behind")


def test_a_drag_never_goes_under_the_floor_nor_over_the_top() -> None:
    assert Camera(0, 80).turned(0, 40).pitch_deg == 90
    assert Camera(0, 0).turned(0, -400).pitch_deg == -15
