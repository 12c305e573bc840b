"""The adjust panel: this exercise's few dials, or the whole practice's; totals follow under the finger."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.adjustable import (
    practice_dials,
    reset_step,
    setting_dial,
    step_dials,
    turn_practice,
    turn_range,
    turn_step,
)
from hinge_gui.core.dose import full_name
from hinge_gui.core.events import Fact, SegmentStarted
from hinge_gui.core.exercise import Range
from hinge_gui.core.settings import BY_KEY
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.at_hand import AtHand
from hinge_gui.ui.player.dials import Dials, StepDials
from hinge_gui.ui.player.minutes import KEY as MINUTES
from hinge_gui.ui.player.minutes import Minutes
from hinge_gui.ui.player.totals import Totals
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column, row, rule
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.segments import Segments

FRAME_MS: Final = 16  # at most one new timeline for each frame while a knob is dragged
_TEMPO: Final = BY_KEY["tempo"]
_USUAL_TEMPO: Final = float(_TEMPO.default)


class AdjustPanel(QFrame):
    """Acts through the practice, which tells whoever keeps adjustments and settings for next time."""

    closed = Signal()
    """The person wants the panel out of the way."""
    save_asked = Signal()
    """The person wants the practice as it is adjusted to be a routine of their own."""

    def __init__(self, practice: Practice, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "panel")
        self.setAccessibleName("Adjust")
        self._practice, self._theme = practice, theme
        self._at_hand = AtHand(practice)
        self._minutes = Minutes(practice, self._at_hand)
        self._asked: Adjustments | None = None
        self._minutes_asked: float | None = None
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self._apply)
        self._tabs = Segments("What to adjust", (("exercise", "This exercise"), ("practice", "Whole practice")))
        self._step, self._whole = StepDials(theme), Dials(theme)
        self._pages = QStackedWidget()
        self._totals = Totals()
        self._fitted = label("", "caption", soft=True, wrap=True)
        self._fitted.hide()
        self._reset = QPushButton(autoDefault=False)
        self._save = QPushButton("Save as my routine", autoDefault=False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        close = IconButton(self._theme, "close", "Close the adjust panel", "A")
        close.clicked.connect(self.closed)
        head = row()
        head.addWidget(label("Adjust", "title"), 1)
        head.addWidget(close)
        for page in (self._step, self._whole):
            self._pages.addWidget(Column(page))
        rows = column(self, gap=1)
        rows.addLayout(head)
        rows.addWidget(self._tabs)
        rows.addWidget(self._pages, 1)
        rows.addWidget(rule())
        rows.addWidget(self._fitted)
        rows.addWidget(self._totals)
        rows.addWidget(self._reset)
        rows.addWidget(self._save)

    def _connect(self) -> None:
        self._practice.opened.connect(self._at_hand.forget)
        self._practice.timeline_changed.connect(self._refresh)
        self._practice.settings_changed.connect(self._at_hand.forget)
        self._practice.settings_changed.connect(self._refresh)
        self._practice.fact.connect(self._hear)
        self._tabs.chosen.connect(self._turn_page)
        self._step.turned.connect(self._turn_step)
        self._step.reset_asked.connect(lambda dial: self._turn_step(dial, None))
        self._step.range_chosen.connect(self._turn_range)
        self._step.browsed.connect(self._browse)
        self._whole.turned.connect(self._turn_practice)
        self._whole.reset_asked.connect(lambda dial: self._turn_practice(dial, None))
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
        routine, changes, keys = at_hand.routine, practice.adjustments, at_hand.keys
        if at_hand.key:
            planned = at_hand.planned
            number = keys.index(at_hand.key) + 1
            self._step.show_step(full_name(planned.exercise), planned.step.range, number, len(keys))
            self._step.show_dials(step_dials(routine, practice.catalogue, changes, at_hand.key))
        tempo = setting_dial(_TEMPO, practice.settings.number(_TEMPO.key))
        self._whole.show_dials([self._minutes.dial(), *practice_dials(routine, changes), tempo])
        self._totals.show_times(at_hand.exercise_ms(), at_hand.practice_ms())
        self._show_reset()

    def _show_reset(self) -> None:
        changes, here = self._practice.adjustments, self._tabs.choice == "exercise"
        self._reset.setText("Reset this exercise" if here else "Reset everything")
        differs = self._at_hand.key in changes.steps if here else bool(changes) or self._tempo_differs()
        self._reset.setEnabled(differs)
        self._save.setEnabled(bool(changes))

    def _tempo_differs(self) -> bool:
        return self._practice.settings.number(_TEMPO.key) != _TEMPO.default

    # -- what the person asks for --------------------------------------------------------------------------

    def _turn_step(self, dial: str, value: float | None) -> None:
        at_hand = self._at_hand
        catalogue = self._practice.catalogue
        self._ask(turn_step(at_hand.routine, catalogue, self._wanted(), at_hand.key, dial, value))

    def _turn_range(self, reach: Range) -> None:
        at_hand = self._at_hand
        self._ask(turn_range(at_hand.routine, self._wanted(), at_hand.key, reach))

    def _turn_practice(self, dial: str, value: float | None) -> None:
        if dial == MINUTES:
            self._fit(value)
        elif dial == _TEMPO.key:
            self._set_tempo(_USUAL_TEMPO if value is None else value)
        else:
            self._ask(turn_practice(self._at_hand.routine, self._wanted(), dial, value))

    def _fit(self, minutes: float | None) -> None:
        """Within the frame, as it takes several timelines."""
        if minutes is None:
            self._ask(replace(self._wanted(), hold_scale=1.0, rest_scale=1.0, more_repetitions=0))
            return
        self._minutes_asked = minutes
        self._frame.start()

    def _reset_page(self) -> None:
        if self._tabs.choice == "exercise":
            self._ask(reset_step(self._wanted(), self._at_hand.key))
        else:
            self._set_tempo(_USUAL_TEMPO)
            self._ask(Adjustments())

    def _set_tempo(self, tempo: float) -> None:
        settings = self._practice.settings
        self._practice.set_settings(settings.with_value(_TEMPO.key, round(tempo, 1)))

    def _wanted(self) -> Adjustments:
        """With what was asked for within this frame."""
        return self._practice.adjustments if self._asked is None else self._asked

    def _ask(self, changes: Adjustments) -> None:
        self._asked = changes
        if not self._frame.isActive():
            self._frame.start()

    def _apply(self) -> None:
        asked, self._asked = self._asked, None
        minutes, self._minutes_asked = self._minutes_asked, None
        if asked is not None:
            self._practice.set_adjustments(asked)
        if minutes is not None:
            fitted = self._minutes.fitted(minutes)
            self._practice.set_adjustments(fitted.adjustments)
            self._say(fitted.words)
        elif asked is not None:
            self._say("")

    def _say(self, words: str) -> None:
        """What was done to fit the practice into its time."""
        self._fitted.setText(words)
        self._fitted.setVisible(bool(words))
