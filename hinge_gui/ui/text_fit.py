"""Text as large as its room allows."""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

WRAPPED: Final = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)

LEAST_PX: Final = 11
"""Letters smaller than that are not read."""


def fitted(font: QFont, text: str, room: QSize, least_px: int) -> QFont:
    """The font, smaller if the wrapped text needs it, never below `least_px`."""
    font = QFont(font)
    while font.pixelSize() > least_px and not _fits(font, text, room):
        font.setPixelSize(max(least_px, font.pixelSize() - max(1, font.pixelSize() // 14)))
    return font


def _fits(font: QFont, text: str, room: QSize) -> bool:
    needed = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), 100_000), WRAPPED, text)
    return needed.height() <= room.height() and needed.width() <= room.width()


def least_width(metrics: QFontMetrics, text: str, most: int, lines: int = 0) -> int:
    """The narrowest that needs no more lines than at `most` px, or than so many: the lines become even."""

    def height(width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 100_000), WRAPPED, text).height()

    allowed = max(height(most), lines * metrics.lineSpacing())
    word = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    low, high = min(word, most), most
    while high - low > 2:
        middle = (low + high) // 2
        low, high = (low, middle) if height(middle) <= allowed else (middle, high)
    return high


def even_box(metrics: QFontMetrics, box: QRectF, text: str) -> QRectF:
    """So much of the box, from the side where reading begins, that the lines are about as long as one another."""
    spare = max(0.0, box.width() - least_width(metrics, text, int(box.width())) - 2)
    return box.adjusted(spare, 0, 0, 0) if _reads_from_right(text) else box.adjusted(0, 0, -spare, 0)


def _reads_from_right(text: str) -> bool:
    """By its first letter that has a direction, as Qt does."""
    strong = (bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def write_even(painter: QPainter, box: QRectF, text: str) -> None:
    """In the middle of the box, on lines about as long as one another."""
    width = least_width(painter.fontMetrics(), text, int(box.width()))
    spare = (box.width() - width) / 2 - 1
    painter.drawText(box.adjusted(spare, 0, -spare, 0), WRAPPED, text)


def px_for_height(font: QFont, height: float) -> int:
    """The size at which this font's digits and capitals are so many px high."""
    probe = QFont(font)
    probe.setPixelSize(1000)
    return -int(-height * 1000 // QFontMetrics(probe).tightBoundingRect("0").height())
