"""A question to the person: a few words and two to four answers, of which one loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hinge_gui.ui.flow import Flow
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.over_window import OverWindow

QUESTION_PX: Final = 520


class Question(OverWindow):
    """A sheet over the window. Escape is no answer: nothing is told, nothing happens."""

    answered = Signal(int)
    """Which of the answers, by number."""

    def __init__(
        self, theme: Theme, title: str, words: Sequence[str], answers: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, QUESTION_PX, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.say(title, words)
        choices = Flow()
        for n, answer in enumerate(answers):
            button = QPushButton(answer)
            button.setProperty("kind", "primary" if n == 0 else "")
            button.setDefault(n == 0)
            button.clicked.connect(lambda _=False, n=n: self._answer(n))
            choices.addWidget(button)
        self.close_with(choices)

    def _answer(self, number: int) -> None:
        self.accept()
        self.answered.emit(number)
