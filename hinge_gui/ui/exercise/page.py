"""The page on which an exercise of one's own is written: its pictures beside the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hinge_gui.core.editing import History
from hinge_gui.core.exercise import Exercise, Picture
from hinge_gui.core.own_exercise import TEMPLATE
from hinge_gui.core.settings import Settings
from hinge_gui.ui.exercise.form import ExerciseForm
from hinge_gui.ui.exercise.pictures import Pictures
from hinge_gui.ui.exercise.preview import Preview
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme, grid
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.column import Column

_NARROW: Final = 760  # px at 100 %: the form stands below the pictures
_NAME_BELOW: Final = 560


class ExercisePage(SidePage):
    """Edits one exercise at a time. Whoever keeps files hears what is asked and answers with `saved`."""

    save_asked = Signal(object)
    text_asked = Signal()
    """The person wants the file in a text editor."""
    pictures_asked = Signal()
    """The person wants to choose pictures."""
    pictures_dropped = Signal(object)
    """Files (a list of paths) that may be pictures; `add_pictures` answers."""

    def __init__(self, theme: Theme, settings: Callable[[], Settings], parent: QWidget | None = None) -> None:
        super().__init__(theme, "Exercise", parent)
        self._history: History[Exercise] = History(TEMPLATE)
        self._name = QLineEdit(placeholderText="Name of the exercise")
        self._name.setAccessibleName("Name of the exercise")
        self._undo, self._redo = IconButton(theme, "undo", "Undo"), IconButton(theme, "redo", "Redo")
        self._text = QPushButton("As text", autoDefault=False)
        self._save = QPushButton("Save", autoDefault=False)
        self._save.setProperty("kind", "primary")
        self._preview = Preview(theme, settings)
        self._pictures, self._form = Pictures(theme), ExerciseForm(theme)
        self._ask = Notice("Your changes are not saved.", "", ("Save", "Throw them away", "Go on editing"), "notice")
        self._ask.hide()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._title.hide()
        self.put_name(self._name, below=False)
        for button in (self._undo, self._redo, self._text, self._save):
            self.head.addWidget(button)
        looks, form = QWidget(), QWidget()
        self._left, self._right = column(looks, gap=2), column(form)
        self._left.setContentsMargins(0, 0, 0, grid(1))
        self._left.addWidget(self._preview)
        self._left.addWidget(self._pictures)
        self._right.addWidget(self._form)
        self._form_column = Column(form)
        beside = row(gap=2)
        beside.addWidget(Column(looks), 4)
        beside.addWidget(self._form_column, 5)
        self.body.addWidget(self._ask)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self._name.textEdited.connect(lambda text: self._do(replace(self.exercise, name=text.strip()), "Name", "name"))
        self._undo.clicked.connect(self._take_back)
        self._redo.clicked.connect(self._bring_again)
        self._text.clicked.connect(self.text_asked)
        self._save.clicked.connect(lambda: self.save_asked.emit(self.exercise))
        self._pictures.changed.connect(self._do)
        self._pictures.files_asked.connect(self.pictures_asked)
        self._form.changed.connect(self._do)
        self._ask.chosen.connect(self._answer)

    # -- what is edited ------------------------------------------------------------------------------------

    @property
    def exercise(self) -> Exercise:
        return self._history.now

    @property
    def differs(self) -> bool:
        return self._history.differs

    def edit(self, exercise: Exercise, *, saved: bool) -> None:
        """Begin with this one; `saved` says whether a file says the same."""
        self._history = History(exercise, exercise if saved else None)
        self._refresh()

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
        little = self.width() < _NAME_BELOW * self._theme.scale
        self.put_name(self._name, below=little)
        self._text.setHidden(little)  # it is in the menus as well
        (self._left if narrow else self._right).addWidget(self._form)
        self._form_column.setHidden(narrow)

    def _refresh(self) -> None:
        exercise, history = self.exercise, self._history
        self._ask.hide()
        if self._name.text().strip() != exercise.name:
            self._name.setText(exercise.name)
        for button, deed, words in ((self._undo, "undo", history.undo_words), (self._redo, "redo", history.redo_words)):
            button.setEnabled(bool(words))
            button.set_face(deed, f"{deed.capitalize()}: {words}" if words else deed.capitalize())
        self._save.setEnabled(history.differs and bool(exercise.name))
        self._save.setToolTip("" if exercise.name else "Give it a name first")
        self._text.setEnabled(history.saved is not None and not history.differs)
        self._preview.show_exercise(exercise)
        self._pictures.show_exercise(exercise)
        self._form.show_exercise(exercise)

    # -- what the person does ------------------------------------------------------------------------------

    def _do(self, exercise: Exercise, words: str, strain: str = "") -> None:
        if self._history.do(exercise, words, strain):
            self._refresh()

    def _take_back(self) -> None:
        self._history.undo()
        self._refresh()

    def _bring_again(self) -> None:
        self._history.redo()
        self._refresh()

    def leave(self) -> None:
        """Back, unless there is something to save: then the person is asked first."""
        if self.differs and self.exercise != TEMPLATE:
            self._ask.show()
        else:
            self.closed.emit()

    def _answer(self, choice: int) -> None:
        self._ask.hide()
        if choice == 0:
            self.save_asked.emit(self.exercise)
        if choice == 1 or (choice == 0 and not self.differs):
            self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.pictures_dropped.emit(_files(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if ctrl and key == Qt.Key.Key_Z:
            self._bring_again() if shift else self._take_back()
        elif ctrl and key == Qt.Key.Key_Y:
            self._bring_again()
        elif ctrl and key == Qt.Key.Key_S and self._save.isEnabled():
            self.save_asked.emit(self.exercise)
        else:
            super().keyPressEvent(event)


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
