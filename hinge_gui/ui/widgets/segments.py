"""A choice of a few, side by side: one is always chosen, arrow keys move it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

_EDGE = 4


class Segments(QFrame):
    """Choices as (key, label). Where the labels do not fit beside one another they stand below one another."""

    chosen = Signal(str)
    """The key that the person chose; `choose` does not emit it."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._layout.setSpacing(_EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, text in choices:
            self._add(key, text)
        if choices:
            self.choose(choices[0][0])

    def _add(self, key: str, text: str) -> None:
        button = QPushButton(text.replace("&", "&&"), autoDefault=False)
        button.setCheckable(True)
        button.setProperty("kind", "segment")
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._layout.addWidget(button)
        self._buttons[key] = button

    @property
    def choice(self) -> str:
        """The key in force."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Show another choice as the one in force."""
        self._buttons[key].setChecked(True)

    def minimumSizeHint(self) -> QSize:
        widest = max((b.minimumSizeHint().width() for b in self._buttons.values()), default=0)
        return QSize(widest + 2 * _EDGE, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:  # the second: another text size
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        hints = [b.sizeHint().width() + _EDGE for b in self._buttons.values()]
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if sum(hints) + _EDGE > self.width() else ways.LeftToRight
        if way != self._layout.direction():
            self._layout.setDirection(way)
