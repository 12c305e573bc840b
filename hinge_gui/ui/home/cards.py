"""What a card of the home page says about a routine, in plain data and words."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date
from typing import Protocol

from hinge_gui.core.exercise import Exercise, Range
from hinge_gui.core.moment import clock
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the shelf: a routine's file, not yet read. `key` tells it from all others."""

    key: str
    id: str
    own: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A routine as it was read. `last` is the day of its last practice; with a fault it cannot be opened."""

    id: str
    name: str
    own: bool
    total_ms: int = 0
    props: tuple[str, ...] = ()
    figures: tuple[tuple[Exercise, Range], ...] = ()
    last: date | None = None
    fault: str = ""


class Shelf(Protocol):
    """Where the routines come from; the window's builder has one."""

    def spots(self) -> Sequence[Spot]:
        """All routines, none of them read."""

    def card(self, spot: Spot) -> Generator[None, None, Card]:
        """Read one, with a pause after each piece of it."""

    def check(self) -> Iterator[None]:
        """Look for faults that a first reading passes over, with a pause after each piece of work."""

    def doubtful(self) -> frozenset[str]:
        """Ids of exercises in which such were found."""

    def again(self) -> tuple[str, str, date] | None:
        """Id, name and day of the last practice whose routine is still there."""

    def practised(self) -> frozenset[date]:
        """The days on which something was practised."""

    def faults(self) -> Sequence[str]:
        """What is wrong with the person's exercises and folders, each with its file, line and remedy."""

    def favourites(self) -> frozenset[str]:
        """Ids."""

    def set_favourite(self, routine_id: str, is_one: bool) -> None: ...


def found_by(words: str, spot: Spot, card: Card | None) -> bool:
    """Whether what a person types is in the name, the exercises or the props; of one not yet read in its id."""
    text = spot.id.replace("-", " ")
    if card:
        text += " ".join(("", card.name, *card.props, *(e.name for e, _ in card.figures)))
    text = text.casefold()
    return all(word in text for word in words.casefold().split())


def day_words(day: date, today: date) -> str:
    """`today`, `yesterday`, `3 days ago`, `on 3 March`; the year where it is another one."""
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    if days < 14:
        return f"{days} days ago"
    year = "" if day.year == today.year else f" {day.year}"
    return f"on {day.day} {MONTHS[day.month - 1]}{year}"


def length_words(card: Card) -> str:
    """`15:08 · 6 exercises`."""
    count = len({exercise.id for exercise, _ in card.figures})
    return f"{clock(card.total_ms)} · {count} exercise{'' if count == 1 else 's'}"


def fitting(things: Sequence[str], fits: Callable[[str], bool]) -> str:
    """As many of the things as find room in a line, never half a word: `Rolled towel, chair and 4 more`."""
    words = ""
    for count in range(1, len(things) + 1):
        left = len(things) - count
        listed = ", ".join(things[:count])
        tried = f"{listed} and {left} more" if left else listed
        if count > 1 and not fits(tried):
            break
        words = tried
    return f"{words[:1].upper()}{words[1:]}"


def origin_words(card: Card, today: date) -> str:
    """Whose it is and when it was last practised."""
    whose = "Yours" if card.own else "Built in"
    return f"{whose} · practised {day_words(card.last, today)}" if card.last else f"{whose} · not practised yet"


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
