"""A sheet over the window: never larger than the window; what finds no room there is scrolled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from hinge_gui.ui.theme import Theme, grid
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.prose import paragraph
from hinge_gui.ui.widgets.scrim import Scrim

_MARGIN: Final = 3  # steps of the grid
_LEFT_FREE: Final = 6  # steps of the grid of the window that stay in sight


class OverWindow(QDialog):
    """`rows` take what there is to read, `close_with` the buttons below it, which stay in sight."""

    def __init__(self, theme: Theme, title: str, width: int, parent: QWidget | None = None) -> None:
        """`width` in px at 100 %."""
        super().__init__(parent)
        self._theme, self._wide = theme, width
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        if parent is None:
            theme.dress(self)
        else:
            parent.installEventFilter(self)
        self._content = QWidget()
        self.rows: QVBoxLayout = column(self._content, gap=1.5)
        self._scroll = Column(self._content)
        self._content.setMinimumHeight(1)  # not what the words need at their narrowest
        self._whole = column(self, gap=2, margin=_MARGIN)
        self._whole.addWidget(self._scroll, 1)
        self._wanted: QWidget | None = None
        self._scrim: Scrim | None = None
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self.fit)

    def say(self, title: str, words: Sequence[str]) -> None:
        """Paragraphs under their title."""
        self.rows.addWidget(paragraph(title, "title"))
        for text in words:
            self.rows.addWidget(paragraph(text))

    def close_with(self, buttons: QLayout) -> None:
        self._whole.addLayout(buttons)

    def bring_in_sight(self, part: QWidget) -> None:
        """Once it has its place, and again whenever the sheet is fitted."""
        self._wanted = part
        self.fit_soon()

    def fit_soon(self) -> None:
        """What there is to read has changed."""
        self._fit_soon.start()

    def fit(self) -> None:
        """As high as what there is to read: a window asks wrapped words for their height before it has a width."""
        window, free = self.parentWidget(), grid(_LEFT_FREE)
        width = round(self._wide * self._theme.scale)
        if window:
            width = min(width, window.width() - (free if window.width() > width else grid(1)))
        layout = self._content.layout()
        assert layout is not None
        layout.activate()
        inner = width - 2 * grid(_MARGIN)
        words = layout.heightForWidth(inner) if layout.hasHeightForWidth() else layout.sizeHint().height()
        others = [self._whole.itemAt(n) for n in range(1, self._whole.count())]
        below = sum(_height_in(item.layout(), inner) + self._whole.spacing() for item in others if item)
        height = words + below + 2 * grid(_MARGIN)
        self.resize(width, min(height, window.height() - grid(2)) if window else height)
        if window:
            self._stand_in_the_middle(window)
        if self._wanted:
            QTimer.singleShot(0, self, self._show_wanted)

    def _stand_in_the_middle(self, window: QWidget) -> None:
        """Qt chose the place by another height, and where no window manager does it stays."""
        frame = self.frameGeometry()
        frame.moveCenter(window.mapToGlobal(window.rect().center()))
        self.move(frame.topLeft())

    def _show_wanted(self) -> None:
        if self._wanted and self._wanted.isVisible():
            self._scroll.ensureWidgetVisible(self._wanted, 0, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self.fit_soon()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an edge of its own: not everywhere does a window manager draw one."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.colours.line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (window := self.parentWidget()) and self._scrim is None:
            self._scrim = Scrim(window)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._scrim:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().hideEvent(event)


def _height_in(layout: QLayout | None, width: int) -> int:
    if layout is None:
        return 0
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
