"""The small round picture of what the whole does not show, and where there is room for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from hinge_gui.figure.scene import Scene
from hinge_gui.paint.painter import Fit, paint_scene
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.strokes import path_of

INSET_PX = 400
"""From this size on a picture has room for any small one in its corner."""
INSET_FIT = Fit(0.0, 0.0, 0.0, 0.0)
_SHARE, _SMALL_SHARE = 0.26, 0.38  # of the picture's side
_MUCH_CLOSER = 1.4
_BELOW = 0.05  # of the square: what standing low counts
_MAY_COVER = 0.3  # of the square, by the boxes round the limbs, which are larger than they
_GAP = 0.08  # of its side, between it and the edge
_LEAST_PX = 88.0  # a smaller one shows nothing


def paint_inset(painter: QPainter, rect: QRectF, scene: Scene, palette: Palette) -> None:
    """A round window on a part of the body; `rect` is its square."""
    window = QPainterPath()
    window.addEllipse(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(window, Qt.ClipOperation.IntersectClip)
    paint_scene(painter, rect, scene, palette, marks=False, fit=INSET_FIT)
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(window, inset_rim(rect, palette))
    painter.restore()


def inset_rim(rect: QRectF, palette: Palette) -> QPen:
    """What frames the window."""
    return QPen(palette.colour("ground-line"), max(1.5, rect.width() * 0.014))


def paint_corner(
    painter: QPainter, rect: QRectF, scene: Scene, inset: Scene, to_pixels: QTransform, palette: Palette
) -> None:
    """The small picture in its corner of `scene`, already painted into `rect`, where it has one."""
    corner = corner_of(rect, scene, inset, to_pixels)
    if corner:
        paint_inset(painter, corner, inset, palette)


def corner_of(rect: QRectF, scene: Scene, inset: Scene, to_pixels: QTransform) -> QRectF | None:
    """The square in the corner where the picture is least in the way.

    In a thumbnail only one that shows much more than the thumbnail does: a foot on its roll.
    """
    least = min(rect.width(), rect.height())
    small = least < INSET_PX
    side_px = (_SMALL_SHARE if small else _SHARE) * least
    closer = side_px / (inset.bounds[2] - inset.bounds[0]) / abs(to_pixels.m11())
    return inset_corner(rect, scene, to_pixels, side_px) if not small or closer > _MUCH_CLOSER else None


def inset_corner(rect: QRectF, scene: Scene, to_pixels: QTransform, side_px: float) -> QRectF | None:
    """The corner of `rect` for a square of this side where body and marks are least in the way; None where they are."""
    boxes = [
        to_pixels.mapRect(QRectF(left, bottom, right - left, top - bottom))
        for left, bottom, right, top in scene.boxes().values()
    ]
    marks = [shape for _, shapes in scene.marks for shape in shapes]
    boxes += [to_pixels.mapRect(path_of(shape.contours).boundingRect()) for shape in marks]

    def covered(square: QRectF) -> float:
        meets = (square.intersected(box) for box in boxes)
        return sum(box.width() * box.height() for box in meets)

    # Rather above, for below stand the feet and what they stand on.
    middle = rect.center().y()
    best = min(
        _corners(rect, side_px),
        key=lambda square: covered(square) + _BELOW * side_px * side_px * (square.top() > middle),
    )
    return best if covered(best) < _MAY_COVER * side_px * side_px else None


def empty_corner(rect: QRectF, taken: Sequence[QRectF], most_px: float) -> QRectF:
    """The largest square in a corner of `rect` that meets nothing taken; a null one where none is worth looking at."""
    side_px = min(most_px, rect.width(), rect.height())
    while side_px >= _LEAST_PX:
        for square in _corners(rect, side_px):
            if rect.contains(square) and not any(square.intersects(box) for box in taken):
                return square
        side_px *= 0.92
    return QRectF()


def _corners(rect: QRectF, side_px: float) -> list[QRectF]:
    gap = side_px * _GAP
    return [
        QRectF(x, y, side_px, side_px)
        for y in (rect.top() + gap, rect.bottom() - gap - side_px)
        for x in (rect.right() - gap - side_px, rect.left() + gap)
    ]
