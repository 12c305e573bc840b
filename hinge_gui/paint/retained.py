"""Frame after frame of a movement: what stands still is painted once and kept as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QTransform

from hinge_gui.figure.shapes import Shape
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import EDGE_WIDTH, Paths, paint_shapes

_Sprite = tuple[QPoint, QImage]
_PASSING = 2  # frames: what stands still for no longer is not worth a picture
_LASTING = 24  # frames: what has stood still that long will go on, and shares one picture with all that does


class Retained:
    """Paints the shapes of one scene after the other; another transform or palette starts it anew.

    A shape that is the very object of the frame before stands still. In the order of painting, runs of shapes that have
    stood still since the same frame become pictures; they are kept as long as each frame shows them.
    """

    def __init__(self) -> None:
        self._frame = 0
        self._since: dict[int, tuple[Shape, int]] = {}
        self._sprites: dict[tuple[int, ...], _Sprite] = {}
        self._paths = Paths(QTransform())
        self._palette: Palette | None = None
        self._ratio = 0.0

    def paint(self, painter: QPainter, shapes: Sequence[Shape], palette: Palette, to_pixels: QTransform) -> None:
        ratio = painter.device().devicePixelRatioF()
        if self._palette is not palette or self._paths.to_pixels != to_pixels or self._ratio != ratio:
            self._since.clear()
            self._sprites.clear()
            self._palette, self._paths, self._ratio = palette, Paths(QTransform(to_pixels)), ratio
        now = self._frame = self._frame + 1
        used: dict[tuple[int, ...], _Sprite] = {}
        # on screens with a broken ratio a picture's pixels lie between theirs
        passing = now - _PASSING if ratio == int(ratio) else 0
        for first, run in self._runs(shapes, now):
            if first > passing:
                paint_shapes(painter, run, palette, self._paths)
                continue
            key = tuple(map(id, run))
            used[key] = sprite = self._sprites.get(key) or _sprite(run, palette, self._paths, painter.window(), ratio)
            painter.drawImage(*sprite)
        self._sprites = used
        self._paths.next_frame()

    def _runs(self, shapes: Sequence[Shape], now: int) -> list[tuple[int, list[Shape]]]:
        """Neighbours that have stood still since the same frame, with that frame."""
        before, since, lasting = self._since, dict[int, tuple[Shape, int]](), now - _LASTING
        runs: list[tuple[int, list[Shape]]] = []
        last, moves = -1, now + 1 - _PASSING
        for shape in shapes:
            key = id(shape)
            since[key] = stood = before.get(key) or (shape, now)
            first = min(max(lasting, stood[1]), moves)
            if first != last:
                run = list[Shape]()
                runs.append((first, run))
                last = first
            run.append(shape)
        self._since = since
        return runs


def _sprite(shapes: Sequence[Shape], palette: Palette, paths: Paths, frame: QRect, ratio: float) -> _Sprite:
    """A picture of these shapes on nothing as far as they lie in the frame, and where its corner lies."""
    box, k = QRect(), abs(paths.to_pixels.m11())
    for shape in shapes:
        margin = max(shape.stroke_width, EDGE_WIDTH) * k
        for contours in (shape.contours, shape.edges):
            if contours:
                box |= paths.of(contours).controlPointRect().adjusted(-margin, -margin, margin, margin).toAlignedRect()
    box &= frame
    image = QImage(box.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    if image.isNull():  # all of it lies out of the frame
        return box.topLeft(), image
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-box.x(), -box.y())
    paint_shapes(painter, shapes, palette, paths)
    painter.end()
    return box.topLeft(), image
