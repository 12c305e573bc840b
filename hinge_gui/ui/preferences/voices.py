"""Below the settings of the voice: try it with one sentence, and how to get a better one."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from hinge_gui.core.remedies import better_voices
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.listening import Listening
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.elided_button import ElidedButton
from hinge_gui.ui.widgets.prose import paragraph

LINUX = sys.platform.startswith("linux")


class VoiceTrial(QWidget):
    """The sentence is said with the voice as it is set now; what goes wrong is told below."""

    def __init__(self, theme: Theme, listening: Listening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._listening = theme, listening
        self._state = paragraph("", "caption", soft=True)
        self._state.hide()
        say = ElidedButton("Say a sentence")
        say.clicked.connect(listening.say)
        self._better = ElidedButton("A better voice…")
        self._better.setCheckable(True)
        self._better.toggled.connect(self._show_advice)
        self._advice: QWidget | None = None
        self._rows = column(self, gap=1)
        buttons = Flow()
        for button in (say, self._better):
            buttons.addWidget(button)
        self._rows.addLayout(buttons)
        self._rows.addWidget(self._state)
        listening.changed.connect(self._refresh)

    def _refresh(self) -> None:
        state = self._listening.say_state()
        self._state.setText(state)
        self._state.setVisible(bool(state))

    def _show_advice(self, shown: bool) -> None:
        if self._advice is None:
            self._advice = _advice()
            self._rows.addWidget(self._advice)
        self._advice.setVisible(shown)


def _advice() -> QWidget:
    made = QWidget()
    rows = column(made, gap=1)
    for advice in better_voices(LINUX):
        rows.addWidget(paragraph(advice.words))
        for typed in advice.typed:
            rows.addWidget(_to_type(typed))
    rows.addWidget(label("Then try it with Say a sentence.", "caption", soft=True, wrap=True))
    return made


def _to_type(text: str) -> QFrame:
    """What is to be typed as it is, without the hyphens that other long words may show; and to be copied."""
    card = QFrame()
    card.setProperty("card", "calm")
    beside = row(card, gap=1, margin=0.5)
    words = label(text, "strong", wrap=True)
    words.setContentsMargins(grid(1), 0, 0, 0)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    copy = QPushButton("Copy", autoDefault=False)
    copy.setProperty("kind", "quiet")
    copy.setAccessibleName(f"Copy: {text}")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    beside.addWidget(words, 1)
    beside.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
    return card
