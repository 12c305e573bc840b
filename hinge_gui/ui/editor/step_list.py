"""The list of steps: chosen by a press or the arrows, moved by drag or with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hinge_gui.core.editing import At
from hinge_gui.core.routine import Routine
from hinge_gui.ui.editor.outline import FIGURE, PICTURE, ROW, Index, Outline, Row
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.see_through import see_through
from hinge_gui.ui.widgets.tiles import ZOOMS

INDENT: Final = 24
_PAD: Final = 8.0


class StepPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.figure = FIGURE
        """How large a figure is, in px."""

    def fit(self, rows: int, height: int) -> bool:
        """Larger where a high window would stay empty below so many rows; whether they changed."""
        before = self.figure
        sizes = (round(FIGURE * zoom) for zoom in ZOOMS)
        self.figure = next((size for size in sizes if rows * self._height(size) <= height), FIGURE)
        return self.figure != before

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, self._height(self.figure))

    def _height(self, figure: int) -> int:
        words = QFontMetrics(self._theme.font("strong")).height() + QFontMetrics(self._theme.font("caption")).height()
        return max(figure, words) + round(2 * _PAD) + 4

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: Row = index.data(ROW)
        box = QRectF(option.rect).adjusted(2 + INDENT * row.depth, 2, -2, -2)
        self._paint_box(painter, box, option.state)
        figure = QRectF(box.left() + _PAD, box.center().y() - self.figure / 2, self.figure, self.figure)
        self._paint_figure(painter, figure, row, index)
        words = QRectF(figure.right() + 12, box.top(), box.right() - figure.right() - 20, box.height())
        if row.remark:
            words.setRight(words.right() - 32)
            sign = QRectF(box.right() - 34, box.center().y() - 11, 22, 22)
            paint_icon(painter, sign, "warning", self._theme.colours.signal_text)
        self._paint_words(painter, words, row)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        colours, flags = self._theme.colours, QStyle.StateFlag
        chosen = bool(state & flags.State_Selected)
        line = colours.accent_text if state & flags.State_HasFocus else colours.accent if chosen else colours.paper
        painter.setPen(QPen(line, 2))
        painter.setBrush(colours.card if chosen or state & flags.State_MouseOver else colours.paper)
        painter.drawRoundedRect(box, 14, 14)

    def _paint_figure(self, painter: QPainter, place: QRectF, row: Row, index: Index) -> None:
        colours = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.stage)
        painter.drawRoundedRect(place, 10, 10)
        if row.planned is None:
            inset = self.figure * 0.28
            icon = "again" if row.is_rounds else "rest"
            paint_icon(painter, place.adjusted(inset, inset, -inset, -inset), icon, colours.ink_soft)
        elif (picture := index.data(PICTURE)) is not None:
            painter.drawImage(place, picture)

    def _paint_words(self, painter: QPainter, room: QRectF, row: Row) -> None:
        title, detail = self._theme.font("strong"), self._theme.font("caption")
        heights = QFontMetrics(title).height(), QFontMetrics(detail).height()
        top = room.center().y() - sum(heights) / 2
        for font, height, words, ink in (
            (title, heights[0], row.title, self._theme.colours.ink),
            (detail, heights[1], row.detail, self._theme.colours.ink_soft),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(QRectF(room.left(), top, room.width(), height), 0, shown)
            top += height


class StepList(QListView):
    chosen = Signal(object)
    """The place of the step that is looked at now; None where there is none."""
    nudged = Signal(int)
    """Move the chosen one a place back (−1) or on (1)."""
    removed = Signal()

    def __init__(self, theme: Theme, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline = outline
        see_through(self)
        self.setModel(outline)
        self._painter = StepPainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("Steps of the routine")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        theme.changed.connect(self._fit)
        theme.changed.connect(self.doItemsLayout)

    def show_routine(self, routine: Routine, remarks: dict[At, str], at: At | None) -> None:
        """Nothing is told."""
        model = self.selectionModel()
        model.blockSignals(True)
        self._outline.show_routine(routine, remarks)
        model.blockSignals(False)
        self._fit()
        self.choose(at)

    def _fit(self) -> None:
        if self._painter.fit(self._outline.rowCount(), self.height()):
            self._outline.thumbnails.set_size(self._painter.figure)
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose(self, at: At | None) -> None:
        """Look at this step; nothing is told."""
        row = self._outline.row_at(at) if at is not None else -1
        index = self._outline.index(row) if row >= 0 else self._outline.index(-1)
        model = self.selectionModel()
        model.blockSignals(True)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        self.viewport().update()
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802 - Qt's name
        """Whatever a row says, it keeps its height: `QListView` would lay out a thousand of them anew."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def selected(self) -> tuple[At, At] | None:
        """The first and the last of several that stand in one list, chosen with Shift."""
        places = sorted(index.data(ROW).at for index in self.selectedIndexes())
        level = min((len(at) for at in places), default=0)
        outer = [at for at in places if len(at) == level]
        if len(outer) < 2 or any(at[:-1] != outer[0][:-1] for at in outer):
            return None
        return outer[0], outer[-1]

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """One step at a time."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(self.currentIndex(), select)
        super().startDrag(actions)

    def _tell(self, index: Index) -> None:
        self.chosen.emit(index.data(ROW).at if index.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in moves and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.nudged.emit(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
