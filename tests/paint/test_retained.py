"""What stands still is painted once, and looks no different for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.painter import paint_scene
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.retained import Retained
from tests.paint.figures import differing, figure_of

pytestmark = pytest.mark.usefixtures("qapp")


def painted(stage: Stage, progress: float, palette: Palette, retained: Retained | None = None) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    paint_scene(painter, QRectF(image.rect()), stage.scene(progress), palette, retained=retained)
    painter.end()
    return image


@pytest.mark.parametrize("exercise", ["calf-stretch", "hip-hinge", "twist-on-the-floor", "legs-on-the-wall"])
def test_a_frame_looks_the_same_whether_painted_anew_or_over_what_was_kept(exercise: str) -> None:
    stage, palette, retained = Stage(FigureSpec.from_mapping(figure_of(exercise))), Palette.named("light"), Retained()
    for progress in (0.40, 0.40, 0.40, 0.41, 0.44, 0.44, 0.45, 0.48, 0.52):
        kept = painted(stage, progress, palette, retained)
        assert differing(kept, painted(stage, progress, palette)) < 0.002


def test_other_colours_are_seen_at_once() -> None:
    stage, retained = Stage(FigureSpec.from_mapping(figure_of("calf-stretch"))), Retained()
    light, dark = Palette.named("light"), Palette.named("dark")
    for _ in range(2):
        painted(stage, 0.5, light, retained)
    assert differing(painted(stage, 0.5, dark, retained), painted(stage, 0.5, dark)) < 0.002


def test_feet_that_stand_keep_their_very_shapes_and_a_trunk_that_leans_does_not() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("hip-hinge", "stool")))
    before, after = (stage.scene(progress) for progress in (0.5, 0.55))
    same = {shape.role for shape in after.shapes if any(shape is other for other in before.shapes)}
    assert {"skin", "wood"} <= same
    assert "hair" not in same


def test_a_stage_at_rest_keeps_no_shapes_and_shows_the_same_again() -> None:
    stage = Stage(FigureSpec.from_mapping(figure_of("hip-hinge", "stool")))
    stage.rest()
    before, small = stage.scene(0.5), stage.small
    stage.rest()
    after = stage.scene(0.5)
    assert stage.small is not small
    same = [shape for shape in after.shapes if any(shape is other for other in before.shapes)]
    assert not [shape for shape in same if shape.role in {"skin", "shirt"}]
    assert after.shapes == before.shapes
