"""Small still pictures of figures, each painted when somebody first asks for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from hinge_gui.core.exercise import Exercise, Range
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.turns import Turns

PIXEL_RATIO: Final = 2.0  # as dense screens have it; others scale down
_Key = tuple[str, str | None, Range]


class Thumbnails(QObject):
    """One is painted in each turn; where there is other work to do as well, its `turns` call `paint_next`."""

    changed = Signal()
    """A picture came, or all are to be asked for anew."""

    def __init__(self, theme: Theme, size_px: int, parent: QObject, turns: Turns | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size_px = theme, size_px
        self._turns = turns or Turns(self.paint_next, self)
        self._actor: Actor | None = None
        self._pictures: dict[_Key, QImage] = {}
        self._wanted: dict[_Key, Exercise] = {}
        theme.changed.connect(self.forget)

    def cast_by(self, actor: Actor) -> None:
        """Before this nothing is painted."""
        self._actor = actor
        self.forget()

    def set_size(self, px: int) -> None:
        if px != self._size_px:
            self._size_px = px
            self.forget()

    def forget(self) -> None:
        self._pictures.clear()
        self._wanted.clear()
        self.changed.emit()

    def of(self, exercise: Exercise, reach: Range = "usual") -> QImage | None:
        """None while it is not painted yet."""
        key = (exercise.id, exercise.variant, reach)
        if self._actor and key not in self._pictures and key not in self._wanted:
            self._wanted[key] = exercise
            self._turns.start()
        return self._pictures.get(key)

    def paint_next(self) -> bool:
        """The one that was asked for first; whether there was any."""
        if not self._wanted or self._actor is None:
            return False
        key = next(iter(self._wanted))
        figure = self._actor.cast(self._wanted.pop(key), key[2], keep=False)
        self._pictures[key] = figure.thumbnail(self._theme, self._size_px, PIXEL_RATIO)
        figure.rest()  # the start screen's own figure is among them, and stands: 2 MB
        self.changed.emit()
        return True

    def finish(self) -> None:
        self._turns.finish()
