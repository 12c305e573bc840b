"""A layout of things beside one another that goes on to the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Like words in a paragraph; what is wider than a whole line gets that line, and the height that it needs there."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def insertWidget(self, index: int, widget: QWidget) -> None:  # noqa: N802 - as Qt's boxes call it
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

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
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:  # beside something higher
            rect = rect.translated(0, max(0, rect.height() - self.heightForWidth(rect.width())) // 2)
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
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            if size.width() > rect.width():
                size = QSize(rect.width(), _height_in(item, rect.width()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()


class Columns(Flow):
    """As many columns of one width as there is room for; they are read from above down."""

    def __init__(self, gap: int = 8, lines: int = 8, parent: QWidget | None = None) -> None:
        """`gap` between columns, `lines` between what stands below one another."""
        super().__init__(gap, parent)
        self._between_lines = lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        gap, widest = self.spacing(), max((item.sizeHint().width() for item in shown), default=1)
        columns = max(1, min(len(shown), (rect.width() + gap) // (widest + gap)))
        width = (rect.width() - (columns - 1) * gap) // columns
        lines = -(-len(shown) // columns)
        y = rect.y()
        for n in range(lines):
            line = shown[n::lines]
            height = max(_height_in(item, width) for item in line)
            for column, item in enumerate(line if move else ()):
                item.setGeometry(QRect(rect.x() + column * (width + gap), y, width, height))
            y += height + self._between_lines
        return max(0, y - self._between_lines - rect.y())


def _height_in(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
