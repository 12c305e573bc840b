"""A person's own routines: edited, copied, thrown away and brought back, and what else is done to their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from hinge_gui.core.errors import PersonError
from hinge_gui.core.routine import Routine
from hinge_gui.store.library import RoutineEntry
from hinge_gui.store.own_files import (
    ChangedOnDiskError,
    OwnFile,
    delete,
    read_own,
    restore,
    save,
    save_new,
    save_over,
)
from hinge_gui.store.places import Places
from hinge_gui.store.routine_text import update_routine, write_routine

if TYPE_CHECKING:
    from hinge_gui.app import App
    from hinge_gui.ui.editor.page import EditorPage

NEW_NAME: Final = "My routine"
CHANGED: Final = ("Keep mine", "Take the other one", "Decide later")
CHANGED_WORDS: Final = (
    "Another program changed this routine while it was open here. Neither version is lost: what you decide against "
    "is kept, the other one in the bin, yours as a routine of its own."
)


class OwnRoutines(QObject):
    """`changed` is called after something was written."""

    def __init__(self, app: App, places: Places, changed: Callable[[], None]) -> None:
        super().__init__(app)
        self._app, self._places, self._changed = app, places, changed
        self._file: OwnFile | None = None  # of the routine in the editor; None while there is none

    @cached_property
    def editor(self) -> EditorPage:
        from hinge_gui.ui.editor.page import EditorPage

        app = self._app
        page = EditorPage(app.theme, app.library.catalogue, lambda: app.practice.settings)
        page.save_asked.connect(self._told(self._save))
        page.text_asked.connect(self._told(lambda: self._open_text(self._file.path if self._file else None)))
        return page

    # -- into the editor -----------------------------------------------------------------------------------

    def make(self) -> None:
        """A new one, from nothing."""
        self._file = None
        self._begin(Routine("", NEW_NAME, ()), saved=False)

    def edit(self, routine_id: str) -> None:
        """A built-in one is edited as a copy; it stays as it is."""
        entry = self._entry(routine_id)
        if entry.routine is None:
            self._open_text(entry.file)
        elif entry.own:
            self._file = read_own(entry.file)
            self._begin(entry.routine, saved=True)
        else:
            self._file = None
            self._begin(replace(entry.routine, name=self._name_for(entry.routine.name)), saved=False)

    def _begin(self, routine: Routine, *, saved: bool) -> None:
        self.editor.edit(routine, saved=saved)
        self._app.window.beside.show(self.editor)

    # -- out of it -----------------------------------------------------------------------------------------

    def _save(self, routine: Routine) -> None:
        if self._file is None:
            self._file = self._write_new(routine)
        else:
            try:
                self._file = save(self._file, update_routine(self._file.text, routine))
            except ChangedOnDiskError as error:
                self._ask_which(routine, error)
                return
        self._was_written(routine)

    def _was_written(self, routine: Routine) -> None:
        self.editor.saved(routine)
        self._changed()
        practice = self._app.practice
        if self._file and practice.view == "start" and practice.routine.id == self._file.id:
            self._app.open_routine(self._file.id)

    def _write_new(self, routine: Routine) -> OwnFile:
        return save_new(self._places.routines, routine.name, write_routine(routine), self._built_in())

    def _ask_which(self, routine: Routine, error: ChangedOnDiskError) -> None:
        from hinge_gui.ui.question import Question

        question = Question(self._app.theme, error.message, [CHANGED_WORDS], CHANGED, self._app.window)
        question.answered.connect(self._told(lambda answer: self._settle(answer, routine, error.theirs)))
        question.open()

    def _settle(self, answer: int, mine: Routine, theirs: OwnFile | None) -> None:
        assert self._file is not None
        if answer == 0:
            try:
                text = update_routine(theirs.text if theirs else self._file.text, mine)
            except PersonError:  # what the other one says has faults
                text = update_routine(self._file.text, mine)
            self._file = save_over(self._file, text, self._places.bin)
            self._was_written(mine)
        elif answer == 1:
            self._write_new(mine)
            path = self._file.path
            self._changed()
            if theirs is None:
                self.editor.closed.emit()
            else:
                self.edit(path.stem)

    # -- from the cards ------------------------------------------------------------------------------------

    def copy(self, routine_id: str) -> None:
        """A routine of their own that says the same."""
        entry = self._entry(routine_id)
        if entry.routine:
            self._write_new(replace(entry.routine, name=self._name_for(entry.routine.name)))
            self._changed()

    def throw_away(self, routine_id: str) -> Callable[[], None]:
        """Into the bin; what takes that back."""
        binned = delete(self._entry(routine_id).file, self._places.bin)
        self._changed()

        def bring_back() -> None:
            restore(binned)
            self._changed()

        return self._told(bring_back)

    def open_text(self, routine_id: str) -> None:
        self._open_text(self._entry(routine_id).file)

    def keep_adjusted(self) -> None:
        """The practice at hand as it is adjusted, as a routine of their own that is then at hand."""
        practice = self._app.practice
        routine = replace(practice.prepared.played, name=self._name_for(practice.routine.name))
        file = self._write_new(routine)
        self._changed()
        if practice.view == "start":
            self._app.open_routine(file.id)
        else:
            self._app.tell(PersonError(f"Saved as “{routine.name}”.", "It is among your practices."))

    # -- within --------------------------------------------------------------------------------------------

    def _entry(self, routine_id: str) -> RoutineEntry:
        return self._app.library.routine(routine_id)

    def _built_in(self) -> frozenset[str]:
        return frozenset(file.stem for file, own in self._app.library.routine_files() if not own)

    def _name_for(self, name: str) -> str:
        """One that is not taken."""
        taken = {file.stem for file, _ in self._app.library.routine_files()}
        base = name if name.endswith("my way") else f"{name}, my way"
        from hinge_gui.store.file_names import file_name

        number = 1
        while file_name(_numbered(base, number)) in taken:
            number += 1
        return _numbered(base, number)

    def _open_text(self, path: object) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise PersonError("No text editor opened the file.", f"It is {path}; open it by hand.")

    def _told(self, deed: Callable[..., None]) -> Callable[..., None]:
        """Errors that the person can mend are shown to them."""

        def do(*args: object) -> None:
            try:
                deed(*args)
            except PersonError as error:
                self._app.tell(error)

        return do


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"
