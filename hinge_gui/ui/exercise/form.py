"""The form of an exercise: what it is, how much of it, what is said, and what is good to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.own_exercise import (
    KIND_WORDS,
    POSTURE_WORDS,
    SIDES_WORDS,
    TEMPLATE,
    dose_dials,
    things,
    turn_dose,
)
from hinge_gui.ui.player.dials import Dials
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.lines_edit import LinesEdit
from hinge_gui.ui.widgets.segments import Segments

# Field of `Cues` → its name and what may stand there.
CUES: Final = {
    "setup": ("Before it begins", "Stand an arm's length from the wall."),
    "move_in": ("On the way in", "Slide your arms up."),
    "hold": ("While you hold", "Breathe easily."),
    "move_out": ("On the way out", "Let the arms come down."),
}
CUES_HELP: Final = "One thing a line, short, as you would say it. {side} becomes left or right."
LEARN: Final = {"how": ("How it is done", "One step a line"), "care": ("Who should ask first", "One thing a line")}


class ExerciseForm(QWidget):
    """Shows an exercise; tells how the person wants it."""

    changed = Signal(object, str, str)
    """The exercise, the edit in words, and its merge key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise = TEMPLATE
        self._kind = Segments("What it is", tuple(KIND_WORDS.items()))
        self._posture = Segments("Posture", tuple(POSTURE_WORDS.items()))
        self._sides = Segments("Sides", tuple(SIDES_WORDS.items()))
        self._dials = Dials(theme)
        self._cues = {key: LinesEdit(name, hint) for key, (name, hint) in CUES.items()}
        self._learn = {key: LinesEdit(name, hint) for key, (name, hint) in LEARN.items()}
        self._props = QLineEdit(placeholderText="chair, rolled towel")
        self._props.setAccessibleName("Things to fetch")
        rows = column(self, gap=2)
        rows.setContentsMargins(0, 0, 0, grid(1))
        for card in (self._what(), self._how_much(), self._said(), self._more()):
            rows.addWidget(card)
        rows.addStretch(1)
        self._connect()

    def _what(self) -> QFrame:
        card, rows = _card("What it is")
        for title, control in (("Kind", self._kind), ("Posture", self._posture), ("Sides", self._sides)):
            _named(rows, title, control)
        _named(rows, "Things to fetch, with commas between", self._props)
        return card

    def _how_much(self) -> QFrame:
        card, rows = _card("How much")
        rows.addWidget(self._dials)
        return card

    def _said(self) -> QFrame:
        card, rows = _card("What is said and shown")
        rows.addWidget(label(CUES_HELP, "caption", soft=True, wrap=True))
        for key, box in self._cues.items():
            _named(rows, CUES[key][0], box)
        return card

    def _more(self) -> QFrame:
        card, rows = _card("To read at leisure, if you like")
        for key, box in self._learn.items():
            _named(rows, LEARN[key][0], box)
        return card

    def _connect(self) -> None:
        for field, control in (("kind", self._kind), ("posture", self._posture), ("sides", self._sides)):
            control.chosen.connect(lambda key, f=field: self._ask(f.capitalize(), "", **{f: key}))
        self._dials.turned.connect(self._turn)
        self._dials.reset_asked.connect(lambda key: self._turn(key, None))
        self._props.textEdited.connect(lambda text: self._ask("Things to fetch", "props", props=things(text)))
        for group, boxes in (("cues", self._cues), ("learn", self._learn)):
            for key, box in boxes.items():
                box.written.connect(self._writer(group, key, box.accessibleName()))

    def _writer(self, group: str, key: str, words: str) -> Callable[[tuple[str, ...]], None]:
        def write(texts: tuple[str, ...]) -> None:
            within = replace(getattr(self._exercise, group), **{key: texts})
            self._ask(words, f"{group} {key}", **{group: within})

        return write

    def show_exercise(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._kind.choose(exercise.kind)
        self._posture.choose(exercise.posture)
        self._sides.choose(exercise.sides)
        self._dials.show_dials(dose_dials(exercise))
        if things(self._props.text()) != exercise.props:
            self._props.setText(", ".join(exercise.props))
        for said, boxes in ((exercise.cues, self._cues), (exercise.learn, self._learn)):
            for key, box in boxes.items():
                box.show_lines(getattr(said, key))

    def _turn(self, key: str, value: float | None) -> None:
        self.changed.emit(turn_dose(self._exercise, key, value), key.replace("move_", "Way ").capitalize(), key)

    def _ask(self, words: str, merge_key: str, **values: object) -> None:
        self.changed.emit(replace(self._exercise, **values), words, merge_key)  # type: ignore[arg-type]


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", "true")
    rows = column(card, gap=1, margin=2)
    rows.addWidget(label(title, "section", wrap=True))
    return card, rows


def _named(rows: QVBoxLayout, title: str, control: QWidget) -> None:
    part = column(gap=0.5)
    part.addWidget(label(title, wrap=True))
    part.addWidget(control)
    rows.addLayout(part)
