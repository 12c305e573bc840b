"""Of two parts that reach through each other each is seen where it is nearer."""

from __future__ import annotations

import pytest

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.crossings import needed
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import HAIR, Look
from hinge_gui.figure.order import Orders
from hinge_gui.figure.shapes import Ring, Shape, Tube, outline
from hinge_gui.figure.skeleton import Skeleton, placed
from hinge_gui.figure.surface import surface_of_tube
from hinge_gui.figure.vector import Vec

HALF = 0.05  # the radius of a tube


def rod(name: str, root: Vec, tip: Vec) -> Part:
    """A tube along the picture's x axis, which may come nearer as it goes."""
    steps = [tuple(p + (q - p) * n / 6 for p, q in zip(root, tip, strict=True)) for n in range(7)]
    rings = tuple(Ring((x, y, z), (0.0, HALF, 0.0), (0.0, 0.0, HALF)) for x, y, z in steps)
    part = Part(name)
    part.add(outline(Tube("trousers", rings), Camera()), "trousers", 0.0)
    return part


def fronts(parts: list[Part]) -> list[tuple[str, Shape]]:
    """What is painted again, in order."""
    return [(part.name, shape) for part in parts for shape in part.shapes if shape.within]


def reach(shape: Shape) -> tuple[float, float]:
    """From where to where, along the picture, a shape is painted again."""
    xs = [x for outlines in shape.within for one in outlines for x, _ in one.ends()]
    return min(xs), max(xs)


def test_a_thigh_that_comes_out_of_a_shirt_is_seen_before_it_from_there_on() -> None:
    shirt = rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0))
    thigh = rod("r_thigh", (-0.2, 0.0, -0.2), (0.2, 0.0, 0.2))
    again = fronts(Orders().of([thigh, shirt], 0, 1.0))
    assert again
    assert {name for name, _ in again} == {"r_thigh"}
    left, right = reach(again[0][1])
    assert 0.0 <= left <= 0.03  # where the thigh is as much nearer as cloth is thick
    assert right >= 0.2


def test_what_nothing_reaches_through_is_painted_once() -> None:
    shirt = rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0))
    thigh = rod("r_thigh", (-0.2, 0.0, -0.2), (0.2, 0.0, -0.2))
    assert not fronts(Orders().of([thigh, shirt], 0, 1.0))


def test_of_two_legs_that_cross_each_is_seen_where_it_is_nearer() -> None:
    left = rod("l_shank", (-0.3, 0.0, -0.1), (0.3, 0.0, 0.1))
    right = rod("r_shank", (-0.3, 0.0, 0.2), (0.3, 0.0, -0.06))
    again = fronts(Orders().of([left, right], 0, 1.0))
    assert {name for name, _ in again} == {"l_shank"}
    same_depth = 0.0913
    from_x, to_x = reach(again[0][1])
    assert from_x == pytest.approx(same_depth, abs=0.03)
    assert to_x >= 0.3


def test_parts_that_grow_into_each_other_are_not_cut_where_they_do() -> None:
    thigh = rod("r_thigh", (-0.3, 0.0, -0.05), (0.05, 0.0, 0.05))
    shank = rod("r_shank", (-0.05, 0.0, 0.0), (0.3, 0.0, 0.0))
    assert not fronts(Orders().of([thigh, shank], 0, 1.0))


def test_all_that_lies_on_a_part_painted_again_comes_with_it_as_far_as_it_does() -> None:
    seat = rod("seat", (-0.2, 0.0, -0.2), (0.2, 0.0, 0.2))
    left = rod("l_thigh", (0.06, 0.0, 0.13), (0.3, 0.0, 0.3))
    right = rod("r_thigh", (-0.05, 0.0, 0.15), (0.3, 0.0, 0.45))
    shirt = rod("shirt", (-0.3, 0.0, 0.0), (0.05, 0.0, 0.0))
    again = fronts(Orders().of([seat, left, right, shirt], 0, 1.0))
    assert [*dict.fromkeys(name for name, _ in again)] == ["seat", "l_thigh", "r_thigh"]
    reached = {name: reach(shape)[1] for name, shape in again}
    assert reached["r_thigh"] > reached["l_thigh"] - 0.01


def test_what_stands_still_is_handed_out_again_with_the_very_same_shapes() -> None:
    parts = [rod("r_thigh", (-0.2, 0.0, -0.2), (0.2, 0.0, 0.2)), rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0))]
    orders = Orders()
    first, then = fronts(orders.of(parts, 0, 1.0)), fronts(orders.of(parts, 0, 1.0))
    assert [id(shape) for _, shape in first] == [id(shape) for _, shape in then]


def test_a_part_with_fewer_rings_than_in_the_picture_before_is_cut_anew() -> None:
    shirt, thigh = rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0)), rod("r_thigh", (-0.2, 0.0, -0.2), (0.2, 0.0, 0.2))
    shorter, orders = Part("r_thigh", thigh.shapes, thigh.flats[:-1]), Orders()
    for part in (thigh, shorter):
        assert {name for name, _ in fronts(orders.of([part, shirt], 0, 1.0))} == {"r_thigh"}


def test_the_line_between_two_garments_is_the_same_whichever_is_painted_first() -> None:
    assert needed("r_thigh", "shirt") == -(needed("shirt", "r_thigh") or 0.0)


def test_a_surface_is_nearest_along_the_middle_of_its_tube() -> None:
    depth = surface_of_tube(rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0)).flats)
    assert depth(0.0, 0.0)[0] == pytest.approx(HALF)
    assert depth(0.1, HALF * 0.6)[0] == pytest.approx(HALF * 0.8)
    assert depth(0.0, 2 * HALF)[1] is False


@pytest.mark.parametrize("yaw_deg", range(0, 360, 45))
@pytest.mark.parametrize("style", HAIR)
def test_hair_is_never_cut_by_the_head_that_it_grows_on(style: str, yaw_deg: int) -> None:
    body = placed(Skeleton().pose({"neck": 20}), "r_heel", (0.0, 0.0, 0.05))
    parts = Flesh(Look(hair=style), Camera(float(yaw_deg), 10.0)).parts(body)
    again = {name for name, _ in fronts(Orders().of(parts, 0, 1.0))}
    assert not again & {"head", "nape", "cap"}


def test_a_head_that_is_painted_again_brings_its_hair() -> None:
    head, cap = rod("head", (-0.1, 0.0, 0.1), (0.1, 0.0, 0.1)), rod("cap", (-0.1, 0.0, 0.1), (0.1, 0.0, 0.1))
    arm = rod("r_forearm", (-0.3, 0.0, -0.1), (0.3, 0.0, 0.36))
    again = fronts(Orders().of([head, cap, arm], 0, 1.0))
    assert [*dict.fromkeys(name for name, _ in again)] == ["head", "cap"]
