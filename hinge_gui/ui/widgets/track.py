"""A slider: a filled groove, a round knob, and a notch where the value came from."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from hinge_gui.ui.theme import TARGET, Theme

_KNOB: Final = 11.0  # px, radius
_GROOVE: Final = 6.0


class Track(QSlider):
    """A horizontal QSlider with its keys and its role for screen readers, painted in the theme.

    A press anywhere takes the knob there. `notch` is the position that the person may want to find again.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._notch: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def set_notch(self, position: int | None) -> None:
        if position != self._notch:
            self._notch = position
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, TARGET)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # a page that is scrolled must not turn the dials under the pointer

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - _KNOB - 1) / max(1.0, self.width() - 2 * _KNOB - 2)
        share = 1 - share if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else share
        self.setSliderPosition(round(self.minimum() + min(max(share, 0.0), 1.0) * (self.maximum() - self.minimum())))
        event.accept()

    def _x(self, position: int) -> float:
        span = self.maximum() - self.minimum()
        share = (position - self.minimum()) / span if span else 0.0
        share = 1 - share if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else share
        return _KNOB + 1 + share * (self.width() - 2 * _KNOB - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, middle, x = self._theme.colours, self.height() / 2, self._x(self.sliderPosition())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(1, middle - _GROOVE / 2, self.width() - 2, _GROOVE)
        painter.setBrush(colours.track)
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        painter.setBrush(colours.accent if self.isEnabled() else colours.line)
        filled = QRectF(groove.left(), groove.top(), x - groove.left(), groove.height())
        painter.drawRoundedRect(filled, _GROOVE / 2, _GROOVE / 2)
        if self._notch is not None:
            painter.setPen(QPen(colours.ink_soft, 2))
            notch = self._x(self._notch)
            painter.drawLine(QPointF(notch, middle + 8), QPointF(notch, middle + 15))
        painter.setPen(QPen(colours.ink if self.hasFocus() else colours.accent, 4 if self.hasFocus() else 3))
        painter.setBrush(colours.card)
        painter.drawEllipse(QPointF(x, middle), _KNOB - 1.5, _KNOB - 1.5)
