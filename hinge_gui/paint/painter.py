"""Strokes the shapes of a scene; the geometry is made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from hinge_gui.figure.shapes import Contour, Glow, Shape
from hinge_gui.paint.palette import Palette

EDGE_WIDTH = 0.0075  # of the line that sets a shape off, in statures


def path_of(contours: Iterable[Contour]) -> QPainterPath:
    """One path, to be filled as the union of its contours."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for contour in contours:
        path.moveTo(*contour.start)
        cubic, line = path.cubicTo, path.lineTo
        for segment in contour.segments:
            if len(segment) == 6:
                cubic(*segment)
            else:
                line(*segment)
        if contour.closed:
            path.closeSubpath()
    return path


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], palette: Palette) -> None:
    """Paint in figure units; the painter's transform brings them to pixels."""
    edge = QPen(palette.colour("background"), EDGE_WIDTH)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    edge.setCapStyle(Qt.PenCapStyle.FlatCap)
    for shape in shapes:
        if shape.edges:
            painter.strokePath(path_of(shape.edges), edge)
        colour = palette.colour(shape.role, shape.shade)
        if shape.opacity < 1.0:
            colour = QColor(colour)
            colour.setAlphaF(shape.opacity)
        path = path_of(shape.contours)
        if shape.stroke_width:
            painter.strokePath(path, _line(colour, shape))
        elif shape.glow:
            painter.fillPath(path, _glow(colour, shape.glow))
        else:
            painter.fillPath(path, colour)


def _line(colour: QColor, shape: Shape) -> QPen:
    pen = QPen(colour, shape.stroke_width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dashed:
        pen.setDashPattern([2.4, 2.2])
    return pen


def _glow(colour: QColor, glow: Glow) -> QBrush:
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    for at, share in ((0.0, 1.0), (0.45, 0.86), (0.75, 0.36), (1.0, 0.0)):
        stop = QColor(colour)
        stop.setAlphaF(colour.alphaF() * share)
        gradient.setColorAt(at, stop)
    brush = QBrush(gradient)
    (ux, uy), (vx, vy), (cx, cy) = glow.u, glow.v, glow.centre
    brush.setTransform(QTransform(ux, uy, vx, vy, cx, cy))
    return brush
