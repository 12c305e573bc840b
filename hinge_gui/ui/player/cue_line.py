"""One line of words, as large as its room allows; long ones wrap and grow smaller, none is cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.ui.text_fit import fitted, write_even
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.prose import breakable

CUE_PX = 27
_SMALLEST = 14


class CueLine(QWidget):
    """`px` is the size wanted, at a text scale of 1."""

    def __init__(self, theme: Theme, px: int = CUE_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._px, self._text, self._shown = theme, px, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._resized)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text, self._shown = text, breakable(text)
            self.setAccessibleName(text)
            self.update()

    def set_px(self, px: int) -> None:
        self._px = px
        self._resized()

    def wanted_font(self) -> QFont:
        return self._theme.sized(round(self._px * self._theme.scale), 600)

    def fitted_font(self) -> QFont:
        """The largest font not above the wanted one in which the text fits, wrapped."""
        return fitted(self.wanted_font(), self._shown, self.size(), _SMALLEST)

    def sizeHint(self) -> QSize:
        return QSize(320, round(QFontMetrics(self.wanted_font()).height() * 2.1))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(QFontMetrics(self.wanted_font()).height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.fitted_font())
        painter.setPen(self._theme.colours.ink)
        write_even(painter, QRectF(self.rect()), self._shown)

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()
