"""What the pages beside the player have in common: a head with the way back, and keys of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.theme import Theme, grid
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.roomy import Roomy

if TYPE_CHECKING:
    from hinge_gui.ui.player.notice import Notice

_ALT: Final = Qt.KeyboardModifier.AltModifier


class SidePage(QWidget):
    """`head` takes what belongs beside the title, `body` the page itself."""

    closed = Signal()
    """The person wants to go back."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab leads only to what can be operated
        self.setAccessibleName(title)
        self._theme = theme
        self._done: Notice | None = None
        self._back = IconButton(theme, "left", "Back", "Esc")
        self._back.clicked.connect(self.leave)
        self._title = Elided(title, "title")
        self.head = row(gap=1)
        self.head.addWidget(self._back)
        self.head.addWidget(self._title, 1)
        content = QWidget()
        self.body = column(content, gap=1.5)
        self.body.setContentsMargins(grid(3), grid(1.5), grid(3), grid(2))
        self.body.addLayout(self.head)
        column(self).addWidget(Roomy(content))

    def put_name(self, name: QWidget, *, below: bool) -> None:
        """In the head, or where there is little width in a row of its own."""
        holder, index, stretch = (self.body, 1, 0) if below else (self.head, 2, 2)
        if holder.indexOf(name) < 0:
            (self.head if below else self.body).removeWidget(name)
            holder.insertWidget(index, name, stretch)
            self.head.setStretchFactor(self._back, int(below))
            self.head.setAlignment(self._back, Qt.AlignmentFlag.AlignLeft)

    def say_done(self, words: str, more: str, way_on: str = "", deed: Callable[[], None] | None = None) -> None:
        """What was done, and perhaps a way on from there; until something else is told, or the page is left."""
        from hinge_gui.ui.player.notice import Notice

        self._forget_done()
        self._done = Notice(words, more, (way_on,) if way_on else ())
        if deed:
            self._done.chosen.connect(lambda _choice: deed())
        self.body.insertWidget(1, self._done)

    def _forget_done(self) -> None:
        if self._done:
            self._done.hide()
            self._done.deleteLater()
            self._done = None

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget_done()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys are for what is on the page; the player's single letters rest. Quit and menus stay the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            quits = event.key() == Qt.Key.Key_Q and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if not quits and not event.modifiers() & _ALT:
                event.accept()
                return True
        return super().event(event)

    def leave(self) -> None:
        """Go back; a page that has something to ask before does so here."""
        self.closed.emit()

    def finish_painting(self) -> None:
        """Do at once what else comes bit by bit, for a picture of the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            self.leave()
        else:
            super().keyPressEvent(event)
