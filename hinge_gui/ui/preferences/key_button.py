"""Which keys do a thing: press the button, then the key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hinge_gui.core.key_names import key_names
from hinge_gui.ui.player.keys import pressed, shown

ASK: Final = "Press a key…"
CANNOT: Final = "Not that key…"
NONE: Final = "None"
_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_LEAST_WIDTH: Final = 64  # px: most of them are as wide


class KeyButton(QPushButton):
    """Shows the keys in force; while it asks, the next key is the answer, and Escape or a press elsewhere is none."""

    pressed_key = Signal(str)
    """The name of the key that the person pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._keys = name, ""
        self._asks = False
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.clicked.connect(lambda: self._ask(not self._asks))
        self._show()

    def show_keys(self, text: str) -> None:
        self._keys = text
        self._show()

    def _ask(self, asks: bool) -> None:
        self._asks = asks
        self._show()

    def _show(self, words: str = "") -> None:
        names = ", ".join(shown(name) for name in key_names(self._keys)) or NONE
        self.setChecked(self._asks)
        self.setText(words or (ASK if self._asks else names))
        self.setAccessibleName(f"{self._name}: {self.text()}")

    def event(self, event: QEvent) -> bool:
        """Before shortcuts and before Tab moves on."""
        if self._asks and event.type() in _KEYS and isinstance(event, QKeyEvent):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        name = pressed(event)
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._ask(False)
        elif name is not None:
            self._ask(False)
            self.pressed_key.emit(name)
        elif event.text():  # not Shift or Ctrl on the way to another
            self._show(CANNOT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ask(False)
