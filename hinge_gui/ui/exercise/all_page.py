"""All exercises, the person's own first: where one is begun, written on, copied and thrown away."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from hinge_gui.core.plan import Catalogue
from hinge_gui.core.settings import Settings
from hinge_gui.ui.editor.add_panel import AddPanel
from hinge_gui.ui.editor.gallery import Form
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme

COPY: Final = ("copy", "Make one of my own from it")
OWN: Final = (("edit", "Edit"), ("copy", "Make a copy"), ("text", "Open as text"), ("delete", "Delete"))


class AllExercisesPage(SidePage):
    made = Signal()
    """The person wants a new one."""
    asked = Signal(str, str)
    """A deed's key, and the exercise's id."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, own: Callable[[], Collection[str]], settings: Callable[[], Settings],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, "Exercises", parent)
        self._own, self._settings = own, settings
        self._panel = AddPanel(theme, catalogue, own, self._is_still, with_variants=False)
        self._panel.made.connect(self.made)
        self._panel.picked.connect(lambda form: self._show_menu(form, self._panel.beside_current))
        self._panel.menu_asked.connect(self._show_menu)
        self._undo = Notice("", "", ("Undo",))
        self._undo.chosen.connect(self._take_back)
        self._undo.hide()
        self._undo_deed: Callable[[], None] | None = None
        self.body.addWidget(self._undo)
        self.body.addWidget(self._panel, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._panel.show_exercises(Actor(self._settings()))

    def hideEvent(self, event: QHideEvent) -> None:
        self._undo.hide()
        super().hideEvent(event)

    def renew(self) -> None:
        """Files came, went or changed."""
        self._panel.renew(Actor(self._settings()))

    def finish_painting(self) -> None:
        self._panel.finish_painting()

    def offer_undo(self, words: str, deed: Callable[[], None]) -> None:
        """Until the page is left."""
        self._undo_deed = deed
        self._undo.say(words, "")
        self._undo.show()

    def _is_still(self) -> bool:
        return self._settings().flag("reduced_motion")

    def _take_back(self, _choice: int) -> None:
        deed, self._undo_deed = self._undo_deed, None
        self._undo.hide()
        if deed:
            deed()

    def _show_menu(self, form: Form, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed, words in OWN if form.exercise.id in self._own() else (COPY,):
            menu.addAction(words, partial(self.asked.emit, deed, form.exercise.id))
        menu.popup(place)
