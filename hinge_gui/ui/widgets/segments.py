"""A choice of a few, side by side: one is always chosen, arrow keys move it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from hinge_gui.ui.theme import TARGET
from hinge_gui.ui.widgets.elided_button import ElidedButton

_EDGE = 4
_ARRANGED_ON = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest}  # the last: another text size
_PADDING = 8  # left and right of a label, its border included


class _Choice(ElidedButton):
    padding = _PADDING

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says one of several
        self.setProperty("kind", "segment")


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, text in choices:
            self._add(key, text)
        if choices:
            self.choose(choices[0][0])

    def _add(self, key: str, text: str) -> None:
        button = _Choice(text)
        button.setParent(self)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button

    @property
    def choice(self) -> str:
        """The key in force."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    @property
    def last(self) -> QPushButton:
        return list(self._buttons.values())[-1]

    def choose(self, key: str) -> None:
        """Show another choice as the one in force."""
        self._buttons[key].setChecked(True)
        for name, button in self._buttons.items():  # Qt sees to it only once one of them has the focus
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    # -- how they stand ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + _EDGE, self._height(1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._in_a_row else QSize(TARGET + 2 * _EDGE, self._height(1))

    def event(self, event: QEvent) -> bool:
        if event.type() in _ARRANGED_ON:
            self._arrange()
        return super().event(event)

    def _widths(self) -> list[int]:
        return [max(TARGET, b.sizeHint().width()) + _EDGE for b in self._buttons.values()]

    def _height(self, rows: int) -> int:
        row = max((b.sizeHint().height() for b in self._buttons.values()), default=0)
        return rows * (row + _EDGE) + _EDGE

    def _columns(self, width: int) -> int:
        count, widths = len(self._buttons), self._widths()
        if self._in_a_row or sum(widths) + _EDGE <= width:
            return max(1, count)
        most = max(1, min(count - 1, (width - _EDGE) // max(widths)))
        return -(-count // -(-count // most))

    def _arrange(self) -> None:
        """Side by side each as wide as its label and an equal share of what is left; in rows all as wide."""
        columns, room, widths = self._columns(self.width()), self.width() - _EDGE, self._widths()
        if columns < len(widths):
            widths = [room // columns] * len(widths)
        else:
            spare = max(0, room - sum(widths))
            widths = [w + spare * (n + 1) // columns - spare * n // columns for n, w in enumerate(widths)]
        x, row = _EDGE, self._height(1) - _EDGE
        for n, (button, width) in enumerate(zip(self._buttons.values(), widths, strict=True)):
            x = x if n % columns else _EDGE
            button.setGeometry(QRect(x, _EDGE + n // columns * row, width - _EDGE, row - _EDGE))
            x += width
        self.setFixedHeight(self._height(-(-len(widths) // columns)))  # what stands around it hears of it
