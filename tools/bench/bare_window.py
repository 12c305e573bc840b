"""The least that PySide6 can do: one painted widget. The measure of the app's own start and memory."""

import sys

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class BareWindow(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#f6f1e7"))
        painter.fillRect(40, 40, 300, 200, QColor("#2f7f86"))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = BareWindow()
    window.resize(800, 600)
    window.show()
    sys.exit(app.exec())
