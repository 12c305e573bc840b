"""Every prop that a figure's data may name can be drawn, from every side."""

from __future__ import annotations

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.prop import CM, SIZES_CM, prop
from hinge_gui.figure.props import hides_the_body, prop_parts
from hinge_gui.figure.scene import furnish
from hinge_gui.figure.skeleton import Skeleton
from hinge_gui.figure.solids import Solid, place


@pytest.mark.parametrize("kind", [kind for kind in SIZES_CM if kind != "wall"])  # a wall has no end
@pytest.mark.parametrize("camera", [Camera(), Camera(40, 15), Camera(270, 0), Camera(0, 90)])
def test_it_has_shapes_within_its_size(kind: str, camera: Camera) -> None:
    parts = prop_parts(prop(kind, (0, 0, 0)), camera)
    points = [p for part in parts for shape in part.shapes for contour in shape.contours for p in contour.ends()]
    assert points
    reach = sum(x * x for x in SIZES_CM[kind]) ** 0.5 * CM
    assert max(abs(v) for p in points for v in p) <= reach


def test_a_wall_is_left_out_when_it_stands_before_the_body() -> None:
    wall = prop("wall", (40, 0, 0))
    assert hides_the_body(wall, (0.0, 0.0, 0.0), Camera.named("front"))
    assert not hides_the_body(wall, (0.0, 0.0, 0.0), Camera.named("back"))
    assert not hides_the_body(wall, (0.0, 0.0, 0.0), Camera.named("side"))
    assert hides_the_body(wall, (0.0, 0.0, 0.0), Camera(4.0, 5.0)), "hardly from beyond it, it would cover everything"
    assert not hides_the_body(prop("stool", (40, 0, 0)), (0.0, 0.0, 0.0), Camera.named("front"))


def test_what_lies_on_a_box_is_before_it_and_what_lies_under_it_behind() -> None:
    box = Solid("wood", (0.0, 0.5, 0.0), ((0.2, 0.0, 0.0), (0.0, 0.02, 0.0), (0.0, 0.0, 0.2)))
    camera = Camera(0, 20)
    placed = place(box, camera)
    assert placed.before([camera.project((0.1, 0.55, 0.1))])[0]
    assert not placed.before([camera.project((0.1, 0.40, -0.1))])[0]


def test_what_stands_beyond_a_box_is_behind_it() -> None:
    box = Solid("wood", (0.0, 0.5, 0.0), ((0.2, 0.0, 0.0), (0.0, 0.5, 0.0), (0.0, 0.0, 0.2)))
    side = Camera.named("side")
    assert not place(box, side).before([side.project((0.0, 0.3, -0.3))])[0]
    assert place(box, side).before([side.project((0.0, 0.3, 0.3))])[0]


@pytest.mark.parametrize(("across_cm", "turn_deg"), [(-62, 90.0), (62, -90.0)])
def test_a_mirror_looks_at_the_body_on_either_side_of_it(across_cm: float, turn_deg: float) -> None:
    behind = Camera.named("side") if across_cm < 0 else Camera.named("side").mirrored()
    parts = {part.name: part for part in prop_parts(prop("mirror", (0, 0, across_cm), turn_deg=turn_deg), behind)}
    board, glass = parts["mirror 2"], parts["mirror 3"]
    assert board.placed
    assert glass.placed
    assert glass.placed.centre[2] > board.placed.centre[2], "nearer to whoever looks over the body at it"


def test_a_tap_stands_on_the_counter_beyond_the_hands() -> None:
    counter = prop("counter", (80, 0, 0))
    tap = prop_parts(counter, Camera.named("side"))[-1]
    points = [p for shape in tap.shapes for contour in shape.contours for p in contour.ends()]
    assert min(y for _, y in points) == pytest.approx(counter.top)
    assert min(x for x, _ in points) > counter.at[0]


@pytest.mark.parametrize("kind", ["stool", "cushion", "chair"])
def test_what_stands_there_throws_a_soft_shadow_over_the_mat(kind: str) -> None:
    body, camera = Skeleton().pose({}), Camera(40, 15)
    under = furnish([prop("mat", (0, 0, 0)), prop(kind, (30, 1, 0))], body, camera).under
    assert [part.name for part in under] == ["mat 0", "shadows"]
    (shadow,) = under[-1].shapes
    assert shadow.glow
    assert shadow.glow.centre == pytest.approx(camera.project((30 * CM, 0.0, 0.0))[:2])


def test_a_roll_is_light_above_and_dark_below_from_wherever_one_looks() -> None:
    for camera in (Camera(90, 5), Camera(50, 12), Camera(90, 60)):
        (part,) = prop_parts(prop("bolster", (0, 0, 0)), camera)
        heights = {
            shape.shade: max(y for contour in shape.contours for _, y in contour.ends()) for shape in part.shapes[1:3]
        }
        assert heights[min(heights)] > heights[max(heights)], "the lighter band reaches higher"
