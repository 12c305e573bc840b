"""Figures as images: they are there, they fit, they differ where they should."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hinge_gui.figure.look import CLOTHES, HAIR, HAIR_COLOURS, SKIN, Look
from hinge_gui.figure.shapes import Shape
from hinge_gui.figure.staging import stage_of
from hinge_gui.paint.painter import Fit, paint_scene
from hinge_gui.paint.palette import Palette
from tools.golden import paint_still

pytestmark = pytest.mark.usefixtures("qapp")

STANDING: dict[str, Any] = {
    "poses": {
        "start": {"contacts": {"foot": {"heel": [-6]}}},
        "end": {"pelvis_tilt": 40, "hip": 40, "contacts": {"foot": {"heel": [-6]}}},
    },
    "marks": [{"kind": "plumb", "at": "r_ankle"}, {"kind": "spine"}],
}


def colours(image: QImage) -> dict[str, int]:
    """How often each colour is there."""
    found: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def test_the_body_is_there_in_its_clothes() -> None:
    found = colours(paint_still(STANDING, phase="start"))
    palette = Palette.named("light")
    for role in ("shirt", "trousers", "skin", "hair", "background", "ground"):
        assert found.get(palette.colour(role).name(), 0) > 20, role


def test_nothing_touches_the_border() -> None:
    image = QImage(96, 96, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    scene = stage_of(STANDING).scene(1.0)
    paint_scene(painter, QRectF(image.rect()), scene, Palette.named("light"), marks=False, background=False)
    painter.end()
    border = [(i, j) for i in range(96) for j in (0, 95)] + [(j, i) for i in range(96) for j in (0, 95)]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in border)
    assert any(image.pixelColor(x, y).alpha() == 255 for x in range(96) for y in range(96))


def test_start_end_theme_and_marks_make_different_pictures() -> None:
    pictures = [
        paint_still(STANDING, phase="start"),
        paint_still(STANDING),
        paint_still({**STANDING, "marks": []}),
        paint_still(STANDING, theme="dark"),
        paint_still(STANDING, look=Look(build="rounder")),
    ]
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])


def test_the_same_picture_is_the_same_each_time() -> None:
    assert paint_still(STANDING, 120) == paint_still(STANDING, 120)


def test_a_faulty_figure_shows_a_person_who_just_stands() -> None:
    stage = stage_of({"poses": {"start": {"elbw": 10}, "end": {}}})
    assert stage.way[0].joints["crown"][1] == pytest.approx(1.0, abs=0.05)
    assert not paint_still({}, 96).isNull()


def test_a_scene_lies_inside_its_rectangle_and_on_one_ground() -> None:
    fit, rect = Fit(), QRectF(100, 50, 400, 300)
    for bounds in ((-0.2, 0.0, 0.2, 1.0), (-0.9, 0.0, 0.9, 0.3)):
        to_pixels = fit.to_pixels(rect, bounds)
        low = to_pixels.map(QPointF(bounds[0], bounds[1]))
        high = to_pixels.map(QPointF(bounds[2], bounds[3]))
        assert rect.contains(QRectF(QPointF(low.x(), high.y()), QPointF(high.x(), low.y())))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("n", range(6))
def test_every_look_stands_out_from_its_background(theme: str, n: int) -> None:
    look = Look("average", HAIR[n % 6], SKIN[n % 5], HAIR_COLOURS[n % 5], CLOTHES[n % 4])
    palette = Palette.named(theme, look)
    for role in ("skin", "shirt", "trousers"):
        assert contrast(palette.colour(role), palette.colour("background")) > 1.25, role


def contrast(a: QColor, b: QColor) -> float:
    """The ratio of WCAG 2."""

    def light(colour: QColor) -> float:
        channels = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((light(a), light(b)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_far_limbs_are_darker_and_tops_lighter() -> None:
    palette = Palette.named("light")
    assert palette.colour("skin", 1.0).lightnessF() < palette.colour("skin").lightnessF()
    assert palette.colour("wood", -0.5).lightnessF() > palette.colour("wood").lightnessF()


def test_every_role_that_is_painted_has_a_colour() -> None:
    scene = stage_of(STANDING).scene(1.0)
    shapes: list[Shape] = [*scene.shapes, *(shape for _, marks in scene.marks for shape in marks)]
    assert {shape.role for shape in shapes} <= set(Palette.named("light").colours)
