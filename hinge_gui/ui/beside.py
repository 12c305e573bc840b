"""Pages beside the player: one is shown over it, and leads back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hinge_gui.ui.practice import Practice

if TYPE_CHECKING:
    from hinge_gui.ui.side_page import SidePage


class Beside(QObject):
    """A practice that is being played pauses while another page covers it, and covers that again when it goes on."""

    left = Signal()
    """The player is shown again."""

    def __init__(self, stack: QStackedWidget, player: QWidget, practice: Practice, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._player, self._practice = stack, player, practice
        self._way: list[SidePage] = []  # how one came here
        practice.view_changed.connect(self._follow_practice)

    @property
    def page(self) -> SidePage | None:
        """The one that is shown."""
        return self._way[-1] if self._way else None

    def show(self, page: SidePage) -> None:
        """Over whatever is shown; closing it leads back there."""
        if self._practice.state == "playing":
            self._practice.play_pause()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
            page.closed.connect(self.back)
        if page in self._way:
            del self._way[self._way.index(page) :]
        self._way.append(page)
        self._reveal()

    def back(self) -> None:
        """To the page before, or to the player."""
        if self._way:
            self._way.pop()
        self._reveal()

    def leave(self) -> None:
        """To the player, whatever the way was."""
        self._way.clear()
        self._reveal()

    def _reveal(self) -> None:
        """Pages see to their focus themselves, when they are shown."""
        shown: QWidget = self._way[-1] if self._way else self._player
        if self._stack.currentWidget() is shown:
            return
        self._stack.setCurrentWidget(shown)
        if not self._way:
            self.left.emit()

    def _follow_practice(self, view: str) -> None:
        if view == "play" and self._way:
            self.leave()
