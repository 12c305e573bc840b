"""Words on paper: they wrap, a word longer than its line breaks, and what is measured is what is painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

INK: Final = QColor("#24303a")
SOFT: Final = QColor("#5a6570")
_LINE: Final = 1.22  # of the type's size, from line to line


class Lettering:
    """`point` is the size of a typographic point in the painter's pixels."""

    def __init__(self, painter: QPainter, point: float) -> None:
        self._painter, self._point = painter, point

    def put(self, room: QRectF, words: str, size_pt: float, *, ink: QColor = INK, bold: bool = False) -> float:
        """Paint from the room's top, as far down as it goes; where the words end."""
        layout, height = self._laid_out(words, room.width(), size_pt, bold=bold)
        self._painter.setPen(ink)
        layout.draw(self._painter, room.topLeft())
        return room.top() + height

    def height(self, words: str, width: float, size_pt: float, *, bold: bool = False) -> float:
        return self._laid_out(words, width, size_pt, bold=bold)[1]

    def width(self, words: str, size_pt: float, *, bold: bool = False) -> float:
        """Of one line."""
        layout, _ = self._laid_out(words, 1e6, size_pt, bold=bold)
        return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0

    def _laid_out(self, words: str, width: float, size_pt: float, *, bold: bool) -> tuple[QTextLayout, float]:
        font = QFont("DejaVu Sans")
        font.setPixelSize(max(1, round(size_pt * self._point)))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y, step = 0.0, size_pt * self._point * _LINE
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        return layout, y
