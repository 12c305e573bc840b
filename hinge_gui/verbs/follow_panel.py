"""A practice in a terminal, redrawn in place: seconds to be read from the mat, phase, cue, what comes next."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Mapping

from hinge_gui.core.events import CueDue, Fact
from hinge_gui.core.moment import clock, digits
from hinge_gui.core.timeline import SegmentKind
from hinge_gui.verbs.follow_board import Board, elapsed
from hinge_gui.verbs.follow_screen import Paper
from hinge_gui.verbs.text import columns_of

HELP = ("Space pause", "←→ exercise", "↑↓ 10 s", "S side again", "Q stop")
_SHAPES: Mapping[SegmentKind, str] = {"in": ">>", "hold": "==", "out": "<<", "switch": "<>"}
_DIGITS = {  # three columns in five rows, one bit a cell
    "0": (7, 5, 5, 5, 7), "1": (2, 6, 2, 2, 7), "2": (7, 1, 7, 4, 7), "3": (7, 1, 7, 1, 7), "4": (5, 5, 7, 1, 1),
    "5": (7, 4, 7, 1, 7), "6": (7, 4, 7, 5, 7), "7": (7, 1, 1, 1, 1), "8": (7, 5, 7, 5, 7), "9": (7, 5, 7, 1, 7),
    ":": (0, 2, 0, 2, 0),
}  # fmt: skip
_BOLD, _DIM, _ACCENT, _END = "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"  # the other screen, without a cursor


def fitted(text: str, width: int) -> str:
    """The text in at most so many columns, `…` for what was left out."""
    if columns_of(text) <= width:
        return text
    out = ""
    for c in text:
        if columns_of(out + c) > width - 1:
            break
        out += c
    return f"{out.rstrip()}…"[: max(0, width)]


def giant(text: str, scale: int) -> list[str]:
    """Digits and colons in blocks; a cell of the pattern is `2 * scale` columns by `scale` rows."""
    rows = []
    for row in range(5):
        bits = (f"{_DIGITS[c][row]:03b}" for c in text)
        line = "0".join(bits).replace("0", " " * 2 * scale).replace("1", "█" * 2 * scale)
        rows += [line.rstrip()] * scale
    return rows


class Panel:
    """The board drawn on the terminal's other screen; `close` gives the person's own lines back."""

    def __init__(self, board: Board, paper: Paper) -> None:
        self._board = board
        self._paper = paper
        self._accent = "" if os.environ.get("NO_COLOR") else _ACCENT
        self._drawn: list[str] = []
        paper.write(_ENTER)

    def hear(self, fact: Fact) -> None:
        if not (isinstance(fact, CueDue) and fact.cue.bell):
            self._draw(again=False)

    def show(self) -> None:
        self._paper.write(_ENTER)
        self._draw(again=True)

    def close(self) -> None:
        self._paper.write(_LEAVE)

    def _draw(self, *, again: bool) -> None:
        size = shutil.get_terminal_size()
        lines = self.lines(size.columns, size.lines)
        if again or len(lines) != len(self._drawn):
            self._drawn = [""] * len(lines)
            self._paper.write("\x1b[2J")
        pairs = enumerate(zip(lines, self._drawn, strict=True), 1)
        self._paper.write("".join(f"\x1b[{n};1H{new}\x1b[K" for n, (new, old) in pairs if new != old))
        self._drawn = lines

    def lines(self, columns: int, rows: int) -> list[str]:
        """Every line of the screen, styled, none wider than `columns`, `rows` of them at most."""
        width = max(1, columns - 2)
        head, words, foot = self._head(width), self._words(width), self._foot(width)
        free = rows - len(head) - len(words) - len(foot) - 2
        digits = self._digits(width, free)
        body = [*head, "", *digits, "", *words]
        gap = [""] * max(0, rows - len(body) - len(foot))
        return [f" {line}" if line else "" for line in [*body, *gap, *foot][:rows]]

    def _head(self, width: int) -> list[str]:
        board = self._board
        shape = _SHAPES.get(board.segment.kind, "..")
        return [
            "",
            f"{_BOLD}{fitted(board.title(), width)}{_END}",
            f"{self._accent}{fitted(f'{shape} {board.phase()}', width)}{_END}",
        ]

    def _digits(self, width: int, rows: int) -> list[str]:
        seconds = self._board.seconds
        text = digits(seconds)
        scale = min(rows // 5, width // (8 * len(text)), 4)
        if scale < 1:
            return [f"{_BOLD}{text}{_END}"]
        return [f"{self._accent}{row}{_END}" for row in giant(text, scale)]

    def _words(self, width: int) -> list[str]:
        board = self._board
        if board.interruption:
            told = f"{board.interruption.what}: {board.interruption.remedy}."
            return [f"{_BOLD}{line}{_END}" for line in textwrap.wrap(told, width)[:3]]
        cue = [f"{_BOLD}{line}{_END}" for line in textwrap.wrap(board.cue, width)[:2]] if board.cue else [""]
        return [*cue, f"{_DIM}{fitted(f'Next: {board.next_up()}', width)}{_END}"]

    def _foot(self, width: int) -> list[str]:
        board = self._board
        total_ms = board.timeline.total_ms
        done = round(width * board.at_ms / total_ms) if total_ms else width
        times = f"{elapsed(board.at_ms)} · {clock(total_ms - board.at_ms)} left"
        line = fitted(" · ".join(HELP), width)
        notices = [fitted(trouble, width) for trouble in board.troubles]
        bar = f"{'━' * done}{_DIM}{'─' * (width - done)}{_END}"
        return [*notices, bar, fitted(times, width), f"{_DIM}{line}{_END}"]
