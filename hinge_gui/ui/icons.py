"""Icons as painter paths on a field of 24 × 24: never a font's glyph, which another machine may not have."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

FIELD: Final = 24.0
Points = tuple[tuple[float, float], ...]


def _lines(*strokes: Points) -> QPainterPath:
    path = QPainterPath()
    for first, *rest in strokes:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


def _closed(*outlines: Points) -> QPainterPath:
    path = _lines(*(outline + outline[:1] for outline in outlines))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _bars(*boxes: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for box in boxes:
        path.addRoundedRect(QRectF(*box), 1.2, 1.2)
    return path


def _discs(*discs: tuple[float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for x, y, r in discs:
        path.addEllipse(QRectF(x - r, y - r, 2 * r, 2 * r))
    return path


def _arc(path: QPainterPath, radius: float, from_deg: float, sweep_deg: float) -> QPainterPath:
    """Add an arc about the middle of the field."""
    box = QRectF(12 - radius, 12 - radius, 2 * radius, 2 * radius)
    path.arcMoveTo(box, from_deg)
    path.arcTo(box, from_deg, sweep_deg)
    return path


def _speaker() -> Points:
    return ((3, 9.5), (7, 9.5), (12, 5), (12, 19), (7, 14.5), (3, 14.5), (3, 9.5))


def _star() -> Points:
    """Five points about the middle of the field."""
    turns = ((math.radians(36 * n - 90), 4.1 if n % 2 else 9.6) for n in range(10))
    return tuple((12 + radius * math.cos(turn), 12.6 + radius * math.sin(turn)) for turn, radius in turns)


def _with(path: QPainterPath, other: QPainterPath) -> QPainterPath:
    path.addPath(other)
    return path


FILLED: Final[Mapping[str, Callable[[], QPainterPath]]] = {
    "play": lambda: _closed(((8, 4.5), (20, 12), (8, 19.5))),
    "pause": lambda: _bars((6.5, 5, 4, 14), (13.5, 5, 4, 14)),
    "next": lambda: _with(_closed(((5, 5), (15, 12), (5, 19))), _bars((16.5, 5, 3, 14))),
    "previous": lambda: _with(_closed(((19, 5), (9, 12), (19, 19))), _bars((4.5, 5, 3, 14))),
    "ready": lambda: _discs((5, 12, 2.4), (12, 12, 2.4), (19, 12, 2.4)),
    "hold": lambda: _discs((12, 12, 7)),
    "dots": lambda: _discs((12, 5, 2.0), (12, 12, 2.0), (12, 19, 2.0)),
    "starred": lambda: _closed(_star()),
}
STROKED: Final[Mapping[str, Callable[[], QPainterPath]]] = {
    "again": lambda: _arc(_lines(((5.4, 4.2), (5.4, 9), (10.2, 9))), 8, 155, 310),
    "undo": lambda: _undo(),
    "redo": lambda: QTransform(-1, 0, 0, 1, FIELD, 0).map(_undo()),
    "sound": lambda: _arc(_arc(_lines(_speaker()), 4.8, -38, 76), 8.6, -42, 84),
    "muted": lambda: _lines(_speaker(), ((16, 9.5), (21, 14.5)), ((21, 9.5), (16, 14.5))),
    "follow": lambda: _lines(
        ((9, 4), (4, 4), (4, 9)), ((15, 4), (20, 4), (20, 9)),
        ((9, 20), (4, 20), (4, 15)), ((15, 20), (20, 20), (20, 15)),
    ),
    "info": lambda: _arc(_lines(((12, 11), (12, 16.5)), ((12, 7.4), (12, 7.5))), 9, 0, 360),
    "adjust": lambda: _with(
        _lines(
            ((3, 7), (11.4, 7)), ((16.6, 7), (21, 7)), ((3, 17), (5.4, 17)), ((10.6, 17), (21, 17)),
        ),
        _discs((14, 7, 2.6), (8, 17, 2.6)),
    ),
    "star": lambda: _closed(_star()),
    "home": lambda: _lines(((3, 11.5), (12, 4), (21, 11.5)), ((6, 10), (6, 20), (18, 20), (18, 10))),
    "menu": lambda: _lines(((4, 6.5), (20, 6.5)), ((4, 12), (20, 12)), ((4, 17.5), (20, 17.5))),
    "tick": lambda: _lines(((5, 12.8), (10, 17.8), (19.5, 7))),
    "search": lambda: _with(_lines(((15.4, 15.4), (20.5, 20.5))), _discs((10.4, 10.4, 6.6))),
    "close": lambda: _lines(((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "less": lambda: _lines(((5, 12), (19, 12))),
    "more": lambda: _lines(((5, 12), (19, 12)), ((12, 5), (12, 19))),
    "up": lambda: _lines(((6, 14.5), (12, 8.5), (18, 14.5))),
    "down": lambda: _lines(((6, 9.5), (12, 15.5), (18, 9.5))),
    "warning": lambda: _lines(
        ((12, 3.5), (21.5, 20), (2.5, 20), (12, 3.5)), ((12, 10), (12, 14)), ((12, 17), (12, 17.1))
    ),
    "left": lambda: _lines(((20, 12), (4, 12)), ((10.5, 5.5), (4, 12), (10.5, 18.5))),
    "right": lambda: _lines(((4, 12), (20, 12)), ((13.5, 5.5), (20, 12), (13.5, 18.5))),
    "both": lambda: _lines(((3, 12), (21, 12)), ((8, 7), (3, 12), (8, 17)), ((16, 7), (21, 12), (16, 17))),
    "travel": lambda: _lines(((4, 6), (10, 12), (4, 18)), ((12, 6), (18, 12), (12, 18))),
    "in": lambda: _lines(((12, 3), (12, 16)), ((6.5, 10.5), (12, 16), (17.5, 10.5)), ((5, 21), (19, 21))),
    "out": lambda: _lines(((12, 17), (12, 4)), ((6.5, 9.5), (12, 4), (17.5, 9.5)), ((5, 21), (19, 21))),
    "switch": lambda: _lines(
        ((4, 8), (20, 8)), ((15.5, 3.5), (20, 8), (15.5, 12)), ((20, 16), (4, 16)), ((8.5, 12), (4, 16), (8.5, 20.5)),
    ),
    "rest": lambda: _wave(),
    "end": lambda: _lines(((12, 21), (12, 4)), ((5.5, 10.5), (12, 4), (18.5, 10.5))),
}  # fmt: skip


def _undo() -> QPainterPath:
    return _with(_lines(((8, 4), (3.5, 8.5), (8, 13))), _undo_tail())


def _undo_tail() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(3.5, 8.5)
    path.lineTo(14, 8.5)
    path.cubicTo(22.5, 8.5, 22.5, 20, 14, 20)
    path.lineTo(9, 20)
    return path


def _wave() -> QPainterPath:
    path = QPainterPath()
    for y in (9.0, 15.5):
        path.moveTo(3, y)
        path.cubicTo(7, y - 5, 9, y - 5, 12, y)
        path.cubicTo(15, y + 5, 17, y + 5, 21, y)
    return path


@cache
def icon_path(name: str) -> QPainterPath:
    """KeyError for a name that is in neither table."""
    return FILLED[name]() if name in FILLED else STROKED[name]()


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Fit the icon into a square in the middle of `rect`."""
    size = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - size / 2, rect.center().y() - size / 2)
    painter.scale(size / FIELD, size / FIELD)
    if name in FILLED:
        painter.fillPath(icon_path(name), colour)
    else:
        pen = QPen(colour, 2.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(icon_path(name), pen)
    painter.restore()
