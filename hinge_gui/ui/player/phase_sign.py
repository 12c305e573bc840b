"""The phase by word, shape and colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.core.moment import PHASES, PhaseLook
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.text_fit import LEAST_PX, fitted
from hinge_gui.ui.theme import Theme


def tone_colours(theme: Theme, tone: str) -> tuple[QColor, QColor]:
    """Fill and ink of a phase's sign."""
    c = theme.colours
    return {"signal": (c.signal_wash, c.signal_text), "accent": (c.accent_wash, c.accent_text)}.get(
        tone, (c.card, c.ink)
    )


class PhaseSign(QWidget):
    """A pill."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._phase = theme, PHASES["ready"]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_phase(self, phase: PhaseLook) -> None:
        if phase != self._phase:
            self._phase = phase
            self.setAccessibleName(phase.word)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("section"))
        return QSize(metrics.horizontalAdvance(self._phase.word) + round(metrics.height() * 2.2), metrics.height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = tone_colours(self._theme, self._phase.tone)
        pill = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        icon = QRectF(12, 8, pill.height() - 16, pill.height() - 16)
        paint_icon(painter, icon, self._phase.icon, ink)
        painter.setPen(ink)
        words = pill.adjusted(icon.right() + 8, 0, -8, 0)
        painter.setFont(fitted(self._theme.font("section"), self._phase.word, words.size().toSize(), LEAST_PX))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._phase.word)
