"""The place beside the practice for one panel at a time: adjust, or about this exercise. Made when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hinge_gui.ui.player.adjusting import Adjusting
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme

Kind = Literal["adjust", "drawer"]
WIDTHS: Final[Mapping[Kind | None, int]] = {"adjust": 344, "drawer": 400, None: 0}
# Keys that a slider or a list in the panel needs for itself while it has the focus.
_OWN: Final = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
     Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)  # fmt: skip


class SidePanel(QStackedWidget):
    changed = Signal()
    """Opened, closed, or another panel."""
    save_asked = Signal()
    """The person wants the practice as it is adjusted to be a routine of their own."""
    compare_asked = Signal(str)
    """The person wants to see this mistake (its id) large."""

    def __init__(
        self, theme: Theme, practice: Practice, adjusting: Adjusting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._practice, self._adjusting = theme, practice, adjusting
        self._panels: dict[Kind, QWidget] = {}
        self.open_kind: Kind | None = None
        self.hide()

    @property
    def is_open(self) -> bool:
        return self.open_kind is not None

    def width_wanted(self) -> int:
        return round(WIDTHS[self.open_kind] * (1 + (self._theme.scale - 1) * 0.5))

    def toggle(self, kind: Kind) -> None:
        """Open this panel, or close it if it is open."""
        self.open(None if self.open_kind == kind else kind)

    def open(self, kind: Kind | None) -> None:
        self.open_kind = kind
        if kind is not None:
            if kind not in self._panels:
                self._panels[kind] = self._make(kind)
                self.addWidget(self._panels[kind])
            self.setCurrentWidget(self._panels[kind])
            self.setFixedWidth(self.width_wanted())
        self.setVisible(kind is not None)
        self.changed.emit()

    def _make(self, kind: Kind) -> QWidget:
        if kind == "adjust":
            from hinge_gui.ui.player.adjust_panel import AdjustPanel

            panel = AdjustPanel(self._practice, self._theme, self._adjusting)
            panel.closed.connect(lambda: self.open(None))
            panel.save_asked.connect(self.save_asked)
            return panel
        from hinge_gui.ui.player.drawer import Drawer

        drawer = Drawer(self._practice, self._theme)
        drawer.closed.connect(lambda: self.open(None))
        drawer.compare_asked.connect(self.compare_asked)
        return drawer

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)
