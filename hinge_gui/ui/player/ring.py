"""The ring of a segment's time with its seconds in giant digits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.core.moment import Tone, digits
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import Theme

LINE = 0.055  # width of the ring, as a share of its diameter
DIGITS = 0.43  # size of the digits' font, as a share of the diameter
_TRACK = 0.2  # how much of the ink what is over has
_TURN_INSET = 0.33  # of the ring's width, about the sign in its middle


class Ring(QWidget):
    """Draws what it is told; it runs no timer."""

    def __init__(self, theme: Theme, diameter: int = 176, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._diameter = theme, diameter
        self._seconds, self._share = 0, 0.0
        self._tone: Tone = "calm"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(96, 96)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def set_diameter(self, diameter: int) -> None:
        if diameter != self._diameter:
            self._diameter = diameter
            self.setFixedSize(diameter, diameter)

    def set_seconds(self, seconds: int, tone: Tone) -> None:
        if (seconds, tone) != (self._seconds, self._tone):
            self._seconds, self._tone = seconds, tone
            self.setAccessibleName(f"{seconds} seconds left" if seconds > 0 else "Waiting for you")
            self.update()

    def set_share(self, share: float) -> None:
        """How much of the segment is left, 0 to 1. Repaints only when the arc would look different."""
        if abs(share - self._share) * self._diameter * 3 >= 1 or share in (0.0, 1.0):
            self._share = share
            self.update()


    def digit_font_px(self) -> int:
        """The size at which the present digits fill the ring."""
        side = min(self.width(), self.height())
        px = round(side * DIGITS)
        width = QFontMetrics(self._theme.sized(px, 700)).horizontalAdvance(digits(self._seconds))
        return px if width <= side * 0.66 else round(px * side * 0.66 / width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_ring(painter, box, self._theme, self._seconds, self._share, self._tone, self.digit_font_px())


def paint_ring(
    painter: QPainter, box: QRectF, theme: Theme, seconds: int, share: float, tone: Tone, digits_px: int
) -> None:
    """The ring in a square box, `share` of it still to come; in its middle the digits, or the sign to go on."""
    colours, line = theme.colours, box.width() * LINE
    arc = box.adjusted(line, line, -line, -line)
    tones = {"signal": colours.signal, "accent": colours.accent}
    painter.setBrush(Qt.BrushStyle.NoBrush)
    track = QColor(colours.ink_soft)
    track.setAlphaF(_TRACK)  # to be seen on whatever lies below
    painter.setPen(QPen(track, line))
    painter.drawEllipse(arc)
    painter.setPen(QPen(tones.get(tone, colours.ink_soft), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if share > 0:
        painter.drawArc(arc, 90 * 16, round(360 * 16 * share))
    if seconds <= 0:  # time does not go on by itself
        inset = box.width() * _TURN_INSET
        paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "play", colours.accent_text)
        return
    painter.setPen(colours.ink)
    painter.setFont(theme.sized(digits_px, 700))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digits(seconds))
