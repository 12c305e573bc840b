"""Times and columns, for people who read a terminal."""

from __future__ import annotations

from collections.abc import Sequence


def clock(ms: float, *, tenths: bool = False) -> str:
    """Minutes and seconds; tenths where there are any, or always."""
    minutes, left = divmod(round(ms / 100), 600)
    seconds, tenth = divmod(left, 10)
    return f"{minutes}:{seconds:02d}" + (f".{tenth}" if tenth or tenths else "")


def table(rows: Sequence[Sequence[str]], indent: int = 2) -> str:
    """Columns as wide as they must be; the last one is not padded."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(" " * indent + line.rstrip() for line in lines)
