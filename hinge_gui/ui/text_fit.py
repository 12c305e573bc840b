"""Text as large as its room allows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

WRAPPED: Final = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


def fitted(font: QFont, text: str, room: QSize, least_px: int) -> QFont:
    """The font, smaller if the wrapped text needs it, never below `least_px`."""
    font = QFont(font)
    while font.pixelSize() > least_px and not _fits(font, text, room):
        font.setPixelSize(max(least_px, font.pixelSize() - max(1, font.pixelSize() // 14)))
    return font


def _fits(font: QFont, text: str, room: QSize) -> bool:
    needed = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), 100_000), WRAPPED, text)
    return needed.height() <= room.height() and needed.width() <= room.width()


def px_for_height(font: QFont, height: float) -> int:
    """The size at which this font's digits and capitals are so many px high."""
    probe = QFont(font)
    probe.setPixelSize(1000)
    return -int(-height * 1000 // QFontMetrics(probe).tightBoundingRect("0").height())
