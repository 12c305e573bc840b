"""Quick ways of painting look like the plain one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter, QTransform

from hinge_gui.figure.curves import ellipse
from hinge_gui.figure.shapes import Glow, Shape
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import paint_shapes
from tests.paint.figures import differing

pytestmark = pytest.mark.usefixtures("qapp")


def painted(shape: Shape) -> QImage:
    image = QImage(120, 90, QImage.Format.Format_ARGB32_Premultiplied)
    palette = Palette.named("light")
    image.fill(palette.colour("ground"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shapes(painter, [shape], palette, QTransform(100.0, 0.0, 0.0, -100.0, 60.3, 45.8))
    painter.end()
    return image


@pytest.mark.parametrize("tilt", [(0.0, 0.0), (0.12, 0.05)])
def test_a_shadow_that_fades_to_its_rim_needs_no_outline(tilt: tuple[float, float]) -> None:
    u, v = (0.4, tilt[0]), (tilt[1], -0.16)
    rim = ellipse((0.0, 0.0), u, v)
    shadow = Shape("shadow", (rim,), opacity=0.8, glow=Glow((0.0, 0.0), u, v))
    cut = Shape("shadow", (rim, rim), opacity=0.8, glow=shadow.glow)
    assert differing(painted(shadow), painted(cut)) == 0.0
    assert differing(painted(shadow), painted(shadow.faded(0.0))) > 0.1


def test_a_glow_ends_with_the_limb_that_carries_it() -> None:
    limb = Shape("muscle", (ellipse((0.0, 0.0), (0.2, 0.0), (0.0, -0.15)),), glow=Glow((0, 0), (0.4, 0), (0, -0.3)))
    on_it, beside_it = (72, 38), (78, 33)
    assert painted(limb).pixelColor(*on_it) != painted(limb.faded(0.0)).pixelColor(*on_it)
    assert painted(limb).pixelColor(*beside_it) == painted(limb.faded(0.0)).pixelColor(*beside_it)
