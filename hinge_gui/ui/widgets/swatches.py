"""A choice of a few colours, side by side; the chosen one has a ring and its name is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from hinge_gui.ui.flow import Flow
from hinge_gui.ui.theme import TARGET, Theme, label
from hinge_gui.ui.widgets.boxes import column

Colours = tuple[QColor, ...]
_DISC: Final = 30.0


class Swatches(QWidget):
    """`colours` by key: one, or two for an upper and a lower half; `names` are the words for them."""

    chosen = Signal(str)
    """The key that the person chose; `choose` does not emit it."""

    def __init__(
        self, theme: Theme, name: str, names: Mapping[str, str], colours: Mapping[str, Colours],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAccessibleName(name)
        self._names = names
        self._group = QButtonGroup(self)
        self._discs: dict[str, _Disc] = {}
        self._word = label("", "caption", soft=True)
        discs = Flow(gap=4)
        for key, words in names.items():
            disc = _Disc(theme, words, colours[key])
            disc.clicked.connect(lambda _=False, k=key: self._pick(k))
            self._group.addButton(disc)
            self._discs[key] = disc
            discs.addWidget(disc)
        rows = column(self)
        rows.addLayout(discs)
        rows.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, key: str) -> None:
        self._discs[key].setChecked(True)
        self._word.setText(self._names[key])

    def set_colours(self, colours: Mapping[str, Colours]) -> None:
        """Another theme shows them otherwise."""
        for key, disc in self._discs.items():
            disc.set_colours(colours[key])

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)


class _Disc(QAbstractButton):
    def __init__(self, theme: Theme, name: str, colours: Colours) -> None:
        super().__init__()
        self._theme, self._colours = theme, colours
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(TARGET, TARGET)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(TARGET, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, c = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (TARGET - _DISC) / 2
        disc = QRectF(edge, edge, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours[0])
        painter.drawEllipse(disc)
        if len(self._colours) > 1:
            painter.setBrush(self._colours[1])
            painter.drawChord(disc, 180 * 16, 180 * 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(c.accent_text, 3))
            painter.drawEllipse(disc.adjusted(-4, -4, 4, 4))
        if self.hasFocus():
            painter.setPen(QPen(c.ink, 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
