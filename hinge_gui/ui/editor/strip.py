"""The order at a glance: every step's figure as it is played, those on the floor lower; a line follows the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.core.adjust import needs_floor
from hinge_gui.core.editing import At
from hinge_gui.core.plan import Catalogue, Planned, PlannedStep, plan
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import Theme

FIGURE: Final = 44
_GAP: Final = 6
_DROP: Final = 16  # how much lower the floor is
_LEAST: Final = 20.0  # px from one to the next, where many overlap


@dataclass(frozen=True, slots=True)
class Mark:
    """One step as it is played, and where it is written."""

    at: At
    step: PlannedStep
    low: bool


def marks_of(routine: Routine, catalogue: Catalogue) -> list[Mark]:
    """In the order of play, rounds unrolled; a pause stays where the step before it was."""
    marks: list[Mark] = []
    for path, leaf in routine.played():
        at = tuple(part for part in path if isinstance(part, int))
        step: PlannedStep = plan(leaf, catalogue) if isinstance(leaf, ExerciseStep) else leaf
        low = needs_floor(step.exercise) if isinstance(step, Planned) else bool(marks and marks[-1].low)
        marks.append(Mark(at, step, low))
    return marks


class OrderStrip(QWidget):
    chosen = Signal(object)
    """The place of the step that was pressed."""

    def __init__(
        self, theme: Theme, picture: Callable[[Planned], QImage | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._picture = theme, picture
        self._marks: list[Mark] = []
        self._at: At | None = None
        self.setAccessibleName("The order at a glance")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_marks(self, marks: list[Mark], at: At | None) -> None:
        self._marks, self._at = marks, at
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, FIGURE + _DROP + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, FIGURE + _DROP + 6)

    def _shown(self) -> list[tuple[Mark, QRectF]]:
        """As many as find room; where there are too many the last ones stay away."""
        if not self._marks:
            return []
        room, count = self.width() - FIGURE - 4.0, len(self._marks)
        step = max(_LEAST, min(FIGURE + _GAP, room / max(1, count - 1)))
        fits = min(count, int(room // step) + 1)
        return [
            (mark, QRectF(2 + n * step, 3 + (_DROP if mark.low else 0), FIGURE, FIGURE))
            for n, mark in enumerate(self._marks[:fits])
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours, shown = QPainter(self), self._theme.colours, self._shown()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.track, 3))
        for (_, before), (_, after) in itertools.pairwise(shown):
            painter.drawLine(_foot(before), _foot(after))
        for mark, box in shown:
            here = self._at is not None and mark.at[: len(self._at)] == self._at
            painter.setPen(QPen(colours.accent if here else colours.card, 2))
            painter.setBrush(colours.stage)
            painter.drawRoundedRect(box, 10, 10)
            self._paint_figure(painter, mark, box)

    def _paint_figure(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        if not isinstance(mark.step, Planned):
            paint_icon(painter, box.adjusted(13, 13, -13, -13), "rest", self._theme.colours.ink_soft)
        elif (picture := self._picture(mark.step)) is not None:
            painter.drawImage(box, picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = [mark.at for mark, box in self._shown() if box.contains(QPointF(event.position()))]
        if hit:
            self.chosen.emit(hit[-1])  # the one that lies on top


def _foot(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.bottom() - 6)
