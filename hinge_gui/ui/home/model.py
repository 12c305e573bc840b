"""The cards as a list for Qt: read and painted bit by bit, what is looked at first."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from hinge_gui.ui.home.cards import Card, Shelf, Spot, found_by
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.thumbnails import Thumbnails
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.turns import Turns

Index = QModelIndex | QPersistentModelIndex
FIGURE: Final = 56  # px of a figure, where cards have their usual size
MOST_FIGURES: Final = 6
SPOT: Final = Qt.ItemDataRole.UserRole
CARD: Final = Qt.ItemDataRole.UserRole + 1
FAVOURITE: Final = Qt.ItemDataRole.UserRole + 2
PICTURES: Final = Qt.ItemDataRole.UserRole + 3


class Shelves(QAbstractListModel):
    """One piece of work in each turn of the event loop: a file that is looked at, a picture, then the other files."""

    pictured = Signal()
    """A picture or a card that is looked at came; nothing else changed."""
    finished = Signal()
    """Everything was read and painted."""

    def __init__(self, theme: Theme, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._turns = Turns(self._work, self)
        self._thumbnails = Thumbnails(theme, FIGURE, self, self._turns)
        self._thumbnails.changed.connect(self.pictured)
        self._spots: list[Spot] = []
        self._cards: dict[str, Card] = {}
        self._favourites: frozenset[str] = frozenset()
        self._seen: dict[int, None] = {}  # rows that were painted without their card
        self._reading: tuple[int, Generator[None, None, Card]] | None = None  # the row, and what is left of it
        self._next = 0  # the first row that may be unread and was not looked at
        self._checking: Iterator[None] | None = None
        self.is_searched = False
        """Whether which cards are shown depends on what they say."""

    def renew(self, actor: Actor) -> None:
        """Look at the shelf anew."""
        self.beginResetModel()
        self._spots = list(self._shelf.spots())
        self._favourites = self._shelf.favourites()
        self._cards.clear()
        self._seen.clear()
        self._reading, self._checking, self._next = None, self._shelf.check(), 0
        self.endResetModel()
        self._thumbnails.cast_by(actor)
        self._turns.start()

    def rest(self) -> None:
        """Nobody looks."""
        self._turns.stop()

    def set_figure(self, px: int) -> None:
        """How large figures are painted."""
        self._thumbnails.set_size(px)

    def finish(self) -> None:
        """Everything at once, for a picture of the window."""
        self._turns.finish()

    def set_favourite(self, index: Index, is_one: bool) -> None:
        spot = self._spots[index.row()]
        self._shelf.set_favourite(spot.id, is_one)
        self._favourites = self._shelf.favourites()
        self.dataChanged.emit(index, index)

    # -- Qt ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        return 0 if parent.isValid() else len(self._spots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spot = self._spots[index.row()]
        card = self._cards.get(spot.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name if card else _guessed_name(spot)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _in_words(card, spot, spot.id in self._favourites)
        if role == SPOT:
            return spot
        if role == FAVOURITE:
            return spot.id in self._favourites
        if role == CARD:
            if card is None:
                self._seen[index.row()] = None
                self._turns.start()
            return card
        if role == PICTURES and card:
            return [self._thumbnails.of(exercise, reach) for exercise, reach in card.figures[:MOST_FIGURES]]
        return None

    def card(self, spot: Spot) -> Card | None:
        """The card if it was read."""
        return self._cards.get(spot.key)

    # -- bit by bit ----------------------------------------------------------------------------------------

    def _work(self) -> bool:
        """One piece of it; False when all is done."""
        if self._reading:
            self._read_on(*self._reading)
        elif self._seen:
            self._read(self._seen.popitem()[0])
        elif self._thumbnails.paint_next():
            pass
        elif self._next < len(self._spots):
            self._read(self._next)
            self._next += 1
        elif not self._check():
            self.finished.emit()
            return False
        return True

    def _read(self, row: int) -> None:
        if row < len(self._spots) and self._spots[row].key not in self._cards:
            self._read_on(row, self._shelf.card(self._spots[row]))

    def _read_on(self, row: int, rest: Generator[None, None, Card]) -> None:
        try:
            next(rest)
        except StopIteration as done:
            self._reading, self._cards[self._spots[row].key] = None, done.value
            self.pictured.emit()
            if self.is_searched:  # else nothing in the list depends on it, and two thousand news cost half a minute
                self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self._reading = row, rest

    def _check(self) -> bool:
        """A piece of what a first reading passed over; cards of which more is known then are read once more."""
        if self._checking is None:
            return False
        try:
            next(self._checking)
        except StopIteration:
            self._checking, spoilt = None, self._shelf.doubtful()
            for row, spot in enumerate(self._spots):
                if any(exercise.id in spoilt for exercise, _ in self._cards[spot.key].figures):
                    del self._cards[spot.key]
                    self._next = min(self._next, row)
        return True


class Chosen(QSortFilterProxyModel):
    """Of all cards those that are asked for."""

    def __init__(self, shelves: Shelves, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelves = shelves
        self._words, self._kind = "", "all"
        self.setSourceModel(shelves)

    def ask(self, words: str, kind: str) -> None:
        """`kind` is `all`, `favourites` or `own`."""
        self._words, self._kind = words, kind
        self._shelves.is_searched = bool(words)
        self.invalidate()

    @property
    def count_of_all(self) -> int:
        return self._shelves.rowCount()

    def set_figure(self, px: int) -> None:
        """How large figures are painted."""
        self._shelves.set_figure(px)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:  # noqa: N802 - Qt's name
        index = self._shelves.index(row)
        spot: Spot = index.data(SPOT)
        if (self._kind == "own" and not spot.own) or (self._kind == "favourites" and not index.data(FAVOURITE)):
            return False
        return found_by(self._words, spot, self._shelves.card(spot))


def _guessed_name(spot: Spot) -> str:
    """Of one that was not read yet."""
    return spot.id.replace("-", " ").capitalize()


def _in_words(card: Card | None, spot: Spot, favourite: bool) -> str:
    if card is None:
        return _guessed_name(spot)
    minutes = max(1, round(card.total_ms / 60_000))
    state = "cannot be opened" if card.fault else f"{minutes} minutes"
    return ", ".join(filter(None, (card.name, state, "yours" if card.own else "built in", "favourite" * favourite)))
