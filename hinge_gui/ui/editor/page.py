"""The editor: the steps, what can be changed about the one that is looked at, and what it all comes to."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from hinge_gui.core import editing
from hinge_gui.core.edit_dials import dials_of
from hinge_gui.core.editing import At
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.prepared import Learnt, as_wished, manner_of
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.clock import Clock, sleepless_ms
from hinge_gui.ui.editing_page import EditingPage
from hinge_gui.ui.editor.bench import Bench
from hinge_gui.ui.editor.centre import Centre
from hinge_gui.ui.editor.gallery import Form
from hinge_gui.ui.editor.outline import Outline
from hinge_gui.ui.editor.reckoning import Reckoning
from hinge_gui.ui.editor.step_list import StepList
from hinge_gui.ui.editor.step_panel import StepPanel
from hinge_gui.ui.editor.strip import OrderStrip
from hinge_gui.ui.editor.summary import Summary
from hinge_gui.ui.editor.whole_panel import WholePanel
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import arrange, column, row
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.segments import Segments

_NARROW: Final = 640  # px at 100 %: the panel stands below the steps
_LOW, _LOW_BELOW = 560, 960  # px at 100 %: with less the steps get the room of what they come to
_WIDE: Final = 1500  # px at 100 %: the figure stands beside what is turned
_WIDEST_WHOLE: Final = 640  # px at 100 %
TABS: Final = (("step", "This step"), ("whole", "Whole routine"))


class EditorPage(EditingPage):
    """Edits one routine at a time. Whoever keeps files hears `save_asked` and answers with `saved`."""

    exercise_asked = Signal()
    """The person wants an exercise that is not in the gallery yet."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, settings: Callable[[], Settings],
        own: Callable[[], Collection[str]] = frozenset, clock: Clock = sleepless_ms,
        learnt: Callable[[], Learnt | None] = lambda: None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`learnt` as in `Order`: what is known is explained in less time."""
        super().__init__(theme, "Edit", "Name of the routine", parent)
        self._catalogue, self._settings = catalogue, settings
        self._actor = Actor(settings())
        self._bench = Bench(catalogue, self)
        self._offered: Routine | None = None  # what the person was given, and nobody misses as it is
        self._reckoning = Reckoning(
            catalogue, lambda: manner_of(settings(), learnt=learnt()), lambda routine: as_wished(routine, settings())
        )
        self._outline = Outline(theme, self._actor, self._reckoning.plan, self)
        self._list = StepList(theme, self._outline)
        self._strip = OrderStrip(theme, self._outline.picture)
        self._summary, self._step = Summary(self._strip), StepPanel(theme)
        self._whole = WholePanel(theme)
        self._centre = Centre(theme, catalogue, settings, own, clock, learnt)
        self._tabs = Segments("What to change", TABS)
        self._panels = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for panel in (self._step, self._whole):
            self._panels.addWidget(Column(panel))
        adds = Flow()
        for words, deed in (("Add exercise", self._open_gallery), ("Add pause", self._add_pause)):
            button = QPushButton(words, autoDefault=False)
            button.clicked.connect(deed)
            adds.addWidget(button)
        steps = QWidget()
        left = column(steps, gap=1)
        left.addLayout(adds)
        left.addWidget(self._list, 1)
        left.addWidget(self._summary)
        side = QFrame()
        right = column(side, gap=1)
        right.addWidget(self._tabs)
        right.addWidget(self._panels, 1)
        editing_ = QWidget()
        self._beside = row(editing_, gap=3)
        self._beside.addWidget(steps, 5)
        self._beside.addWidget(side, 4)
        self._centre.hold(editing_)
        self.body.addWidget(self._centre, 1)

    def _connect(self) -> None:
        bench, step = self._bench, self._step
        bench.changed.connect(self._refresh)
        self._list.chosen.connect(self._look_at)
        self._list.nudged.connect(bench.nudge)
        self._list.removed.connect(bench.remove)
        self._outline.dropped.connect(bench.drop)
        self._centre.adding.picked.connect(self._add_form)
        self._centre.adding.made.connect(self.exercise_asked)
        self._centre.turned.connect(self._focus)
        self._tabs.chosen.connect(self._turn_page)
        self._name.textEdited.connect(lambda text: bench.do(editing.rename(self.routine, text), "Name", "name"))
        self._name.editingFinished.connect(lambda: self._name.setText(self.routine.name))
        self._whole.changed.connect(bench.do)
        step.turned.connect(bench.turn)
        step.variant_chosen.connect(bench.set_variant)
        step.range_chosen.connect(bench.set_range)
        step.wait_asked.connect(bench.set_wait)
        step.words_written.connect(bench.set_words)
        deeds: dict[str, Callable[[], None]] = {
            "try": self._try_out, "copy": bench.copy, "remove": bench.remove, "unroll": bench.unroll,
            "repeat": lambda: bench.repeat(self._list.selected()),
        }  # fmt: skip
        step.asked.connect(lambda key: deeds[key]())
        self._strip.chosen.connect(self._choose)
        self._outline.dataChanged.connect(lambda *_what: self._strip.update())

    # -- what is edited ------------------------------------------------------------------------------------

    @property
    def routine(self) -> Routine:
        return self._bench.routine

    @property
    def edited(self) -> Routine:
        return self.routine

    @property
    def differs(self) -> bool:
        return self._bench.history.differs

    @property
    def worth_keeping(self) -> bool:
        return bool(self.routine.steps) and self.routine != self._offered

    def undo(self) -> None:
        self._bench.undo()

    def redo(self) -> None:
        self._bench.redo()

    def edit(self, routine: Routine, *, saved: bool, adjusted: bool = False) -> None:
        """Begin with this routine; `saved`: a file says the same; `adjusted`: it is not played quite as written."""
        self._offered = None if saved else routine
        self._reckoning.forget()
        self._summary.set_adjusted(adjusted)
        self._bench.begin(routine, saved=saved)
        self._centre.show_steps() if routine.steps else self._open_gallery()
        self._tabs.choose("step")
        self._turn_page("step")

    def take_up(self, routine: Routine) -> None:
        """Go on with a change that was not saved; undo leads back to before it."""
        self._bench.do(routine, "What was not saved")
        self._centre.show_steps()

    def saved(self, routine: Routine) -> None:
        """The file says this now."""
        self._bench.saved(routine)

    def lost(self) -> None:
        """No file says it any more."""
        self._bench.saved(None)

    def renew(self) -> None:
        """Exercises may have changed."""
        self._reckoning.forget()
        self._actor = Actor(self._settings())
        self._outline.thumbnails.cast_by(self._actor)
        self._centre.renew(self._actor)
        self._refresh()

    def leave(self) -> None:
        """Back, unless there is something to save: then the person is asked first."""
        if self._centre.is_trying or (self._centre.is_adding and self.routine.steps):
            self._centre.show_steps()
        else:
            self.ask_or_leave()

    def finish_painting(self) -> None:
        """Everything at once, for a picture of the window."""
        self.grab()
        self._outline.thumbnails.finish()
        self._step.show_figure()
        self._centre.adding.finish_painting()

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckoning.forget()  # exercises may have changed while nobody looked
        if not self._actor.looks_like(self._settings()):
            self._actor = Actor(self._settings())
            self._outline.thumbnails.cast_by(self._actor)
        self._centre.renew(self._actor)
        self._refresh()
        self._focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self._theme.scale
        arrange(self._beside, stacked=narrow)
        wide = self.width() >= _WIDE * self._theme.scale
        self._step.set_wide(wide)
        for n, share in enumerate((1, 2) if wide else (5, 4)):
            self._beside.setStretch(n, share)
        self._whole.setMaximumWidth(round(_WIDEST_WHOLE * self._theme.scale))
        self._tabs.setMaximumWidth(round(_WIDEST_WHOLE * self._theme.scale))
        self._summary.set_low(self.height() < (_LOW_BELOW if narrow else _LOW) * self._theme.scale)

    def _refresh(self) -> None:
        routine, history, at = self.routine, self._bench.history, self._bench.at
        sums = self._reckoning.of(routine)
        self._list.show_routine(routine, sums.remarks, at)
        if not self._name.hasFocus():
            self._name.setText(routine.name)
            self._name.setCursorPosition(0)
        self.show_history(history, can_save=bool(routine.steps))
        self._summary.show_routine(sums.total_ms, sums.props, sums.trips, len(sums.remarks))
        self._whole.show_routine(routine)
        self._strip.show_order(sums.played, at)
        self._show_step()

    def _show_step(self) -> None:
        at, step = self._bench.at, self._bench.step
        self._step.setVisible(step is not None)
        if at is None or step is None:
            return
        planned = self._reckoning.plan(step) if isinstance(step, ExerciseStep) else None
        base = self._catalogue[planned.step.exercise] if planned else None
        remark = self._reckoning.of(self.routine).remarks.get(at, "")
        dials = dials_of(self.routine, self._catalogue, at)
        self._step.show_step(step, base, planned, dials, remark, self._actor)

    def _turn_page(self, tab: str) -> None:
        self._panels.setCurrentIndex(1 if tab == "whole" else 0)

    def _look_at(self, at: At | None) -> None:
        self._bench.at = at
        self._strip.show_order(self._reckoning.of(self.routine).played, at)
        self._tabs.choose("step")
        self._turn_page("step")
        self._show_step()
        self._step.replay(still=self._settings().flag("reduced_motion"))

    # -- what the person does ------------------------------------------------------------------------------

    def _focus(self) -> None:
        if self._centre.is_adding:
            self._centre.adding.take_focus()
        else:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try_out(self) -> None:
        self._centre.try_out(self.routine, self._bench.at)

    def _choose(self, at: At) -> None:
        """In the list as well."""
        self._list.choose(at)
        self._look_at(at)

    def _open_gallery(self) -> None:
        self._centre.show_adding(self._actor)

    def _add_pause(self) -> None:
        self._turn_page("step")
        self._bench.add_pause()
        self._step.write_words()

    def _add_form(self, form: Form) -> None:
        self._centre.show_steps()
        self._tabs.choose("step")
        self._turn_page("step")
        self._bench.add(form.exercise.id, form.variant, form.name)
