"""The pages beside the player, made when they are first asked for, and what they ask of the other rooms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from hinge_gui.app.drafts import offer
from hinge_gui.app.hand_outs import HandOuts
from hinge_gui.app.sharing import Sharing
from hinge_gui.app.telling import open_folder, told, told_where
from hinge_gui.app.wall_clock import today
from hinge_gui.app.watch import FolderWatch
from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.errors import PersonError
from hinge_gui.core.plan import Planned
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.places import Places
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.side_page import SidePage

if TYPE_CHECKING:
    from hinge_gui.app import App
    from hinge_gui.app.own_exercises import OwnExercises
    from hinge_gui.app.own_routines import OwnRoutines
    from hinge_gui.ui.home.page import HomePage
    from hinge_gui.ui.learn.page import LearnPage
    from hinge_gui.ui.log.page import LogPage
    from hinge_gui.ui.player.cast import Cast
    from hinge_gui.ui.preferences.page import PreferencesPage


class Pages(QObject):
    def __init__(self, app: App, places: Places, adjustments: AdjustmentsFiles, watch: FolderWatch) -> None:
        super().__init__(app)
        self._app, self._places, self._adjustments, self._watch = app, places, adjustments, watch
        self.sharing = Sharing(app, places, self._renew)
        self.hand_outs = HandOuts(app)

    def show(self, name: str) -> None:
        """`home`, `learn`, `log`, `preferences`, `editor`, `exercises`, `exercise` (a new one), or `print` a page."""
        if name == "editor":
            self._do("edit", self._app.practice.routine.id)
            return
        if name in {"exercises", "exercise"}:
            self.exercises.show_all() if name == "exercises" else self.exercises.make()
            return
        if name == "print":
            told(self._app, self.hand_outs.print_practice)()
            return
        if name == "learn":
            self._open_learn()
        pages: dict[str, Callable[[], SidePage]] = {
            "learn": lambda: self.learn, "log": lambda: self.log, "preferences": lambda: self.preferences
        }
        self._app.window.beside.show(pages.get(name, lambda: self.home)())

    @cached_property
    def exercises(self) -> OwnExercises:
        """What writes files loads YAML, which most pages do without."""
        from hinge_gui.app.own_exercises import OwnExercises

        return OwnExercises(self._app, self._places, self._renew)

    @cached_property
    def own(self) -> OwnRoutines:
        from hinge_gui.app.own_routines import OwnRoutines

        def is_adjusted(routine_id: str) -> bool:
            return self._adjustments.load(routine_id)[0] != Adjustments()

        return OwnRoutines(self._app, self._places, self.exercises, is_adjusted, self._renew)

    def finish_painting(self) -> None:
        """Everything of the page at once, for a picture of the window."""
        page = self._app.window.beside.page
        if page:
            page.finish_painting()

    @cached_property
    def home(self) -> HomePage:
        from hinge_gui.app.shelf import RoutineShelf
        from hinge_gui.store.favourites import FavouritesFile
        from hinge_gui.ui.home.page import Deed, HomePage

        app, practice = self._app, self._app.practice
        shelf = RoutineShelf(
            app.library, self._adjustments, FavouritesFile(self._places), self._log, lambda: practice.settings
        )
        deeds = (
            Deed("edit", "Edit"),
            Deed("copy", "Make a copy"),
            Deed("text", "Open as text", own_only=True, faulty_too=True),
            Deed("share", "Share as a file…"),
            Deed("page", "Hand-out as PDF…"),
            Deed("print", "Print the hand-out…"),
            Deed("delete", "Delete", own_only=True, faulty_too=True),
        )
        page = HomePage(app.theme, shelf, lambda: Actor(practice.settings), today, deeds, can_make=True)
        page.opened.connect(self._open)
        page.made.connect(lambda: self.own.make())
        page.import_asked.connect(self.sharing.ask_for_file)
        page.exercises_asked.connect(lambda: self.exercises.show_all())
        page.learn_asked.connect(lambda: self.show("learn"))
        page.log_asked.connect(lambda: self.show("log"))
        page.mend_asked.connect(self._tell_faults)
        page.asked.connect(self._do)
        return page

    @cached_property
    def learn(self) -> LearnPage:
        from hinge_gui.ui.learn.page import LearnPage

        return LearnPage(self._app.theme, self._app.practice)

    def _open_learn(self) -> None:
        """At the exercise at hand."""
        from hinge_gui.ui.player.figures import shown_now

        shown = shown_now(self._app.practice)
        exercise = shown.exercise if shown else None
        self.learn.open_at(exercise.id if exercise else "", exercise.variant if exercise else None)

    @cached_property
    def log(self) -> LogPage:
        from hinge_gui.ui.log.page import LogPage

        page = LogPage(self._app.theme, self._log, self._name_of, today, self._resting)
        page.begin_asked.connect(self._begin)
        page.csv_asked.connect(told(self._app, self._save_log))
        return page

    def _resting(self) -> Cast:
        """Who waits where there is nothing to show yet."""
        practice = self._app.practice
        return Actor(practice.settings).cast(practice.catalogue.get("legs-on-the-wall"))

    def _begin(self) -> None:
        """The practice at hand, where it does not go on already."""
        self._app.window.beside.leave()
        if self._app.practice.view == "start":
            self._app.window.page.start.begin()

    def _name_of(self, exercise: str, variant: str | None) -> str | None:
        from hinge_gui.core.dose import full_name

        try:
            return full_name(self._app.practice.catalogue[exercise].form(variant))
        except KeyError:
            return None

    def _save_log(self) -> None:
        from hinge_gui.store.log import csv_of

        start = str(Path.home() / "practice-log.csv")
        target, _ = QFileDialog.getSaveFileName(self._app.window, "Save as a table", start, "Table (*.csv)")
        if target:
            file = Path(target).with_suffix(".csv")
            write_atomic(file, csv_of(self._log()).encode())
            told_where(self._app, file)

    @cached_property
    def preferences(self) -> PreferencesPage:
        from hinge_gui.ui.preferences.page import PreferencesPage

        checks = self._app.sound_checks
        page = PreferencesPage(self._app.theme, self._app.practice, str(self._places.data), checks.listening)
        page.sound_check_asked.connect(checks.show)
        page.folder_asked.connect(told(self._app, self._open_folder))
        return page

    def keep_adjusted(self) -> None:
        """The practice as it is adjusted becomes a routine of the person's own."""
        told(self._app, self.own.keep_adjusted)()

    def _do(self, deed: str, routine_id: str) -> None:
        """What a card's menu asks for."""
        deeds: dict[str, Callable[[str], None]] = {
            "edit": self.own.edit,
            "copy": self.own.copy,
            "text": self.own.open_text,
            "share": self.sharing.share,
            "page": self.hand_outs.save,
            "print": self.hand_outs.print_routine,
            "delete": self._delete,
        }
        told(self._app, deeds[deed])(routine_id)

    def _delete(self, routine_id: str) -> None:
        name = self._app.library.routine(routine_id).name
        self.home.offer_undo(f"{name} is in the bin.", self.own.throw_away(routine_id))

    def _open(self, routine_id: str) -> None:
        """Its start screen."""
        try:
            self._app.at_hand.open(routine_id)
        except PersonError as error:
            self._app.tell(error)
        else:
            self._app.window.beside.leave()

    def _open_folder(self) -> None:
        try:
            self._places.data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PersonError(f"{self._places.data} cannot be made: {error.strerror}.") from error
        open_folder(self._places.data)

    # -- what is not saved ---------------------------------------------------------------------------------

    def keep_drafts(self) -> None:
        """The window closes."""
        for made in (self.__dict__.get("own"), self.__dict__.get("exercises")):
            if made:
                told(self._app, made.keep_draft)()

    def offer_drafts(self) -> None:
        """One at a start."""
        if draft := self.own.drafts.first():
            told(self._app, offer)(self._app, self.own, draft)
        elif draft := self.exercises.drafts.first():
            told(self._app, offer)(self._app, self.exercises, draft)

    # -- files come, go and change -------------------------------------------------------------------------

    def look_again(self) -> None:
        """Somebody else did something in the folders."""
        self._renew()
        self.own.look_again()
        self.exercises.look_again()
        self._take_over()

    def _take_over(self) -> None:
        """The routine on the start screen as its file says it now; one that is gone or faulty stays as it was."""
        app, practice = self._app, self._app.practice
        try:
            now = app.library.routine(app.at_hand.word).routine
        except PersonError:
            return
        forms = [(s.exercise, s.step) for s in practice.steps if isinstance(s, Planned)]
        same = all(form == practice.catalogue[step.exercise].form(step.variant) for form, step in forms)
        if practice.view == "start" and now and not (same and now == practice.routine):
            app.at_hand.open(app.at_hand.word)

    def _renew(self) -> None:
        self._app.library.forget()
        self._watch.renew()
        made: HomePage | None = self.__dict__.get("home")
        if made is not None and made.isVisible():
            made.renew()

    def _tell_faults(self) -> None:
        """Of the person's exercises: they have no card of their own that could tell."""
        library = self._app.library
        faults = [*(fault for e in library.exercises.own() for fault in e.faults), *library.folder_faults]
        if faults:
            remedy = "Mend the file in a text editor; it is looked at again at once."
            self._app.tell(PersonError("Not all of your files can be used yet.", remedy, faults))

    def _log(self) -> list[PracticeEntry]:
        return self._app.log.read()[0]
