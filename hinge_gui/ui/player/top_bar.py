"""The line above the practice: its name and length, what is missing, and the ways to more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hinge_gui.core.moment import clock
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.keys import first_key
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.elided import Elided

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu


_NARROW: Final = 560  # px at 100 %: narrower than this the offer to undo does not say what was done


class TopBar(QWidget):
    """Badges and the offer to undo come and go here, where they cover nothing."""

    asked = Signal(str)
    badge_pressed = Signal(str)
    """The trouble, with its remedy, that is to be read in full."""

    def __init__(self, theme: Theme, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._practice = theme, practice
        self._name, self._length = Elided("", "section"), label("", "body", soft=True)
        self._home = IconButton(theme, "home", "All practices", partial(self._key, "home"))
        self._others = QPushButton("All practices", autoDefault=True)
        for way in (self._home, self._others):
            way.clicked.connect(lambda: self.asked.emit("home"))
        self._undo = QPushButton()
        self._undo.setProperty("kind", "undo")
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.setAutoDefault(True)
        self._undo.clicked.connect(practice.undo)
        self._undo.hide()
        self._done = ""  # what may be taken back
        self._troubles: dict[str, str] = {}
        self._in_words = True
        self._badge = IconButton(theme, "warning", "Something is missing", tone="signal")
        self._badge.clicked.connect(lambda: self.badge_pressed.emit("\n".join(self._troubles.values())))
        self._badge.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._home)
        self._row.addWidget(self._others)
        self._row.addWidget(self._name)
        self._row.addWidget(self._length)
        self._row.addStretch(1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._badge)
        self._adjust = self._button("adjust", "adjust", "Adjust")
        self._drawer = self._button("drawer", "info", "About this exercise")
        self._menu = self._button("", "menu", "Menu")
        self.show_view("start")
        practice.undo_changed.connect(self._offer_undo)
        practice.timeline_changed.connect(self.refresh)
        self.refresh()

    def set_menu(self, menu: QMenu) -> None:
        """It opens below its button and within the window."""

        def open_menu() -> None:
            corner = self._menu.mapToGlobal(self._menu.rect().bottomRight())
            menu.popup(corner - QPoint(menu.sizeHint().width() - 1, 0))

        self._menu.clicked.connect(open_menu)
        QShortcut(QKeySequence(Qt.Key.Key_F10), self).activated.connect(open_menu)

    def show_view(self, view: str) -> None:
        """The start screen writes the name large; there the way to other practices stands in words."""
        self._in_words = view == "start"
        self._fit()

    def refresh(self) -> None:
        self._name.setText(self._practice.routine.name)
        self._length.setText(clock(self._practice.timeline.total_ms))

    def set_badge(self, kind: str, text: str) -> None:
        """Something of that kind is missing; an empty text says that it is there again. One sign tells of all."""
        self._troubles.pop(kind, None)
        if text:
            self._troubles[kind] = text
        said = " ".join(self._troubles.values())
        self._badge.set_face("warning", said)
        self._badge.setVisible(bool(said))
        self._fit()

    def set_panels(self, *, adjust: bool, drawer: bool) -> None:
        """Which of the two is open."""
        self._adjust.setChecked(adjust)
        self._drawer.setChecked(drawer)

    def _key(self, deed: str) -> str:
        return first_key(self._practice.settings, deed) if deed else "F10"

    def _button(self, deed: str, icon: str, name: str) -> IconButton:
        button = IconButton(self._theme, icon, name, partial(self._key, deed))
        if deed:
            button.setCheckable(True)
            button.clicked.connect(lambda: self.asked.emit(deed))
        self._row.addWidget(button)
        return button

    def _offer_undo(self, words: str) -> None:
        self._done = words
        self._undo.setAccessibleName(f"{words}. Undo")
        self._undo.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """Where it is narrow the buttons stay, and one offer to undo; first the length goes, then name and badges."""
        key, is_wide = self._key("undo"), self.width() >= _NARROW * self._theme.scale
        self._undo.setText(f"{self._done}. Undo{f' ({key})' if key else ''}" if is_wide else "Undo")
        words, undo = (self._name, self._length), not self._undo.isHidden()
        badges = [self._badge] if self._troubles else []
        pressed = (self._undo, self._adjust, self._drawer, self._menu)
        buttons = [*badges, *(w for w in pressed if not w.isHidden())]
        room = self.width() - sum(w.sizeHint().width() + self._row.spacing() for w in buttons)
        in_words = self._in_words and room >= self._others.sizeHint().width()
        self._others.setVisible(in_words)
        room -= (self._others if in_words else self._home).sizeHint().width() + self._row.spacing()
        self._home.setVisible(not in_words and (room >= 0 or not undo))
        is_named = not self._in_words
        self._length.setVisible(is_named and room >= sum(w.sizeHint().width() for w in words))
        self._name.setVisible(is_named and room >= self._name.minimumSizeHint().width() * 2)
        for badge in badges:
            badge.setVisible(room >= 0 or not undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
