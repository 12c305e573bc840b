"""A muscle is seen on its own side of the limb, and is no wider than half of it."""

from __future__ import annotations

from math import hypot

import pytest

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import Look
from hinge_gui.figure.muscles import MUSCLES, show_muscle
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.skeleton import Body3D, Skeleton, placed

LIMBS = {"calf": "shank", "soleus": "shank", "shin": "shank", "hamstrings": "thigh", "adductors": "thigh"}


def standing() -> Body3D:
    return placed(Skeleton().pose({}), "r_heel", (0.0, 0.0, 0.05))


def patches(name: str, camera: Camera, sides: str = "r") -> list[Shape]:
    body = standing()
    parts: list[Part] = Flesh(Look(), camera).parts(body)
    show_muscle(name, sides, 1.0, body, parts, camera)
    return [shape for part in parts for shape in part.shapes if shape.role == "muscle"]


@pytest.mark.parametrize(("name", "behind"), [("calf", True), ("soleus", True), ("hamstrings", True), ("shin", False)])
def test_from_the_side_it_lies_before_or_behind_the_bone(name: str, behind: bool) -> None:
    body, limb = standing(), LIMBS[name]
    bone = body.joints["r_knee"][0] if limb == "shank" else (body.joints["r_hip"][0] + body.joints["r_knee"][0]) / 2
    (patch,) = patches(name, Camera.named("side"))
    assert patch.glow is not None
    assert (patch.glow.centre[0] < bone - 0.015) is behind


def test_the_inside_of_the_thigh_is_towards_the_other_leg() -> None:
    from_the_front = patches("adductors", Camera.named("front"), "rl")
    for patch, sign in zip(from_the_front, (-1, 1), strict=True):  # the person's right is on the left
        assert patch.glow is not None
        assert 0 < patch.glow.centre[0] * sign < 0.05


@pytest.mark.parametrize("name", LIMBS)
def test_its_half_width_is_at_most_half_the_limb(name: str) -> None:
    for yaw_deg in (0.0, 90.0, 180.0, 270.0):
        for patch in patches(name, Camera(yaw_deg)):
            assert patch.glow is not None
            width = max(x for c in patch.contours[:1] for x, _ in c.ends()) - min(
                x for c in patch.contours[:1] for x, _ in c.ends()
            )
            assert min(hypot(*patch.glow.u), hypot(*patch.glow.v)) <= width / 2 + 0.004


def test_it_is_not_seen_through_the_limb() -> None:
    assert patches("shin", Camera.named("back")) == []
    assert patches("calf", Camera.named("front")) == []
    assert patches("back", Camera.named("front"), "rl") == []


@pytest.mark.parametrize("name", MUSCLES)
def test_each_is_seen_from_somewhere(name: str) -> None:
    assert any(patches(name, Camera(yaw, 20.0)) for yaw in (0.0, 90.0, 180.0, 270.0))
