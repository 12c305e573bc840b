"""Words that wrap on lines about as long as one another: no single short word is left for the last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hinge_gui.ui.text_fit import even_box, write_even
from hinge_gui.ui.theme import Role


class Even(QLabel):
    def __init__(
        self, text: str = "", role: Role = "title", parent: QWidget | None = None, *, centred: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._centred = centred
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._centred:
            write_even(painter, QRectF(self.contentsRect()), self.text())
            return
        box = even_box(painter.fontMetrics(), QRectF(self.contentsRect()), self.text())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), self.text())
