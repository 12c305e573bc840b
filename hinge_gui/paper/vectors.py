"""Scenes as plain vectors: what fades is drawn in rings, as the fading brushes of Qt come out solid in a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from hinge_gui.figure.scene import Scene
from hinge_gui.figure.shapes import Glow, Shape
from hinge_gui.paint.painter import Fit
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import paint_shapes, path_of

# How far a glow is from its middle, and how much of its colour is left there; from the rim inwards.
_RINGS: Final = (
    (0.97, 0.04), (0.92, 0.12), (0.86, 0.24), (0.80, 0.38), (0.74, 0.52),
    (0.67, 0.64), (0.60, 0.76), (0.52, 0.86), (0.42, 0.93),
)  # fmt: skip


def paint_vectors(
    painter: QPainter, rect: QRectF, scene: Scene, palette: Palette, fit: Fit, room: tuple[QColor, QColor]
) -> None:
    """A scene into a rectangle of the page; its room in two colours, the air and the floor."""
    to_pixels = fit.to_pixels(rect, scene.bounds)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, room[0])
    y = max(rect.top(), to_pixels.map(QPointF(0.0, scene.horizon)).y())
    painter.fillRect(QRectF(rect.left(), y, rect.width(), rect.bottom() - y), room[1])
    for shape in scene.shapes:
        _paint(painter, shape, palette, to_pixels)
    for _, shapes in scene.marks:
        for shape in shapes:
            _paint(painter, shape, palette, to_pixels)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, palette: Palette, to_pixels: QTransform) -> None:
    if shape.glow is None or not shape.contours:
        paint_shapes(painter, (shape,), palette, to_pixels)
        return
    colour = QColor(palette.colour(shape.role, shape.shade))
    painter.save()
    for outlines in (shape.contours, *shape.within):
        painter.setClipPath(to_pixels.map(path_of(outlines)), Qt.ClipOperation.IntersectClip)
    for ring, alpha in _rings(shape.glow, colour.alphaF() * shape.opacity):
        colour.setAlphaF(alpha)
        painter.fillPath(to_pixels.map(ring), colour)
    painter.restore()


def _rings(glow: Glow, whole: float) -> Iterator[tuple[QPainterPath, float]]:
    """Discs over one another, each with the opacity that together make the fading."""
    (ux, uy), (vx, vy), (cx, cy) = glow.u, glow.v, glow.centre
    place, covered = QTransform(ux, uy, vx, vy, cx, cy), 0.0
    for radius, share in _RINGS:
        wanted = min(0.99, whole * share)
        disc = QPainterPath()
        disc.addEllipse(QPointF(0.0, 0.0), radius, radius)
        yield place.map(disc), max(0.0, 1 - (1 - wanted) / (1 - covered))
        covered = wanted
