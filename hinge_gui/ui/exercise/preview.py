"""How the exercise will look in a practice, on either side; its pictures follow one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hinge_gui.core.exercise import Exercise, Side
from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.segments import Segments

SIDES: Final = (("right", "Right side"), ("left", "Left side"))
MIRRORED: Final = "Take your pictures of the right side; for the left they are mirrored."
DRAWN: Final = "This one is drawn. Pictures that you add are shown in place of the figure."
_LOOK_MS: Final = 100  # how late a picture may follow


class Preview(QWidget):
    def __init__(self, theme: Theme, settings: Callable[[], Settings], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._exercise: Exercise | None = None
        self._stage = Stage(theme)
        self._stage.setAccessibleName("How it looks")
        self._stage.setMinimumHeight(220)
        self._sides = Segments("Side", SIDES)
        self._sides.chosen.connect(lambda _side: self._cast())
        self._words = label("", "caption", soft=True, wrap=True)
        self._ran = QElapsedTimer()
        self._tick = QTimer(self, interval=_LOOK_MS)
        self._tick.timeout.connect(self._go_on)
        rows = column(self, gap=1)
        rows.addWidget(self._stage, 1)
        rows.addWidget(self._sides)
        rows.addWidget(self._words)

    def show_exercise(self, exercise: Exercise) -> None:
        looks = _looks(exercise)
        if self._exercise is None or _looks(self._exercise) != looks:
            self._exercise = exercise
            self._cast()
        self._exercise = exercise
        each = exercise.sides == "each"
        self._sides.setVisible(each)
        words = DRAWN if not exercise.pictures and exercise.figure else MIRRORED if each else ""
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _cast(self) -> None:
        if self._exercise is None:
            return
        side: Side = "left" if self._sides.choice == "left" else "right"
        self._stage.show_cast(Actor(self._settings()).cast(self._exercise, side=side), fade=False)
        self._stage.set_pose(1.0)
        self._run()

    def _run(self) -> None:
        several = self._exercise is not None and len(self._exercise.pictures) > 1
        if several and self.isVisible():
            self._ran.start()
            self._tick.start()
        else:
            self._tick.stop()

    def _go_on(self) -> None:
        self._stage.set_pose(1.0, place_ms=float(self._ran.elapsed()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)


def _looks(exercise: Exercise) -> object:
    """What the stage depends on."""
    return exercise.sides, exercise.figure, [(p.path, p.seconds) for p in exercise.pictures]
