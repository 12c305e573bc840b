"""Times and columns, for people who read a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width


def clock(ms: float, *, tenths: bool = False) -> str:
    """Minutes and seconds; tenths where there are any, or always."""
    minutes, left = divmod(round(ms / 100), 600)
    seconds, tenth = divmod(left, 10)
    return f"{minutes}:{seconds:02d}" + (f".{tenth}" if tenth or tenths else "")


def table(rows: Sequence[Sequence[str]], indent: int = 2) -> str:
    """Columns as wide as they must be; the last one is not padded. Names may hold line breaks, lines do not."""
    plain = [[" ".join(cell.splitlines()) for cell in row] for row in rows]
    widths = [max(map(columns_of, cells)) for cells in zip(*plain, strict=True)]
    lines = ("  ".join(_padded(*pair) for pair in zip(row, widths, strict=True)) for row in plain)
    return "\n".join(" " * indent + line.rstrip() for line in lines)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - columns_of(cell))


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese letters and emojis two, accents that stand alone none."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
