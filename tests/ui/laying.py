"""What is wrong with how a window is laid out, in words: the faults that a person would see, whatever the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from hinge_gui.ui.player.lights import Lights
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.scrim import Scrim

_CALM = 3  # turns of the event loop in which nothing moved
_OPERATED = (QAbstractButton, QSlider, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit)


def faults(window: QWidget) -> list[str]:
    """Of everything that is shown there; none where all is well."""
    shown = _settled(window)
    return [f"{fault}: {_name(w)}" for w in shown for fault in _faults(w)] + list(_overlaps(window, shown))


def _settled(window: QWidget) -> list[QWidget]:
    """What is shown once nothing moves any more: words that wrap tell their height when they have their width."""
    before: list[object] = []
    calm = 0
    while calm < _CALM:
        QCoreApplication.processEvents()
        shown = [w for w in window.findChildren(QWidget) if w.isVisibleTo(window) and w.window() is window]
        places = [w.geometry().getRect() for w in shown]
        calm, before = (calm + 1 if places == before else 0), places
    return shown


def _faults(widget: QWidget) -> Iterator[str]:
    if _is_outside(widget):
        yield f"outside its parent {widget.geometry().getRect()}"
    if isinstance(widget, QLabel) and not isinstance(widget, Elided) and widget.text().strip() and _is_cut(widget):
        yield "cut"
    if isinstance(widget, QAbstractButton) and widget.text() and widget.width() < widget.minimumSizeHint().width():
        yield "cut"
    if isinstance(widget, QScrollArea) and _scrolls_for_nothing(widget):
        yield "a bar that nobody needs"
    if isinstance(widget, _OPERATED) and not (widget.accessibleName() or _text(widget)):
        yield f"without a name for a screen reader, in {type(widget.parentWidget()).__name__}"


def _is_outside(widget: QWidget) -> bool:
    """What scrolls may be as long as it likes, but not wider than what scrolls it."""
    parent = widget.parentWidget()
    if parent is None or widget.size().isEmpty():
        return False
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        return isinstance(parent.parentWidget(), QScrollArea) and widget.width() > parent.width()
    return not parent.rect().contains(widget.geometry())


def _is_cut(label: QLabel) -> bool:
    """A pixel is no fault: widths are rounded."""
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    needed = label.sizeHint()
    return needed.width() > label.width() + 2 or needed.height() > label.height() + 2


def _scrolls_for_nothing(area: QScrollArea) -> bool:
    """Whether all of it would be seen if its bar made room."""
    bar, content = area.verticalScrollBar(), area.widget()
    layout = content.layout() if content else None
    if not bar.isVisible() or layout is None:
        return False
    width = area.viewport().width() + bar.width()
    needed = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
    return needed <= area.viewport().height()


def _overlaps(window: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """Of what stands beside one another."""
    for parent in (window, *shown):
        if isinstance(parent, QAbstractScrollArea):
            continue
        here = [w for w in shown if w.parentWidget() is parent and not isinstance(w, Lights | Scrim)]
        for n, one in enumerate(here):
            for other in here[n + 1 :]:
                common = one.geometry() & other.geometry()
                if common.width() > 1 and common.height() > 1:
                    yield f"overlap {common.getRect()}: {_name(one)} and {_name(other)}"


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{(_text(widget) or widget.accessibleName())[:40]}”"


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
