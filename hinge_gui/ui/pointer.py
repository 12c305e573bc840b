"""The mouse pointer goes out of sight while the practice plays and nobody moves it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QWindow

REST_MS: Final = 2000
_MOVES: Final = frozenset({QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class HidingPointer(QObject):
    """Listens to the window's events only while the pointer is hidden; its timer runs only while it is not."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden = False
        self._was_at = QPoint()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._look)

    def set_playing(self, playing: bool) -> None:
        if not playing:
            self._timer.stop()
            self._show()
        elif not self._hidden and not self._timer.isActive():
            self._wait()

    def _wait(self) -> None:
        self._was_at = QCursor.pos()
        self._timer.start()

    def _look(self) -> None:
        if QCursor.pos() != self._was_at:
            self._wait()
        else:
            self._hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self._window.installEventFilter(self)

    def _show(self) -> None:
        if self._hidden:
            self._hidden = False
            QGuiApplication.restoreOverrideCursor()
            self._window.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._show()
            self._wait()
        return False
