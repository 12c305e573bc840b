"""The stage: the figure on its ground, as large as the words around it leave room for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.ui.player.figure_layer import FigureLayer
from hinge_gui.ui.player.turning import Turning
from hinge_gui.ui.player.veil import paint_veil
from hinge_gui.ui.theme import RADIUS, Theme

if TYPE_CHECKING:
    from hinge_gui.ui.player.cast import Cast

_CLEAR: Final = 4  # px between words and a board on the wall
_EDGE: Final = 12  # px that stay free below what is seen from above
_LEAST: Final = 40.0  # px that the figure gets however much there is to say
GROUND: Final = 0.08  # of the height lies before the feet


class Stage(QWidget):
    """Shows what it is told; it runs no timer. Words lie over its upper corners, in a layout of its owner's."""

    pressed = Signal()
    """A click; a drag turns the figure instead, and a double click brings it back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = FigureLayer(theme, RADIUS)
        self._beside, self._words = (0, 0, 0), 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self._turning = Turning(self)
        self._turning.clicked.connect(self.pressed)
        self._turning.turned.connect(self.turn_figure)
        self._turning.brought_back.connect(self.turn_figure_back)
        theme.changed.connect(self._forget)

    def show_cast(self, cast: Cast, *, fade: bool = True) -> None:
        self.setAccessibleDescription(cast.words)
        if self._figure.show_cast(cast, fade=fade and self.isVisible()):
            self._arrange()

    def set_pose(
        self, progress: float, breath: float = 0.0, place_ms: float = 0.0, told: Mapping[str, float] | None = None
    ) -> None:
        """How far between start and end, and how full of breath; 0 to 1. Steps the fade, too.

        Marks come with what is `told`; without it all are there that a picture has.
        """
        dirty = self._figure.set_pose(progress, breath, place_ms, told)
        if self._figure.fading:
            self._figure.step_fade()
            self.update()
        elif not dirty.isEmpty():
            self.update(dirty)

    @property
    def fading(self) -> bool:
        return self._figure.fading

    def set_beside(self, left: int, right: int, below: int, words: int) -> None:
        """Widths of what lies in the upper corners, the height that it takes, and where the words on the left end."""
        if ((left, right, below), words) != (self._beside, self._words):
            self._beside, self._words = (left, right, below), words
            self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        self._figure.let_go()
        super().hideEvent(event)

    def turn_figure(self, yaw_deg: float, pitch_deg: float) -> None:
        self._figure.turn(yaw_deg, pitch_deg)
        self._arrange()

    def turn_figure_back(self) -> None:
        self._figure.turn_back()
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        colours, card = self._theme.colours, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.stage)
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        horizon = self._figure.horizon_y()
        if horizon is not None:
            floor = QRectF(0, horizon, card.width(), card.height() - horizon).toRect()
            painter.setClipRect(event.rect() & floor)
            painter.setBrush(colours.ground)
            painter.drawRoundedRect(card, RADIUS, RADIUS)
            painter.setClipRect(event.rect())
        self._figure.paint(painter, event.rect())
        wide = min(self._beside[0], self.width() - self._beside[1]) - 8
        paint_veil(painter, self._theme, QRectF(8, 8, wide, self._words - 8), self._figure.board_px())

    def _arrange(self) -> None:
        if self._figure.cast and not self.size().isEmpty():
            below = self._beside[2]
            free = QRectF(0, below, self.width(), self.height() - below) if below else QRectF()
            room = self._clear_of_words(self._figure.cast, self._room(self._figure.cast, self._beside))
            self._figure.place(self.rect(), room, self.devicePixelRatioF(), free)
        self.update()

    def scale_beside(self, left: int, right: int, below: int) -> float:
        """How large the figure would stand there."""
        cast = self._figure.cast
        return cast.scale_in(self._room(cast, (left, right, below))) if cast else 1.0

    def _room(self, cast: Cast, beside: tuple[int, int, int]) -> QRectF:
        """Between the words, or below them: where the figure becomes larger."""
        left, right, below = beside
        floor = self.height() * (1 - GROUND) if cast.horizon is not None else self.height() - 16
        at, top = min(left + 8, self.width() - _LEAST), min(below + 8, floor - _LEAST)  # never out of the frame
        between = QRectF(at, 16, max(_LEAST, self.width() - left - right - 16), floor - 16)
        under = QRectF(24, top, self.width() - 48, floor - top)
        if top < below and self.width() - left - 24 >= _LEAST:  # squeezed: beside the last of the words
            under.setLeft(left)
        if self.width() - left - right - 16 < _LEAST:  # nothing lies between
            return under
        return max(between, under, key=cast.scale_in)

    def _clear_of_words(self, cast: Cast, room: QRectF) -> QRectF:
        """Lower, where a board on the wall would run behind the words and the figure loses nothing by it."""
        board = cast.board_px(room)
        if board is None:
            return room
        lowest, lower = cast.fitted(room).map(cast.bounds.topLeft()).y(), self._words + _CLEAR - board[0]
        return room.translated(0, lower) if 0 < lower <= self.height() - _EDGE - lowest else room

    def _forget(self) -> None:
        self._figure.forget()
        self.update()
