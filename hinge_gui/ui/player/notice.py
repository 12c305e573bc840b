"""A quiet card with a few words and one to three ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hinge_gui.ui.flow import Flow
from hinge_gui.ui.theme import Role
from hinge_gui.ui.widgets.boxes import arrange
from hinge_gui.ui.widgets.elided_button import ElidedButton
from hinge_gui.ui.widgets.prose import breakable, paragraph

_MOST = 0.4  # of the width, that the only button may take beside the title


class Notice(QFrame):
    """`choices` are the words of its buttons; `chosen` tells which one by number."""

    chosen = Signal(int)

    def __init__(
        self, title: str, text: str, choices: tuple[str, ...], card: str = "calm", role: Role = "strong",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("card", card)
        self._title, self._text = paragraph("", role), paragraph("")
        for words in (self._title, self._text):  # lower than they would be at their narrowest
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        buttons = [self._button(words, n) for n, words in enumerate(choices)]
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        column.addLayout(self._head)
        column.addWidget(self._text)
        if len(buttons) == 1:  # the only way on needs no line of its own
            self._only: QPushButton | None = buttons[0]
            self._head.addWidget(buttons[0], 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._only = None
            below = Flow()
            for button in buttons:
                below.addWidget(button)
            column.addLayout(below)
        column.addStretch(1)  # a card that is given more height keeps its words together
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.say(title, text)

    def _button(self, words: str, number: int) -> QPushButton:
        made = ElidedButton(words)
        made.setAutoDefault(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.chosen.emit(number))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        slim = self._only is not None and self._only.sizeHint().width() > self.width() * _MOST
        arrange(self._head, stacked=slim)

    def say(self, title: str, text: str) -> None:
        self._title.setText(breakable(title))
        self._text.setText(breakable(text))
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
