"""The start screen's first words: name, what it is about, how long; as large as there is room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout

from hinge_gui.core.moment import clock
from hinge_gui.core.plan import Planned
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Role, Theme, label
from hinge_gui.ui.widgets.boxes import row
from hinge_gui.ui.widgets.even import Even
from hinge_gui.ui.widgets.prose import breakable, paragraph

_HOUR_MS: Final = 3_600_000
_SIZES: Final = ((400, 600), (560, 860))  # px at 100 %, from which on they are written larger
_SLIM: Final = 260  # px at 100 %: how many exercises may stand on two lines
_ROLES: Final[tuple[tuple[Role, Role, Role], ...]] = (
    ("title", "body", "display"), ("display", "body", "huge"), ("huge", "lead", "giant"),
)  # fmt: skip


class Headline:
    """The labels, for the layout of the screen."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self._size = theme, 1
        self._told, self._is_slim = "", False
        self.name, self.about = Even(role="display"), paragraph("", soft=True)
        self._total, self._what = label("", "huge"), label("", "body", soft=True, wrap=True)
        theme.changed.connect(self._set_on_line)

    def total_row(self) -> QHBoxLayout:
        made = row(gap=1.5)
        made.addWidget(self._total)
        made.addWidget(self._what, 1, Qt.AlignmentFlag.AlignBottom)
        return made

    def show_practice(self, practice: Practice) -> None:
        count = len({step.exercise.id for step in practice.steps if isinstance(step, Planned)})
        self.name.setText(breakable(practice.routine.name))
        self.name.setAccessibleName(practice.routine.name)
        self.about.setText(breakable(practice.routine.about))
        self.about.setVisible(bool(practice.routine.about))
        self._total.setText(clock(practice.timeline.total_ms))
        unit = "hours" if practice.timeline.total_ms >= _HOUR_MS else "minutes"
        exercises = f", {count}\u00a0exercise{'s' if count != 1 else ''}" if count else ""
        self._told = f"{unit}{exercises}"
        self._tell()
        self._set_on_line()

    def fit(self, width: float, height: float) -> None:
        """Small, usual or large."""
        scale = self._theme.scale
        self._is_slim = width < _SLIM * scale
        self._tell()
        size = sum(width >= least * scale and height >= low * scale for least, low in _SIZES)
        if size != self._size:
            self._size = size
            for words, role in zip((self.name, self.about, self._total), _ROLES[size], strict=True):
                words.setProperty("role", role)
                words.style().polish(words)
            self._set_on_line()

    def _tell(self) -> None:
        self._what.setText(self._told.replace("\u00a0", " ") if self._is_slim else self._told)

    def _set_on_line(self) -> None:
        """What stands beside the time is written on the same line as its digits."""
        deeper = QFontMetrics(self._theme.font(_ROLES[self._size][2])).descent()
        self._what.setContentsMargins(0, 0, 0, deeper - QFontMetrics(self._theme.font("body")).descent())
