"""What the log page says of a practice, in plain data and words. No scores: seconds held beside seconds planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from hinge_gui.core.exercise import Side
from hinge_gui.core.moment import SIDES, clock
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.records import dataclass
from hinge_gui.ui.home.cards import day_words

NameOf = Callable[[str, str | None], str | None]
"""What an exercise is called now, by its id and variant; None where it is gone."""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """All holds of one side of one form in a practice; seconds."""

    name: str
    side: Side
    held_s: float
    planned_s: float

    @property
    def words(self) -> str:
        side = "" if self.side == "both" else f"{SIDES[self.side]}: "
        return f"{side}{clock(self.held_s * 1000)} of {clock(self.planned_s * 1000)}"


def begun(entry: PracticeEntry) -> datetime:
    """By the clock on the wall where it was practised."""
    return datetime.fromisoformat(entry.when)


def when_words(entry: PracticeEntry, today: date) -> str:
    """`Today, 18:05`."""
    day = day_words(begun(entry).date(), today).removeprefix("on ")
    return f"{day[:1].upper()}{day[1:]}, {begun(entry):%H:%M}"


def sum_words(entry: PracticeEntry) -> str:
    """`Held 9:20 of 9:40`; a practice that was left says so, kindly."""
    held, planned = sum(h.held_s for h in entry.holds), sum(h.planned_s for h in entry.holds)
    ended = "" if entry.completed else " · ended early"
    return f"Held {clock(held * 1000)} of {clock(planned * 1000)}{ended}"


def held_lines(entry: PracticeEntry, name_of: NameOf) -> list[HeldLine]:
    """One line for each form and side, in the order of play. An exercise that is gone keeps its id as its name."""
    sums: dict[tuple[str, str | None, Side], list[float]] = {}
    for hold in entry.holds:
        both = sums.setdefault((hold.exercise, hold.variant, hold.side), [0.0, 0.0])
        both[0] += hold.held_s
        both[1] += hold.planned_s
    return [
        HeldLine(name_of(exercise, variant) or exercise.replace("-", " ").capitalize(), side, held, planned)
        for (exercise, variant, side), (held, planned) in sums.items()
    ]
