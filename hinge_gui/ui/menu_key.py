"""The key that asks for a menu where the keyboard has none for menus."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ON_LINUX: Final = sys.platform == "linux"  # elsewhere Qt makes a context menu event of it


def is_menu_key(event: QKeyEvent) -> bool:
    return _ON_LINUX and event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
