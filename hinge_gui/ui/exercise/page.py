"""The page on which an exercise of one's own is written: its pictures beside the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hinge_gui.core.exercise import Exercise, Picture
from hinge_gui.core.history import History
from hinge_gui.core.own_exercise import TEMPLATE
from hinge_gui.core.settings import Settings
from hinge_gui.ui.drops import files_in
from hinge_gui.ui.editing_page import EditingPage
from hinge_gui.ui.exercise.form import ExerciseForm
from hinge_gui.ui.exercise.pictures import Pictures
from hinge_gui.ui.exercise.preview import Preview
from hinge_gui.ui.theme import Theme, grid
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.column import Column

_NARROW: Final = 760  # px at 100 %: the form stands below the pictures
_WIDEST_FORM: Final = 760  # px at 100 %: wider, the figure takes it


class ExercisePage(EditingPage):
    """Edits one exercise at a time. Whoever keeps files hears what is asked and answers with `saved`."""

    pictures_asked = Signal()
    """The person wants to choose pictures."""
    pictures_dropped = Signal(object)
    """Files (a list of paths) that may be pictures; `add_pictures` answers."""

    def __init__(self, theme: Theme, settings: Callable[[], Settings], parent: QWidget | None = None) -> None:
        super().__init__(theme, "Exercise", "Name of the exercise", parent)
        self._history: History[Exercise] = History(TEMPLATE)
        self._preview = Preview(theme, settings)
        self._pictures, self._form = Pictures(theme), ExerciseForm(theme)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        looks, form = QWidget(), QWidget()
        self._left, self._right = column(looks, gap=2), column(form)
        self._left.setContentsMargins(0, 0, 0, grid(1))
        self._left.addWidget(self._preview, 1)
        self._left.addWidget(self._pictures)
        self._right.addWidget(self._form)
        self._form_column = Column(form)
        beside = row(gap=2)
        beside.addWidget(Column(looks), 4)
        beside.addWidget(self._form_column, 5)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self._name.textEdited.connect(lambda text: self._do(replace(self.exercise, name=text.strip()), "Name", "name"))
        self._pictures.changed.connect(self._do)
        self._pictures.files_asked.connect(self.pictures_asked)
        self._form.changed.connect(self._do)

    # -- what is edited ------------------------------------------------------------------------------------

    @property
    def exercise(self) -> Exercise:
        return self._history.now

    @property
    def edited(self) -> Exercise:
        return self.exercise

    @property
    def differs(self) -> bool:
        return self._history.differs

    @property
    def worth_keeping(self) -> bool:
        return self.exercise != TEMPLATE

    def edit(self, exercise: Exercise, *, saved: bool) -> None:
        """Begin with this one; `saved` says whether a file says the same."""
        self._history = History(exercise, exercise if saved else None)
        self._refresh()

    def take_up(self, exercise: Exercise) -> None:
        """Go on with a change that was not saved; undo leads back to before it."""
        self._do(exercise, "What was not saved")

    def saved(self, exercise: Exercise) -> None:
        """The file says this now: what was at hand, its pictures in the data folder."""
        self._history.now = self._history.saved = exercise
        self._refresh()

    def lost(self) -> None:
        """No file says it any more."""
        self._history.saved = None
        self._refresh()

    def add_pictures(self, pictures: list[Picture]) -> None:
        """Behind the others."""
        if pictures:
            words = "Add pictures" if len(pictures) > 1 else "Add a picture"
            self._do(replace(self.exercise, pictures=(*self.exercise.pictures, *pictures)), words)

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self._theme.scale
        (self._left if narrow else self._right).addWidget(self._form)
        self._form_column.setHidden(narrow)
        self._form_column.setMaximumWidth(round(_WIDEST_FORM * self._theme.scale))

    def _refresh(self) -> None:
        exercise = self.exercise
        if self._name.text().strip() != exercise.name:
            self._name.setText(exercise.name)
            self._name.setCursorPosition(0)
        self.show_history(self._history, can_save=bool(exercise.name))
        self._save.setToolTip("" if exercise.name else "Give it a name first")
        self._preview.show_exercise(exercise)
        self._pictures.show_exercise(exercise)
        self._form.show_exercise(exercise)

    # -- what the person does ------------------------------------------------------------------------------

    def _do(self, exercise: Exercise, words: str, merge_key: str = "") -> None:
        if self._history.do(exercise, words, merge_key):
            self._refresh()

    def undo(self) -> None:
        self._history.undo()
        self._refresh()

    def redo(self) -> None:
        self._history.redo()
        self._refresh()

    def leave(self) -> None:
        self.ask_or_leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.pictures_dropped.emit(files_in(event))
