"""A choice of many, or of what the machine offers: the chosen one is shown, the others come up in a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import RADIUS, TARGET, Theme

AS_SYSTEM = "As the system has it"
_PADDING = 14.0
_ARROW = 14.0
_VERTICAL = int(Qt.AlignmentFlag.AlignVCenter)


class Picker(QComboBox):
    """Choices as (key, label), as in `Segments`; letters that are typed find one."""

    chosen = Signal(str)
    """The key that the person chose; `choose` does not emit it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(name)
        self.setView(QListView())  # the style's own does not heed the stylesheet's padding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own takes the focus by the wheel, too
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.activated.connect(lambda n: self.chosen.emit(self.itemData(n)))
        theme.changed.connect(self.update)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; the one in force stays."""
        if tuple(choices) == self._choices:
            return
        self._choices, kept = tuple(choices), self.currentData()
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        if kept is not None:
            self.choose(kept)

    def choose(self, key: str, words: str = "") -> None:
        """Show the one in force; one that is not offered at present is added with `words`."""
        n = self.findData(key)
        if n < 0:
            self.addItem("", key)
            n = self.count() - 1
        if n >= len(self._choices):
            self.setItemText(n, words or key)
        self.setCurrentIndex(n)

    def sizeHint(self) -> QSize:
        return QSize(220, max(TARGET, self.fontMetrics().height() + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # a page that is scrolled must not choose what lies under the pointer

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, c = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(c.accent_text if self.hasFocus() else c.accent if self.underMouse() else c.line, 2))
        painter.setBrush(c.card)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        arrow = QRectF(box.right() - _PADDING - _ARROW, box.center().y() - _ARROW / 2, _ARROW, _ARROW)
        paint_icon(painter, arrow, "down", c.ink_soft)
        words = box.adjusted(_PADDING, 0, -2 * _PADDING - _ARROW, 0)
        painter.setPen(c.ink)
        painter.setFont(self._theme.font("body"))
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, _VERTICAL, shown)
