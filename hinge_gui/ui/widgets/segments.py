"""A choice of a few, side by side: one is always chosen, arrow keys move it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from hinge_gui.ui.theme import TARGET

_EDGE = 4
_PADDING = 8  # left and right of a label, its border included


class _Choice(QPushButton):
    """One of them; where even a line of its own is too short its label gives way."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "segment")
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, self.sizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802  Qt asks for it
        super().initStyleOption(option)
        option.text = self._shown()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip("" if self._shown() == self.text() else self.accessibleName())
        return super().event(event)

    def _shown(self) -> str:
        room = self.width() - 2 * _PADDING
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)


class Segments(QFrame):
    """Choices as (key, label). Labels that do not fit beside one another stand in several rows, as even as may be."""

    chosen = Signal(str)
    """The key that the person chose; `choose` does not emit it."""

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None, *, in_a_row: bool = False
    ) -> None:
        """`in_a_row`: others make room, so that they always stand beside one another."""
        super().__init__(parent)
        self._in_a_row = in_a_row
        self.setProperty("kit", "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._columns = 0
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._layout.setSpacing(_EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, text in choices:
            self._add(key, text)
        if choices:
            self.choose(choices[0][0])

    def _add(self, key: str, text: str) -> None:
        button = _Choice(text)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        self._layout.addWidget(button, 0, len(self._buttons) - 1)

    @property
    def choice(self) -> str:
        """The key in force."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Show another choice as the one in force."""
        self._buttons[key].setChecked(True)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:  # the second: another text size
            self._arrange()
        return super().event(event)

    def _hints(self) -> list[int]:
        return [b.sizeHint().width() + _EDGE for b in self._buttons.values()]

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(sum(self._hints()) + _EDGE, least.height()) if self._in_a_row else least

    def _arrange(self) -> None:
        count, hints = len(self._buttons), self._hints()
        columns = count
        if sum(hints) + _EDGE > self.width() and not self._in_a_row:
            most = max(1, min(count - 1, (self.width() - _EDGE) // max(hints)))
            columns = -(-count // -(-count // most))
        if columns != self._columns:
            self._columns = columns
            for n, button in enumerate(self._buttons.values()):
                self._layout.addWidget(button, n // columns, n % columns)
            for n in range(count):
                self._layout.setColumnStretch(n, int(columns < count and n < columns))
