"""The right way, and a mistake beside it: both seen from one place, at one moment, in one frame."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hinge_gui.core.exercise import Mistake
from hinge_gui.figure.camera import Camera
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.player.figures import Shown
from hinge_gui.ui.theme import GRID, Theme
from hinge_gui.ui.widgets.boxes import arrange

MOVE_MS: Final = 2400  # the way from the start to where the two differ, once each time
MOVE_STEPS: Final = 60
RIGHT_WAY: Final = "The right way"
_TALL: Final = 480  # px: narrower, they stand below one another


class Pair(QWidget):
    """Without a mistake the right way stands alone."""

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right, self._wrong = FigureCard(theme, height, "right"), FigureCard(theme, height, "wrong")
        for card in (self._right, self._wrong):
            card.turned.connect(self._turn_both)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * GRID)
        self._box.addWidget(self._right, 1)
        self._box.addWidget(self._wrong, 1)
        self._moving = QVariantAnimation(self, duration=MOVE_MS, startValue=0.0, endValue=1.0)
        self._moving.setEasingCurve(QEasingCurve.Type.Linear)  # the figure eases by itself
        self._moving.valueChanged.connect(self._move)

    def show_pair(self, shown: Shown, mistake: Mistake | None) -> None:
        self._wrong.setVisible(mistake is not None)
        if mistake is None:
            self._right.show_figure(shown.right, shown.look, RIGHT_WAY)
            return
        right, wrong = shown.pair(mistake)
        self._right.show_figure(right, shown.look, RIGHT_WAY)
        self._wrong.show_figure(wrong, shown.look, f"Mistake: {mistake.name}")

    def set_badges(self, *, shown: bool) -> None:
        """Whether the right way is called so; where nothing stands beside it, it need not be."""
        self._right.set_verdict("right" if shown else None)

    def move_once(self, *, still: bool) -> None:
        """Show the way once, then rest where the two differ; nothing moves for who wants it so."""
        self._moving.stop()
        if self.isVisible() and not still:
            self._move(0.0)
            self._moving.start()
        else:
            self._move(1.0)

    def finish_painting(self) -> None:
        """At once, for a picture of the window."""
        self._moving.stop()
        self._move(1.0)
        for card in (self._right, self._wrong):
            card.build()

    def _move(self, progress: object) -> None:
        assert isinstance(progress, float)
        for card in (self._right, self._wrong):
            card.set_progress(round(progress * MOVE_STEPS) / MOVE_STEPS)

    def _turn_both(self, camera: object) -> None:
        """They are seen from one place, whichever of them is dragged."""
        assert isinstance(camera, Camera)
        self._wrong.look_from(camera)
        self._right.look_from(camera, beside=self._wrong)

    def turn_figure(self, yaw_deg: float, pitch_deg: float) -> None:
        self._right.turn(yaw_deg, pitch_deg)

    def turn_figure_back(self) -> None:
        self._right.turn_back()

    def hideEvent(self, event: QHideEvent) -> None:
        self._moving.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        arrange(self._box, stacked=self.width() < _TALL)
        super().resizeEvent(event)
