"""Home: every routine as a card, the last one at the top, and a quiet week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from hinge_gui.records import dataclass
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.home.card_list import CardList
from hinge_gui.ui.home.cards import Card, Shelf, Spot, day_words
from hinge_gui.ui.home.model import CARD, FAVOURITE, SPOT, Chosen, Index, Shelves
from hinge_gui.ui.home.week import WeekStrip
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import arrange, column, place, row
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.empty import Empty
from hinge_gui.ui.widgets.round_icon import RoundIcon
from hinge_gui.ui.widgets.search_line import SearchLine
from hinge_gui.ui.widgets.segments import Segments

KINDS: Final = (("all", "All"), ("favourites", "Favourites"), ("own", "Yours"))
# What is looked at → icon, title, words, way on.
EMPTY: Final = {
    "all": ("search", "Nothing here is called that", "", "Show all"),
    "favourites": ("star", "No favourite here yet", "Press the star on a card to make it one.", "Show all"),
    "own": (
        "more", "None of your own here yet", "Begin a new one, or make a copy of another from its card’s menu.",
        "New routine",
    ),
}  # fmt: skip
SHOWN_FAULTS: Final = 3
_WITH_WEEK: Final = 900  # px at 100 %
_WITH_SEARCH: Final = 680
_WITH_WAYS: Final = 440
_WITH_AGAIN: Final = 500  # px of the height
_NARROW: Final = 680
_WIDEST_KINDS: Final = 480
_WIDEST_SEARCH: Final = 560


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
    learn_asked = Signal()
    log_asked = Signal()
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
        self._search = SearchLine(theme, "Search practices")
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
        self._empty_icon = RoundIcon(theme, "search")
        self._empty = Empty(theme, self._empty_icon)
        self._lay_out(can_make=can_make)
        self._connect()

    def _lay_out(self, *, can_make: bool) -> None:
        self.head.addWidget(self._search, 2)
        self._ways = [_button(words, "", way) for words, way in (("Learn", self.learn_asked), ("Log", self.log_asked))]
        for way in self._ways:
            self.head.addWidget(way)
        self.head.addWidget(self._week)
        self.body.addWidget(self._again)
        self.body.addWidget(self._undo)
        self.body.addWidget(self._faults)
        self._which = row(gap=1)
        self._kinds.setMaximumWidth(_WIDEST_KINDS)
        self._which.addWidget(self._kinds, 30)
        self._which.addStretch(1)
        self._makers = self._make_makers() if can_make else Flow()
        self._which.addLayout(self._makers)
        self.body.addLayout(self._which)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._list, 1)

    def _make_makers(self) -> Flow:
        """The ways to a routine that is not here yet."""
        makers = Flow()
        ways = (
            ("Exercises", "All exercises, and the way to make your own", self.exercises_asked),
            ("From a file…", "Take in a routine that somebody shared with you", self.import_asked),
            ("New routine", "Put one together from the exercises", self.made),
        )
        for words, tip, signal in ways:
            makers.addWidget(_button(words, tip, signal))
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
        self._empty.asked.connect(self._leave_empty)
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
        self._again_id = ""
        if again:
            self._again_id, name, day = again
            self._again_words.setText(name)
            self._again_when.setText(f"Practised {day_words(day, today)}")
        self._make_room()
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
        self._make_room()

    def _make_room(self) -> None:
        width = self.width() / self._theme.scale
        self._empty.make_room(self.size())
        self._week.setVisible(width >= _WITH_WEEK)
        self._again.setVisible(bool(self._again_id) and self.height() >= _WITH_AGAIN)
        place(self._search, self.head, 2, self.body, 1, first=width >= _WITH_SEARCH)
        self._search.setMaximumWidth(_WIDEST_SEARCH if width >= _WITH_SEARCH else self.width())
        for n, way in enumerate(self._ways):
            after = 2 + int(self.head.indexOf(self._search) >= 0)
            place(way, self.head, after + n, self._makers, n + 1, first=width >= _WITH_WAYS)
        narrow = width < _NARROW
        arrange(self._which, stacked=narrow)
        for n, share in enumerate((30, 1)):
            self._which.setStretch(n, 0 if narrow else share)
        self._which.setAlignment(self._makers, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignVCenter)

    def _ask(self, _what: str = "") -> None:
        self._chosen.ask(self._search.text(), self._kinds.choice)
        self._tell_empty()

    def _tell_empty(self) -> None:
        icon, title, words, way_on = EMPTY["all" if self._search.text() else self._kinds.choice]
        self._empty_icon.set_icon(icon)
        self._empty.say(title, words, way_on)
        for part, seen in ((self._empty, self._chosen.rowCount() == 0), (self._list, self._chosen.rowCount() > 0)):
            part.setVisible(seen)

    def _leave_empty(self) -> None:
        if self._kinds.choice == "own" and not self._search.text():
            self.made.emit()
            return
        self._kinds.choose("all")
        self._search.clear()
        self._ask()
        self._list.take_focus()

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


def _button(words: str, tip: str, way: SignalInstance) -> QPushButton:
    made = QPushButton(words, autoDefault=False)
    made.setToolTip(tip)
    made.clicked.connect(way)
    return made
