"""Deeds whose refusals the person is told of, and the way into their text editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hinge_gui.core.errors import PersonError

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


def open_text(path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise PersonError("No text editor opened the file.", f"It is {path}; open it by hand.")
