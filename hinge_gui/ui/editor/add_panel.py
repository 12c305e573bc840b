"""Where an exercise is found and put into the routine: the gallery, a search, and the way to a new one."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hinge_gui.core.plan import Catalogue
from hinge_gui.ui.editor.gallery import Gallery, forms_of
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import arrange, column, row
from hinge_gui.ui.widgets.empty import Empty
from hinge_gui.ui.widgets.round_icon import RoundIcon
from hinge_gui.ui.widgets.search_line import SearchLine

_NARROW = 360  # px at 100 %: the search has a line of its own


class AddPanel(QWidget):
    """`own` are the ids of the person's own exercises, which come first."""

    picked = Signal(object)
    """A form."""
    menu_asked = Signal(object, object)
    """A form, and where on the screen."""
    made = Signal()
    """The person wants an exercise that is not here yet."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, own: Callable[[], Collection[str]], is_still: Callable[[], bool], *,
        with_variants: bool = True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = theme
        self._catalogue, self._own, self._with_variants = catalogue, own, with_variants
        self._actor: Actor | None = None
        self._gallery = Gallery(theme, is_still)
        self._search = SearchLine(theme, "Search exercises")
        self._search.textChanged.connect(self._refresh)
        self._search.returnPressed.connect(self.take_focus)
        self._none = Empty(theme, RoundIcon(theme, "search"))
        self._none.say("No exercise is called that", "", "Show all")
        self._none.asked.connect(self._search.clear)
        new = QPushButton("New exercise", autoDefault=False)
        new.clicked.connect(self.made)
        self._gallery.picked.connect(self.picked)
        self._gallery.menu_asked.connect(self.menu_asked)
        self._head = row(gap=1)
        self._head.addWidget(self._search, 1)
        self._head.addWidget(new)
        rows = column(self, gap=1.5)
        rows.addLayout(self._head)
        rows.addWidget(self._none, 1)
        rows.addWidget(self._gallery, 1)

    def show_exercises(self, actor: Actor) -> None:
        """Look at all exercises anew."""
        self._actor = actor
        if self._search.text():
            self._search.clear()  # which looks anew
        else:
            self._refresh()

    def renew(self, actor: Actor) -> None:
        """The same ones, which may have changed."""
        self._actor = actor
        self._refresh()

    def take_focus(self) -> None:
        self._gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def beside_current(self) -> QPoint:
        """On the screen, where a menu of the present one stands."""
        return self._gallery.beside_current

    def finish_painting(self) -> None:
        self._gallery.finish_painting()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self._theme.scale
        arrange(self._head, stacked=narrow)

    def _refresh(self, _words: str = "") -> None:
        if self._actor is not None:
            words = self._search.text()
            forms = forms_of(self._catalogue, words, self._own(), with_variants=self._with_variants)
            self._gallery.show_forms(forms, self._actor)
            self._none.setVisible(not forms)
            self._gallery.setVisible(bool(forms))
