"""Faults that a person can mend, as opposed to bugs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hinge_gui.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_LETTERS = 1000  # of one message, whatever it quotes


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one place, with what would be right.

    `line` and `column` count from 1; 0 means that the place has none (a missing file).
    """

    file: str
    line: int
    column: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        message = " ".join(self.message.splitlines())  # what is quoted from a file, as its name, may hold line breaks
        if len(message) > MOST_LETTERS:
            message = message[:MOST_LETTERS].rstrip() + "…"
        return f"{' '.join(place.splitlines())}: {'warning: ' if self.warning else ''}{message}"


class PersonError(Exception):
    """Something that the person can put right; `remedy` says how.

    Shown as it is, in one line; every other exception is a bug of the program.
    """

    def __init__(self, message: str, remedy: str = "", faults: Iterable[Fault] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class MachineError(PersonError):
    """The machine lacks something; `remedy` says how to get it."""


def near(word: str, known: Iterable[str]) -> str:
    """The half sentence `; did you mean X?`, or nothing where no known word is near."""
    found = nearest(word, known)
    return f"; did you mean {found}?" if found else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was surely meant."""
    return _nearest(word, tuple(known))


@lru_cache(maxsize=64)  # a word that is wrong is often wrong in many places
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches  # 1.5 ms that a start without faults saves

    as_written = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), as_written, n=1, cutoff=0.6)
    return as_written[found[0]] if found else None
