"""The side that works, in words and as an arrow to that side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.core.exercise import Side
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.text_fit import LEAST_PX, fitted
from hinge_gui.ui.theme import Role, Theme


class SideSign(QWidget):
    """Hidden where no side is at work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side: Side | None = None
        self._words = ""
        self._role: Role = "title"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.hide()

    def show_side(self, side: Side | None, words: str) -> None:
        if (side, words) != (self._side, self._words):
            self._side, self._words = side, words
            self.setAccessibleName(words)
            self.setVisible(bool(words))
            self.updateGeometry()
            self.update()

    def set_role(self, role: Role) -> None:
        """How large it is written."""
        self._role = role
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._size_of(self._words)

    def widest(self) -> int:
        """Of what it says in turn of the sides of one exercise: the figure beside it keeps its place."""
        _, comma, count = self._words.partition(",")
        of_either = [f"{side} side{comma}{count}" if comma else f"{side} side next" for side in ("Left", "Right")]
        return max(self._size_of(words).width() for words in of_either)

    def _size_of(self, words: str) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._role))
        return QSize(metrics.horizontalAdvance(words) + metrics.height() + 12, metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, size = self._theme.colours, self.height() - 6
        left = self._side == "left"
        icon = QRectF(0 if left else self.width() - size, 3, size, size)
        paint_icon(painter, icon, self._side or "both", colours.accent_text)
        painter.setPen(colours.ink)
        words = QRectF(self.rect()).adjusted(size + 8 if left else 0, 0, 0 if left else -size - 8, 0)
        painter.setFont(fitted(self._theme.font(self._role), self._words, words.size().toSize(), LEAST_PX))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)
