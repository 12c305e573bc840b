"""The sheet of keys, made from the one table of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hinge_gui.core.settings import DEEDS, Settings
from hinge_gui.ui.flow import Columns
from hinge_gui.ui.player.keys import Keymap
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.over_window import OverWindow
from hinge_gui.ui.widgets.prose import paragraph

ANY_KEY: Final = (
    "While the practice waits for you, any key goes on. Media keys and presenters' clickers work too. "
    "Keys of your own are set in the preferences."
)
_WIDTH: Final = 976  # px at 100 %: for two columns
_WORDS: Final = 340  # px at 100 %, of what a key does: with less it stands below the key


class Shortcuts(OverWindow):
    """What is bound now. Closes with Escape, as every sheet does."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(theme, "Keys", _WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows.addWidget(paragraph("Keys", "title"))
        self.rows.addLayout(_table(theme, Keymap(settings), parent.width()))
        self.rows.addWidget(paragraph(ANY_KEY, "caption", soft=True))
        close = QPushButton("Close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        beside = row(gap=1)
        beside.addStretch(1)
        beside.addWidget(close)
        self.close_with(beside)


def _table(theme: Theme, keys: Keymap, width: int) -> Columns:
    """In as many columns as there is room for."""
    table = Columns(grid(3), lines=grid(0.75))
    bound = [(keys.words(deed), words) for deed, (_, words) in DEEDS.items() if keys.words(deed)]
    metrics = QFontMetrics(theme.font("strong"))
    widest = max((metrics.horizontalAdvance(key) for key, _ in bound), default=0)
    slim = width < widest + _WORDS * theme.scale
    for key, words in bound:
        name = label(key, "strong")
        name.setMinimumWidth(0 if slim else widest)
        line = QWidget()
        line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        beside = column(line) if slim else row(line, gap=2)
        beside.addWidget(name)
        beside.addWidget(label(words, wrap=True) if slim else Elided(words), 1)
        table.addWidget(line)
    return table
