"""Files dragged onto a widget and let go there, as a file manager does it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6 import __version_info__ as version
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop(widget: QWidget, *files: Path) -> bool:
    """Whether the widget wanted them, which it says while they are still held over it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, copies = QPointF(5, 5), Qt.DropAction.CopyAction
    nothing = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    over: Any = where if version >= (6, 12) else QPoint(5, 5)  # before, Qt had no other; since, it warns of the old
    enter = QDragEnterEvent(over, copies, data, *nothing)
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, QDropEvent(where, copies, data, *nothing))
    return enter.isAccepted()
