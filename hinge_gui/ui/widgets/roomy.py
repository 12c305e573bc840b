"""A page that gets the height it needs at least: where the window is lower it scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hinge_gui.ui.widgets.see_through import see_through


class Roomy(QScrollArea):
    """Never sideways. Unlike Qt's own it asks for the least height, not for the one that would be liked."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        see_through(self)
        self.setWidget(content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), 80)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows mean something else on these pages."""
        event.ignore()

    def _fit(self) -> None:
        width, height = self.width(), self.height()
        if self._least_height(width) > height:
            width -= self.verticalScrollBar().sizeHint().width()
        self._content.resize(width, max(height, self._least_height(width)))

    def _least_height(self, width: int) -> int:
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(width)
        return self._content.minimumSizeHint().height()
