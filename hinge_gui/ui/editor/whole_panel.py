"""What belongs to the whole routine: a few words about it, how it begins, which side comes first, the way up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hinge_gui.core.edit_dials import ready_dial
from hinge_gui.core.routine import Routine
from hinge_gui.ui.player.dials import Dials
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.segments import Segments
from hinge_gui.ui.widgets.switch import Switch

SIDES: Final = (("left", "Left"), ("right", "Right"), ("alternate", "In turn"))
WAITS: Final = "Wait before each exercise"
RISE: Final = "End with the way up from the floor"


class WholePanel(QWidget):
    changed = Signal(object, str, str)
    """The routine as the person wants it, the edit in words, and its merge key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._routine = Routine("", "", ())
        self._about = QLineEdit(placeholderText="A few words about it")
        self._about.setAccessibleName("About")
        self._about.textEdited.connect(lambda text: self._ask("About", "about", about=text.strip()))
        self._dials = Dials(theme)
        self._dials.turned.connect(lambda _key, value: self._ask("Get ready", "ready", ready=value))
        self._dials.reset_asked.connect(lambda _key: self._ask("Get ready", ready=20.0))
        self._first = Segments("First side", SIDES)
        self._first.chosen.connect(lambda side: self._ask("First side", first_side=side))
        self._waits, self._rise = Switch(theme, WAITS), Switch(theme, RISE)
        self._waits.clicked.connect(lambda on: self._ask("Waiting", advance="wait" if on else "auto"))
        self._rise.clicked.connect(lambda on: self._ask("The way up", rise=on))
        self._dials.follows = self._about
        rows = column(self, gap=1.5)
        rows.addWidget(label("Whole routine", "section"))
        rows.addWidget(self._about)
        rows.addWidget(self._dials)
        rows.addWidget(label("First side"))
        rows.addWidget(self._first)
        for words, switch in ((WAITS, self._waits), (RISE, self._rise)):
            beside = row(gap=1)
            beside.addWidget(label(words, wrap=True), 1)
            beside.addWidget(switch)
            rows.addLayout(beside)
        rows.addStretch(1)

    def show_routine(self, routine: Routine) -> None:
        self._routine = routine
        if self._about.text().strip() != routine.about:
            self._about.setText(routine.about)
            self._about.setCursorPosition(0)  # what is too long is read from its beginning
        self._dials.show_dials([ready_dial(routine)])
        self._first.choose(routine.first_side)
        self._waits.setChecked(routine.advance == "wait")
        self._rise.setChecked(routine.rise)

    def _ask(self, words: str, merge_key: str = "", **values: object) -> None:
        self.changed.emit(replace(self._routine, **values), words, merge_key)  # type: ignore[arg-type]
