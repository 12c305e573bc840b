"""The pages beside the player, made when they are first asked for, and what they ask of the other rooms."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from hinge_gui.app.place_keeper import now
from hinge_gui.core.errors import PersonError
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.places import Places
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.side_page import SidePage

if TYPE_CHECKING:
    from hinge_gui.app import App
    from hinge_gui.ui.home.page import HomePage
    from hinge_gui.ui.preferences.page import PreferencesPage


class Pages(QObject):
    def __init__(self, app: App, places: Places, adjustments: AdjustmentsFiles) -> None:
        super().__init__(app)
        self._app, self._places, self._adjustments = app, places, adjustments

    def show(self, name: str) -> None:
        """`home` or `preferences`."""
        shown: SidePage = self.preferences if name == "preferences" else self.home
        self._app.window.beside.show(shown)

    @cached_property
    def home(self) -> HomePage:
        from hinge_gui.app.shelf import RoutineShelf
        from hinge_gui.store.favourites import FavouritesFile
        from hinge_gui.ui.home.page import HomePage

        app, practice = self._app, self._app.practice
        shelf = RoutineShelf(
            app.library, self._adjustments, FavouritesFile(self._places), self._log, lambda: practice.settings
        )
        page = HomePage(app.theme, shelf, lambda: Actor(practice.settings), _today)
        page.opened.connect(self._open)
        return page

    @cached_property
    def preferences(self) -> PreferencesPage:
        from hinge_gui.ui.preferences.page import PreferencesPage

        page = PreferencesPage(self._app.theme, self._app.practice, str(self._places.data))
        page.folder_asked.connect(self._open_folder)
        return page

    def _open(self, routine_id: str) -> None:
        """Its start screen."""
        try:
            self._app.open_routine(routine_id)
        except PersonError as error:
            self._app.tell(error)
        else:
            self._app.window.beside.leave()

    def _open_folder(self) -> None:
        try:
            self._places.data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._app.tell(PersonError(f"{self._places.data} cannot be made: {error.strerror}."))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._places.data))):
            remedy = f"It is {self._places.data}; open it by hand."
            self._app.tell(PersonError("No file manager opened the folder.", remedy))

    def _log(self) -> list[PracticeEntry]:
        return self._app.log.read()[0]


def _today() -> date:
    return now().date()
