"""The small round picture beside the figure, of what the whole does not show, kept until it has another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from hinge_gui.paint.palette import Palette
    from hinge_gui.ui.player.cast import Cast

INSET_STEPS: Final = 24
FADE_STEPS: Final = 4  # of a muscle that comes


class SmallPicture:
    """`box` is where it lies, empty where the figure has none, or no room for it."""

    def __init__(self) -> None:
        self.box = QRect()
        self._kept: tuple[tuple[int, tuple[int, ...]], QPixmap] | None = None

    def place(self, cast: Cast | None, room: QRectF, free: QRectF) -> None:
        """In the `free` part beside the figure in its `room`; whatever was painted is let go of."""
        self._kept = None
        square = QRectF() if cast is None or free.isEmpty() else cast.inset_square(room, free)
        self.box = square.toAlignedRect()

    def painted(
        self, cast: Cast, progress: float, told: Mapping[str, float] | None, palette: Palette, ratio: float
    ) -> QPixmap:
        """It moves little: not each frame has another."""
        step, _ = shows = self._shows(cast, progress, told)
        if self._kept is None or self._kept[0] != shows:
            picture = empty_picture(self.box.size(), ratio)
            painter = QPainter(picture)
            rect = QRectF(0, 0, self.box.width(), self.box.height()).adjusted(2, 2, -2, -2)
            cast.paint_inset(painter, rect, palette, step / INSET_STEPS, told)
            painter.end()
            self._kept = shows, picture
        return self._kept[1]


    def to_paint(self, cast: Cast | None, progress: float, told: Mapping[str, float] | None) -> QRect:
        """What must be painted anew to show this; nothing where it looks the same."""
        same = cast is None or (self._kept is not None and self._kept[0] == self._shows(cast, progress, told))
        return QRect() if same else self.box

    def _shows(
        self, cast: Cast, progress: float, told: Mapping[str, float] | None
    ) -> tuple[int, tuple[int, ...]]:
        step = round(progress * INSET_STEPS)
        return step, tuple(int(FADE_STEPS * share) for share in cast.muscles_shown(step / INSET_STEPS, told))


def empty_picture(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
