"""A column of widgets as high as it needs to be, scrolled only where the window is lower."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hinge_gui.ui.widgets.see_through import see_through


class Column(QScrollArea):
    """Scrolls one widget up and down, never sideways; its bar, which keeps a distance of its own, stands beside it.

    A focusable one takes the arrow keys when it has the focus: for text that has nothing else to focus on.
    """

    def __init__(self, content: QWidget, *, focusable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        see_through(self)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if focusable else Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._content.hasHeightForWidth():  # else Qt takes the height that the words would need at their narrowest
            self._content.setMinimumHeight(1)
        super().resizeEvent(event)
