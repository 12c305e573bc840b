"""A person's own pictures in place of the figure: one after the other, each for its seconds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QTransform

from hinge_gui.core.exercise import Picture
from hinge_gui.core.settings import Settings
from hinge_gui.figure.marks import Told
from hinge_gui.paint.own_picture import read, size_of
from hinge_gui.paint.palette import Palette
from hinge_gui.ui.player.cast import Cast

_RADIUS = 10.0
_PAPER = QColor("#efe9dd")  # in the dark, under what is see-through: most is drawn to be looked at on paper


def showable(pictures: Sequence[Picture]) -> list[Picture]:
    """Those that can be read; where there is none, the figure stands at ease instead."""
    return [picture for picture in pictures if picture.path and size_of(picture.path) is not None]


class PictureCast(Cast):
    """`progress` is the share of the round that its pictures take together; bodies and marks it has none."""

    def __init__(self, pictures: Sequence[Picture], settings: Settings, *, mirrored: bool) -> None:
        """`pictures` are some that can be shown."""
        super().__init__(None, "usual", "right", settings)
        self._pictures, self._mirrored = pictures, mirrored
        self._ends_s = list(accumulate(picture.seconds for picture in pictures))
        sizes = [size_of(picture.path) or QSize(1, 1) for picture in pictures]
        self.bounds = QRectF(0.0, 0.0, max(size.width() / size.height() for size in sizes), 1.0)
        self.horizon = None
        self.words = ". ".join(picture.alt for picture in pictures if picture.alt)
        self._read: tuple[Picture, QSize, QImage | None] | None = None

    def moment(self, progress: float, place_ms: float) -> float:
        whole_s = self._ends_s[-1]
        second = place_ms / 1000 % whole_s
        shown = next(n for n, end_s in enumerate(self._ends_s) if second < end_s)
        return shown / len(self._pictures)

    def way_between(self, progress: float, other: float) -> float:
        return 0.0 if progress == other else 1.0

    def breath_moves(self, progress: float) -> QRectF:
        return QRectF()

    def turn(self, yaw_deg: float, pitch_deg: float) -> None:
        """A picture has one side only."""

    def turn_back(self) -> None:
        """It was never turned."""

    def inset_square(self, room: QRectF, free: QRectF) -> QRectF:
        return QRectF()

    def marks_shown(self, progress: float, told: Told | None) -> tuple[float, ...]:
        return ()

    def paint(
        self,
        painter: QPainter,
        to_pixels: QTransform,
        palette: Palette,
        progress: float,
        breath: float = 0.0,
        told: Told | None = None,
    ) -> None:
        picture = self._pictures[min(len(self._pictures) - 1, round(progress * len(self._pictures)))]
        room, ratio = to_pixels.mapRect(self.bounds), painter.device().devicePixelRatioF()
        image = self._image(picture, (room.size() * ratio).toSize())
        if image is not None:
            size = image.size() / ratio
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            card = QPainterPath()
            card.addRoundedRect(box, _RADIUS, _RADIUS)
            if palette.dark and image.hasAlphaChannel():
                painter.fillPath(card, _PAPER)
            brush = QBrush(image)
            brush.setTransform(QTransform.fromTranslate(box.x(), box.y()).scale(1 / ratio, 1 / ratio))
            painter.fillPath(card, brush)

    def _paint_thumbnail(
        self, painter: QPainter, room: QRectF, _ratio: float, palette: Palette, _progress: float
    ) -> None:
        """The first picture, all of its height; of a wide one the middle."""
        size = size_of(self._pictures[0].path) or QSize(1, 1)
        image = self._image(self._pictures[0], (size.toSizeF() * (room.height() / size.height())).toSize())
        if image is not None:
            box = QRectF(0, 0, image.width(), image.height())
            box.moveCenter(room.center())
            if palette.dark and image.hasAlphaChannel():
                painter.fillRect(room, _PAPER)
            painter.drawImage(box, image)

    def _fitted(self, room: QRectF, bounds: QRectF) -> QTransform:
        """Amid the room: a picture stands on nothing."""
        fitted = super()._fitted(room, bounds)
        spare = room.height() - fitted.m11() * bounds.height()
        return fitted * QTransform.fromTranslate(0.0, -spare / 2)

    def _image(self, picture: Picture, size: QSize) -> QImage | None:
        """The one that was shown last is kept."""
        if self._read is None or self._read[:2] != (picture, size):
            self._read = picture, size, read(picture.path, size, mirrored=self._mirrored)
        return self._read[2]
