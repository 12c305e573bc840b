"""What lies over a window while a sheet stands before it: nothing of the window seems to wait for a press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_OPACITY: Final = 0.4


class Scrim(QWidget):
    """Covers its parent from when it is made until it is deleted."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        over = self.parentWidget()
        if over is not None and event.type() == QEvent.Type.Resize:
            self.setGeometry(over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shade = QPainter(self), QColor("#0b1014")
        shade.setAlphaF(_OPACITY)
        painter.fillRect(event.rect(), shade)
