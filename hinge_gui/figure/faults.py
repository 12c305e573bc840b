"""What can be wrong with a figure that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

Path = tuple[str | int, ...]


class PoseFault(ValueError):  # noqa: N818 -- a fault is what a person can mend, here as in the core
    """One thing wrong in a figure's data: `path` leads to it from the `figure` section, `message` says what is right.

    Whoever catches it may show `standing()` instead.
    """

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{'.'.join(map(str, path))}: {message}" if path else message)
        self.path = path
        self.message = message


def unknown(path: Path, what: str, word: object, known: Iterable[str]) -> PoseFault:
    """The fault of a name that does not exist, with a near one."""
    near = get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return PoseFault(path, f"unknown {what} {word!r}" + (f"; did you mean {near[0]}?" if near else ""))
