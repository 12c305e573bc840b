"""What was held, against what was planned: seconds, no scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QWidget

from hinge_gui.core.dose import full_name, seconds
from hinge_gui.core.moment import clock
from hinge_gui.core.plan import Planned, PlannedStep
from hinge_gui.core.practice import Held
from hinge_gui.core.timeline import Timeline
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import grid, label
from hinge_gui.ui.widgets.boxes import column, row

WIDEST = 760  # px: longer lines would part the names from their seconds
Row = tuple[str, float, float]


def held_rows(steps: Sequence[PlannedStep], timeline: Timeline, holds: Sequence[Held]) -> list[Row]:
    """For each exercise in its order: name, seconds held, seconds planned."""
    planned: dict[tuple[str, str | None], float] = defaultdict(float)
    names: dict[tuple[str, str | None], str] = {}
    for segment in timeline.segments:
        if segment.kind == "hold" and segment.exercise:
            key = (segment.exercise, segment.variant)
            planned[key] += segment.duration_ms / 1000
            step = steps[segment.step]
            names[key] = full_name(step.exercise) if isinstance(step, Planned) else segment.exercise
    held: dict[tuple[str, str | None], float] = defaultdict(float)
    for hold in holds:
        held[hold.exercise, hold.variant] += hold.held_s
    return [(names[key], held[key], planned_s) for key, planned_s in planned.items()]


class EndScreen(QWidget):
    again = Signal()
    closed = Signal()

    def __init__(self, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice = practice
        self._summary = label("", "section", soft=True, wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(grid(3))
        self._rows.setVerticalSpacing(grid(2))
        self._rows.setColumnStretch(0, 1)
        card = QFrame()
        card.setProperty("card", "true")
        card.setMaximumWidth(WIDEST)
        inner = column(card, gap=3, margin=4)
        inner.addWidget(label("Well done.", "display"))
        inner.addWidget(self._summary)
        inner.addLayout(self._rows)
        inner.addLayout(self._buttons())
        scroll, page = QScrollArea(widgetResizable=True), QWidget()
        centred, middle = column(page), row()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        centred.addStretch(1)
        centred.addLayout(middle)
        centred.addStretch(2)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        across = row(self)
        across.addWidget(scroll)

    def _buttons(self) -> QHBoxLayout:
        buttons = row(gap=1.5)
        for words, kind, signal in (("Close", "primary", self.closed), ("Once more", "", self.again)):
            button = QPushButton(words)
            button.setProperty("kind", kind)
            button.setAutoDefault(True)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def refresh(self) -> None:
        practice = self._practice
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        rows = held_rows(practice.steps, practice.timeline, practice.record.holds)
        total_s = sum(held for _, held, _ in rows)
        total = f"{clock(total_s * 1000)} minutes" if total_s >= 60 else seconds(round(total_s))
        told = f"Held in all: {total}. " if rows else ""
        self._summary.setText(f"{told}Take a moment before you go on.")
        for n, (name, held_s, planned_s) in enumerate(rows):
            self._rows.addWidget(label(name, "body", wrap=True), n, 0)
            whole = round(held_s) >= round(planned_s)
            words = f"{held_s:.0f} s held" if whole else f"{held_s:.0f} of {planned_s:.0f} s held"
            self._rows.addWidget(label(words, "strong"), n, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
