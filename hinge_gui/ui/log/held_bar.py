"""How much of what was planned was held, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.ui.theme import Theme

_HIGH = 8


class HeldBar(QWidget):
    """Its words stand beside it; the bar itself says nothing to a screen reader."""

    def __init__(self, theme: Theme, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._share = theme, min(1.0, max(0.0, share))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(160, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, bar = QPainter(self), QRectF(0, 0, self.width(), _HIGH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.track)
        painter.drawRoundedRect(bar, _HIGH / 2, _HIGH / 2)
        if self._share > 0:
            painter.setBrush(self._theme.colours.accent)
            bar.setWidth(max(_HIGH, bar.width() * self._share))
            painter.drawRoundedRect(bar, _HIGH / 2, _HIGH / 2)
