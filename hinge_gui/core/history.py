"""Undo and redo, for whatever is edited: a routine, an exercise, adjustments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class History(Generic[T]):
    """What is edited as it is now, with all that led here and all that was taken back. Unlimited.

    Edits of one `merge_key` (a knob that is dragged) that follow one another are undone as one.
    """

    now: T
    saved: T | None = None
    """As the file says it; None where there is no file yet."""
    _past: list[tuple[T, str]] = field(default_factory=list)
    _future: list[tuple[T, str]] = field(default_factory=list)
    _merge_key: str = ""

    def do(self, thing: T, words: str, merge_key: str = "") -> bool:
        """Go on to this one; False where it is the same."""
        if thing == self.now:
            return False
        if not (merge_key and merge_key == self._merge_key and self._past):
            self._past.append((self.now, words))
        self.now, self._merge_key = thing, merge_key
        self._future.clear()
        return True

    def undo(self) -> str:
        """Take the last edit back; its words, or nothing where there is none."""
        return self._swap(self._past, self._future)

    def redo(self) -> str:
        return self._swap(self._future, self._past)

    @property
    def undo_words(self) -> str:
        """What would be taken back; empty where nothing."""
        return self._past[-1][1] if self._past else ""

    @property
    def redo_words(self) -> str:
        return self._future[-1][1] if self._future else ""

    @property
    def differs(self) -> bool:
        """Whether there is something to save."""
        return self.now != self.saved

    def _swap(self, out: list[tuple[T, str]], into: list[tuple[T, str]]) -> str:
        if not out:
            return ""
        thing, words = out.pop()
        into.append((self.now, words))
        self.now, self._merge_key = thing, ""
        return words
