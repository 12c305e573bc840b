"""One figure as an image: thumbnails from 96 pixels, pictures to 2,000."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.look import Look
from hinge_gui.figure.spec import FigureSpec, standing
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.inset import paint_corner
from hinge_gui.paint.painter import Fit, paint_scene
from hinge_gui.paint.palette import Palette

THUMBNAIL_PX = 160
"""Below this size marks would only be in the way."""


def stage_of(
    figure: Mapping[str, Any],
    *,
    side: str = "right",
    range_: str = "usual",
    look: Look | None = None,
    mistake: str | None = None,
) -> Stage:
    """The stage of an exercise's `figure` section; a person standing at ease where the section has a fault."""
    try:
        spec = FigureSpec.from_mapping(figure)
        return Stage(spec, side=side, range_=range_, look=look, mistake=mistake)
    except PoseFault:
        return Stage(standing(), side=side, look=look)


def paint_still(
    figure: Mapping[str, Any],
    size: QSize,
    *,
    phase: str = "end",
    side: str = "right",
    range_: str = "usual",
    mistake: str | None = None,
    look: Look | None = None,
    theme: str = "light",
    marks: bool | None = None,
    background: bool = True,
    scale: float = 1.0,
) -> QImage:
    """The figure of an exercise at its `start` or `end`.

    `marks` None shows them where there is room. `scale` is the screen's device pixel ratio; `size` is without it.
    """
    stage = stage_of(figure, side=side, range_=range_, look=look, mistake=mistake)
    progress = 0.0 if phase == "start" else 1.0
    image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    painter = QPainter(image)
    rect, least = QRectF(0.0, 0.0, size.width(), size.height()), min(size.width(), size.height())
    palette, scene, inset = Palette.named(theme, look), stage.scene(progress), stage.inset(progress)
    if marks is None:
        marks = least >= THUMBNAIL_PX
    fit = Fit() if least >= THUMBNAIL_PX else Fit(0.06, 0.06, 0.06, 0.07)
    to_pixels = paint_scene(painter, rect, scene, palette, marks=marks, fit=fit, background=background)
    if inset:
        paint_corner(painter, rect, scene, inset, to_pixels, palette)
    painter.end()
    return image
