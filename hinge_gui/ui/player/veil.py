"""What lies between the words on a stage and the board at the foot of a wall, which would be read with them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from hinge_gui.ui.theme import RADIUS, Theme

_OPACITY: Final = 0.85


def paint_veil(painter: QPainter, theme: Theme, words: QRectF, board_px: tuple[float, float] | None) -> None:
    """Nothing where the board, from where down to where it lies, runs elsewhere."""
    if board_px is None or board_px[0] >= words.bottom() - 1 or board_px[1] <= words.top():
        return
    veil = QColor(theme.colours.stage)
    veil.setAlphaF(_OPACITY)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawRoundedRect(words, RADIUS, RADIUS)
