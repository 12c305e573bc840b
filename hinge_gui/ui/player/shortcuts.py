"""The sheet of keys, made from the one table of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QWidget

from hinge_gui.ui.player.keys import KEYS, Deed
from hinge_gui.ui.theme import grid, label
from hinge_gui.ui.widgets.boxes import column, row

WORDS: Final[Mapping[Deed, str]] = {
    "play_pause": "Start, pause, go on",
    "previous": "Previous exercise",
    "next": "Next exercise",
    "back": "Ten seconds back",
    "on": "Ten seconds on",
    "again": "This side again",
    "explain": "Explain this exercise in full",
    "mute": "Sound on or off",
    "follow": "Follow view, full screen",
    "turn": "Turn the follow view, for lying down",
    "drawer": "About this exercise",
    "compare": "Right beside wrong",
    "adjust": "Adjust hold, repetitions, rest",
    "undo": "Take back",
    "home": "All practices",
    "learn": "Learn the exercises",
    "shortcuts": "This sheet",
    "leave": "Back",
}
_BY_FOCUS: Final = frozenset({Qt.Key.Key_Back, Qt.Key.Key_Period})  # rather a clicker's or a remote's than a keyboard's
ANY_KEY: Final = "While the practice waits for you, any key goes on. Media keys and presenters' clickers work too."
_SYMBOLS: Final[Mapping[str, str]] = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgUp": "Page up", "PgDown": "Page down",
}  # fmt: skip


def keys_of(deed: Deed) -> str:
    """The keyboard's keys for a deed, as they are written on it."""
    texts = []
    for key, done in KEYS.items():
        text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        if done == deed and key not in _BY_FOCUS and "Media" not in text:
            texts.append(_SYMBOLS.get(text, text))
    return ", ".join(texts)


class Shortcuts(QDialog):
    """Closes with Escape, as every sheet does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Keys")
        rows = column(self, gap=1.5, margin=3)
        rows.addWidget(label("Keys", "title"))
        rows.addLayout(_table())
        rows.addWidget(label(ANY_KEY, "caption", soft=True, wrap=True))
        close = QPushButton("Close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        beside = row(gap=1)
        beside.addStretch(1)
        beside.addWidget(close)
        rows.addLayout(beside)


def _table() -> QGridLayout:
    """Two columns, so that it fits the smallest window."""
    table = QGridLayout()
    table.setHorizontalSpacing(grid(2))
    table.setVerticalSpacing(grid(0.75))
    half = (len(WORDS) + 1) // 2
    for n, (deed, words) in enumerate(WORDS.items()):
        line, side = n % half, 2 * (n // half)
        table.addWidget(label(keys_of(deed), "strong"), line, side)
        table.addWidget(label(words, "body"), line, side + 1)
    return table
