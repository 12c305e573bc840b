"""Five body shapes that one tells apart, each one piece from the neck to the feet."""

from __future__ import annotations

from itertools import combinations

import pytest

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import BUILDS, Look
from hinge_gui.figure.skeleton import Skeleton, placed

FRONT, SIDE = Camera.named("front"), Camera.named("side")


def parts(build: str, camera: Camera) -> dict[str, Part]:
    body = placed(Skeleton(build).pose({}), "r_heel", (0.0, 0.0, 0.05))
    return {part.name: part for part in Flesh(Look(build=build), camera).parts(body)}


def widths(build: str) -> dict[str, float]:
    """Of shoulders, waist and thigh from the front, and of the belly from the side."""
    front, side = parts(build, FRONT), parts(build, SIDE)
    shirt = front["shirt"].flats
    return {
        "shoulders": max(flat.reach for flat in shirt[:5]),
        "waist": min(flat.reach for flat in shirt[4:]),
        "thigh": max(flat.reach for flat in front["r_thigh"].flats),
        "belly": max(flat.reach for flat in side["shirt"].flats[-4:]),
    }


@pytest.mark.parametrize(("one", "other"), [*combinations(BUILDS, 2)])
def test_any_two_differ_by_a_tenth_somewhere(one: str, other: str) -> None:
    here, there = widths(one), widths(other)
    assert max(abs(here[at] / there[at] - 1) for at in here) > 0.10


@pytest.mark.parametrize("build", BUILDS)
def test_shirt_and_trousers_are_not_cut_out_of_paper(build: str) -> None:
    for part in parts(build, Camera(40, 8)).values():
        assert not [shape for shape in part.shapes if shape.role in ("shirt", "trousers") and shape.edges]


@pytest.mark.parametrize("build", BUILDS)
def test_the_shoulders_fall_from_the_neck_to_the_arm(build: str) -> None:
    seen = parts(build, FRONT)
    top = seen["shirt"].flats[0]
    sleeve = seen["r_upper_arm"].flats
    highest = max(flat.y + flat.reach for flat in sleeve)
    assert top.y - highest > 0.02
