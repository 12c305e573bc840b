"""Bells that are seen: the screen's edge lights up and fades, each bell in a shape of its own.

`start` lights the whole frame, `half` its lower half, `switch` both sides, `end` top and bottom, `finish` the whole
frame twice as deep. It is wide enough to be seen from the mat out of the corner of an eye, and never blinks: a bell
that follows soon takes over the light that is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from hinge_gui.core.events import CueDue, Fact, Finished, Paused, Stopped
from hinge_gui.core.quiet_house import is_lit
from hinge_gui.core.timeline import Bell
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme

Edge = Literal["left", "top", "right", "bottom"]
Band = tuple[Edge, QRectF]
DEPTH: Final = 0.075  # of the shorter side
STEP_MS: Final = 40
_STOPS: Final = ((0.0, 1.0), (0.34, 1.0), (0.5, 0.35), (1.0, 0.0))  # words begin at 0.4: they stay readable
_RISE, _STAY, _FALL = 6, 22, 25  # steps
STILL_MS: Final = (_RISE + _STAY + _FALL) * STEP_MS  # as long as it is lit where nothing may move


def bands(bell: Bell, width: float, height: float) -> list[Band]:
    """Where the edge is lit, and from which edge the light comes; the picture stands upright."""
    deep = DEPTH * min(width, height) * (2 if bell == "finish" else 1)
    top: Band = ("top", QRectF(0, 0, width, deep))
    bottom: Band = ("bottom", QRectF(0, height - deep, width, deep))
    from_y = height / 2 if bell == "half" else 0.0
    left: Band = ("left", QRectF(0, from_y, deep, height - from_y))
    right: Band = ("right", QRectF(width - deep, from_y, deep, height - from_y))
    shapes: dict[Bell, list[Band]] = {
        "half": [bottom, left, right], "switch": [left, right], "end": [top, bottom],
    }  # fmt: skip
    return shapes.get(bell, [top, bottom, left, right])


class Lights(QWidget):
    """Lies over the practice and lets every press through; there is nothing of it, and no timer, between two bells."""

    def __init__(self, theme: Theme, practice: Practice, is_turned: Callable[[], bool], over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._practice, self._is_turned = theme, practice, is_turned
        self._bell: Bell = "start"
        self._step = 0
        self._turned = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        over.installEventFilter(self)
        practice.fact.connect(self._hear)

    @property
    def level(self) -> float:
        """How bright it is, 0 to 1."""
        if self._step < _RISE:
            return (self._step + 1) / _RISE
        return min(1.0, (_RISE + _STAY + _FALL - self._step) / _FALL)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, CueDue) and fact.sounded and is_lit(self._practice.settings, fact.cue.bell):
            assert fact.cue.bell is not None
            self._light(fact.cue.bell)
        elif isinstance(fact, Paused | Stopped):
            self._put_out()
        elif isinstance(fact, Finished):
            self.raise_()  # over the page that comes now

    def _light(self, bell: Bell) -> None:
        still = self._practice.settings.flag("reduced_motion")
        self._step = _RISE if still or self.isVisible() else 0
        self._bell, self._turned = bell, self._is_turned()
        self._cover()
        self.raise_()
        self.show()
        self.update()
        self._timer.setSingleShot(still)
        self._timer.start(STILL_MS if still else STEP_MS)

    def _go_on(self) -> None:
        self._step += 1
        if self._timer.isSingleShot() or self._step >= _RISE + _STAY + _FALL:
            self._put_out()
        elif not _RISE <= self._step < _RISE + _STAY:
            self.update(self._region())

    def _put_out(self) -> None:
        self._timer.stop()
        self.hide()

    def _bands(self) -> list[Band]:
        size = self.size().transposed() if self._turned else self.size()
        return bands(self._bell, size.width(), size.height())

    def _region(self) -> QRegion:
        """Only the edge is painted anew, so that the figure is not."""
        if self._turned:
            return QRegion(self.rect())
        region = QRegion()
        for _, rect in self._bands():
            region += QRegion(rect.toAlignedRect())
        return region

    def _cover(self) -> None:
        over = self.parentWidget()
        assert over is not None
        self.setGeometry(over.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, c = QPainter(self), self._theme.colours
        if self._turned:
            painter.translate(self.width(), 0)
            painter.rotate(90)
        painter.setOpacity(self.level)
        colour = c.signal if self._bell in {"switch", "end"} else c.accent
        solid = 0.5 if self._bell == "finish" else 1.0  # twice as deep, it is no wider where it hides what lies below
        for edge, rect in self._bands():
            painter.fillRect(rect, _glow(edge, rect, colour, solid))


def _glow(edge: Edge, rect: QRectF, colour: QColor, solid: float) -> QLinearGradient:
    """Full at the edge, and nothing where the picture begins."""
    ends: dict[Edge, tuple[QPointF, QPointF]] = {
        "left": (rect.topLeft(), rect.topRight()), "right": (rect.topRight(), rect.topLeft()),
        "top": (rect.topLeft(), rect.bottomLeft()), "bottom": (rect.bottomLeft(), rect.topLeft()),
    }  # fmt: skip
    glow = QLinearGradient(*ends[edge])
    for share, alpha in _STOPS:
        there = QColor(colour)
        there.setAlphaF(alpha)
        glow.setColorAt(share if share == 1.0 else share * solid, there)
    return glow
