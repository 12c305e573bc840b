"""A drag turns the figure under the pointer, a double click brings it back; a press that stays in place is a click."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

DEGREES_A_PIXEL: Final = 0.4
TURNS: Final[Mapping[str, tuple[float, float]]] = {
    "figure_left": (15.0, 0.0), "figure_right": (-15.0, 0.0), "figure_up": (0.0, 15.0), "figure_down": (0.0, -15.0),
}  # fmt: skip
"""What the keys do: degrees round the figure, and up, each time."""


class Turnable(Protocol):
    """Shows a figure that can be looked at from other sides."""

    def turn_figure(self, yaw_deg: float, pitch_deg: float) -> None: ...
    def turn_figure_back(self) -> None: ...


class Turning(QObject):
    """Listens to the mouse over one widget."""

    clicked = Signal()
    turned = Signal(float, float)
    """Degrees that the camera goes round to the right of the figure, and up, since the last time."""
    brought_back = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._from: QPointF | None = None
        self._drags = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        kind, is_left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and is_left:
            self._from, self._drags = event.position(), False
        elif kind == QEvent.Type.MouseMove and self._from is not None:
            self._drag(self._from, event.position())
        elif kind == QEvent.Type.MouseButtonRelease and is_left and self._from is not None:
            self._from = None
            if not self._drags:
                self.clicked.emit()
        elif kind == QEvent.Type.MouseButtonDblClick and is_left:
            self.brought_back.emit()
        else:
            return False
        return True

    def _drag(self, before: QPointF, now: QPointF) -> None:
        way = now - before
        if self._drags or way.manhattanLength() >= QApplication.startDragDistance():
            self._from, self._drags = now, True
            self.turned.emit(-way.x() * DEGREES_A_PIXEL, way.y() * DEGREES_A_PIXEL)
