"""A question to the person: a few words and two to four answers, of which one loses nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from hinge_gui.ui.flow import Flow
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.prose import paragraph


class Question(QDialog):
    """A sheet over the window. Escape is no answer: nothing is told, nothing happens."""

    answered = Signal(int)
    """Which of the answers, by number."""

    def __init__(
        self, theme: Theme, title: str, words: Sequence[str], answers: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        if parent is None:
            theme.dress(self)
        rows = column(self, gap=1.5, margin=3)
        rows.addWidget(paragraph(title, "title"))
        for text in words:
            rows.addWidget(paragraph(text))
        choices = Flow()
        for n, answer in enumerate(answers):
            button = QPushButton(answer)
            button.setProperty("kind", "primary" if n == 0 else "")
            button.setDefault(n == 0)
            button.clicked.connect(lambda _=False, n=n: self._answer(n))
            choices.addWidget(button)
        rows.addLayout(choices)
        self.setMinimumWidth(round(480 * theme.scale))

    def _answer(self, number: int) -> None:
        self.accept()
        self.answered.emit(number)
