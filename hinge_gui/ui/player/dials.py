"""The two pages of the adjust panel: the dials of one exercise, and those of the whole practice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hinge_gui.core.adjustable import RANGE_HELP, RANGE_LABEL, RANGE_WORDS, Dial
from hinge_gui.core.exercise import Range
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.dial_row import DialRow
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.segments import Segments


class Dials(QWidget):
    """A column of dials; a row is made when its dial is first shown."""

    turned = Signal(str, float)
    reset_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, DialRow] = {}
        self.column = column(self, gap=0.5)
        self._dials = column()
        self.column.addLayout(self._dials)
        self.column.addStretch(1)

    def show_dials(self, dials: Sequence[Dial]) -> None:
        """These and no others."""
        for key in self._rows.keys() - {dial.key for dial in dials}:
            self._rows[key].hide()
        for dial in dials:
            if dial.key not in self._rows:
                self._add(dial)
            shown = self._rows[dial.key]
            shown.show_dial(dial)
            shown.setVisible(dial.low < dial.high)

    def _add(self, dial: Dial) -> None:
        made = DialRow(self._theme, dial)
        made.turned.connect(self.turned)
        made.reset_asked.connect(self.reset_asked)
        self._rows[dial.key] = made
        self._dials.addWidget(made)


class StepDials(Dials):
    """Which exercise, its dials, and how far its figure goes."""

    browsed = Signal(int)
    """−1 or 1: to the exercise before or after."""
    range_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._before = IconButton(theme, "left", "Exercise before")
        self._after = IconButton(theme, "right", "Exercise after")
        self._before.clicked.connect(lambda: self.browsed.emit(-1))
        self._after.clicked.connect(lambda: self.browsed.emit(1))
        self._name = Elided(role="strong")
        self._count = Elided(role="caption")
        self._count.setProperty("soft", True)
        for text in (self._name, self._count):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._range = Segments(RANGE_LABEL, tuple(RANGE_WORDS.items()))
        self._range.setToolTip(RANGE_HELP)
        self._range.chosen.connect(self.range_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        names = column()
        names.addWidget(self._name)
        names.addWidget(self._count)
        chooser = row()
        chooser.addWidget(self._before)
        chooser.addLayout(names, 1)
        chooser.addWidget(self._after)
        self.column.insertLayout(0, chooser)
        how_far = column(gap=0.5)
        how_far.addWidget(label(RANGE_LABEL))
        how_far.addWidget(self._range)
        self.column.insertLayout(2, how_far)

    def show_step(self, name: str, reach: Range, number: int, count: int) -> None:
        """The exercise by name; `number` of `count`, from 1."""
        self._name.setText(name)
        self._count.setText(f"{number} of {count}")
        self._range.choose(reach)
        for button in (self._before, self._after):
            button.setVisible(count > 1)
