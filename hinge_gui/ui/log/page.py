"""The log: every practice with what was held, beside what was planned. Kept honest, and never held against anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QPushButton, QStackedWidget, QWidget

from hinge_gui.core.moment import clock
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.ui.log.calendar import Calendar
from hinge_gui.ui.log.entries import ENTRY, EntryModel, EntryRow
from hinge_gui.ui.log.held_bar import HeldBar
from hinge_gui.ui.log.words import HeldLine, NameOf, begun, held_lines, sum_words, when_words
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme, grid
from hinge_gui.ui.widgets.boxes import arrange, column, row
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.empty import Empty
from hinge_gui.ui.widgets.prose import paragraph
from hinge_gui.ui.widgets.see_through import see_through

if TYPE_CHECKING:
    from hinge_gui.ui.player.cast import Cast

EMPTY_TITLE: Final = "Your practices will be listed here"
EMPTY: Final = (
    "After each one you see how long you held each side, beside what was planned. "
    "It stays on this computer, as a plain text file, and nothing is ever counted against you."
)
CSV: Final = "Save as a table…"
BEGIN: Final = "Start a practice"
_WHOLE_HEAD: Final = 440  # px at 100 %
_LIST_PX: Final = 336
_FIGURE_PX: Final = (400, 280)
_WITH_CALENDAR: Final = 1100  # px at 100 %
_BESIDE: Final = 760  # px at 100 %: narrower, the practice stands below the list


class LogPage(SidePage):
    begin_asked = Signal()
    """Nothing was practised yet, and the person wants to."""
    csv_asked = Signal()
    """The person wants every hold in a table of their own."""

    def __init__(
        self, theme: Theme, log: Callable[[], Sequence[PracticeEntry]], name_of: NameOf, today: Callable[[], date],
        figure: Callable[[], Cast] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`figure` is who waits there while nothing was practised."""
        super().__init__(theme, "Practice log", parent)
        self._log, self._name_of, self._today = log, name_of, today
        self._model = EntryModel(self)
        self._list = QListView()
        self._calendar = Calendar(theme)
        self._csv = QPushButton(CSV, autoDefault=False)
        self._csv.clicked.connect(self.csv_asked)
        self._figure = figure
        self._stage = Stage(theme)
        self._stage.setFixedSize(*_FIGURE_PX)
        self._stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty = Empty(theme, self._stage if figure else None)
        self._empty.say(EMPTY_TITLE, EMPTY, BEGIN)
        self._empty.asked.connect(self.begin_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        self.head.addWidget(self._csv)
        view = self._list
        see_through(view)
        view.setModel(self._model)
        view.setItemDelegate(EntryRow(self._theme, self))
        view.setAccessibleName("Practices")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(lambda index, _before: self._show(index.data(ENTRY)))
        self._theme.changed.connect(view.doItemsLayout)
        self._one = QStackedWidget()
        self._filled = QWidget()
        self._beside = row(self._filled, gap=3)
        self._beside.addWidget(view)
        self._beside.addWidget(self._one, 1)
        self._beside.addWidget(self._calendar, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._filled, 1)

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.take_focus()

    def renew(self) -> None:
        """Read the log anew; the latest practice is shown."""
        entries = list(reversed(self._log()))
        self._model.show_entries(entries, self._today())
        self._calendar.show_days({begun(entry).date() for entry in entries}, self._today())
        for part in (self._filled, self._csv):
            part.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        if self._figure and not entries:
            self._stage.show_cast(self._figure(), fade=False)
            self._stage.set_pose(1.0)
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
        scale = self._theme.scale
        self._csv.setText(CSV if self.width() >= _WHOLE_HEAD * scale else CSV.split()[0] + "…")
        self._csv.setAccessibleName(CSV)
        beside = self.width() >= _BESIDE * scale
        arrange(self._beside, stacked=not beside)
        self._list.setFixedWidth(round(_LIST_PX * (1 + (scale - 1) * 0.6)) if beside else self.width() - grid(6))
        self._list.setMaximumHeight(self.height() if beside else self.height() // 3)
        self._empty.make_room(self.size())
        self._calendar.setVisible(self.width() >= _WITH_CALENDAR * scale)
