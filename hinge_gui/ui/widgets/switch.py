"""On or off: a switch that says by place, colour and tick which."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import TARGET, Theme

_LENGTH, _HEIGHT = 52.0, 30.0
_INSET: Final = 4.0


class Switch(QAbstractButton):
    """A checkable button; `name` is what a screen reader says."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(round(_LENGTH) + 12, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, c, on = QPainter(self), self._theme.colours, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRectF((self.width() - _LENGTH) / 2, (self.height() - _HEIGHT) / 2, _LENGTH, _HEIGHT)
        if self.hasFocus():
            painter.setPen(QPen(c.accent_text, 2))
            painter.drawRoundedRect(groove.adjusted(-4, -4, 4, 4), _HEIGHT / 2 + 4, _HEIGHT / 2 + 4)
        painter.setPen(QPen(c.accent if on else c.ink_soft, 2))
        painter.setBrush(c.accent if on else c.card)
        painter.drawRoundedRect(groove, _HEIGHT / 2, _HEIGHT / 2)
        radius = _HEIGHT / 2 - _INSET
        x = groove.right() - _HEIGHT / 2 if on else groove.left() + _HEIGHT / 2
        knob = QRectF(x - radius, groove.center().y() - radius, 2 * radius, 2 * radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.on_accent if on else c.ink_soft)
        painter.drawEllipse(QPointF(knob.center()), radius, radius)
        if on:
            paint_icon(painter, knob.adjusted(4, 4, -4, -4), "tick", c.accent)
