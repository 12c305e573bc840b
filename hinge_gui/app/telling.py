"""Deeds whose refusals the person is told of; the way into the bin and back, and into their text editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hinge_gui.core.errors import PersonError
from hinge_gui.store.own_files import delete, restore

if TYPE_CHECKING:
    from hinge_gui.app import App


def told(app: App, deed: Callable[..., None]) -> Callable[..., None]:
    """The deed; errors that the person can mend are shown to them."""

    def do(*args: object) -> None:
        try:
            deed(*args)
        except PersonError as error:
            app.tell(error)

    return do


def thrown_away(app: App, file: Path, bin_folder: Path, changed: Callable[[], None]) -> Callable[[], None]:
    """What takes it back that the file was moved into the bin; `changed` is called after either."""
    binned = delete(file, bin_folder)
    changed()

    def bring_back() -> None:
        restore(binned)
        changed()

    return told(app, bring_back)


def told_where(app: App, file: Path) -> None:
    """On the page from which it was asked for: a file was written, and there it is."""
    page, folder = app.window.beside.page, file.parent
    if page:
        way_on = told(app, lambda: open_folder(folder))
        page.say_done(f"{file.name} is saved.", f"In {folder}", "Open its folder", way_on)


def open_folder(folder: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        raise PersonError("No file manager opened the folder.", f"It is {folder}; open it by hand.")


def open_text(path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise PersonError("No text editor opened the file.", f"It is {path}; open it by hand.")
