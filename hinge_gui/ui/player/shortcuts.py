"""The sheet of keys, made from the one table of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QWidget

from hinge_gui.core.settings import DEEDS, Settings
from hinge_gui.ui.player.keys import Keymap
from hinge_gui.ui.theme import grid, label
from hinge_gui.ui.widgets.boxes import column, row

ANY_KEY: Final = (
    "While the practice waits for you, any key goes on. Media keys and presenters' clickers work too. "
    "Keys of your own are set in the preferences."
)


class Shortcuts(QDialog):
    """What is bound now. Closes with Escape, as every sheet does."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Keys")
        rows = column(self, gap=1.5, margin=3)
        rows.addWidget(label("Keys", "title"))
        rows.addLayout(_table(Keymap(settings)))
        rows.addWidget(label(ANY_KEY, "caption", soft=True, wrap=True))
        close = QPushButton("Close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        beside = row(gap=1)
        beside.addStretch(1)
        beside.addWidget(close)
        rows.addLayout(beside)


def _table(keys: Keymap) -> QGridLayout:
    """Two columns, so that it fits the smallest window."""
    table = QGridLayout()
    table.setHorizontalSpacing(grid(2))
    table.setVerticalSpacing(grid(0.75))
    bound = [(keys.words(deed), words) for deed, (_, words) in DEEDS.items() if keys.words(deed)]
    half = (len(bound) + 1) // 2
    for n, (key, words) in enumerate(bound):
        line, side = n % half, 2 * (n // half)
        table.addWidget(label(key, "strong"), line, side)
        table.addWidget(label(words, "body"), line, side + 1)
    return table
