"""A scene as an SVG.

Qt writes neither clips nor the transforms of brushes into one. So what lies within the small picture's window is cut to
its shape, and the fading patches get their transforms when the text is there.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

from hinge_gui.figure.scene import Scene
from hinge_gui.paint.inset import INSET_FIT, corner_of, inset_rim
from hinge_gui.paint.painter import Fit
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import paint_shapes


def svg(scene: Scene, inset: Scene | None, palette: Palette, size_px: int, title: str, alt: str) -> bytes:
    """Square, with the small picture in a corner where there is one."""
    from PySide6.QtSvg import QSvgGenerator

    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(size_px, size_px))
    generator.setViewBox(QRectF(0.0, 0.0, size_px, size_px))
    generator.setTitle(title)
    generator.setDescription(alt)
    painter = QPainter(generator)
    vectors, room = _Vectors(painter), QRectF(0.0, 0.0, size_px, size_px)
    to_pixels = vectors.paint(room, scene, palette, Fit())
    for _, shapes in scene.marks:
        paint_shapes(vectors, shapes, palette, to_pixels)
    corner = corner_of(room, scene, inset, to_pixels) if inset else None
    if inset and corner:
        vectors.window = QPainterPath()
        vectors.window.addEllipse(corner)
        vectors.paint(corner, inset, palette, INSET_FIT)
        painter.strokePath(vectors.window, inset_rim(corner, palette))
    painter.end()
    return _in_pixels(_placed(bytes(data.data()), vectors.patches), size_px)


class _Vectors:
    """Paints as a QPainter does, but only what lies in the window, and remembers where fading patches lie."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.window: QPainterPath | None = None
        self.patches: list[QTransform] = []

    def fillPath(self, path: QPainterPath, brush: QBrush | QColor, /) -> None:  # noqa: N802  # Qt's
        if self.window:
            path = path.intersected(self.window)
        if path.isEmpty():
            return
        if isinstance(brush, QBrush) and brush.gradient() is not None:
            self.patches.append(brush.transform())
        self._painter.fillPath(path, brush)

    def strokePath(self, path: QPainterPath, pen: QPen, /) -> None:  # noqa: N802
        if self.window:
            self.fillPath(QPainterPathStroker(pen).createStroke(path), pen.color())
        else:
            self._painter.strokePath(path, pen)

    def paint(self, rect: QRectF, scene: Scene, palette: Palette, fit: Fit) -> QTransform:
        to_pixels = fit.to_pixels(rect, scene.bounds)
        air, floor = QPainterPath(), QPainterPath()
        air.addRect(rect)
        end_of_floor = max(rect.top(), to_pixels.map(QPointF(0.0, scene.horizon)).y())
        floor.addRect(QRectF(QPointF(rect.left(), end_of_floor), rect.bottomRight()))
        self.fillPath(air, palette.colour("background"))
        self.fillPath(floor, palette.colour("ground"))
        self._painter.setOpacity(scene.opacity)
        paint_shapes(self, scene.shapes, palette, to_pixels)
        self._painter.setOpacity(1.0)
        return to_pixels


def _placed(text: bytes, patches: list[QTransform]) -> bytes:
    """The fading patches, in the order in which they were painted, moved from the origin to where they lie."""
    places = iter(patches)

    def place(found: re.Match[bytes]) -> bytes:
        t = next(places)
        numbers = (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy())
        matrix = " ".join(f"{number:.4g}" if abs(number) < 1 else f"{number:.3f}" for number in numbers)
        return b'%s gradientTransform="matrix(%s)"' % (found[0], matrix.encode())

    return re.sub(rb"<radialGradient\b", place, text)


def _in_pixels(text: bytes, size_px: int) -> bytes:
    """Qt tells the size in millimetres, at its own resolution; browsers have another, and would show it larger."""
    size = b'<svg width="%d" height="%d"' % (size_px, size_px)
    return re.sub(rb'<svg width="[^"]*" height="[^"]*"', size, text, count=1)
