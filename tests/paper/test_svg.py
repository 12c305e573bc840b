"""A picture as vectors shows what the same picture in pixels shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from hinge_gui.figure.staging import stage_of
from hinge_gui.paper.still import picture
from tests.paint.figures import differing, figure_of

pytestmark = pytest.mark.usefixtures("qapp")

SIZE_PX = 480
MAY_DIFFER = 0.004  # of the pixels, along the rims of what was cut to shape


@pytest.mark.parametrize("exercise", ["legs-on-the-wall", "calf-stretch", "twist-on-the-floor", "hip-hinge"])
def test_vectors_look_as_pixels_do(exercise: str) -> None:
    stage = stage_of(figure_of(exercise))
    pixels = QImage.fromData(picture(stage, 1.0, "a title", SIZE_PX, "png"))
    vectors = QImage(pixels.size(), QImage.Format.Format_RGB32)
    renderer = QSvgRenderer(QByteArray(picture(stage, 1.0, "a title", SIZE_PX, "svg")))
    painter = QPainter(vectors)
    renderer.render(painter)
    painter.end()
    assert differing(pixels, vectors) < MAY_DIFFER


def test_what_fades_lies_in_its_place_and_the_small_picture_is_there() -> None:
    stage = stage_of(figure_of("calf-stretch"))
    drawn = picture(stage, 1.0, "a title", SIZE_PX, "svg")
    assert drawn.count(b"<radialGradient") == drawn.count(b"gradientTransform")
    assert len(drawn) > len(picture(stage_of({**figure_of("calf-stretch"), "inset": None}), 1.0, "", SIZE_PX, "svg"))


def test_it_is_as_large_as_asked_for_whatever_a_browser_takes_a_millimetre_to_be() -> None:
    drawn = picture(stage_of(figure_of("hip-hinge")), 1.0, "a title", SIZE_PX, "svg")
    assert b'<svg width="480" height="480"' in drawn
