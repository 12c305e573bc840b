"""A line to tick: a box, large enough for a finger, and its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import RADIUS, TARGET, Theme

BOX, INSET = 24.0, 8.0
_EDGE = 2.0  # of the outline about the box
_WORDS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class CheckRow(QAbstractButton):
    """Ticked by a press, Space or Enter; its words wrap where there is little room.

    A chip has an edge of its own, for several beside one another.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, chip: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._chip = theme, chip
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("body"))
        width = metrics.horizontalAdvance(self.text()) + round(self._around())
        return QSize(width, max(TARGET, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET if self._chip else 120, TARGET)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font("body"))
        room = round(width - self._around())
        return max(TARGET, metrics.boundingRect(0, 0, max(40, room), 10_000, _WORDS, self.text()).height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = self._theme.colours
        if self._chip or self.hasFocus():
            painter.setPen(QPen(c.accent_text if self.hasFocus() else c.line, 2))
            painter.setBrush(c.card if self._chip else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        box = QRectF(self._left(), (self.height() - BOX) / 2, BOX, BOX)
        painter.setPen(QPen(c.accent if self.isChecked() or self.underMouse() else c.ink_soft, 2))
        painter.setBrush(c.accent if self.isChecked() else c.card)
        painter.drawRoundedRect(box, 7, 7)
        if self.isChecked():
            paint_icon(painter, box.adjusted(3, 3, -3, -3), "tick", c.on_accent)
        painter.setPen(c.ink_soft if self.isChecked() else c.ink)
        painter.setFont(self._theme.font("body"))
        words = QRectF(self.rect()).adjusted(box.right() + INSET, 0, -_EDGE, 0)
        painter.drawText(words, _WORDS, self.text())

    def _around(self) -> float:
        """All that is beside the words."""
        return self._left() + BOX + INSET + (INSET + 2 * _EDGE if self._chip else 2 * _EDGE)

    def _left(self) -> float:
        """Where the box stands: in line with what is written above, or within the chip's edge."""
        return INSET + _EDGE if self._chip else _EDGE
