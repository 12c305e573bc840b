"""The buttons under the practice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.keys import first_key
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme

# Deed, icon, name, size, text instead of the icon
BUTTONS: tuple[tuple[str, str, str, int, str], ...] = (
    ("again", "again", "This side again", 48, ""),
    ("previous", "previous", "Previous exercise", 48, ""),
    ("back", "", "Ten seconds back", 48, "−10"),
    ("play_pause", "play", "Play", 68, ""),
    ("on", "", "Ten seconds on", 48, "+10"),
    ("next", "next", "Next exercise", 48, ""),
    ("mute", "sound", "Mute", 48, ""),
    ("follow", "follow", "Follow view, full screen", 48, ""),
)
_JUMPS: tuple[str, ...] = ("again", "previous", "back", "on", "next")


class Transport(QWidget):
    """Asks for deeds; what the state forbids is greyed out."""

    asked = Signal(str)

    def __init__(self, theme: Theme, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice = practice
        self._buttons: dict[str, IconButton] = {}
        self._without: set[str] = set()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for deed, icon, name, size, text in BUTTONS:
            key = partial(self._key, deed)
            button = IconButton(theme, icon, name, key, size=size, primary=deed == "play_pause", text=text)
            button.clicked.connect(lambda _=False, d=deed: self.asked.emit(d))
            self._buttons[deed] = button
            row.addWidget(button)
        row.addStretch(1)

    def set_compact(self, compact: bool) -> None:
        """Only what one cannot do without."""
        for deed in ("back", "on", "follow"):
            self._buttons[deed].setVisible(not compact and deed not in self._without)

    def do_without(self, *deeds: str) -> None:
        """Where these mean nothing."""
        for deed in deeds:
            self._without.add(deed)
            self._buttons[deed].hide()

    def _key(self, deed: str) -> str:
        return first_key(self._practice.settings, deed)

    def refresh(self) -> None:
        """Show what the state of play allows and what the big button would do."""
        playing = self._practice.state == "playing"
        self._buttons["play_pause"].set_face("pause" if playing else "play", "Pause" if playing else "Play")
        for deed in _JUMPS:
            self._buttons[deed].setEnabled(self._practice.allows("jump"))
        muted = self._practice.settings.flag("muted")
        self._buttons["mute"].set_face("muted" if muted else "sound", "Sound on" if muted else "Mute")
