"""Paints whole scenes: their room, their shapes, their marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from hinge_gui.figure.bounds import Bounds
from hinge_gui.figure.scene import Scene
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.retained import Retained
from hinge_gui.paint.strokes import paint_shapes
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Fit:
    """How a scene lies in its rectangle: empty shares of the rectangle around it, and how large a body may get."""

    left: float = 0.05
    top: float = 0.05
    right: float = 0.05
    bottom: float = 0.08
    most_pixels: float = 4000.0

    def to_pixels(self, rect: QRectF, bounds: Bounds) -> QTransform:
        """From statures to the pixels of the rectangle: as large as fits, standing on its ground."""
        left, bottom, right, top = bounds
        wide = rect.width() * (1 - self.left - self.right)
        high = rect.height() * (1 - self.top - self.bottom)
        k = min(wide / (right - left), high / (top - bottom), self.most_pixels)
        x = rect.left() + rect.width() * self.left + wide / 2 - k * (left + right) / 2
        spare = high - k * (top - bottom)
        y = rect.bottom() - rect.height() * self.bottom - spare * 0.3 + k * bottom
        return QTransform(k, 0.0, 0.0, -k, x, y)


def paint_scene(
    painter: QPainter,
    rect: QRectF,
    scene: Scene,
    palette: Palette,
    *,
    marks: bool = True,
    fit: Fit | None = None,
    background: bool = True,
    retained: Retained | None = None,
) -> QTransform:
    """Paint a scene into a rectangle of the painter; gives back the transform from statures to its pixels.

    With `background` the rectangle is filled first: the room's colour, and the floor below the horizon.
    Whoever shows a movement hands in what it has `retained` of the frame before.
    """
    to_pixels = (fit or Fit()).to_pixels(rect, scene.bounds)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    if background:
        painter.fillRect(rect, palette.colour("background"))
        y = max(rect.top(), to_pixels.map(QPointF(0.0, scene.horizon)).y())
        painter.fillRect(QRectF(rect.left(), y, rect.width(), rect.bottom() - y), palette.colour("ground"))
    if scene.opacity < 1.0:
        painter.setOpacity(painter.opacity() * scene.opacity)
    shapes = scene.painted() if marks else scene.shapes
    if retained:
        retained.paint(painter, shapes, palette, to_pixels)
    else:
        paint_shapes(painter, shapes, palette, to_pixels)
    painter.restore()
    return to_pixels
