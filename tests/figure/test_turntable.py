"""A figure that is turned keeps its size and its place, and stays in its frame."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hinge_gui.figure.bounds import Bounds, bounds_of, union
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.ground import horizon
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, forms

AROUND = range(0, 360, 24)
HIGHEST = 1.2  # of stature: no picture shows more above its ground


def size(bounds: Bounds) -> tuple[float, float]:
    return (bounds[2] - bounds[0], bounds[3] - bounds[1])


@pytest.mark.parametrize("form", forms(), ids=str)
def test_from_all_sides_but_its_own_the_frame_is_as_large_and_holds_the_body(form: Form) -> None:
    stage, seen = Stage(form.spec), set()
    for yaw_deg in AROUND:
        stage.look_from(stage.home.turned(yaw_deg))
        left, bottom, right, top = stage.bounds
        if stage.home.pitch_deg < 45 and 45 <= yaw_deg <= 315:
            seen.add(tuple(round(side, 9) for side in size(stage.bounds)))
        flesh = Flesh(stage.look, stage.camera)
        for body in stage.way[::2] if 45 <= yaw_deg <= 315 else ():
            box = union(bounds_of(part.flats) for part in flesh.parts(body))
            assert left - 0.01 < box[0]
            assert bottom - 0.01 < box[1]
            assert box[2] < right + 0.01
            assert box[3] < top + 0.01
    assert len(seen) <= 1


@pytest.mark.parametrize("form", forms(), ids=str)
def test_the_frame_never_jumps_and_goes_over_into_the_common_one_once(form: Form) -> None:
    stage = Stage(form.spec)
    before, ways = size(stage.bounds), set()
    for yaw_deg in range(2, 60, 2):
        stage.look_from(stage.home.turned(yaw_deg))
        now = size(stage.bounds)
        for n, (a, b) in enumerate(zip(before, now, strict=True)):
            assert abs(a - b) < 0.06
            if abs(a - b) > 1e-6:
                ways.add((n, a < b))
        before = now
    assert len(ways) <= 2  # each side either grows or shrinks
    stage.look_from(stage.home)
    assert size(stage.bounds) == size(Stage(form.spec).bounds)


def test_the_end_of_the_floor_rises_out_of_the_picture_without_a_jump() -> None:
    heights = [horizon(Camera(0.0, pitch / 2)) for pitch in range(181)]
    seen = [height for height in heights if height < HIGHEST]
    assert heights == sorted(heights)
    assert max(b - a for a, b in pairwise(seen)) < 0.2
    assert heights[-1] > HIGHEST
