"""What scrolls shows what lies behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def see_through(area: QAbstractScrollArea) -> None:
    """Called first of all, for what is asked of the area itself goes on to what it scrolls in.

    That is one of ours: for the one that Qt made PySide6 looks through every class of widgets, which makes them all,
    1.6 MB and 10 ms.
    """
    area.setViewport(QWidget())
