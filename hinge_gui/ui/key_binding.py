"""The window's keys, bound as the settings say and anew when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from hinge_gui.ui.player.keys import Keymap
from hinge_gui.ui.player.turning import TURNS
from hinge_gui.ui.practice import Practice

if TYPE_CHECKING:
    from hinge_gui.ui.window import Window

_REPEATING: Final = frozenset({"back", "on", *TURNS})


class KeyBinding(QObject):
    def __init__(self, practice: Practice, window: Window) -> None:
        super().__init__(window)
        self._practice, self._window = practice, window
        self._map: Keymap | None = None
        self._shortcuts: list[QShortcut] = []
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), window).activated.connect(window.close)
        practice.settings_changed.connect(self._bind)
        self._bind()

    def _bind(self) -> None:
        keymap = Keymap(self._practice.settings)
        if keymap == self._map:
            return
        self._map = keymap
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        bindings = [(QKeySequence(key), deed) for key, deed in keymap.deeds.items()]
        undo = QKeySequence(QKeySequence.StandardKey.Undo)
        self._shortcuts = [self._shortcut(keys, deed) for keys, deed in [*bindings, (undo, "undo")]]

    def _shortcut(self, keys: QKeySequence, deed: str) -> QShortcut:
        made = QShortcut(keys, self._window)
        made.setAutoRepeat(deed in _REPEATING)
        made.activated.connect(lambda: self._press(deed))
        return made

    def _press(self, deed: str) -> None:
        """Where the whole keyboard is one button, every key but Escape pauses and goes on."""
        one_button = self._practice.settings.flag("one_button") and self._practice.view == "play"
        self._window.do("play_pause" if one_button and deed != "leave" else deed)

    def other(self, key: int) -> bool:
        """Whether a key without a deed plays or pauses at this moment: ready, going on, or the one button."""
        practice = self._practice
        any_key = practice.view == "start" or practice.state == "waiting" or practice.settings.flag("one_button")
        assert self._map is not None
        return any_key and self._map.deed_of(key, waiting=True) == "play_pause"
