"""The steps of the practice with their figures, doses and ticks."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hinge_gui.core.dose import dose_of, name_of
from hinge_gui.core.plan import Planned, PlannedStep
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.player.thumbnails import Thumbnails
from hinge_gui.ui.theme import Role, Theme
from hinge_gui.ui.widgets.prose import breakable
from hinge_gui.ui.widgets.see_through import see_through

Index = QModelIndex | QPersistentModelIndex
FIGURE: Final = 56  # px of a row's picture
STEP: Final = Qt.ItemDataRole.UserRole
DONE: Final = Qt.ItemDataRole.UserRole + 1
OVER: Final = Qt.ItemDataRole.UserRole + 4
NOW: Final = Qt.ItemDataRole.UserRole + 2
PICTURE: Final = Qt.ItemDataRole.UserRole + 3


class StepModel(QAbstractListModel):
    """The steps as played."""

    def __init__(self, theme: Theme, parent: QObject | None = None, *, ticks: bool = True) -> None:
        """Without ticks the rows before the present one are not said to be done."""
        super().__init__(parent)
        self._ticks = ticks
        self.thumbnails = Thumbnails(theme, FIGURE, self)
        self.thumbnails.changed.connect(lambda: self._tell_of([PICTURE]))
        self._steps: list[PlannedStep] = []
        self._now = -1
        self._left_out: frozenset[int] = frozenset()

    def set_steps(self, steps: list[PlannedStep]) -> None:
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    def set_now(self, step: int, left_out: frozenset[int] = frozenset()) -> None:
        """-1: none yet; beyond the last: all are over. Of those that are over, `left_out` were not done."""
        if (step, left_out) != (self._now, self._left_out) and self._steps:
            self._now, self._left_out = step, left_out
            self._tell_of([])

    def _tell_of(self, roles: list[int]) -> None:
        """They may have changed in any row; of none: all may."""
        if self._steps:
            self.dataChanged.emit(self.index(0), self.index(len(self._steps) - 1), roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        step, over = self._steps[row], self._ticks and row < self._now
        done = over and row not in self._left_out
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(step)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = ", done" if done else ", left out" if over else ", now" if row == self._now else ""
            return f"{name_of(step)}, {dose_of(step)}{state}"
        if role == PICTURE:
            return self.thumbnails.of(step.exercise) if isinstance(step, Planned) else None
        return {STEP: step, OVER: over, DONE: done, NOW: row == self._now}.get(role)


class StepRow(QStyledItemDelegate):
    """Paints a row: picture, name, form and dose, tick; the present one on a card of its own."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = sum(height for _, _, height in self._lines(self._width(option), index))
        return QSize(120, max(FIGURE, words) + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(2, 2, -2, -2)
        self._paint_card(painter, row, option, index)
        lines = self._lines(self._width(option), index)
        top = row.center().y() - sum(height for _, _, height in lines) / 2
        colours = self._theme.colours
        for words, role, height in lines:
            painter.setFont(self._theme.font(role))
            painter.setPen(colours.ink_soft if role == "caption" or index.data(OVER) else colours.ink)
            painter.drawText(QRectF(row.left() + FIGURE + 20, top, self._width(option), height), _WRAP, words)
            top += height
        if index.data(OVER):
            sign = QRectF(row.right() - 30, row.center().y() - 11, 22, 22)
            done = index.data(DONE)
            paint_icon(painter, sign, "tick" if done else "less", colours.accent_text if done else colours.ink_soft)
        painter.restore()

    def _paint_card(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        colours, now, picture = self._theme.colours, index.data(NOW), index.data(PICTURE)
        state, flag = option.state, QStyle.StateFlag
        line = colours.accent_text if state & flag.State_HasFocus else colours.accent if now else colours.paper
        painter.setPen(QPen(line, 2))
        painter.setBrush(colours.card if now or state & flag.State_MouseOver else colours.paper)
        painter.drawRoundedRect(row, 14, 14)
        box = QRectF(row.left() + 8, row.center().y() - FIGURE / 2, FIGURE, FIGURE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.stage)
        painter.drawRoundedRect(box, 10, 10)
        if picture is not None:
            painter.drawImage(box, picture)
        elif not isinstance(index.data(STEP), Planned):
            paint_icon(painter, box.adjusted(16, 16, -16, -16), "rest", colours.ink_soft)

    def _lines(self, width: int, index: Index) -> list[tuple[str, Role, int]]:
        """Words, role and height, from above: the name on two lines at most, the form if there is one, the dose."""
        step = index.data(STEP)
        form = step.exercise.variant_name if isinstance(step, Planned) else ""
        name = step.exercise.name if isinstance(step, Planned) else name_of(step)
        captions = [self._wrapped(words, "caption", width) for words in (form, dose_of(step)) if words]
        return [self._wrapped(name, "strong", width), *((words, role, height + 2) for words, role, height in captions)]

    def _wrapped(self, words: str, role: Role, width: int) -> tuple[str, Role, int]:
        """On two lines at most."""
        metrics, words = QFontMetrics(self._theme.font(role)), breakable(words)
        height, most = metrics.boundingRect(0, 0, width, 10_000, _WRAP, words).height(), 2 * metrics.lineSpacing()
        if height > most:
            return metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(width * 1.6)), role, most
        return words, role, height

    def _width(self, option: QStyleOptionViewItem) -> int:
        """Of the words; the tick's room is kept free."""
        whole = option.rect.width() or 264
        return max(40, whole - FIGURE - 24 - 36)


_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class PracticeList(QListView):
    """A press on a row, or Enter, asks to go to its step."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, ticks: bool = True) -> None:
        super().__init__(parent)
        self._model = StepModel(theme, self, ticks=ticks)
        self._theme = theme
        see_through(self)
        self.setModel(self._model)
        self.setItemDelegate(StepRow(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Steps of the practice")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # so that rows get their height anew when the width changes, as by a bar that comes
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        theme.changed.connect(self.doItemsLayout)

    @property
    def steps(self) -> StepModel:
        return self._model

    def finish_painting(self) -> None:
        """Every picture at once, for a picture of the window."""
        if not self.isVisible():  # a picture of what is hidden would make room for it
            return
        self.grab()
        self._model.thumbnails.finish()

    def set_now(self, step: int, left_out: frozenset[int] = frozenset()) -> None:
        self._model.set_now(step, left_out)
        if 0 <= step < self._model.rowCount():
            self.scrollTo(self._model.index(step), QAbstractItemView.ScrollHint.EnsureVisible)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self.currentIndex().isValid():
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.chosen.emit(self.currentIndex().row())
                return True
        return super().event(event)
