"""What can be wrong with a figure that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Path = tuple[str | int, ...]
RANGES = ("first-weeks", "usual", "regular")
"""The names of how far an exercise goes; a map with no other keys than these is a value written by range."""


class PoseFault(ValueError):  # noqa: N818 -- a fault is what a person can mend, here as in the core
    """One thing wrong in a figure's data: `path` leads to it from the `figure` section, `message` says what is right.

    Whoever catches it may show `standing()` instead.
    """

    def __init__(self, path: Path, message: str, *, at_key: bool = False) -> None:
        """`at_key` where the last key of the path is at fault and not its value."""
        super().__init__(f"{'.'.join(map(str, path))}: {message}" if path else message)
        self.path = path
        self.message = message
        self.at_key = at_key


def written(raw: Any, path: Path, range_: str) -> Path:
    """A path as the data has it, where a range's own values stand under its name."""
    found: list[str | int] = []
    at = raw
    for part in (*path, None):
        while isinstance(at, Mapping) and at and set(at) <= {*RANGES} and part not in at:
            name = range_ if range_ in at else "usual"
            if name not in at:
                break
            found.append(name)
            at = at[name]
        if part is None:
            break
        found.append(part)
        try:
            at = at[part]
        except (KeyError, IndexError, TypeError):
            at = None
    return tuple(found)


def shown(value: object) -> str:
    """A value as the person wrote it, or what it is, where that would be long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, str) and not value.strip():
        return "an empty text"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a map of keys"
    text = f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:37]}…"


def unknown(path: Path, what: str, word: object, known: Iterable[str], *, at_key: bool = False) -> PoseFault:
    """The fault of a name that does not exist, with a near one."""
    from difflib import get_close_matches  # 250 kB that a start without faults saves

    near = get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    said = f"there is no {what} here" if word is None else f"unknown {what} {shown(word)!r}"
    hint = f"; did you mean {near[0]}?" if near else f"; there are: {_listed(known)}"
    return PoseFault(path, said + hint, at_key=at_key)


def _listed(known: Iterable[str]) -> str:
    """The names, of a limb's joints those without a side."""
    return ", ".join(dict.fromkeys(name for name in known if name.partition("_")[0] not in {"work", "other", "r", "l"}))
