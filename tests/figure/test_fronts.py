"""Of two parts that reach through each other each is seen where it is nearer."""

from __future__ import annotations

import pytest

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.fronts import needed
from hinge_gui.figure.order import Orders
from hinge_gui.figure.shapes import Ring, Shape, Tube, outline
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


def test_what_stands_still_is_handed_out_again_with_the_very_same_shapes() -> None:
    parts = [rod("r_thigh", (-0.2, 0.0, -0.2), (0.2, 0.0, 0.2)), rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0))]
    orders = Orders()
    first, then = fronts(orders.of(parts, 0, 1.0)), fronts(orders.of(parts, 0, 1.0))
    assert [id(shape) for _, shape in first] == [id(shape) for _, shape in then]


def test_the_line_between_two_garments_is_the_same_whichever_is_painted_first() -> None:
    assert needed("r_thigh", "shirt") == -(needed("shirt", "r_thigh") or 0.0)


def test_a_surface_is_nearest_along_the_middle_of_its_tube() -> None:
    depth = surface_of_tube(rod("shirt", (-0.3, 0.0, 0.0), (0.3, 0.0, 0.0)).flats)
    assert depth(0.0, 0.0)[0] == pytest.approx(HALF)
    assert depth(0.1, HALF * 0.6)[0] == pytest.approx(HALF * 0.8)
    assert depth(0.0, 2 * HALF)[1] is False
