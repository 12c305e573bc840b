"""An icon on a quiet disc, where a page has no figure to show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import Theme

_PX = 88
_INSET = 28


class RoundIcon(QWidget):
    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.setFixedSize(_PX, _PX)
        theme.changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, disc = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.stage)
        painter.drawEllipse(disc)
        place = disc.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        paint_icon(painter, place, self._icon, self._theme.colours.accent_text)
