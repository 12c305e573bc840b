"""A line to search with: its sign before the words, and a button to empty it behind them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import TARGET, Theme

_SIGN: Final = 18.0  # px
_BEFORE: Final = 14.0


class SearchLine(QLineEdit):
    """`name` is written in it while it is empty, and said by a screen reader."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._empty = _Empty(theme, self)
        self._empty.clicked.connect(self.clear)
        self._empty.hide()
        self.textChanged.connect(lambda text: self._empty.setVisible(bool(text)))
        self.setTextMargins(round(_BEFORE + _SIGN) - 6, 0, TARGET - 14, 0)
        theme.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.width() - TARGET, 0, TARGET, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties it first, and leads back only then."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = QRectF(_BEFORE, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        paint_icon(painter, sign, "search", self._theme.colours.ink_soft)


class _Empty(QAbstractButton):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Empty the search")
        self.setToolTip("Empty the search")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - _SIGN) / 2 - 2, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        paint_icon(painter, box, "close", colours.ink if self.underMouse() else colours.ink_soft)
