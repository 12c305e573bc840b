"""A quiet calendar of the last weeks: a filled disc where something was practised. Nothing is counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hinge_gui.ui.home.cards import MONTHS
from hinge_gui.ui.home.week import DAYS
from hinge_gui.ui.theme import Theme

WEEKS: Final = 12
_STEP, _DISC = 24.0, 6.0


class Calendar(QWidget):
    """A column a week, Monday above; the present week stands last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._practised: Collection[date] = frozenset()
        theme.changed.connect(self.updateGeometry)

    def show_days(self, practised: Collection[date], today: date) -> None:
        self._practised, self._today = practised, today
        days = sum(day in practised for day in self._days())
        self.setAccessibleName(f"Practised on {days} of the days shown, of the last {WEEKS} weeks")
        self.update()

    def _days(self) -> list[date]:
        first = self._today - timedelta(days=self._today.weekday(), weeks=WEEKS - 1)
        return [first + timedelta(days=n) for n in range((self._today - first).days + 1)]

    def _names_px(self) -> int:
        return QFontMetrics(self._theme.font("caption")).horizontalAdvance("Mo") + 14

    def sizeHint(self) -> QSize:
        step = _STEP * self._theme.scale
        return QSize(round(self._names_px() + WEEKS * step), round(8 * step))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, c, step = QPainter(self), self._theme.colours, self.height() / 8
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(c.ink_soft)
        for n in (0, 2, 4, 6):
            painter.drawText(QRectF(0, (n + 1) * step, self._names_px(), step), Qt.AlignmentFlag.AlignVCenter, DAYS[n])
        for n, day in enumerate(self._days()):
            week, weekday = divmod(n, 7)
            if day.day == 1 and week < WEEKS - 1:  # its name stands above the week in which a month begins
                painter.setPen(c.ink_soft)
                month = QRectF(self._names_px() + week * step, 0, 2 * step, step)
                painter.drawText(month, Qt.AlignmentFlag.AlignVCenter, MONTHS[day.month - 1][:3])
            done, last = day in self._practised, day == self._today
            painter.setPen(QPen(c.accent, 2) if done else QPen(c.ink_soft, 2 if last else 1))
            painter.setBrush(c.accent if done else Qt.BrushStyle.NoBrush)
            centre = QPointF(self._names_px() + (week + 0.5) * step, (weekday + 1.5) * step)
            painter.drawEllipse(centre, _DISC * self._theme.scale, _DISC * self._theme.scale)
