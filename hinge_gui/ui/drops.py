"""A file that is dropped on the window, whatever page is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def files_in(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class Drops(QObject):
    """Takes one file with this ending, in small letters or large; refuses everything else."""

    dropped = Signal(Path)

    def __init__(self, window: QWidget, ending: str) -> None:
        super().__init__(window)
        self._ending = ending
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDropEvent):
            return False
        files = files_in(event)
        if len(files) != 1 or files[0].suffix.lower() != self._ending:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files[0])
        return True
