"""A person's own exercises: written in a form, copied, thrown away and brought back, with their pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from hinge_gui.app.desk import Desk
from hinge_gui.app.drafts import DraftKeeper
from hinge_gui.app.telling import open_text, thrown_away, told
from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.core.exercise import Exercise, Picture
from hinge_gui.core.own_exercise import TEMPLATE
from hinge_gui.store.drafts import Draft, Drafts
from hinge_gui.store.exercise_text import renamed, update_exercise, write_exercise
from hinge_gui.store.exercises import ExerciseEntry
from hinge_gui.store.file_names import exercise_id, free
from hinge_gui.store.own_files import OwnFile, read_own, save_new, stems
from hinge_gui.store.pictures import copy_in, file_fault
from hinge_gui.store.places import Places

if TYPE_CHECKING:
    from hinge_gui.app import App
    from hinge_gui.ui.exercise.all_page import AllExercisesPage
    from hinge_gui.ui.exercise.page import ExercisePage

FILTER: Final = "Pictures (*.png *.jpg *.jpeg *.webp *.svg *.PNG *.JPG *.JPEG *.WEBP *.SVG)"
_NAMELESS: Final = "My exercise"
UNREADABLE: Final = "the picture cannot be opened; save it anew as PNG or JPEG"


class OwnExercises(QObject):
    """`changed` is called after something was written."""

    def __init__(self, app: App, places: Places, changed: Callable[[], None]) -> None:
        super().__init__(app)
        self._app, self._places, self._changed = app, places, changed
        self._desk: Desk[Exercise] = Desk(app, places, self)
        self.drafts = Drafts(places, "exercises")
        self._written = TEMPLATE  # as the file of the one in the form says it

    @cached_property
    def page(self) -> ExercisePage:
        from hinge_gui.ui.exercise.page import ExercisePage

        app = self._app
        made = ExercisePage(app.theme, lambda: app.practice.settings)
        made.save_asked.connect(told(app, self._desk.save))
        made.text_asked.connect(told(app, lambda: open_text(self._desk.file.path) if self._desk.file else None))
        made.pictures_asked.connect(self._ask_for_pictures)
        made.pictures_dropped.connect(self.look_at)
        self._draft_keeper = DraftKeeper(made, self.drafts, self._draft)
        return made

    @cached_property
    def all(self) -> AllExercisesPage:
        from hinge_gui.ui.exercise.all_page import AllExercisesPage

        app = self._app
        made = AllExercisesPage(app.theme, app.practice.catalogue, self.ids, lambda: app.practice.settings)
        made.made.connect(self.make)
        made.asked.connect(self.do)
        return made

    def show_all(self) -> None:
        self._app.window.beside.show(self.all)

    def do(self, deed: str, exercise_id_: str) -> None:
        """What is asked for about an exercise: `edit`, `copy`, `text`, `delete`."""
        deeds: dict[str, Callable[[str], None]] = {
            "edit": self.edit, "copy": self.copy, "text": self._open_text, "delete": self._delete,
        }  # fmt: skip
        told(self._app, deeds[deed])(exercise_id_)

    # -- into the form -------------------------------------------------------------------------------------

    def make(self) -> None:
        """A new one, from the template."""
        self._begin(TEMPLATE, None)

    def edit(self, id_: str) -> None:
        entry = self._entry(id_)
        if entry.exercise is None:
            open_text(entry.file)
        else:
            self._begin(entry.exercise, entry.file)

    def copy(self, id_: str) -> None:
        """One of their own that says the same, poses and pictures too; then it is in the form."""
        entry = self._entry(id_)
        name = f"{entry.name}, my way"
        new_id = self._free_id(name)
        file = save_new(self._places.exercises, new_id, renamed(read_own(entry.file).text, new_id, name))
        self._changed()
        self.edit(file.id)

    def _begin(self, exercise: Exercise, file: Path | None) -> None:
        self.keep_draft()
        self._desk.put(file)
        self._written = exercise
        self.page.edit(exercise, saved=file is not None)
        self._app.window.beside.show(self.page)

    def look_again(self) -> None:
        """Files came, went or changed."""
        if (gallery := self.__dict__.get("all")) and gallery.isVisible():
            gallery.renew()
        if (page := self.__dict__.get("page")) and page.isVisible():
            told(self._app, self._desk.look_again)()

    # -- pictures ------------------------------------------------------------------------------------------

    def _ask_for_pictures(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self._app.window, "Pictures of the exercise", str(Path.home()), FILTER)
        self.look_at([Path(file) for file in files])

    def look_at(self, files: list[Path]) -> None:
        """Take those that are pictures; of the others it is told why not. They are copied when they are saved."""
        from hinge_gui.paint.own_picture import size_of

        faults, pictures = [], []
        for file in files:
            fault = file_fault(file) or (None if size_of(str(file)) else UNREADABLE)
            if fault:
                faults.append(Fault(str(file), 0, 0, fault))
            else:
                pictures.append(Picture(file.name, path=str(file)))
        self.page.add_pictures(pictures)
        if faults:
            what = "This picture was" if len(faults) == 1 else "These pictures were"
            self._app.tell(PersonError(f"{what} not taken.", "The others were." if pictures else "", tuple(faults)))

    def _with_pictures(self, exercise: Exercise, folder: Path | None = None) -> Exercise:
        """The same, its pictures copied into the data folder, or into that of drafts."""
        lying = {self._places.pictures, self._places.exercises, folder}
        pictures = []
        for picture in exercise.pictures:
            path = Path(picture.path)
            if path.parent not in lying:
                path = copy_in(path, folder or self._places.pictures)
                picture = replace(picture, file=path.name, path=str(path))
            pictures.append(picture)
        return replace(exercise, pictures=tuple(pictures))

    # -- out of it: a `Trade` of the desk ------------------------------------------------------------------

    def write_new(self, exercise: Exercise) -> OwnFile:
        made = self._with_pictures(replace(exercise, id=self._free_id(exercise.name)))
        self._written = made
        return save_new(self._places.exercises, made.id, write_exercise(made))

    def update(self, text: str, exercise: Exercise) -> str:
        self._written = self._with_pictures(replace(exercise, id=self._written.id))
        return update_exercise(text, self._written)

    def at_hand(self) -> Exercise | None:
        return self.page.exercise if self.page.differs else None

    def was_written(self, _exercise: Exercise) -> None:
        self.page.saved(self._written)
        self._changed()

    def show_file(self, path: Path) -> None:
        self._app.library.forget()
        exercise, faults = self._app.library.reader.exercise(path)
        if exercise is None:
            raise PersonError(f"{path.name} has faults since another program changed it.", "", faults)
        self._desk.put(path)
        self._written = exercise
        self.page.edit(exercise, saved=True)
        self._changed()

    def was_lost(self) -> None:
        self.page.lost()
        self._changed()

    # -- what was not saved: `Drafting` --------------------------------------------------------------------

    def keep_draft(self) -> None:
        """The window closes, or something else is edited."""
        if "page" in self.__dict__:
            self._draft_keeper.keep()

    def _draft(self) -> Callable[[], None]:
        file, of, made = self._desk.file, self._desk.unchanged, self.page.exercise
        name = made.name or _NAMELESS
        id_ = file.id if file else self._free_id(name)

        def write() -> None:
            exercise = self._with_pictures(replace(made, id=id_, name=name), self.drafts.folder)
            self.drafts.keep(id_, write_exercise(exercise), of)

        return write

    def name_of(self, draft: Draft) -> str:
        return self._read(draft).name

    def go_on_with(self, draft: Draft) -> None:
        exercise = self._read(draft)
        if draft.of:
            self.edit(draft.of.stem)
            self.page.take_up(exercise)
        else:
            self._begin(replace(exercise, id=TEMPLATE.id), None)

    def _read(self, draft: Draft) -> Exercise:
        exercise, faults = self._app.library.reader.exercise(draft.path)
        if exercise is None:
            raise PersonError(f"{draft.path} cannot be read.", "It stays there.", faults)
        return exercise

    # -- from the gallery ----------------------------------------------------------------------------------

    def _delete(self, id_: str) -> None:
        entry = self._entry(id_)
        users = self._users(id_)
        self.all.offer_undo(f"{entry.name} is in the bin.{users}", self.throw_away(id_))

    def throw_away(self, id_: str) -> Callable[[], None]:
        """Into the bin; what takes that back. Its pictures stay: other exercises may show them."""
        return thrown_away(self._app, self._entry(id_).file, self._places.bin, self._changed)

    def _users(self, id_: str) -> str:
        """Which routines are left without it, in words."""
        own = [entry.routine for entry in self._app.library.routines() if entry.own and entry.routine]
        names = [r.name for r in own if any(getattr(step, "exercise", "") == id_ for _, step in r.written())]
        return f" It is still in {', '.join(names)}." if names else ""

    # -- within --------------------------------------------------------------------------------------------

    def _entry(self, id_: str) -> ExerciseEntry:
        entry = self._app.library.exercises.find(id_)
        if entry is None:
            raise PersonError(f"There is no exercise {id_} any more.")
        return entry

    def ids(self) -> frozenset[str]:
        """Of the person's own that are sound."""
        return frozenset(entry.id for entry in self._app.library.exercises.own() if entry.exercise)

    def _free_id(self, name: str) -> str:
        taken = {entry.id for entry in self._app.library.exercises.all()}
        return free(exercise_id(name), taken | stems(self._places.exercises))

    def _open_text(self, id_: str) -> None:
        open_text(self._entry(id_).file)
