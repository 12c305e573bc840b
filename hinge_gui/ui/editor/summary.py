"""What the routine comes to, live: the order at a glance, its time, its things, its trips to the floor."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hinge_gui.core.moment import clock
from hinge_gui.ui.theme import grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.elided import Elided

_FACTS: Final = 4  # times as wide as the total: with less the facts stand below it
TRIPS = ("No trip to the floor", "One trip to the floor")
ADJUSTED: Final = "As written; what you adjusted for yourself is not counted in"


class Summary(QFrame):
    def __init__(self, strip: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._total, self._props = label("", "title"), label("", "caption", soft=True, wrap=True)
        self._total.setAccessibleName("Total")
        self._trips, self._advice = label("", "caption", soft=True, wrap=True), label("", "caption", wrap=True)
        self._advice.setProperty("tone", "signal")
        self._strip, self._in_short = strip, Elided(role="caption")
        self._in_short.setProperty("soft", True)
        self._in_short.hide()
        self._is_low, self._remarks, self._is_adjusted = False, 0, False
        self._written = label(ADJUSTED, "caption", soft=True, wrap=True)
        self._written.hide()
        facts = column()
        facts.addWidget(self._written)
        facts.addWidget(self._trips)
        facts.addWidget(self._props)
        facts.addWidget(self._in_short)
        self._beside = row(gap=2)
        self._beside.addWidget(self._total)
        self._beside.addLayout(facts, 1)
        rows = column(self, gap=0.5, margin=1)
        rows.addWidget(strip)
        rows.addLayout(self._beside)
        rows.addWidget(self._advice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways, least = QBoxLayout.Direction, self._total.sizeHint().width() * _FACTS
        way = ways.TopToBottom if self.width() < least and not self._is_low else ways.LeftToRight
        if way != self._beside.direction():
            self._beside.setDirection(way)
            self._beside.setSpacing(grid(2 if way == ways.LeftToRight else 0))

    def set_adjusted(self, adjusted: bool) -> None:
        """Whether it lasts otherwise when this person plays it."""
        self._is_adjusted = adjusted
        self._written.setVisible(adjusted and not self._is_low)

    def set_low(self, low: bool) -> None:
        """In one line, where the steps need the room."""
        self._is_low = low
        for part in (self._strip, self._trips, self._props):
            part.setVisible(not low)
        self._written.setVisible(self._is_adjusted and not low)
        self._in_short.setVisible(low)
        self._advice.setVisible(self._remarks > 0 and not low)

    def show_routine(self, total_ms: int, props: list[str], trips: int, remarks: int) -> None:
        self._total.setText(clock(total_ms))
        self._total.setAccessibleDescription(clock(total_ms))
        to_floor = TRIPS[trips] if trips < len(TRIPS) else f"{trips} trips to the floor"
        things = f"Have ready: {', '.join(props)}" if props else "Nothing to have ready"
        self._trips.setText(to_floor)
        self._props.setText(things)
        self._in_short.setText(f"{to_floor} · {things}")
        self._advice.setText(f"{remarks} remark{'' if remarks == 1 else 's'} from a teacher: see the steps with a sign")
        self._remarks = remarks
        self._advice.setVisible(remarks > 0 and not self._is_low)
