"""Strokes the shapes of a scene; the geometry is made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from hinge_gui.figure.scene import Bounds, Scene
from hinge_gui.figure.shapes import Contour, Glow, Shape
from hinge_gui.paint.palette import Palette

EDGE_WIDTH = 0.0060  # of the line that sets a shape off, in statures
_FADE = ((0.0, 1.0), (0.5, 0.92), (0.75, 0.50), (0.9, 0.14), (1.0, 0.0))  # of a glow, from its middle to its rim


def path_of(contours: Iterable[Contour]) -> QPainterPath:
    """One path, to be filled as the union of its contours."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    cubic, line = path.cubicTo, path.lineTo
    for contour in contours:
        path.moveTo(*contour.start)
        for segment in contour.segments:
            if len(segment) == 6:
                cubic(*segment)
            else:
                line(*segment)
        if contour.closed:
            path.closeSubpath()
    return path


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], palette: Palette, to_pixels: QTransform) -> None:
    """Paint shapes, given in statures, through `to_pixels`.

    Paths are brought to pixels before they are painted: under a painter that is scaled some hundred times Qt
    flattens curves far too finely, which costs five times as much.
    """
    k = abs(to_pixels.m11())
    edge = QPen(palette.colour("background"), max(1.3, EDGE_WIDTH * k))
    edge.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    edge.setCapStyle(Qt.PenCapStyle.RoundCap)
    for shape in shapes:
        if shape.edges:
            painter.strokePath(to_pixels.map(path_of(shape.edges)), edge)
        if not shape.contours:
            continue
        colour = palette.colour(shape.role, shape.shade)
        if shape.opacity < 1.0:
            colour = QColor(colour)
            colour.setAlphaF(max(0.0, shape.opacity))
        path = to_pixels.map(path_of(shape.contours))
        if shape.stroke_width:
            painter.strokePath(path, _line(colour, shape, k))
        elif shape.glow:
            painter.fillPath(path, _glow(colour, shape.glow, to_pixels))
        else:
            painter.fillPath(path, colour)


def _line(colour: QColor, shape: Shape, k: float) -> QPen:
    pen = QPen(colour, max(0.6, shape.stroke_width * k))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dashed:
        pen.setDashPattern([2.2, 2.4])
    return pen


def _glow(colour: QColor, glow: Glow, to_pixels: QTransform) -> QBrush:
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    for at, share in _FADE:
        stop = QColor(colour)
        stop.setAlphaF(colour.alphaF() * share)
        gradient.setColorAt(at, stop)
    brush = QBrush(gradient)
    (ux, uy), (vx, vy), (cx, cy) = glow.u, glow.v, glow.centre
    brush.setTransform(QTransform(ux, uy, vx, vy, cx, cy) * to_pixels)
    return brush


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
) -> QTransform:
    """Paint a scene into a rectangle of the painter; gives back the transform from statures to its pixels.

    With `background` the rectangle is filled first: the room's colour, and the floor below the horizon.
    """
    to_pixels = (fit or Fit()).to_pixels(rect, scene.bounds)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    if background:
        painter.fillRect(rect, palette.colour("background"))
        if scene.horizon is not None:
            y = to_pixels.map(QPointF(0.0, scene.horizon)).y()
            painter.fillRect(QRectF(rect.left(), y, rect.width(), rect.bottom() - y), palette.colour("ground"))
    if scene.opacity < 1.0:
        painter.setOpacity(painter.opacity() * scene.opacity)
    paint_shapes(painter, scene.shapes, palette, to_pixels)
    if marks:
        for _, shapes in scene.marks:
            paint_shapes(painter, shapes, palette, to_pixels)
    painter.restore()
    return to_pixels


def paint_inset(painter: QPainter, rect: QRectF, scene: Scene, palette: Palette) -> None:
    """A round window on a part of the body; `rect` is its square."""
    window = QPainterPath()
    window.addEllipse(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(window, Qt.ClipOperation.IntersectClip)
    paint_scene(painter, rect, scene, palette, marks=False, fit=Fit(0.0, 0.0, 0.0, 0.0))
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(window, QPen(palette.colour("ground-line"), max(1.5, rect.width() * 0.014)))
    painter.restore()


def inset_corner(rect: QRectF, scene: Scene, to_pixels: QTransform, side_px: float) -> QRectF:
    """The corner of `rect` for a square of this side where the body is least in the way."""
    gap = side_px * 0.12
    boxes = [
        to_pixels.mapRect(QRectF(left, bottom, right - left, top - bottom))
        for left, bottom, right, top in scene.boxes.values()
    ]

    def covered(square: QRectF) -> float:
        meets = (square.intersected(box) for box in boxes)
        return sum(box.width() * box.height() for box in meets)

    squares = [
        QRectF(x, y, side_px, side_px)
        for y in (rect.top() + gap, rect.bottom() - gap - side_px)
        for x in (rect.right() - gap - side_px, rect.left() + gap)
    ]
    return min(squares, key=covered)
