"""A button whose words give way where even a line of its own is too short: `…`, the whole as a tool tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

from hinge_gui.ui.theme import TARGET

_PADDING = 18  # px left and right of the words, with the border


class ElidedButton(QPushButton):
    padding = _PADDING

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, self.sizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802  Qt asks for it
        super().initStyleOption(option)
        option.text = self._shown()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip("" if self._shown() == self.text() else self.accessibleName())
        return super().event(event)

    def _shown(self) -> str:
        room = self.width() - 2 * self.padding
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
