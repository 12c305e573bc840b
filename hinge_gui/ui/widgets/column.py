"""A column of widgets as high as it needs to be, scrolled only where the window is lower."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_GAP: Final = 8  # px


class Column(QScrollArea):
    """Scrolls one widget up and down, never sideways; its bar stands beside the content.

    A focusable one takes the arrow keys when it has the focus: for text that has nothing else to focus on.
    """

    def __init__(self, content: QWidget, *, focusable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if focusable else Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._leave_gap)
        if content.hasHeightForWidth():  # else Qt takes the height that the words would need at their narrowest
            content.setMinimumHeight(1)

    def _leave_gap(self, _low: int, high: int) -> None:
        """Between the content and its bar; where there is no bar the content goes to the edge."""
        layout = self._content.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(_GAP if high else 0)
            layout.setContentsMargins(margins)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), 80)
