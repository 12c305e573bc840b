"""The drawer: what there is to know about the exercise at hand, to be read while it is done or before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from hinge_gui.core.events import Fact, SegmentStarted
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.drawer_pages import PAGES, Reading, page
from hinge_gui.ui.player.figures import Shown, shown_now
from hinge_gui.ui.player.keys import first_key
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.even import Even
from hinge_gui.ui.widgets.prose import breakable
from hinge_gui.ui.widgets.segments import Segments


class Drawer(QFrame):
    """Goes along with the practice; on the way it shows the exercise that comes. Pages are made when turned to."""

    closed = Signal()
    compare_asked = Signal(str)
    """The person wants to see this mistake (its id) large, beside the right way."""

    def __init__(self, practice: Practice, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "panel")
        self.setAccessibleName("About this exercise")
        self._practice, self._theme = practice, theme
        self._shown: Shown | None = None
        self._name = Even()
        self._form = label("", "body", soft=True, wrap=True)
        self._tabs = Segments("What to read", [(key, page.title) for key, page in PAGES.items()])
        self._pages = QStackedWidget()
        self._made: dict[str, Column] = {}
        self._lay_out()
        self._tabs.chosen.connect(lambda _key: self._show_page())
        practice.fact.connect(self._hear)
        practice.timeline_changed.connect(self._look_at_hand)
        practice.settings_changed.connect(self._look_at_hand)

    def _key(self) -> str:
        return first_key(self._practice.settings, "drawer")

    def _lay_out(self) -> None:
        close = IconButton(self._theme, "close", "Close the drawer", self._key)
        close.clicked.connect(self.closed)
        names = column()
        names.addWidget(self._name)
        names.addWidget(self._form)
        head = row()
        head.addLayout(names, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        rows = column(self, gap=1)
        rows.addLayout(head)
        rows.addWidget(self._tabs)
        rows.addWidget(self._pages, 1)

    # -- what is shown -------------------------------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Open at another page: `how`, `why`, `mistakes` or `care`."""
        self._tabs.choose(page)
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_hand()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, SegmentStarted):
            self._look_at_hand()

    def _look_at_hand(self) -> None:
        """Show the exercise that the figure shows; in a pause the one before stays."""
        if not self.isVisible():
            return
        shown = shown_now(self._practice)
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        self._name.setText(breakable(shown.exercise.name))
        self._form.setText(breakable(shown.exercise.variant_name))
        self._form.setVisible(bool(shown.exercise.variant_name))
        self._clear()
        self._show_page()

    def _show_page(self) -> None:
        key = self._tabs.choice
        if self._shown is None:
            return
        if key not in self._made:
            reading = Reading(self._theme, self._shown, self.compare_asked.emit)
            self._made[key] = Column(page(key, reading), focusable=True)
            self._made[key].setAccessibleName(PAGES[key].title)
            self._pages.addWidget(self._made[key])
        self._pages.setCurrentWidget(self._made[key])

    def _clear(self) -> None:
        for made in self._made.values():
            self._pages.removeWidget(made)
            made.deleteLater()
        self._made.clear()
