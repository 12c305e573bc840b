"""A layout of things beside one another that goes on to the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Like words in a paragraph; `even` ones stand in columns of one width, as in a table.

    What is wider than a whole line gets that line, and the height that it needs there.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None, *, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._even = even
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + self.spacing() for hint in hints) - self.spacing()
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Set everything in its place, or only reckon; gives back the height."""
        x, y, line = rect.x(), rect.y(), 0
        column = self._column(rect.width()) if self._even else 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = _size_in(item, column or rect.width(), fills=bool(column))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()

    def _column(self, width: int) -> int:
        """As wide as the widest needs, and as wide as the line allows."""
        widest = max((item.sizeHint().width() for item in self._items if not item.isEmpty()), default=1)
        columns = max(1, (width + self.spacing()) // (widest + self.spacing()))
        return (width - (columns - 1) * self.spacing()) // columns


def _size_in(item: QLayoutItem, room: int, *, fills: bool) -> QSize:
    size = item.sizeHint()
    if size.width() > room or fills:
        height = item.heightForWidth(room) if item.hasHeightForWidth() else size.height()
        size = QSize(room, height)
    return size
