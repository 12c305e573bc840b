"""A round button with an icon, large enough for a finger."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import TARGET, Theme


class IconButton(QAbstractButton):
    """`name` is what a screen reader says and, with the key in force, the tool tip.

    `text` is written instead of an icon; the tone `signal` says that something is amiss.
    """

    def __init__(
        self, theme: Theme, icon: str, name: str, key: str | Callable[[], str] = "", *,
        size: int = TARGET, primary: bool = False, text: str = "", tone: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._icon, self._key = theme, icon, key
        self._size, self._primary, self._tone = max(size, TARGET), primary, tone
        self.setText(text)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_face(icon, name)
        theme.changed.connect(self.update)

    def set_face(self, icon: str, name: str) -> None:
        """Another icon and what it now does."""
        self._icon = icon
        self.setAccessibleName(name)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keys may be bound otherwise meanwhile."""
        if event.type() == QEvent.Type.ToolTip:
            key = self._key if isinstance(self._key, str) else self._key()
            self.setToolTip(f"{self.accessibleName()} ({key})" if key else self.accessibleName())
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space plays and pauses wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, line, ink = self._colours()
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(fill)
        painter.setPen(QPen(line, 2))
        painter.drawEllipse(disc)
        if self.text():
            painter.setPen(ink)
            painter.setFont(self._theme.sized(round(self._size * 0.30)))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        else:
            inset = self._size * 0.29
            paint_icon(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._icon, ink)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, line, ink: by shape of line for focus, by wash for pressed, checked and under the pointer."""
        c = self._theme.colours
        if not self.isEnabled():
            return c.paper, c.line, c.track
        if self._primary:
            return (c.accent_text if self.isDown() else c.accent), (c.ink if self.hasFocus() else c.accent), c.on_accent
        line = c.ink if self.hasFocus() else c.accent if self.underMouse() or self.isChecked() else c.line
        if self._tone == "signal":
            return c.signal_wash, (c.ink if self.hasFocus() else c.signal), c.signal_text
        return (c.accent_wash if self.isDown() or self.isChecked() else c.card), line, c.ink
