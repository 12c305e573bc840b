"""The two pages of the adjust panel: what can be turned about one exercise, and about the whole practice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hinge_gui.core.adjustable import RANGE_HELP, RANGE_LABEL, RANGE_WORDS, Dial
from hinge_gui.core.dose import full_name
from hinge_gui.core.exercise import Exercise, Range
from hinge_gui.core.plan import Planned
from hinge_gui.core.settings import BY_KEY
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.form_choice import FormChoice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.dial_row import DialRow
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.prose import breakable, paragraph
from hinge_gui.ui.widgets.segments import Segments
from hinge_gui.ui.widgets.switch import Switch
from hinge_gui.ui.widgets.tab_order import Stops, order_tabs


class Dials(QWidget):
    """A column of dials; a row is made when its dial is first shown."""

    turned = Signal(str, float)
    reset_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, DialRow] = {}
        self.follows: QWidget | None = None
        """Where Tab stops before it."""
        self._stops: Stops = ()
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
        self.order_tabs()

    def order_tabs(self) -> None:
        self._stops = order_tabs(self, self._stops, self.follows)

    def _add(self, dial: Dial) -> None:
        made = DialRow(self._theme, dial)
        made.turned.connect(self.turned)
        made.reset_asked.connect(self.reset_asked)
        self._rows[dial.key] = made
        self._dials.addWidget(made)


class StepDials(Dials):
    """Which exercise, its dials, how far its figure goes, in which form, and whether it is left out."""

    browsed = Signal(int)
    """−1 or 1: to the exercise before or after."""
    range_chosen = Signal(str)
    variant_chosen = Signal(object)
    skip_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._before = IconButton(theme, "left", "Exercise before")
        self._after = IconButton(theme, "right", "Exercise after")
        self._before.clicked.connect(lambda: self.browsed.emit(-1))
        self._after.clicked.connect(lambda: self.browsed.emit(1))
        self._name = paragraph("", "strong")
        self._count = Elided(role="caption")
        self._count.setProperty("soft", True)
        for text in (self._name, self._count):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._range = RangeChoice()
        self._range.chosen.connect(self.range_chosen)
        self._forms = FormChoice()
        self._forms.chosen.connect(self.variant_chosen)
        self._skip = SwitchRow(theme, "Leave this one out")
        self._skip.clicked.connect(self.skip_asked)
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
        for place, part in enumerate((self._range, self._forms, self._skip), 2):
            self.column.insertWidget(place, part)

    def show_step(self, planned: Planned, base: Exercise, number: int, count: int) -> None:
        """The exercise as it is adjusted, and as it is in the catalogue; `number` of `count`, from 1."""
        self._name.setText(breakable(full_name(planned.exercise)))
        self._count.setText(f"{number} of {count}")
        self._range.choose(planned.step.range)
        self._forms.show_forms(base, planned.step.variant)
        self.order_tabs()
        for button in (self._before, self._after):
            button.setVisible(count > 1)

    def show_skip(self, *, skipped: bool, may: bool) -> None:
        """Whether it is left out, and whether it may be."""
        self._skip.show_state(on=skipped, may=may or skipped)


class WholeDials(Dials):
    """The dials of the whole practice, how far the figures go in it, and whether marks help to see why."""

    range_chosen = Signal(str)
    marks_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._range = RangeChoice()
        self._range.chosen.connect(self.range_chosen)
        marks = BY_KEY["marks"]
        self._marks = SwitchRow(theme, marks.label, marks.help)
        self._marks.clicked.connect(self.marks_asked)
        self.column.insertWidget(1, self._range)
        self.column.insertWidget(2, self._marks)

    def show_choices(self, reach: Range, *, marks: bool) -> None:
        self._range.choose(reach)
        self._marks.show_state(on=marks, may=True)


class RangeChoice(QWidget):
    """How far the figure goes."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Segments(RANGE_LABEL, tuple(RANGE_WORDS.items()))
        self._choices.setToolTip(RANGE_HELP)
        self._choices.chosen.connect(self.chosen)
        rows = column(self, gap=0.5)
        rows.addWidget(label(RANGE_LABEL))
        rows.addWidget(self._choices)

    def choose(self, reach: Range) -> None:
        self._choices.choose(reach)


class SwitchRow(QWidget):
    """A switch behind its words."""

    clicked = Signal(bool)

    def __init__(self, theme: Theme, words: str, help_: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch(theme, words)
        self._switch.clicked.connect(self.clicked)
        self.setToolTip(help_)
        self._switch.setAccessibleDescription(help_)
        beside = row(self, gap=1)
        beside.addWidget(label(words, wrap=True), 1)
        beside.addWidget(self._switch)

    def show_state(self, *, on: bool, may: bool) -> None:
        self._switch.setChecked(on)
        self._switch.setEnabled(may)
