"""The practices of the log, the latest first, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hinge_gui.core.practice import PracticeEntry
from hinge_gui.ui.log.words import sum_words, when_words
from hinge_gui.ui.theme import RADIUS, Role, Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY: Final = Qt.ItemDataRole.UserRole
LINES: Final = Qt.ItemDataRole.UserRole + 1
_PAD: Final = 14


class EntryModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: Sequence[PracticeEntry] = ()
        self._today = date.min

    def show_entries(self, entries: Sequence[PracticeEntry], today: date) -> None:
        """The latest first."""
        self.beginResetModel()
        self._entries, self._today = entries, today
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        lines = (entry.name, when_words(entry, self._today), sum_words(entry))
        if role == LINES:
            return lines
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.name
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return ", ".join(lines) if role in spoken else None


class EntryRow(QStyledItemDelegate):
    """Name, when, and what was held; the present one on a card of its own."""

    _ROLES: Final[tuple[Role, ...]] = ("strong", "caption", "caption")

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, sum(self._height(role) for role in self._ROLES) + 2 * _PAD)

    def _height(self, role: Role) -> int:
        return QFontMetrics(self._theme.font(role)).height() + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, state, flags = self._theme.colours, option.state, QStyle.StateFlag
        row, chosen = QRectF(option.rect).adjusted(2, 2, -2, -2), bool(state & flags.State_Selected)
        line = c.accent_text if state & flags.State_HasFocus else c.accent if chosen else c.paper
        painter.setPen(QPen(line, 2))
        painter.setBrush(c.card if chosen or state & flags.State_MouseOver else c.paper)
        painter.drawRoundedRect(row, RADIUS, RADIUS)
        top, width = row.top() + _PAD - 2, round(row.width() - 2 * _PAD)
        for words, role in zip(index.data(LINES), self._ROLES, strict=True):
            painter.setFont(self._theme.font(role))
            painter.setPen(c.ink if role == "strong" else c.ink_soft)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(row.left() + _PAD, top, width, self._height(role)), 0, shown)
            top += self._height(role)
        painter.restore()
