"""A person's own routines: edited, copied, thrown away and brought back, and what else is done to their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from hinge_gui.app.desk import Desk
from hinge_gui.app.drafts import DraftKeeper
from hinge_gui.app.memory import spare_collector
from hinge_gui.app.telling import open_text, thrown_away, told
from hinge_gui.core.adjust import without_left_out
from hinge_gui.core.errors import PersonError
from hinge_gui.core.prepared import Learnt
from hinge_gui.core.routine import Routine
from hinge_gui.store.drafts import Draft, Drafts
from hinge_gui.store.file_names import file_name
from hinge_gui.store.library import RoutineEntry
from hinge_gui.store.own_files import OwnFile, save_new
from hinge_gui.store.places import Places
from hinge_gui.store.routine_text import update_routine, write_routine

if TYPE_CHECKING:
    from pathlib import Path

    from hinge_gui.app import App
    from hinge_gui.app.own_exercises import OwnExercises
    from hinge_gui.ui.editor.page import EditorPage

NEW_NAME: Final = "My routine"


class OwnRoutines(QObject):
    """`is_adjusted` tells of a routine's id; `changed` is called after something was written."""

    def __init__(
        self, app: App, places: Places, exercises: OwnExercises, is_adjusted: Callable[[str], bool],
        changed: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(app)
        self._is_adjusted = is_adjusted
        self._app, self._places, self._exercises, self._changed = app, places, exercises, changed
        self._desk: Desk[Routine] = Desk(app, places, self)
        self.drafts = Drafts(places, "routines")

    @cached_property
    def editor(self) -> EditorPage:
        from hinge_gui.ui.editor.page import EditorPage

        app = self._app
        own, practice = self._exercises.ids, app.practice

        def learnt() -> Learnt | None:
            return practice.order.learnt

        page = EditorPage(app.theme, practice.catalogue, lambda: practice.settings, own, app.clock, learnt)
        page.exercise_asked.connect(self._exercises.make)
        page.save_asked.connect(told(app, self._desk.save))
        page.text_asked.connect(told(app, lambda: open_text(self._desk.file.path) if self._desk.file else None))
        self._draft_keeper = DraftKeeper(page, self.drafts, self._draft)
        return page

    # -- into the editor -----------------------------------------------------------------------------------

    def make(self) -> None:
        """A new one, from nothing."""
        self._begin(Routine("", NEW_NAME, ()), None)

    def edit(self, routine_id: str) -> None:
        """A built-in one is edited as a copy; it stays as it is."""
        entry = self._entry(routine_id)
        if entry.routine is None:
            open_text(entry.file)
        elif entry.own:
            self._begin(entry.routine, entry.file)
        else:
            self._begin(replace(entry.routine, name=self._name_for(entry.routine.name)), None)

    def _begin(self, routine: Routine, file: Path | None) -> None:
        self.keep_draft()
        self._desk.put(file)
        self.editor.edit(routine, saved=file is not None, adjusted=bool(file) and self._is_adjusted(routine.id))
        self._app.window.beside.show(self.editor)
        spare_collector()

    def look_again(self) -> None:
        """Files came, went or changed: the one in the editor, too, perhaps, or an exercise that it plays."""
        made: EditorPage | None = self.__dict__.get("editor")
        if made is not None and made.isVisible():
            made.renew()
            told(self._app, self._desk.look_again)()

    # -- out of it: a `Trade` of the desk ------------------------------------------------------------------

    def write_new(self, routine: Routine) -> OwnFile:
        return save_new(self._places.routines, routine.name, write_routine(routine), self._built_in())

    def update(self, text: str, routine: Routine) -> str:
        return update_routine(text, routine)

    def at_hand(self) -> Routine | None:
        return self.editor.routine if self.editor.differs else None

    def was_written(self, routine: Routine) -> None:
        self.editor.saved(routine)
        self._changed()
        practice, file = self._app.practice, self._desk.file
        if file and practice.view == "start" and practice.routine.id == file.id:
            self._app.at_hand.open(file.id)

    def show_file(self, path: Path) -> None:
        self._app.library.forget()
        entry = self._app.library.routine_file(path)
        if entry.routine is None:
            raise PersonError(f"{path.name} has faults since another program changed it.", "", entry.faults)
        self._desk.put(path)
        self.editor.edit(entry.routine, saved=True)
        self._changed()

    def was_lost(self) -> None:
        self.editor.lost()
        self._changed()

    # -- what was not saved: `Drafting` --------------------------------------------------------------------

    def keep_draft(self) -> None:
        """The window closes, or something else is edited."""
        if "editor" in self.__dict__:
            self._draft_keeper.keep()

    def _draft(self) -> Callable[[], None]:
        routine, of = self.editor.routine, self._desk.unchanged
        return lambda: self.drafts.keep(routine.name, write_routine(routine), of)

    def name_of(self, draft: Draft) -> str:
        return self._app.library.routine_file(draft.path).name

    def go_on_with(self, draft: Draft) -> None:
        entry = self._app.library.routine_file(draft.path)
        if entry.routine is None:
            raise PersonError(f"{draft.path} cannot be read.", "It stays there.", entry.faults)
        if draft.of:
            self.edit(draft.of.stem)
            self.editor.take_up(replace(entry.routine, id=self.editor.routine.id))
        else:
            self.make()
            self.editor.take_up(replace(entry.routine, id=""))

    # -- from the cards ------------------------------------------------------------------------------------

    def copy(self, routine_id: str) -> None:
        """A routine of their own that says the same."""
        entry = self._entry(routine_id)
        if entry.routine:
            self.write_new(replace(entry.routine, name=self._name_for(entry.routine.name)))
            self._changed()

    def throw_away(self, routine_id: str) -> Callable[[], None]:
        """Into the bin; what takes that back."""
        return thrown_away(self._app, self._entry(routine_id).file, self._places.bin, self._changed)

    def open_text(self, routine_id: str) -> None:
        open_text(self._entry(routine_id).file)

    def keep_adjusted(self) -> None:
        """The practice at hand as it is adjusted, as a routine of their own that is then at hand."""
        practice = self._app.practice
        routine = replace(without_left_out(practice.prepared.played), name=self._name_for(practice.routine.name))
        file = self.write_new(routine)
        self._changed()
        if practice.view == "start":
            self._app.at_hand.open(file.id)
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
        number = 1
        while file_name(_numbered(base, number)) in taken:
            number += 1
        return _numbered(base, number)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"
