"""The log: every practice with what was held, beside what was planned. Kept honest, and never held against anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QFrame, QListView, QPushButton, QStackedWidget, QWidget

from hinge_gui.core.moment import clock
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.ui.log.calendar import Calendar
from hinge_gui.ui.log.entries import ENTRY, EntryModel, EntryRow
from hinge_gui.ui.log.held_bar import HeldBar
from hinge_gui.ui.log.words import HeldLine, NameOf, begun, held_lines, sum_words, when_words
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.prose import paragraph

EMPTY: Final = (
    "Nothing here yet. After a practice it says how long you held each side, beside what was planned. "
    "It stays on this computer, as a plain text file, and nothing is ever counted against you."
)
_LIST_PX: Final = 336
_EMPTY_PX: Final = 720
_WITH_CALENDAR: Final = 1100  # px at 100 %
_BESIDE: Final = 760  # px at 100 %: narrower, the practice stands below the list


class LogPage(SidePage):
    csv_asked = Signal()
    """The person wants every hold in a table of their own."""

    def __init__(
        self, theme: Theme, log: Callable[[], Sequence[PracticeEntry]], name_of: NameOf, today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, "Practice log", parent)
        self._log, self._name_of, self._today = log, name_of, today
        self._model = EntryModel(self)
        self._list = QListView()
        self._calendar = Calendar(theme)
        self._csv = QPushButton("Save as a table…", autoDefault=False)
        self._csv.clicked.connect(self.csv_asked)
        self._empty = label(EMPTY, "lead", soft=True, wrap=True)
        self._empty.setMaximumWidth(round(_EMPTY_PX * theme.scale))
        self._lay_out()

    def _lay_out(self) -> None:
        self.head.addWidget(self._csv)
        view = self._list
        view.setModel(self._model)
        view.setItemDelegate(EntryRow(self._theme, self))
        view.setAccessibleName("Practices")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.viewport().setAutoFillBackground(False)
        view.selectionModel().currentChanged.connect(lambda index, _before: self._show(index.data(ENTRY)))
        self._theme.changed.connect(view.doItemsLayout)
        self._one = QStackedWidget()
        self._beside = row(gap=3)
        self._beside.addWidget(view)
        self._beside.addWidget(self._one, 1)
        self._beside.addWidget(self._calendar, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._beside, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        """Read the log anew; the latest practice is shown."""
        entries = list(reversed(self._log()))
        self._model.show_entries(entries, self._today())
        self._calendar.show_days({begun(entry).date() for entry in entries}, self._today())
        filled: tuple[QWidget, ...] = (self._list, self._one, self._csv)
        for part in filled:
            part.setVisible(bool(entries))
        for words in (self._empty, self._rest):
            words.setVisible(not entries)
        self._make_room()
        if entries:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._list.selectionModel().setCurrentIndex(self._model.index(0, 0), flag)

    def _show(self, entry: PracticeEntry | None) -> None:
        if entry is None:
            return
        if before := self._one.currentWidget():
            self._one.removeWidget(before)
            before.deleteLater()
        made = Column(self._practice(entry), focusable=True)
        made.setAccessibleName("One practice")
        self._one.addWidget(made)

    def _practice(self, entry: PracticeEntry) -> QWidget:
        made = QWidget()
        rows = column(made, gap=3)
        head = column(gap=0.5)
        head.addWidget(paragraph(entry.name, "title"))
        when = when_words(entry, self._today())
        head.addWidget(paragraph(f"{when} · {clock(entry.seconds * 1000)} in all", soft=True))
        head.addWidget(paragraph(sum_words(entry), "strong"))
        rows.addLayout(head)
        for name, lines in groupby(held_lines(entry, self._name_of), lambda line: line.name):
            rows.addWidget(self._exercise(name, list(lines)))
        rows.addStretch(1)
        return made

    def _exercise(self, name: str, lines: list[HeldLine]) -> QWidget:
        """Both sides beside one another."""
        made = QWidget()
        rows = column(made, gap=0.5)
        rows.addWidget(paragraph(name, "strong"))
        sides = row(gap=3)
        for line in lines:
            one = column(gap=0.5)
            one.addWidget(paragraph(line.words, "caption", soft=True))
            one.addWidget(HeldBar(self._theme, line.held_s / line.planned_s if line.planned_s else 0.0))
            sides.addLayout(one, 1)
        rows.addLayout(sides)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        scale, ways = self._theme.scale, QBoxLayout.Direction
        beside = self.width() >= _BESIDE * scale
        self._beside.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._list.setFixedWidth(round(_LIST_PX * (1 + (scale - 1) * 0.6)) if beside else self.width() - grid(6))
        self._list.setMaximumHeight(self.height() if beside else self.height() // 3)
        self._calendar.setVisible(self.width() >= _WITH_CALENDAR * scale and self._model.rowCount() > 0)
