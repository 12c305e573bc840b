"""The adjust panel: what can be turned about this exercise, or the whole practice; totals follow under the finger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from hinge_gui.core.adjust import Adjustments, Change
from hinge_gui.core.adjustable import (
    may_skip,
    practice_dials,
    reset_step,
    setting_dial,
    step_dials,
    turn_practice,
    turn_range,
    turn_step,
    turn_variant,
    turn_whole_range,
    whole_range,
)
from hinge_gui.core.events import Fact, SegmentStarted
from hinge_gui.core.exercise import Range
from hinge_gui.core.settings import BY_KEY
from hinge_gui.ui.flow import Columns
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.adjusting import Adjusting
from hinge_gui.ui.player.dials import StepDials, WholeDials
from hinge_gui.ui.player.keys import first_key
from hinge_gui.ui.player.minutes import KEY as MINUTES
from hinge_gui.ui.player.totals import Totals
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row, rule
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.roomy import Roomy
from hinge_gui.ui.widgets.segments import Segments

_TEMPO: Final = BY_KEY["tempo"]
_LEAST_PAGE: Final = 180  # px: a dial is seen whole
_USUAL_TEMPO: Final = float(_TEMPO.default)


class AdjustPanel(QFrame):
    closed = Signal()
    """The person wants the panel out of the way."""
    save_asked = Signal()
    """The person wants the practice as it is adjusted to be a routine of their own."""

    def __init__(
        self, practice: Practice, theme: Theme, adjusting: Adjusting | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kit", "panel")
        self.setAccessibleName("Adjust")
        self._practice, self._theme = practice, theme
        self._adjusting = adjusting or Adjusting(practice, self)
        self._at_hand = self._adjusting.at_hand
        self._tabs = Segments("What to adjust", (("exercise", "This exercise"), ("practice", "Whole practice")))
        self._step, self._whole = StepDials(theme), WholeDials(theme)
        self._whole.follows = self._tabs.last
        self._pages = QStackedWidget()
        self._totals = Totals()
        self._fitted = label("", "caption", soft=True, wrap=True)
        self._fitted.hide()
        self._undo = IconButton(theme, "undo", "Undo")
        self._reset = QPushButton(autoDefault=False)
        self._save = QPushButton("Save as my routine", autoDefault=False)
        self._lay_out()
        self._connect()

    def _key(self) -> str:
        return first_key(self._practice.settings, "adjust")

    def _lay_out(self) -> None:
        close = IconButton(self._theme, "close", "Close the adjust panel", self._key)
        close.clicked.connect(self.closed)
        head = row()
        head.addWidget(label("Adjust", "title"), 1)
        head.addWidget(self._undo)
        head.addWidget(close)
        for page in (self._step, self._whole):
            self._pages.addWidget(Column(page))
        self._pages.setMinimumHeight(_LEAST_PAGE)
        content = QWidget()
        rows = column(content, gap=1)
        rows.addLayout(head)
        rows.addWidget(self._tabs)
        rows.addWidget(self._pages, 1)
        rows.addWidget(rule())
        rows.addWidget(self._fitted)
        rows.addWidget(self._totals)
        ways = Columns(grid(1))
        for way in (self._reset, self._save):
            ways.addWidget(way)
        rows.addLayout(ways)
        column(self).addWidget(Roomy(content))

    def _connect(self) -> None:
        self._practice.timeline_changed.connect(self._refresh)
        self._practice.settings_changed.connect(self._refresh)
        self._practice.fact.connect(self._hear)
        self._adjusting.said.connect(self._say)
        self._tabs.chosen.connect(self._turn_page)
        step, whole = self._step, self._whole
        step.turned.connect(self._turn_step)
        step.reset_asked.connect(lambda dial: self._turn_step(dial, None))
        step.range_chosen.connect(self._turn_range)
        step.variant_chosen.connect(self._turn_variant)
        step.skip_asked.connect(self._turn_skip)
        step.browsed.connect(self._browse)
        whole.turned.connect(self._turn_practice)
        whole.reset_asked.connect(lambda dial: self._turn_practice(dial, None))
        whole.range_chosen.connect(self._turn_whole_range)
        whole.marks_asked.connect(lambda on: self._set("marks", on))
        self._undo.clicked.connect(self._adjusting.undo)
        self._reset.clicked.connect(self._reset_page)
        self._save.clicked.connect(self.save_asked)

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _turn_page(self, tab: str) -> None:
        self._pages.setCurrentIndex(1 if tab == "practice" else 0)
        self._refresh()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, SegmentStarted) and self.isVisible() and self._at_hand.follow():
            self._refresh()

    def _browse(self, by: int) -> None:
        self._at_hand.browse(by)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        at_hand, practice = self._at_hand, self._practice
        at_hand.follow()
        routine, changes = at_hand.routine, practice.adjustments
        if at_hand.key:
            self._show_step(changes)
        tempo = setting_dial(_TEMPO, practice.settings.number(_TEMPO.key))
        self._whole.show_dials([self._adjusting.minutes.dial(), *practice_dials(routine, changes), tempo])
        self._whole.show_choices(whole_range(routine, changes), marks=practice.settings.flag("marks"))
        self._totals.show_times(at_hand.exercise_ms(), at_hand.practice_ms())
        self._show_ways_back()

    def _show_step(self, changes: Adjustments) -> None:
        at_hand, catalogue = self._at_hand, self._practice.catalogue
        key, keys, planned = at_hand.key, at_hand.keys, at_hand.planned
        self._step.show_step(planned, catalogue[planned.step.exercise], keys.index(key) + 1, len(keys))
        self._step.show_dials(step_dials(at_hand.routine, catalogue, changes, key))
        skipped = changes.steps.get(key, Change()).skip
        self._step.show_skip(skipped=skipped, may=may_skip(at_hand.routine, changes, key))

    def _show_ways_back(self) -> None:
        changes, here = self._practice.adjustments, self._tabs.choice == "exercise"
        self._reset.setText("Reset this exercise" if here else "Reset everything")
        differs = self._at_hand.key in changes.steps if here else bool(changes) or self._tempo_differs()
        self._reset.setEnabled(differs)
        self._save.setEnabled(bool(changes))
        words = self._adjusting.undo_words
        self._undo.setEnabled(bool(words))
        self._undo.set_face("undo", f"Undo: {words}" if words else "Undo")

    def _tempo_differs(self) -> bool:
        return self._practice.settings.number(_TEMPO.key) != _TEMPO.default

    def _say(self, words: str) -> None:
        """What was done to fit the practice into its time."""
        self._fitted.setText(words)
        self._fitted.setVisible(bool(words))

    # -- what the person asks for --------------------------------------------------------------------------

    def _ask(self, changes: Adjustments, words: str, merge_key: str = "") -> None:
        self._adjusting.ask(changes, words, merge_key)

    def _turn_step(self, dial: str, value: float | None) -> None:
        at_hand, wanted = self._at_hand, self._adjusting.wanted
        changes = turn_step(at_hand.routine, self._practice.catalogue, wanted, at_hand.key, dial, value)
        self._ask(changes, _WORDS.get(dial, dial.capitalize()), f"{dial} {at_hand.key}")

    def _turn_range(self, reach: Range) -> None:
        at_hand = self._at_hand
        self._ask(turn_range(at_hand.routine, self._adjusting.wanted, at_hand.key, reach), "How far")

    def _turn_variant(self, variant: str | None) -> None:
        at_hand = self._at_hand
        self._ask(turn_variant(at_hand.routine, self._adjusting.wanted, at_hand.key, variant), "Form")

    def _turn_skip(self, skip: bool) -> None:
        self._at_hand.stay()
        self._ask(self._adjusting.wanted.with_change(self._at_hand.key, skip=skip), "Leave out")

    def _turn_whole_range(self, reach: Range) -> None:
        self._ask(turn_whole_range(self._at_hand.routine, self._adjusting.wanted, reach), "How far")

    def _turn_practice(self, dial: str, value: float | None) -> None:
        if dial == MINUTES:
            self._adjusting.fit(value)
        elif dial == _TEMPO.key:
            self._set(_TEMPO.key, round(_USUAL_TEMPO if value is None else value, 1))
        else:
            changes = turn_practice(self._at_hand.routine, self._adjusting.wanted, dial, value)
            self._ask(changes, _WORDS.get(dial, "All of it"), dial)

    def _reset_page(self) -> None:
        if self._tabs.choice == "exercise":
            self._ask(reset_step(self._adjusting.wanted, self._at_hand.key), "Reset")
        else:
            self._set(_TEMPO.key, _USUAL_TEMPO)
            self._ask(Adjustments(), "Reset everything")

    def _set(self, key: str, value: float | bool) -> None:
        self._practice.set_settings(self._practice.settings.with_value(key, value))


# What the undo button calls a dial whose key is no word.
_WORDS: Final = {
    "extra_left": "Longer on the left", "extra_right": "Longer on the right", "ready": "Get ready",
    "hold_scale": "All holds", "more_repetitions": "All repetitions", "rest_scale": "All rests",
}  # fmt: skip
