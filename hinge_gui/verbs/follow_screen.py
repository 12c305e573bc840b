"""A practice as plain lines: for pipes, files, screen readers and terminals that cannot be redrawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TextIO

from hinge_gui.core.events import Countdown, CueDue, Fact, Paused, Resumed, SegmentStarted, Waiting
from hinge_gui.core.timeline import Segment
from hinge_gui.verbs.follow_board import Board, elapsed

_SIGNS = "█━─·…×–’“”←→↑↓"
_PLAIN = str.maketrans(_SIGNS, "#=-,.x-'\"\"<>^v")


class Screen(Protocol):
    """Shows the board as a fact left it."""

    def hear(self, fact: Fact) -> None: ...

    def show(self) -> None:
        """Once more: the terminal was resized, or comes back to the foreground."""

    def close(self) -> None: ...


class Paper:
    """What is written on: an output, in signs that its encoding has."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._encoding = out.encoding or "utf-8"
        try:
            _SIGNS.encode(self._encoding)
            self._table: dict[int, int] = {}
        except UnicodeEncodeError:
            self._table = _PLAIN

    def write(self, text: str) -> None:
        """Write at once: whoever reads the pipe follows along too."""
        self._out.write(text.translate(self._table).encode(self._encoding, "replace").decode(self._encoding))
        self._out.flush()


class Lines:
    """One line for each thing that happens, none ever changed."""

    def __init__(self, board: Board, paper: Paper) -> None:
        self._board = board
        self._paper = paper
        self._told: set[str] = set()

    def hear(self, fact: Fact) -> None:
        for trouble in set(self._board.troubles) - self._told:
            self._told.add(trouble)
            self._paper.write(f"{trouble}\n")
        for text in self._words(fact):
            self._paper.write(f"{elapsed(fact.at_ms):>6}  {text}\n")

    def _words(self, fact: Fact) -> Iterator[str]:
        board = self._board
        match fact:
            case SegmentStarted(segment=segment) if segment.duration_ms or segment.wait:
                yield from self._segment(segment)
            case CueDue(cue=cue) if cue.text:
                yield f"    “{cue.text}”"
            case CueDue(cue=cue) if cue.bell == "half":
                yield "    * half way"
            case Countdown(seconds=seconds) if board.segment.kind == "hold" and _worth_a_line(seconds, board.segment):
                yield f"    {seconds}"
            case Waiting() | Paused() if board.interruption:
                yield f"{board.interruption.what} ({board.interruption.remedy})"
            case Resumed():
                yield "Going on"

    def _segment(self, segment: Segment) -> Iterator[str]:
        board, length = self._board, f"{round(segment.duration_ms / 1000)} s"
        if segment.kind in {"ready", "travel"} and segment.exercise:
            yield f"{board.phase()}: {board.title()} ({length})"
            return
        phase, comma, count = board.phase().partition(", ")
        if segment.kind == "in":
            yield f"{board.title()}{comma}{count}"
        indent = "    " if segment.exercise else ""
        coming = f". Next: {board.next_up()}" if segment.kind == "hold" else ""
        yield f"{indent}{phase}, {length}{coming}"

    def show(self) -> None:
        """A line that is written stays as it is."""

    def close(self) -> None:
        """Nothing to put back."""


def _worth_a_line(seconds: int, segment: Segment) -> bool:
    """The last three seconds, and every ten before; the whole length was told when the hold began."""
    return seconds in {3, 2, 1} or (seconds > 0 and seconds % 10 == 0 and seconds * 1000 < segment.duration_ms)
