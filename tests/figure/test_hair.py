"""Hair frames the face: whichever way the head is turned, nose and mouth are free where the face is seen."""

from __future__ import annotations

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.curves import Point
from hinge_gui.figure.hair import HAIRLINE, bald, behind_the_crown, cap
from hinge_gui.figure.head_space import HeadSpace
from hinge_gui.figure.look import Look
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.spec import standing
from hinge_gui.figure.stage import Stage

STYLES = ("bun", *HAIRLINE)
FACE = ((0.048, -0.036, 0.0), (0.050, -0.012, 0.0))  # mouth and nose, in the head's axes
STANDS = Skeleton().pose({})


def within(shape: Shape, point: Point) -> bool:
    """Whether a shape covers a point, by the ends of its curves."""
    (contour,) = shape.contours
    ring = [contour.start, *((s[4], s[5]) for s in contour.segments)]
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("pitch_deg", [-40, -30, -20, -10, 0, 15])
@pytest.mark.parametrize("yaw_deg", [50, 70, 90, 110, 130])
def test_no_hair_lies_over_a_face_that_looks_at_the_viewer(style: str, pitch_deg: int, yaw_deg: int) -> None:
    space = HeadSpace(STANDS, Camera(float(yaw_deg), float(pitch_deg)))
    hair = cap(space, style)
    assert hair
    assert not any(within(shape, space.at(point)) for shape in hair for point in FACE)


@pytest.mark.parametrize("style", STYLES)
def test_from_behind_all_of_the_head_is_hair(style: str) -> None:
    space = HeadSpace(STANDS, Camera(-90.0, 0.0))
    assert any(within(shape, space.at((-0.06, 0.02, 0.0))) for shape in cap(space, style))


def test_the_far_side_of_the_hair_is_seen_from_below_and_beside_a_face_but_not_from_behind() -> None:
    below, before, behind = (HeadSpace(STANDS, Camera(*seen)) for seen in ((90.0, -30.0), (90.0, 5.0), (-90.0, 5.0)))
    assert behind_the_crown(below, "bun")
    assert behind_the_crown(before, "bun")
    assert not behind_the_crown(behind, "bun")


@pytest.mark.parametrize("yaw_deg", [0, 45, 180, 225, 270])
def test_a_bald_head_is_not_set_off_from_its_neck(yaw_deg: int) -> None:
    space = HeadSpace(STANDS, Camera(float(yaw_deg), 4.0))
    whole, crown = bald(space)
    middle = space.at((0.0, 0.0, 0.0))[1]
    assert min(y for _, y in whole.ends()) < middle - 0.035
    assert min(y for _, y in crown.ends()) > middle - 0.030


@pytest.mark.parametrize("style", ["bun", "ponytail", "long"])
@pytest.mark.parametrize("pitch_deg", [4, 20, 30])
@pytest.mark.parametrize("yaw_deg", [200, 225, 250, 270, 300, 315])
def test_from_behind_no_skin_shows_through_gathered_hair(style: str, yaw_deg: int, pitch_deg: int) -> None:
    stage = Stage(standing(), look=Look(hair=style), camera=Camera(float(yaw_deg), float(pitch_deg)))
    painted = [part.name for part in stage.scene(0.0).parts]
    assert "nape" not in painted[painted.index("hair") :]
