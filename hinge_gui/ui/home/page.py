"""Home: every routine as a card, the last one at the top, and a quiet week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QMenu, QPushButton, QWidget

from hinge_gui.records import dataclass
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.home.card_list import CardList
from hinge_gui.ui.home.cards import Card, Shelf, Spot, day_words
from hinge_gui.ui.home.model import CARD, FAVOURITE, SPOT, Chosen, Index, Shelves
from hinge_gui.ui.home.week import WeekStrip
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.segments import Segments

KINDS: Final = (("all", "All"), ("favourites", "Favourites"), ("own", "Yours"))
EMPTY: Final = {
    "all": "No routine is called that.",
    "favourites": "No favourite here yet. Press the star on a card to make it one.",
    "own": "None of your own here yet.",
}
SHOWN_FAULTS: Final = 3
_WITH_WEEK: Final = 900  # px at 100 %
_NARROW: Final = 680


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done to a routine from its card's menu."""

    key: str
    words: str
    own_only: bool = False
    faulty_too: bool = False


class HomePage(SidePage):
    opened = Signal(str)
    """The person wants to practise this routine (its id)."""
    asked = Signal(str, str)
    """A deed's key, and the routine's id."""
    import_asked = Signal()
    """The person wants to take in a routine that was shared as a file."""
    made = Signal()
    """The person wants a routine of their own from scratch."""
    exercises_asked = Signal()
    """The person wants to see all exercises."""
    mend_asked = Signal()
    """The person wants to know what is wrong with their exercises."""

    def __init__(
        self, theme: Theme, shelf: Shelf, actor: Callable[[], Actor], today: Callable[[], date],
        deeds: Sequence[Deed] = (), *, can_make: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, "Practices", parent)
        self._shelf, self._actor, self._today, self._deeds = shelf, actor, today, deeds
        self._shelves = Shelves(theme, shelf, self)
        self._chosen = Chosen(self._shelves, self)
        self._list = CardList(theme, self._chosen, today(), self)
        self._search = QLineEdit(placeholderText="Search", clearButtonEnabled=True)
        self._search.setAccessibleName("Search practices")
        self._kinds = Segments("Which practices", KINDS)
        self._week = WeekStrip(theme)
        self._again_words = Elided(role="section")
        self._again_when = Elided(role="caption")
        self._again_when.setProperty("soft", True)
        self._again_id = ""
        self._again = self._again_card()
        self._undo = Notice("", "", ("Undo",))
        self._undo.chosen.connect(self._take_back)
        self._undo.hide()
        self._undo_deed: Callable[[], None] | None = None
        self._faults = Notice("", "", ("What is wrong",), "notice")
        self._faults.chosen.connect(self.mend_asked)
        self._faults.hide()
        self._empty = label("", "body", soft=True, wrap=True)
        self._lay_out(can_make=can_make)
        self._connect()

    def _lay_out(self, *, can_make: bool) -> None:
        self._search.setMaximumWidth(480)
        self.head.addWidget(self._week)
        self.head.addSpacing(grid(1))
        self.head.addWidget(self._search, 1)
        self.body.addWidget(self._again)
        self.body.addWidget(self._undo)
        self.body.addWidget(self._faults)
        self._which = row(gap=1)
        self._which.addWidget(self._kinds, 3)
        self._which.addStretch(1)
        if can_make:
            self._which.addLayout(self._makers())
        self.body.addLayout(self._which)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._list, 1)

    def _makers(self) -> Flow:
        """The ways to a routine that is not here yet."""
        makers = Flow()
        ways = (("Exercises", self.exercises_asked), ("Take in…", self.import_asked), ("New routine", self.made))
        for words, signal in ways:
            button = QPushButton(words, autoDefault=False)
            button.clicked.connect(signal)
            makers.addWidget(button)
        return makers

    def _again_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "calm")
        inner = row(card, gap=2, margin=1.5)
        words = QWidget()
        lines = column(words)
        lines.addWidget(self._again_words)
        lines.addWidget(self._again_when)
        again = QPushButton("Again", autoDefault=True)
        again.setProperty("kind", "primary")
        again.clicked.connect(lambda: self.opened.emit(self._again_id))
        inner.addWidget(words, 1)
        inner.addWidget(again)
        return card

    def _connect(self) -> None:
        self._search.textChanged.connect(self._ask)
        self._search.returnPressed.connect(self._list.take_focus)
        self._kinds.chosen.connect(self._ask)
        self._list.opened.connect(self._open)
        self._list.starred.connect(self._star)
        self._list.menu_asked.connect(self._show_menu)
        self._list.typed.connect(self._type)
        self._shelves.finished.connect(self._show_faults)
        self._shelves.pictured.connect(self._list.viewport().update)
        self._chosen.rowsInserted.connect(self._tell_empty)
        self._chosen.rowsRemoved.connect(self._tell_empty)

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()
        self._list.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        self._shelves.rest()
        self._undo.hide()
        super().hideEvent(event)

    def renew(self) -> None:
        """Look at all routines anew: files came, went or changed."""
        today, again = self._today(), self._shelf.again()
        self._again.setVisible(again is not None)
        if again:
            self._again_id, name, day = again
            self._again_words.setText(name)
            self._again_when.setText(f"Practised {day_words(day, today)}")
        self._week.show_days(self._shelf.practised(), today)
        self._shelves.renew(self._actor())
        self._tell_empty()

    def _show_faults(self) -> None:
        """Of exercises, which have no card here; routines tell their own."""
        faults = self._shelf.faults()
        count = len(faults)
        more = f"\n… and {count - SHOWN_FAULTS} more" if count > SHOWN_FAULTS else ""
        title = "One of your files cannot be used yet" if count == 1 else "Some of your files cannot be used yet"
        self._faults.say(title, "\n".join(faults[:SHOWN_FAULTS]) + more)
        self._faults.setVisible(bool(faults))

    def offer_undo(self, words: str, deed: Callable[[], None]) -> None:
        """Until something else is done here."""
        self._undo_deed = deed
        self._undo.say(words, "")
        self._undo.show()

    def _take_back(self, _choice: int) -> None:
        deed, self._undo_deed = self._undo_deed, None
        self._undo.hide()
        if deed:
            deed()

    def finish_painting(self) -> None:
        """Everything at once, for a picture of the window."""
        for _ in ("cards", "the pictures that they show"):  # each is made when what shows it was painted
            self._list.grab()
            self._shelves.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._week.setVisible(self.width() >= _WITH_WEEK * self._theme.scale)
        ways, narrow = QBoxLayout.Direction, self.width() < _NARROW * self._theme.scale
        self._which.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _ask(self, _what: str = "") -> None:
        self._chosen.ask(self._search.text(), self._kinds.choice)
        self._tell_empty()

    def _tell_empty(self) -> None:
        self._empty.setText(EMPTY["all" if self._search.text() else self._kinds.choice])
        self._empty.setVisible(self._chosen.rowCount() == 0)

    # -- what the person asks for --------------------------------------------------------------------------

    def _type(self, letters: str) -> None:
        """Letters typed among the cards are meant for the search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setText(self._search.text() + letters)

    def _open(self, index: Index) -> None:
        """One that was not read yet as well: whoever opens it tells what is wrong with it."""
        spot: Spot = index.data(SPOT)
        self.opened.emit(spot.id)

    def _star(self, index: Index) -> None:
        self._shelves.set_favourite(self._chosen.mapToSource(index), not index.data(FAVOURITE))
        self._chosen.invalidate()
        self._tell_empty()

    def _show_menu(self, index: Index, place: QPoint) -> None:
        spot: Spot = index.data(SPOT)
        card: Card | None = index.data(CARD)
        faulty = bool(card and card.fault)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not faulty:
            menu.addAction("Open", lambda: self.opened.emit(spot.id))
        menu.addAction("No favourite any more" if index.data(FAVOURITE) else "Favourite", lambda: self._star(index))
        for deed in self._deeds:
            if (spot.own or not deed.own_only) and (deed.faulty_too or not faulty):
                menu.addAction(deed.words, partial(self.asked.emit, deed.key, spot.id))
        menu.popup(place)
