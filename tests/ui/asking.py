"""Widgets as a person or a screen reader finds them: by kind and by name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider, QWidget

W = TypeVar("W", bound=QWidget)


def named(root: QWidget, kind: type[W], name: str) -> W:
    """The one visible widget of a kind whose accessible name (or text) is this."""
    _settle()
    found = [w for w in root.findChildren(kind) if w.isVisibleTo(root) and name in {w.accessibleName(), _text(w)}]
    assert len(found) == 1, f"{len(found)} × {kind.__name__} named {name!r}"
    return found[0]


def button(root: QWidget, name: str) -> QAbstractButton:
    return named(root, QAbstractButton, name)


def slider(root: QWidget, name: str) -> QSlider:
    return named(root, QSlider, name)


def words(root: QWidget) -> str:
    """Everything that is written, in the order in which it was made."""
    _settle()
    return "\n".join(w.text() for w in root.findChildren(QLabel) if w.isVisibleTo(root) and w.text().strip())


def cut(root: QWidget) -> list[str]:
    """Buttons and one-line labels that have less room than their text needs."""
    _settle()
    parts = [w for w in root.findChildren(QWidget) if w.isVisibleTo(root) and not _gives_way(w)]
    return [
        _text(w)
        for w in parts
        if isinstance(w, QAbstractButton | QLabel) and _text(w).strip() and w.width() < w.minimumSizeHint().width()
    ]


def _settle() -> None:
    """What was just added is shown and laid out when the loop next turns."""
    QCoreApplication.processEvents()


def _gives_way(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and widget.wordWrap()


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
