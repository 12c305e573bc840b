"""The left side is the mirror image of the right: body, props, camera, marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.paint.figures import differing, figure_of
from tools.golden import paint_still

MAY_DIFFER = 0.0006  # of the pixels: where two shapes meet, the edge is blended in the order of painting

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
    figure = {**figure_of(exercise, variant), "inset": None}  # which stands in the corner where there is room
    right, left = (paint_still(figure, phase=phase, side=side) for side in ("right", "left"))
    assert differing(left.flipped(Qt.Orientation.Horizontal), right) < MAY_DIFFER
