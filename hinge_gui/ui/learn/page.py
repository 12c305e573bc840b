"""Learn: every exercise in all its forms, the figure large, what there is to know beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hinge_gui.core.exercise import Exercise, Mistake, Side
from hinge_gui.core.plan import Planned, plan
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.drawer_pages import PAGES, Reading, page
from hinge_gui.ui.player.figures import Shown
from hinge_gui.ui.player.looks import look_of
from hinge_gui.ui.player.pair import Pair
from hinge_gui.ui.player.picture_card import PictureCard
from hinge_gui.ui.player.picture_cast import showable
from hinge_gui.ui.player.practice_list import PracticeList
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import arrange, column, row
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.elided_button import ElidedButton
from hinge_gui.ui.widgets.even import Even
from hinge_gui.ui.widgets.prose import breakable
from hinge_gui.ui.widgets.segments import Segments

LIST_PX: Final = 264
FIGURE_PX: Final = 220
ARROWS: Final = (("left", "Exercise before"), ("right", "Next exercise"))
EASE: Final = {"easier": "An easier form", "harder": "A harder form"}
TURNS: Final = "Drag the figure to turn it; a double click brings it back."
_WITH_LIST: Final = 1120  # px at 100 %: narrower, arrows lead from one exercise to the next
_BESIDE: Final = 780  # px at 100 %: narrower, the words stand below the figure
_BESIDE_LOW: Final = 660  # the same where a low window has no room below it


class LearnPage(SidePage):
    """Reads the exercises from the practice's catalogue, and shows them as the settings want the figure to look."""

    def __init__(self, theme: Theme, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Learn", parent)
        self._practice = practice
        self._exercises: list[Exercise] = []
        self._at, self._side = 0, "right"
        self._form: str | None = None
        self._mistake: Mistake | None = None
        self._shown: Shown | None = None
        self._list = PracticeList(theme, ticks=False)
        self._list.setAccessibleName("Exercises")
        self._list.chosen.connect(self._turn_to)
        self._name, self._ease = Even(), label("", "body", soft=True)
        self._arrows = [IconButton(theme, icon, words) for icon, words in ARROWS]
        self._forms, self._group = Flow(grid(1)), QButtonGroup(self)
        self._sides = Segments("Side", (("left", "Left"), ("right", "Right")), in_a_row=True)
        self._sides.choose(self._side)
        self._pair = Pair(theme, FIGURE_PX)
        self._turns = label(TURNS, "caption", soft=True, wrap=True)
        self._pictures: QWidget | None = None
        self._figure_box = column()
        self._tabs = Segments("What to read", [(key, part.title) for key, part in PAGES.items()])
        self._pages = QStackedWidget()
        self._made: dict[str, Column] = {}
        self._lay_out()
        self._connect()

    # -- made once -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._words = QWidget()
        words = column(self._words, gap=1)
        words.addWidget(self._tabs)
        words.addWidget(self._pages, 1)
        self._beside = row(gap=3)
        self._beside.addWidget(self._list)
        self._beside.addLayout(self._middle(), 3)
        self._beside.addWidget(self._words, 2)
        self.body.addLayout(self._beside, 1)

    def _middle(self) -> QVBoxLayout:
        head = row(gap=1)
        head.addWidget(self._name, 1)
        for arrow in self._arrows:
            head.addWidget(arrow)
        self._sides.setMaximumWidth(round(200 * self._theme.scale))
        below = row(gap=2)
        below.addWidget(self._turns, 1)
        below.addWidget(self._sides)
        self._figure_box.addWidget(self._pair, 1)
        middle = column(gap=1)
        middle.addLayout(head)
        middle.addLayout(self._forms)
        middle.addWidget(self._ease)
        middle.addLayout(self._figure_box, 1)
        middle.addLayout(below)
        return middle

    def _connect(self) -> None:
        for arrow, step in zip(self._arrows, (-1, 1), strict=True):
            arrow.clicked.connect(lambda _=False, step=step: self._turn_to((self._at + step) % len(self._exercises)))
        self._sides.chosen.connect(self._take_side)
        self._tabs.chosen.connect(self._show_words)
        self._practice.settings_changed.connect(self._refresh)

    # -- what is shown -------------------------------------------------------------------------------------

    def open_at(self, exercise: str, form: str | None = None) -> None:
        """Show this exercise, in one of its forms."""
        catalogue = self._practice.catalogue
        practised = (s.exercise.id for s in self._practice.steps if isinstance(s, Planned))
        ids = list(dict.fromkeys((*practised, *catalogue)))  # those of the practice at hand first
        self._exercises = [catalogue[id_] for id_ in ids]
        self._list.steps.set_steps([plan(ExerciseStep(id_), catalogue) for id_ in ids])
        self._list.steps.thumbnails.cast_by(Actor(self._practice.settings))
        self._turn_to(ids.index(exercise) if exercise in ids else 0, form)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._move()

    def finish_painting(self) -> None:
        self._list.finish_painting()
        self._pair.finish_painting()

    def _turn_to(self, at: int, form: str | None = None) -> None:
        if not self._exercises:
            return
        self._at = at
        exercise = self._exercises[at]
        self._list.set_now(at)
        self._list.setCurrentIndex(self._list.model().index(at, 0))
        self._name.setText(breakable(exercise.name))
        self._offer_forms(exercise)
        self._take_form(form)

    def _offer_forms(self, exercise: Exercise) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._forms.removeWidget(button)
            button.hide()
            button.deleteLater()
        usual = () if any(v.ease == "same" for v in exercise.variants.values()) else (None,)
        forms = (*usual, *exercise.variants) if exercise.variants else ()
        for form in forms:
            button = ElidedButton(exercise.form(form).variant_name or "Usual form")
            button.setCheckable(True)
            button.setProperty("form", "" if exercise.form(form).ease == "same" else form or "")
            button.clicked.connect(lambda _=False, form=form: self._take_form(form))
            self._group.addButton(button)
            self._forms.addWidget(button)

    def _take_form(self, form: str | None) -> None:
        self._form, self._mistake = form, None
        same = self._exercises[self._at].form(form).ease == "same"
        for button in self._group.buttons():
            button.setChecked(button.property("form") == ("" if same or form is None else form))
        self._refresh()

    def _take_side(self, side: str) -> None:
        self._side = side
        self._refresh()

    def _refresh(self) -> None:
        if not self._exercises:
            return
        exercise = self._exercises[self._at].form(self._form)
        side: Side = "both" if exercise.sides == "both" else "left" if self._side == "left" else "right"
        settings = self._practice.settings
        self._shown = Shown(exercise, side, "usual", look_of(settings), settings.flag("marks"))
        self._sides.setVisible(exercise.sides == "each")
        self._ease.setText(EASE.get(exercise.ease, ""))
        self._ease.setVisible(exercise.ease in EASE)
        for made in self._made.values():
            self._pages.removeWidget(made)
            made.deleteLater()
        self._made.clear()
        self._show_words()

    def _show_words(self, _key: str = "") -> None:
        key = self._tabs.choice
        if self._shown is None:
            return
        if key not in self._made:
            reading = Reading(self._theme, self._shown, self._show_mistake, figures=False)
            self._made[key] = Column(page(key, reading), focusable=True)
            self._made[key].setAccessibleName(PAGES[key].title)
            self._pages.addWidget(self._made[key])
        self._pages.setCurrentWidget(self._made[key])
        known = self._shown.exercise.learn.mistakes
        self._mistake = (self._mistake or next(iter(known), None)) if key == "mistakes" else None
        self._show_figure()

    def _show_mistake(self, mistake_id: str) -> None:
        assert self._shown is not None
        self._mistake = next(m for m in self._shown.exercise.learn.mistakes if m.id == mistake_id)
        self._show_figure()

    def _show_figure(self) -> None:
        assert self._shown is not None
        for button in self._made[self._tabs.choice].findChildren(QPushButton):
            button.setChecked(self._mistake is not None and button.property("mistake") == self._mistake.id)
        if self._pictures:
            self._figure_box.removeWidget(self._pictures)
            self._pictures.hide()
            self._pictures.deleteLater()
            self._pictures = None
        pictures = showable(self._shown.exercise.pictures)
        self._pair.setVisible(not pictures)
        self._turns.setText("" if pictures else TURNS)
        if pictures:
            mirrored = self._shown.side == "left"
            self._pictures = PictureCard(self._theme, FIGURE_PX, pictures, mirrored=mirrored)
            self._pictures.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._figure_box.addWidget(self._pictures, 1)
            return
        self._pair.set_badges(shown=self._mistake is not None)
        self._pair.show_pair(self._shown, self._mistake)
        self._move()

    def _move(self) -> None:
        self._pair.move_once(still=self._practice.settings.flag("reduced_motion"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self._theme.scale
        with_list, low = self.width() >= _WITH_LIST * scale, self.width() >= 1.2 * self.height()
        beside = self.width() >= (_BESIDE_LOW if low else _BESIDE) * scale
        self._list.setVisible(with_list)
        self._list.setFixedWidth(round(LIST_PX * (1 + (scale - 1) * 0.6)))
        for arrow in self._arrows:
            arrow.setVisible(not with_list)
        arrange(self._beside, stacked=not beside)
