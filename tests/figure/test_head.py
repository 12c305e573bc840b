"""A face looks kindly at the viewer, whichever way up it is."""

from __future__ import annotations

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.head import head_parts
from hinge_gui.figure.look import Look
from hinge_gui.figure.skeleton import Skeleton

LYING_FROM_THE_HEAD = Camera(-90.0, 46.0)  # as with the legs on the wall


@pytest.mark.parametrize(
    ("tilt_deg", "camera", "least", "most"),
    [(0.0, Camera.named("front"), 0.004, 0.009), (-90.0, LYING_FROM_THE_HEAD, -0.001, 0.001)],
)
def test_a_smile_is_one_the_right_way_up_and_no_frown_upside_down(
    tilt_deg: float, camera: Camera, least: float, most: float
) -> None:
    parts = head_parts(Skeleton().pose({"pelvis_tilt": tilt_deg}), Look(), camera)
    (lips,) = [shape for part in parts for shape in part.shapes if shape.role == "lip"]
    ends = lips.contours[0].ends()
    corners = (ends[0][1] + ends[-1][1]) / 2
    assert least <= corners - ends[len(ends) // 2][1] <= most
