"""What the pages have in common on which something is edited: its name, undo and redo, saving, and asking before."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hinge_gui.core.history import History
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme

_NAME_BELOW: Final = 560  # px at 100 %


class EditingPage(SidePage):
    """Whoever keeps files hears `save_asked` and answers by telling the page that it is saved."""

    save_asked = Signal(object)
    changed = Signal()
    """What is edited is another, or is saved now."""
    text_asked = Signal()
    """The person wants the file in a text editor."""

    def __init__(self, theme: Theme, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self._name = QLineEdit(placeholderText=name)
        self._name.setAccessibleName(name)
        self._undo, self._redo = IconButton(theme, "undo", "Undo"), IconButton(theme, "redo", "Redo")
        self._text = QPushButton("As text", autoDefault=False)
        self._save = QPushButton("Save", autoDefault=False)
        self._save.setProperty("kind", "primary")
        self._ask = Notice("Your changes are not saved.", "", ("Save", "Throw them away", "Go on editing"), "notice")
        self._ask.hide()
        self._is_given_up = False
        self._title.hide()
        self.put_name(self._name, below=False)
        for button in (self._undo, self._redo, self._text, self._save):
            self.head.addWidget(button)
        self.body.addWidget(self._ask)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._save.clicked.connect(lambda: self.save_asked.emit(self.edited))
        self._text.clicked.connect(self.text_asked)
        self._ask.chosen.connect(self._answer)

    # -- what a page of this kind says ---------------------------------------------------------------------

    @property
    def edited(self) -> object:
        """What is to be saved."""
        raise NotImplementedError

    @property
    def differs(self) -> bool:
        """Whether there is something to save."""
        raise NotImplementedError

    @property
    def worth_keeping(self) -> bool:
        """Whether somebody would miss it."""
        raise NotImplementedError

    @property
    def is_unsaved(self) -> bool:
        """Whether something would be lost with the page that nobody gave up."""
        return self.differs and self.worth_keeping and not self._is_given_up

    def undo(self) -> None:
        raise NotImplementedError

    def redo(self) -> None:
        raise NotImplementedError

    # -- what is shown -------------------------------------------------------------------------------------

    def show_history(self, history: History[Any], *, can_save: bool) -> None:
        """What may be taken back and done again, in words; whether there is something to save."""
        self._ask.hide()
        self._is_given_up = False
        for button, deed, words in ((self._undo, "undo", history.undo_words), (self._redo, "redo", history.redo_words)):
            button.setEnabled(bool(words))
            button.set_face(deed, f"{deed.capitalize()}: {words}" if words else deed.capitalize())
        self._save.setEnabled(history.differs and can_save)
        self._text.setEnabled(history.saved is not None and not history.differs)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        little = self.width() < _NAME_BELOW * self._theme.scale
        self.put_name(self._name, below=little)
        self._text.setHidden(little)  # it is in the menus as well

    # -- what the person does ------------------------------------------------------------------------------

    def ask_or_leave(self) -> None:
        """Back, unless there is something to save: then the person is asked first."""
        if self.differs and self.worth_keeping:
            self._ask.show()
        else:
            self.closed.emit()

    def _answer(self, choice: int) -> None:
        self._ask.hide()
        self._is_given_up = choice == 1
        if choice == 0:
            self.save_asked.emit(self.edited)
        if choice == 1 or (choice == 0 and not self.differs):
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if ctrl and key == Qt.Key.Key_Z:
            self.redo() if shift else self.undo()
        elif ctrl and key == Qt.Key.Key_Y:
            self.redo()
        elif ctrl and key == Qt.Key.Key_S and self._save.isEnabled():
            self.save_asked.emit(self.edited)
        else:
            super().keyPressEvent(event)
