"""A person's own pictures beside the words, where other exercises show the figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.core.exercise import Picture
from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.picture_cast import PictureCast
from hinge_gui.ui.theme import RADIUS, Theme


class PictureCard(QWidget):
    """All of them side by side, as large as there is room."""

    def __init__(self, theme: Theme, height: int, pictures: Sequence[Picture], *, mirrored: bool) -> None:
        """`pictures` are some that can be shown."""
        super().__init__()
        self._theme, self._height = theme, height
        self._casts = [PictureCast([picture], Settings(), mirrored=mirrored) for picture in pictures]
        self.setAccessibleName(". ".join(cast.words for cast in self._casts if cast.words) or "Your pictures")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._height, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, card = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colours.stage)
        painter.setBrush(self._theme.colours.stage)
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        width = card.width() / len(self._casts)
        for n, cast in enumerate(self._casts):
            room = QRectF(n * width, 0.0, width, card.height()).adjusted(8, 8, -8, -8)
            cast.paint(painter, cast.fitted(room), cast.palette(self._theme), 0.0)
