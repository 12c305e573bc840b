"""The whole practice as a bar of blocks, one for each step; a click goes there."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from hinge_gui.core.timeline import Timeline
from hinge_gui.ui.theme import TARGET, Theme

THICK, GAP = 10.0, 4.0  # px


class TimelineBar(QSlider):
    """A slider of milliseconds, so that it has a slider's role, value and keys; only its looks are its own."""

    sought = Signal(int)
    """The person wants to be at this place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._blocks: list[tuple[int, int]] = []
        self.setAccessibleName("Place in the practice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def set_timeline(self, timeline: Timeline) -> None:
        self.setRange(0, timeline.total_ms)
        self._blocks = []
        for _, group in groupby(timeline.segments, key=lambda s: s.step):
            segments = list(group)
            self._blocks.append((segments[0].start_ms, segments[-1].end_ms))
        self.update()

    def set_place(self, place_ms: int) -> None:
        """Repaints only when the mark would move by a pixel."""
        if abs(place_ms - self.value()) * self.width() >= max(1, self.maximum()):
            self.setValue(place_ms)

    def sizeHint(self) -> QSize:
        return QSize(400, TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, TARGET)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            share = event.position().x() / max(1, self.width())
            self.sought.emit(round(min(max(0.0, share), 1.0) * self.maximum()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A click goes there; nothing is dragged."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See `mousePressEvent`."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home goes to the beginning; arrows and pages are the page's own."""
        if event.key() == Qt.Key.Key_Home:
            self.sought.emit(0)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._theme.colours
        for begin_ms, end_ms in self._blocks:
            block = self._block(begin_ms, end_ms)
            painter.setBrush(colours.track)
            painter.drawRoundedRect(block, THICK / 2, THICK / 2)
            if self.value() > begin_ms:
                now = self.value() < end_ms
                painter.setClipRect(self._block(begin_ms, min(self.value(), end_ms), whole=now))
                painter.setBrush(colours.signal if now else colours.accent)
                painter.drawRoundedRect(block, THICK / 2, THICK / 2)
                painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent_text, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 10, -1, -10), 8, 8)

    def _block(self, begin_ms: int, end_ms: int, *, whole: bool = False) -> QRectF:
        """Where a stretch of time lies; a block leaves a gap behind it, the mark of the place (`whole`) does not."""
        scale = self.width() / max(1, self.maximum())
        gap = 0.0 if whole else GAP
        return QRectF(begin_ms * scale, (self.height() - THICK) / 2, max(2.0, (end_ms - begin_ms) * scale - gap), THICK)
