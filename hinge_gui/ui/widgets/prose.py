"""Text to be read: sections, paragraphs, steps and points that wrap and never clip."""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hinge_gui.ui.theme import Role, grid, label
from hinge_gui.ui.widgets.boxes import column, row

_DOT = 6
_LONG_WORD = re.compile(r"\S{20,}")
_JOINT = re.compile(r"(?<=\w[/\\._-])(?=\w)")  # in names of files and folders
_LONG_PIECE = re.compile(r"[^\s/\\._\u200b-]{20,}")
_PIECE = 5  # letters, of such a word
_MAY_BREAK = "\u00ad"  # a hyphen that shows only at the end of a line
_MAY_PART = "\u200b"  # shows nothing: a hyphen would be read as part of a name


def breakable(text: str) -> str:
    """The text with places to break within words that are too long for a narrow line."""
    parted = _LONG_WORD.sub(lambda word: _JOINT.sub(_MAY_PART, word[0]), text)
    return _LONG_PIECE.sub(lambda word: _MAY_BREAK.join(wrap(word[0], _PIECE)), parted)


def paragraph(text: str, role: Role = "body", *, soft: bool = False) -> QLabel:
    """A text that wraps and can be selected."""
    made = label(breakable(text), role, soft=soft, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def section(title: str, *parts: QWidget) -> QWidget:
    """A heading and what stands below it."""
    made = QWidget()
    rows = column(made, gap=1)
    rows.addWidget(paragraph(title, "section"))
    for part in parts:
        rows.addWidget(part)
    return made


def steps(texts: Iterable[str]) -> QWidget:
    """Numbered, in order."""
    made = QWidget()
    rows = column(made, gap=1)
    for number, text in enumerate(texts, 1):
        mark = label(str(number), "strong")
        mark.setProperty("tone", "accent")
        mark.setMinimumWidth(grid(2.5))
        _line(rows, mark, text)
    return made


def points(texts: Iterable[str], role: Role = "body") -> QWidget:
    """Unnumbered, a dot before each."""
    made = QWidget()
    rows = column(made, gap=1)
    for text in texts:
        _line(rows, _Dot(role), text, role)
    return made


def notice(title: str, text: str) -> QFrame:
    """Words that nobody should miss, in a card of their own."""
    card = QFrame()
    card.setProperty("card", "notice")
    rows = column(card, gap=0.5, margin=1.5)
    rows.addWidget(label(title, "strong", wrap=True))
    rows.addWidget(paragraph(text))
    return card


class _Dot(QLabel):
    """A bullet in the middle of a line of its role's height, drawn, as fonts differ in theirs."""

    def __init__(self, role: Role) -> None:
        super().__init__(" ")
        self.setProperty("role", role)
        self.setProperty("tone", "accent")
        self.setFixedWidth(_DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        painter.drawEllipse(QPointF(_DOT / 2, self.fontMetrics().height() / 2 + 1), _DOT / 2, _DOT / 2)


def _line(rows: QVBoxLayout, mark: QWidget, text: str, role: Role = "body") -> None:
    words = paragraph(text, role)
    beside = row(gap=1)
    beside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    beside.addWidget(words, 1)
    rows.addLayout(beside)
