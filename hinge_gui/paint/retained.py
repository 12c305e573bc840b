"""Frame after frame of a movement: what stands still is painted once and kept as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QTransform

from hinge_gui.figure.shapes import Shape
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import EDGE_WIDTH, paint_shapes, path_of

_Sprite = tuple[QPoint, QImage]


class Retained:
    """Paints the shapes of one scene after the other; another transform or palette starts it anew.

    A shape that is the very object of the frame before stands still. Runs of such, in the order of painting, become
    pictures; they are kept as long as each frame shows them.
    """

    def __init__(self) -> None:
        self._last: dict[int, Shape] = {}
        self._sprites: dict[tuple[int, ...], _Sprite] = {}
        self._palette: Palette | None = None
        self._through: tuple[QTransform, float] | None = None

    def paint(self, painter: QPainter, shapes: Sequence[Shape], palette: Palette, to_pixels: QTransform) -> None:
        ratio = painter.device().devicePixelRatioF()
        if self._palette is not palette or self._through != (to_pixels, ratio):
            self._last.clear()
            self._sprites.clear()
            self._palette, self._through = palette, (QTransform(to_pixels), ratio)
        used: dict[tuple[int, ...], _Sprite] = {}
        last = self._last if ratio == int(ratio) else {}  # on other screens a picture's pixels lie between theirs
        for still, group in groupby(shapes, lambda shape: id(shape) in last):
            run = list(group)
            if not still:
                paint_shapes(painter, run, palette, to_pixels)
                continue
            key = tuple(map(id, run))
            used[key] = sprite = self._sprites.get(key) or _sprite(run, palette, to_pixels, painter.window(), ratio)
            painter.drawImage(*sprite)
        self._sprites = used
        self._last = {id(shape): shape for shape in shapes}


def _sprite(shapes: Sequence[Shape], palette: Palette, to_pixels: QTransform, frame: QRect, ratio: float) -> _Sprite:
    """A picture of these shapes on nothing as far as they lie in the frame, and where its corner lies."""
    box = QRect()
    for shape in shapes:
        margin = max(shape.stroke_width, EDGE_WIDTH)
        reach = path_of((*shape.contours, *shape.edges)).controlPointRect().adjusted(-margin, -margin, margin, margin)
        box |= to_pixels.mapRect(reach).toAlignedRect()
    box &= frame
    image = QImage(box.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    if image.isNull():  # all of it lies out of the frame
        return box.topLeft(), image
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    away = QTransform.fromTranslate(-box.x(), -box.y())
    paint_shapes(painter, shapes, palette, to_pixels * away)
    painter.end()
    return box.topLeft(), image
