"""A box for a few lines, one thing in each; as high as what is written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from hinge_gui.core.own_exercise import lines

_LEAST_LINES: Final = 2
_FRAME: Final = 22  # px above and below the words


class LinesEdit(QPlainTextEdit):
    """Tab leads on; `written` tells the lines while they are typed."""

    written = Signal(object)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)

    def show_lines(self, texts: tuple[str, ...]) -> None:
        """Nothing is told; what says the same already stays as it is typed."""
        if lines(self.toPlainText()) != texts:
            with QSignalBlocker(self):
                self.setPlainText("\n".join(texts))
            self.updateGeometry()

    def _tell(self) -> None:
        self.updateGeometry()
        self.written.emit(lines(self.toPlainText()))

    def sizeHint(self) -> QSize:
        """Of the lines as they wrap."""
        document = self.document()
        shown, block = 0, document.begin()
        while block.isValid():
            shown += max(1, block.layout().lineCount())
            block = block.next()
        return QSize(160, max(_LEAST_LINES, shown) * self.fontMetrics().lineSpacing() + _FRAME)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the box
