"""What moves by less than one sees is not made anew, and what is not made anew is where it should be."""

from __future__ import annotations

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import Look
from hinge_gui.figure.motion import Motion
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
