"""What to have ready, as a list to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hinge_gui.ui.check_row import CheckRow
from hinge_gui.ui.flow import Columns
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column

TITLE = "Have ready"


class FetchList(QWidget):
    """In columns, as a list is read; hidden where there is nothing to fetch."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ticks: list[CheckRow] = []
        self._columns = Columns(grid(1), lines=0)
        rows = column(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label(TITLE, "section"))
        rows.addLayout(self._columns)

    def show_props(self, props: Sequence[str]) -> bool:
        """Whether they differ from those shown, and so are no longer ticked."""
        names = [prop[:1].upper() + prop[1:] for prop in props]
        self.setVisible(bool(names))
        if [tick.text() for tick in self.ticks] == names:
            return False
        for tick in self.ticks:
            self._columns.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = [CheckRow(self._theme, name) for name in names]
        for tick in self.ticks:
            self._columns.addWidget(tick)
        return True

    def forget_ticks(self) -> None:
        for tick in self.ticks:
            tick.setChecked(False)
