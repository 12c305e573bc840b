"""The seams of sound. Whatever fills them can say what is missing and how to get it.

No call holds the caller longer than a few milliseconds; nothing here keeps time. All are called from
the thread that made them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

Tell = Callable[[], None]
"""Called when `trouble` may have changed, in the thread of whoever is told."""


class Output(Protocol):
    """Something that plays WAV files."""

    @property
    def trouble(self) -> str | None:
        """What is missing and the remedy, for the badge; None while all is well."""

    @property
    def devices(self) -> Sequence[str]:
        """Names of the devices that there are to choose among; empty where it plays on the system's own alone."""

    def choose(self, device: str) -> None:
        """Play on the device of this name for as long as it is there; else, and for "", as the system has it."""

    def load(self, files: Sequence[Path]) -> None:
        """These may be wanted at any moment, again and again."""

    def play(self, file: Path, gain: float) -> None:
        """Begins at once, beside what already sounds; `gain` is a factor, 1 as the file is."""

    def stop(self, file: Path) -> None: ...

    def begin(self) -> None:
        """Play starts or goes on: look for the device anew and wake it, so that no first syllable is lost."""

    def rest(self) -> None:
        """Play stands still: the device may sleep. What sounds is heard out."""

    def close(self) -> None: ...


class Voice(Protocol):
    """Says phrases."""

    @property
    def trouble(self) -> str | None: ...

    def prepare(self, phrases: Sequence[str]) -> None:
        """These will be wanted, in this order; they are made ready in the background."""

    def hurry(self, phrase: str) -> None:
        """This one is wanted before all others."""

    def length_ms(self, phrase: str) -> int | None:
        """How long a phrase takes; None as long as nobody knows."""

    def say(self, phrase: str) -> None: ...

    def stop(self) -> None:
        """Cuts off what is being said."""

    def set_volume(self, percent: float) -> None: ...

    def set_muted(self, muted: bool) -> None: ...

    def close(self) -> None: ...


def gain_of(percent: float) -> float:
    """The factor for a volume from 0 to 100: loudness follows it more evenly than a straight line would."""
    return float((max(0.0, min(100.0, percent)) / 100) ** 1.5)
