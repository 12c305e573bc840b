"""Where a page has nothing to show yet: what will be here, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hinge_gui.ui.theme import Theme, grid
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.even import Even
from hinge_gui.ui.widgets.prose import breakable

_WIDEST = 520  # px at 100 %, of the words
_WORDS = 300  # px at 100 %, of the height that everything but the picture takes


class Empty(QWidget):
    """In the middle of its room: perhaps a picture, a few words, and one way on."""

    asked = Signal()
    """The person takes the way on."""

    def __init__(self, theme: Theme, picture: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._picture = theme, picture
        self._title, self._text = Even(role="section", centred=True), Even(role="body", centred=True)
        self._text.setProperty("soft", True)
        self._way = QPushButton(autoDefault=True)
        self._way.setProperty("kind", "primary")
        self._way.clicked.connect(self.asked)
        self._middle = QWidget()
        rows = column(self._middle, gap=1)
        if picture:
            rows.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
            rows.addSpacing(grid(1))
        for words in (self._title, self._text):
            rows.addWidget(words)
        rows.addSpacing(grid(1))
        rows.addWidget(self._way, 0, Qt.AlignmentFlag.AlignHCenter)
        across = row()
        across.addStretch(1)
        across.addWidget(self._middle, 100)
        across.addStretch(1)
        down = column(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def say(self, title: str, text: str = "", way_on: str = "") -> None:
        for label, words in ((self._title, title), (self._text, text)):
            _say(label, words)
        self._way.setText(way_on)
        self._way.setVisible(bool(way_on))

    def take_focus(self) -> None:
        self._way.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._middle.setMaximumWidth(round(_WIDEST * self._theme.scale))

    def make_room(self, page: QSize) -> None:
        """Without the picture where the page has too little room for it."""
        if self._picture:
            wide = page.width() - grid(6) >= self._picture.width()
            self._picture.setVisible(wide and page.height() >= self._picture.height() + _WORDS * self._theme.scale)


def _say(label: QLabel, words: str) -> None:
    label.setText(breakable(words))
    label.setVisible(bool(words))
