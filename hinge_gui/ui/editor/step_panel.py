"""What can be changed about the step that is looked at, and its figure moving."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hinge_gui.core.adjustable import RANGE_LABEL, RANGE_WORDS, Dial
from hinge_gui.core.dose import full_name
from hinge_gui.core.exercise import Exercise
from hinge_gui.core.plan import Planned
from hinge_gui.core.routine import PauseStep, Rounds, Step
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.dials import Dials
from hinge_gui.ui.player.form_choice import FormChoice
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import arrange, column, row
from hinge_gui.ui.widgets.even import Even
from hinge_gui.ui.widgets.prose import breakable
from hinge_gui.ui.widgets.segments import Segments
from hinge_gui.ui.widgets.switch import Switch
from hinge_gui.ui.widgets.tab_order import Stops, order_tabs

MOVE_MS: Final = 2600
_LOW, _ANY = 220, 16_777_215  # px, of the figure; the second is Qt's own bound
FIGURE_MS: Final = 30  # whoever goes through the steps quickly waits for no figure
WAIT_HELP: Final = "Play stops before this step until you press a key."
# Deed → words on its button.
DEEDS: Final = {
    "try": "Try it", "copy": "Once more", "repeat": "As rounds", "unroll": "Dissolve the rounds", "remove": "Take out",
}  # fmt: skip
TRY_HELP: Final = "Plays the routine from this step; what you changed stays."


class StepPanel(QWidget):
    """Tells what is asked for; shows what it is told."""

    turned = Signal(str, object)
    """A dial's key, and the value; None as usual."""
    variant_chosen = Signal(object)
    range_chosen = Signal(str)
    wait_asked = Signal(bool)
    words_written = Signal(str)
    asked = Signal(str)
    """A deed's key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._remark = Even(role="section"), label("", "caption", wrap=True)
        self._remark.setProperty("tone", "signal")
        self._stage = Stage(theme)
        self._stage.setMinimumHeight(180)
        self._stage.setMaximumHeight(_LOW)
        self._stage.setAccessibleName("The movement")
        self._dials = Dials(theme)
        self._dials.turned.connect(lambda key, value: self.turned.emit(key, value))
        self._dials.reset_asked.connect(lambda key: self.turned.emit(key, None))
        self._forms = FormChoice()
        self._forms.chosen.connect(self.variant_chosen)
        self._range = Segments(RANGE_LABEL, tuple(RANGE_WORDS.items()))
        self._range.chosen.connect(self.range_chosen)
        self._wait = Switch(theme, "Wait for me")
        self._wait.clicked.connect(self.wait_asked)
        self._words = QLineEdit(placeholderText="What to say in this pause")
        self._words.setAccessibleName("What to say in this pause")
        self._words.textEdited.connect(self.words_written)
        self._buttons: dict[str, QPushButton] = {}
        self._stops: Stops = ()
        self._moving = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=MOVE_MS)
        self._moving.valueChanged.connect(lambda value: self._stage.set_pose(float(value)))
        self._next: tuple[Planned, Actor] | None = None  # whose figure comes
        self._shown: Planned | None = None
        self._moves = False  # as soon as it came
        self._coming = QTimer(self, singleShot=True, interval=FIGURE_MS)
        self._coming.timeout.connect(self.show_figure)
        self._lay_out()

    def _lay_out(self) -> None:
        self._range_part = _part(RANGE_LABEL, self._range)
        waits = column()
        waits.addWidget(label("Wait for me"))
        waits.addWidget(label(WAIT_HELP, "caption", soft=True, wrap=True))
        self._wait_part = QWidget()
        beside = row(self._wait_part, gap=1)
        beside.addLayout(waits, 1)
        beside.addWidget(self._wait)
        deeds = Flow()
        for key, words in DEEDS.items():
            button = QPushButton(words, autoDefault=False)
            button.clicked.connect(lambda _=False, k=key: self.asked.emit(k))
            button.setToolTip(TRY_HELP if key == "try" else "")
            self._buttons[key] = button
            deeds.addWidget(button)
        looks, turns = column(gap=1), column(gap=1)
        for text in (self._name, self._remark):
            looks.addWidget(text)
        looks.addWidget(self._stage, 1)
        looks.addLayout(deeds)
        looks.addWidget(self._words)
        looks.addStretch(0)  # takes what is left where there is no figure
        for part in (self._dials, self._forms, self._range_part, self._wait_part):
            turns.addWidget(part)
        turns.addStretch(1)
        self._halves = row(self, gap=1)
        arrange(self._halves, stacked=True)
        self._halves.addLayout(looks)
        self._halves.addLayout(turns, 1)

    def set_wide(self, wide: bool) -> None:
        """The figure beside what is turned, and as large as there is room."""
        self._stage.setMaximumHeight(_ANY if wide else _LOW)
        arrange(self._halves, stacked=not wide)
        self._halves.setSpacing(grid(3 if wide else 1))
        self._halves.setStretch(0, int(wide))

    # -- what is shown -------------------------------------------------------------------------------------

    def show_step(
        self, step: Step, base: Exercise | None, planned: Planned | None, dials: list[Dial], remark: str, actor: Actor
    ) -> None:
        """`base` is the exercise whose form is planned; both None where the step is none."""
        is_rounds, is_pause = isinstance(step, Rounds), isinstance(step, PauseStep)
        name = full_name(planned.exercise) if planned else "Rounds" if is_rounds else "Pause"
        self._name.setText(breakable(name))
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self._dials.show_dials(dials)
        self._words.setVisible(is_pause)
        if isinstance(step, PauseStep) and self._words.text().strip() != step.say:
            self._words.setText(step.say)
            self._words.setCursorPosition(0)
        self._wait_part.setVisible(not is_rounds)
        if not isinstance(step, Rounds):
            self._wait.setChecked(step.wait)
        self._buttons["unroll"].setVisible(is_rounds)
        self._buttons["repeat"].setVisible(not is_rounds)
        self._range_part.setVisible(planned is not None)
        self._stage.setVisible(planned is not None)
        self._forms.show_forms(base, planned.step.variant if planned else None)
        self._stops = order_tabs(self, self._stops)
        self._next = None
        if planned:
            self._range.choose(planned.step.range)
            self._next = planned, actor
            self._coming.start() if self._shown and self.isVisible() else self.show_figure()

    def show_figure(self) -> None:
        """The one that is still to come, if there is one."""
        self._coming.stop()
        if self._next is None:
            return
        (planned, actor), self._next = self._next, None
        self._shown = planned
        self._stage.show_cast(actor.cast(planned.exercise, planned.step.range), fade=False)
        if self._moves:
            self._start_moving()
        elif self._moving.state() == QVariantAnimation.State.Stopped:
            self._stage.set_pose(1.0)

    def write_words(self) -> None:
        """Of a pause that is new: what is typed takes the place of what stands there."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.selectAll()

    def replay(self, *, still: bool) -> None:
        """Show the movement once."""
        self._moving.stop()
        self._moves = not still and self.isVisible()
        if self._next is None and not self._moves:
            self._stage.set_pose(1.0)
        elif self._next is None:
            self._start_moving()

    def _start_moving(self) -> None:
        self._moves = False
        self._moving.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._moving.stop()
        super().hideEvent(event)


def _part(title: str, control: QWidget) -> QWidget:
    part = QWidget()
    rows = column(part, gap=0.5)
    rows.addWidget(label(title))
    rows.addWidget(control)
    return part
