"""What moves by less than one sees is not made anew, and what is not made anew is where it should be."""

from __future__ import annotations

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import Look
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, forms

STEPS, COMPARED = 40, 4  # each fourth of them is made anew to be compared
SEEN = 0.0015  # of stature: three quarters of a pixel where the body is five hundred high


@pytest.mark.parametrize("form", forms(), ids=str)
def test_no_part_lags_behind_by_as_much_as_one_sees(form: Form) -> None:
    motion, look, camera = Motion(form.spec), Look(), Camera.of(form.spec.view)
    kept = Flesh(look, camera)
    for step in range(STEPS + 1):
        body = motion.at(step / STEPS)
        parts = kept.parts(body)
        if step % COMPARED:
            continue
        for part, fresh in zip(parts, Flesh(look, camera).parts(body), strict=True):
            assert part.name == fresh.name
            for ring, there in zip(part.flats, fresh.flats, strict=True):
                assert ring[:2] == pytest.approx(there[:2], abs=SEEN)


@pytest.mark.parametrize("form", [form for form in forms() if form.spec.raw.get("inset")], ids=str)
def test_nothing_is_left_out_that_reaches_into_the_small_picture(form: Form) -> None:
    """Against the whole body, whoever has it and whatever hair."""
    for look in (Look(), Look("rounder", "long")):
        stage, camera = Stage(form.spec, look=look), Camera.of(form.spec.raw["inset"].get("view", "side"))
        for progress in (0.0, 0.25, 0.5, 0.75, 1.0):
            inset = stage.inset(progress)
            assert inset is not None
            left, bottom, right, top = inset.bounds
            whole = Flesh(look, camera).parts(stage.motion.at(progress))
            seen = {
                part.name for part in whole
                if any(left < f.x + f.reach and f.x - f.reach < right and bottom < f.y + f.reach and f.y - f.reach < top
                       for f in part.flats)
            }  # fmt: skip
            assert seen <= inset.rings.keys()
