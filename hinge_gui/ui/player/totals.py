"""How long the practice is as it is adjusted, beside what the routine says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hinge_gui.core.moment import clock
from hinge_gui.ui.theme import grid, label
from hinge_gui.ui.widgets.elided import Elided


class Totals(QWidget):
    """Two rows: the exercise at hand, and the whole practice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = [label("", "strong"), label("", "title")]
        self._origins = [Elided(role="caption"), Elided(role="caption")]
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(grid(1))
        rows.setVerticalSpacing(0)
        rows.setColumnStretch(1, 1)
        for n, name in enumerate(("This exercise", "Whole practice")):
            self._times[n].setAccessibleName(name)
            self._origins[n].setProperty("soft", True)
            rows.addWidget(Elided(name), n, 0)
            rows.addWidget(self._origins[n], n, 1)
            rows.addWidget(self._times[n], n, 2, Qt.AlignmentFlag.AlignRight)

    def show_times(self, exercise_ms: tuple[int, int], practice_ms: tuple[int, int]) -> None:
        """Each as it is adjusted, and as written."""
        for n, (now_ms, own_ms) in enumerate((exercise_ms, practice_ms)):
            self._times[n].setText(clock(now_ms))
            self._times[n].setAccessibleDescription(clock(now_ms))
            more = "+" if now_ms > own_ms else "−"
            self._origins[n].setText(f"{more}{clock(abs(now_ms - own_ms))}" if now_ms != own_ms else "")
