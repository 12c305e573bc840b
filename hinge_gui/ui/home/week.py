"""A quiet strip of the last seven days: a filled disc where something was practised. Nothing is counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hinge_gui.ui.theme import Theme

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_STEP, _DISC = 36, 7.0


class WeekStrip(QWidget):
    """Today stands last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[tuple[str, bool], ...] = ()
        theme.changed.connect(self.updateGeometry)

    def show_days(self, practised: Collection[date], today: date) -> None:
        days = [today - timedelta(days=n) for n in range(6, -1, -1)]
        self._days = tuple((DAYS[day.weekday()], day in practised) for day in days)
        done = ", ".join(name for name, is_done in self._days if is_done)
        self.setAccessibleName(f"Practised in the last seven days: {done or 'not yet'}")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(7 * _STEP * self._theme.scale), QFontMetrics(self._theme.font("caption")).height() + 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, c = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        step, words = self.width() / 7, self.height() - 20
        for n, (name, done) in enumerate(self._days):
            painter.setPen(c.ink_soft if n < 6 else c.ink)
            painter.drawText(QRectF(n * step, 0, step, words), Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(QPen(c.accent, 2) if done else QPen(c.ink_soft, 1))
            painter.setBrush(c.accent if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF((n + 0.5) * step, words + 9), _DISC, _DISC)
