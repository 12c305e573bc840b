"""A quiet card with a few words and one to three ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hinge_gui.ui.flow import Flow
from hinge_gui.ui.theme import Role, label


class Notice(QFrame):
    """`choices` are the words of its buttons; `chosen` tells which one by number."""

    chosen = Signal(int)

    def __init__(
        self, title: str, text: str, choices: tuple[str, ...], card: str = "calm", role: Role = "strong",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("card", card)
        self._title = label(title, role, wrap=True)
        self._text = label(text, "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._text)
        row = Flow()
        for n, words in enumerate(choices):
            button = QPushButton(words)
            button.setAutoDefault(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, n=n: self.chosen.emit(n))
            row.addWidget(button)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.say(title, text)

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
