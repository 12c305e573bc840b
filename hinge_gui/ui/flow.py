"""A layout of things beside one another that goes on to the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Like words in a paragraph, on even lines: none stands alone on the last one where it need not.

    What is wider than a whole line gets that line, and the height that it needs there.
    """

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
        y = rect.y()
        for line in self._even_lines(rect.width()):
            x, height = rect.x(), 0
            for item in line:
                size = item.sizeHint()
                if size.width() > rect.width():
                    size = QSize(rect.width(), _height_in(item, rect.width()))
                if move:
                    item.setGeometry(QRect(QPoint(x, y), size))
                x, height = x + size.width() + self.spacing(), max(height, size.height())
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _even_lines(self, width: int) -> list[list[QLayoutItem]]:
        """As few as the width allows, the longest of them as short as it may be."""
        shown = [item for item in self._items if not item.isEmpty()]  # not hidden
        widths = [item.sizeHint().width() for item in shown]
        lines = _broken(widths, self.spacing(), width)
        low, high = min(max(widths, default=0), width), width
        while len(lines) > 1 and low < high:
            middle = (low + high) // 2
            tried = _broken(widths, self.spacing(), middle)
            low, high = (low, middle) if len(tried) == len(lines) else (middle + 1, high)
        ends = _broken(widths, self.spacing(), high)
        return [shown[first:last] for first, last in ends]


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


def _broken(widths: list[int], gap: int, width: int) -> list[tuple[int, int]]:
    """Where lines begin and end that take as much as they can."""
    lines, first, x = [], 0, 0
    for n, wide in enumerate(widths):
        if n > first and x + wide > width:
            lines.append((first, n))
            first, x = n, 0
        x += wide + gap
    return [*lines, (first, len(widths))] if widths else []
