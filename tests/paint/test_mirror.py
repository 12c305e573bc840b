"""The left side is the mirror image of the right: body, props, camera, marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt

from hinge_gui.paint.still import paint_still
from tests.paint.figures import differing, figure_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("phase", ["start", "end"])
@pytest.mark.parametrize(
    ("exercise", "variant"),
    [
        ("calf-stretch", None),
        ("soleus-stretch", None),
        ("top-of-foot-stretch", None),
        ("legs-on-the-wall", None),
        ("twist-on-the-floor", None),
        ("twist-on-the-floor", "seated"),
        ("hip-hinge", "stool"),
        ("hip-hinge", "hands-and-knees"),
    ],
)
def test_left_mirrors_right(exercise: str, variant: str | None, phase: str) -> None:
    figure = figure_of(exercise, variant)
    right, left = (paint_still(figure, QSize(200, 200), phase=phase, side=side) for side in ("right", "left"))
    assert differing(left.flipped(Qt.Orientation.Horizontal), right) < 0.01
