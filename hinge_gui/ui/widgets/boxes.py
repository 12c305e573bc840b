"""Layouts on the grid, without margins unless they are asked for."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hinge_gui.ui.flow import Flow
from hinge_gui.ui.theme import grid

Box = TypeVar("Box", bound=QBoxLayout)


def column(parent: QWidget | None = None, gap: float = 0, margin: float = 0) -> QVBoxLayout:
    """Things below one another, `gap` and `margin` in steps of the grid."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), gap, margin)


def row(parent: QWidget | None = None, gap: float = 0.5, margin: float = 0) -> QHBoxLayout:
    """Things beside one another."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), gap, margin)


def _spaced(box: Box, gap: float, margin: float) -> Box:
    box.setSpacing(grid(gap))
    box.setContentsMargins(grid(margin), grid(margin), grid(margin), grid(margin))
    return box


def place(part: QWidget, here: QBoxLayout, at: int, there: QBoxLayout | Flow, below: int, *, first: bool) -> None:
    """In the first of two layouts, at its place; where that has no room, in the other."""
    if (here.indexOf(part) >= 0) == first:
        return
    (there if first else here).removeWidget(part)
    if first:
        here.insertWidget(at, part, 2 if part.sizePolicy().expandingDirections() else 0)
    else:
        there.insertWidget(below, part)


def arrange(box: QBoxLayout, *, stacked: bool) -> None:
    """Its things below one another; else beside one another, as one reads."""
    box.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)


def rule() -> QFrame:
    """A hairline between two parts."""
    line = QFrame()
    line.setProperty("kit", "rule")
    line.setFixedHeight(1)
    return line
