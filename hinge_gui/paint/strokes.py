"""Strokes and fills shapes; the geometry is made elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QRadialGradient,
    QTransform,
)

from hinge_gui.figure.curves import Contour
from hinge_gui.figure.shapes import Glow, Shape
from hinge_gui.paint.palette import Palette

EDGE_WIDTH = 0.0046  # of the line that sets a shape off, in statures
# Qt makes lines of curves, a pixel long each, before it cuts them; ones of three pixels look the same and cost a third.
_COARSE = 0.3
_COARSER, _FINER = QTransform.fromScale(_COARSE, _COARSE), QTransform.fromScale(1 / _COARSE, 1 / _COARSE)
# PySide6 looks for a member each time that it is named.
_WINDING, _ANTIALIASING = Qt.FillRule.WindingFill, QPainter.RenderHint.Antialiasing
_RASTER, _DESTINATION_OUT = QPaintEngine.Type.Raster, QPainter.CompositionMode.CompositionMode_DestinationOut
_PREMULTIPLIED, _BLACK = QImage.Format.Format_ARGB32_Premultiplied, QColor("black")
Made = TypeVar("Made")
_GLOW_STEP = 6  # of 255: opacities that the eye cannot tell apart share their colours
_FADE = ((0.0, 1.0), (0.5, 0.92), (0.75, 0.50), (0.9, 0.14), (1.0, 0.0))  # of a glow, from its middle to its rim


def path_of(contours: Iterable[Contour]) -> QPainterPath:
    """One path, to be filled as the union of its contours."""
    path = QPainterPath()
    path.setFillRule(_WINDING)
    cubic, line = path.cubicTo, path.lineTo
    for start, segments, closed in contours:
        path.moveTo(*start)
        for segment in segments:
            if len(segment) == 6:
                cubic(*segment)
            else:
                line(*segment)
        if closed:
            path.closeSubpath()
    return path


class _FrameToFrame(Generic[Made]):
    """What was made for one frame is kept for the next, as long as each asks for it.

    Keys are ids: what is kept holds the very objects, so that no others get them.
    """

    def __init__(self) -> None:
        self._now: dict[object, Made] = {}
        self._before: dict[object, Made] = {}

    def get(self, key: object, make: Callable[[], Made]) -> Made:
        made = self._now.get(key)
        if made is None:
            made = self._now[key] = self._before.get(key) or make()
        return made

    def next_frame(self) -> None:
        self._before, self._now = self._now, {}


class Paths:
    """Paths in pixels, each made once and kept as long as every frame asks for it.

    They are made in pixels: under a painter that is scaled some hundred times Qt flattens curves far too finely, which
    costs five times as much.
    """

    def __init__(self, to_pixels: QTransform) -> None:
        self.to_pixels = to_pixels
        self._made = _FrameToFrame[tuple[_Region, QPainterPath]]()
        self._cut = _FrameToFrame[tuple[_Region, _Regions, QPainterPath]]()
        self._around = _FrameToFrame[tuple[_Region, QRect, QPainterPath]]()

    def of(self, contours: _Region) -> QPainterPath:
        return self._made.get(id(contours), lambda: (contours, self.to_pixels.map(path_of(contours))))[1]

    def cut(self, contours: _Region, within: _Regions, width_px: float = 0.0) -> QPainterPath:
        """What of them lies within others; of a line so wide its outline.

        Painters clip to whole pixels, and files of vectors not at all.
        """
        key = id(contours), id(within)
        return self._cut.get(
            key, lambda: (contours, within, self._intersected(self.of(contours), map(self.of, within), width_px))
        )[2]

    def _intersected(self, path: QPainterPath, regions: Iterable[QPainterPath], width_px: float) -> QPainterPath:
        box, path = path.controlPointRect(), _COARSER.map(path)
        if width_px:
            stroker = QPainterPathStroker()
            stroker.setWidth(width_px * _COARSE)
            stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
            stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            path = stroker.createStroke(path)
        for region in regions:
            box &= region.controlPointRect()
            if box.isEmpty():
                return QPainterPath()
            path = path.intersected(_COARSER.map(region))
        return _FINER.map(path)

    def around(self, region: _Region) -> tuple[QRect, QPainterPath]:
        """The pixels that a region takes up, and all of them that lie beyond it."""
        return self._around.get(id(region), lambda: (region, *_beyond(self.of(region))))[1:]

    def next_frame(self) -> None:
        for kept in (self._made, self._cut, self._around):
            kept.next_frame()


def _beyond(path: QPainterPath) -> tuple[QRect, QPainterPath]:
    box = path.controlPointRect().toAlignedRect()
    beyond = QPainterPath()
    beyond.addRect(box.adjusted(-1, -1, 1, 1))
    beyond.addPath(path)
    return box, beyond


_Region = tuple[Contour, ...]
_Regions = tuple[_Region, ...]


class Brush(Protocol):
    """As much of a QPainter as shapes ask for."""

    def fillPath(self, path: QPainterPath, brush: QBrush | QColor, /) -> None: ...  # noqa: N802  # Qt's
    def strokePath(self, path: QPainterPath, pen: QPen, /) -> None: ...  # noqa: N802


def paint_shapes(painter: Brush, shapes: Iterable[Shape], palette: Palette, to_pixels: QTransform | Paths) -> None:
    """Paint shapes, given in statures, through `to_pixels`."""
    paths = to_pixels if isinstance(to_pixels, Paths) else Paths(to_pixels)
    pixels = painter if isinstance(painter, QPainter) and _has_pixels(painter) else None
    for regions, group in groupby(shapes, _within):
        if regions and pixels:
            _paint_within(pixels, group, regions, palette, paths)
        else:
            _paint(painter, group, regions, palette, paths, pixels)


_within = attrgetter("within")


def _has_pixels(painter: QPainter) -> bool:
    """Whether pictures can be laid upon its pixels, each on one."""
    turned, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
    whole = ratio == int(ratio) and turned.dx() == int(turned.dx()) and turned.dy() == int(turned.dy())
    on_pixels = painter.paintEngine().type() == _RASTER
    return on_pixels and whole and not turned.isScaling() and not turned.isRotating()


def _paint_within(
    painter: QPainter, shapes: Iterable[Shape], regions: _Regions, palette: Palette, paths: Paths
) -> None:
    """On a picture of their own, from which all that lies beyond the regions is taken away: a fifth of the price."""
    rest = [paths.around(region) for region in regions]
    box = painter.window()
    for region, _ in rest:
        box &= region
    if box.isEmpty():
        return
    ratio = painter.device().devicePixelRatioF()
    image = QImage(box.size() * ratio, _PREMULTIPLIED)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    own = QPainter(image)
    own.setRenderHint(_ANTIALIASING)
    own.translate(-box.x(), -box.y())
    _paint(own, shapes, (), palette, paths, own)
    own.setCompositionMode(_DESTINATION_OUT)
    for _, beyond in rest:
        own.fillPath(beyond, _BLACK)
    own.end()
    painter.drawImage(box.topLeft(), image)


def _paint(
    painter: Brush,
    shapes: Iterable[Shape],
    regions: _Regions,
    palette: Palette,
    paths: Paths,
    pixels: QPainter | None = None,
) -> None:
    """`pixels` is the painter where it paints those."""
    k = abs(paths.to_pixels.m11())
    edge = _pen(palette.colour("background").rgba(), max(0.8, EDGE_WIDTH * k), edge=True)
    for shape in shapes:
        if shape.edges and regions:
            painter.fillPath(paths.cut(shape.edges, regions, edge.widthF()), edge.color())
        elif shape.edges:
            painter.strokePath(paths.of(shape.edges), edge)
        if not shape.contours:
            continue
        colour = palette.colour(shape.role, shape.shade)
        if shape.opacity < 1.0:
            colour = QColor(colour)
            colour.setAlphaF(max(0.0, shape.opacity))
        width_px = round(max(0.6, shape.stroke_width * k), 2) if shape.stroke_width else 0.0
        path = paths.cut(shape.contours, regions, width_px) if regions else paths.of(shape.contours)
        if width_px and not regions:
            painter.strokePath(path, _pen(colour.rgba(), width_px, dashed=shape.dashed))
        elif glow := shape.glow:
            brush = _glow(colour, glow, paths.to_pixels)
            if pixels and not regions and glow.has_rim(shape.contours):
                pixels.fillRect(path.boundingRect().toAlignedRect(), brush)  # two thirds of the price
            else:
                painter.fillPath(path, brush)
        else:
            painter.fillPath(path, colour)


@lru_cache(maxsize=256)
def _pen(rgba: int, width_px: float, *, dashed: bool = False, edge: bool = False) -> QPen:
    pen = QPen(QColor.fromRgba(rgba), width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin if edge else Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([2.2, 2.4])
    return pen


def _glow(colour: QColor, glow: Glow, to_pixels: QTransform) -> QBrush:
    alpha = colour.alpha() // _GLOW_STEP * _GLOW_STEP
    brush = QBrush(_fading(colour.rgb(), alpha))
    (ux, uy), (vx, vy), (cx, cy) = glow.u, glow.v, glow.centre
    brush.setTransform(QTransform(ux, uy, vx, vy, cx, cy) * to_pixels)
    return brush


@lru_cache(maxsize=256)
def _fading(rgb: int, alpha: int) -> QRadialGradient:
    """One that has been used before costs a tenth: Qt, too, keeps the colours that it has worked out."""
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    stop = QColor(rgb)
    for at, share in _FADE:
        stop.setAlphaF(alpha / 255 * share)
        gradient.setColorAt(at, stop)
    return gradient
