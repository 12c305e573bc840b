"""The order at a glance: every step's figure as it is played, those on the floor lower; a line follows the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.core.adjust import needs_floor
from hinge_gui.core.editing import At
from hinge_gui.core.plan import Planned, PlannedStep
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import Theme

FIGURE: Final = 44
_GAP: Final = 6
_DROP: Final = 16  # how much lower the floor is
_LEAST: Final = 20.0  # px from one to the next, where many overlap


class OrderStrip(QWidget):
    chosen = Signal(object)
    """The place of the step that was pressed."""

    def __init__(
        self, theme: Theme, picture: Callable[[Planned], QImage | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture = theme, picture
        self._played: list[tuple[At, PlannedStep]] = []
        self._at: At | None = None
        self._first = 0
        self.setAccessibleName("The order at a glance")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_order(self, played: list[tuple[At, PlannedStep]], at: At | None) -> None:
        """Every step in the order of play, with the place where it is written; the one that is looked at."""
        self._played, self._at = played, at
        self.update()

    @property
    def _figure(self) -> int:
        """Its side in px; with larger text it grows half as much."""
        return round(FIGURE * (1 + self._theme.scale) / 2)

    def sizeHint(self) -> QSize:
        return QSize(200, self._figure + _DROP + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._figure + _DROP + 6)

    def _shown(self) -> list[tuple[At, PlannedStep, QRectF]]:
        """As many as find room; where there are too many, those about the one that is looked at."""
        size, count = self._figure, len(self._played)
        room = self.width() - size - 4.0
        step = max(_LEAST, min(size + _GAP, room / max(1, count - 1)))
        fits = min(count, int(room // step) + 1)
        here = next((n for n, (at, _) in enumerate(self._played) if self._is_here(at)), 0)
        if not self._first <= here < self._first + fits:
            self._first = here - fits // 2
        self._first = max(0, min(self._first, count - fits))
        low, shown = self._is_low(self._first), []
        for n, (at, planned) in enumerate(self._played[self._first : self._first + fits]):
            low = needs_floor(planned.exercise) if isinstance(planned, Planned) else low
            shown.append((at, planned, QRectF(2 + n * step, 3 + (_DROP if low else 0), size, size)))
        return shown

    def _is_here(self, at: At) -> bool:
        return self._at is not None and at[: len(self._at)] == self._at

    def _is_low(self, row: int) -> bool:
        """Whether one is on the floor then; a pause stays where the step before it was."""
        before = (step for _, step in reversed(self._played[:row]) if isinstance(step, Planned))
        last = next(before, None)
        return last is not None and needs_floor(last.exercise)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours, shown = QPainter(self), self._theme.colours, self._shown()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.track, 3))
        for (*_, before), (*_, after) in itertools.pairwise(shown):
            painter.drawLine(_foot(before), _foot(after))
        for at, step, box in shown:
            painter.setPen(QPen(colours.accent if self._is_here(at) else colours.card, 2))
            painter.setBrush(colours.stage)
            painter.drawRoundedRect(box, 10, 10)
            self._paint_figure(painter, step, box)

    def _paint_figure(self, painter: QPainter, step: PlannedStep, box: QRectF) -> None:
        if not isinstance(step, Planned):
            pad = box.width() * 0.3
            paint_icon(painter, box.adjusted(pad, pad, -pad, -pad), "rest", self._theme.colours.ink_soft)
        elif (picture := self._picture(step)) is not None:
            painter.drawImage(box, picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = [at for at, _, box in self._shown() if box.contains(QPointF(event.position()))]
        if hit:
            self.chosen.emit(hit[-1])  # the one that lies on top


def _foot(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.bottom() - 6)
