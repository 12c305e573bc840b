"""The hand-out: a routine on one page, its figures as vectors, its words as text that can be selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QMarginsF, QRectF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from hinge_gui.core.plan import Catalogue, plan_routine, props_of
from hinge_gui.core.routine import Routine
from hinge_gui.figure.look import Look
from hinge_gui.paper.entry import ACCENT, TELLINGS, Cell, Entry, entries_of, once_each, retold
from hinge_gui.paper.lettering import SOFT, Lettering

Paper = Literal["a4", "letter"]
PAPERS: Final[dict[Paper, QPageSize.PageSizeId]] = {
    "a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter,
}  # fmt: skip
_COLUMNS: Final = ((3, 1), (12, 2), (18, 3), (40, 4))  # so many exercises at most stand in so many columns
MOST_EXERCISES: Final = _COLUMNS[-1][0]  # on one page, to be recognised
MARGIN_MM: Final = 13.0
PAIN: Final = (
    "A mild pull is fine. Pain means stop. This is no medical advice: ask whoever treats you where you are unsure."
)
_EACH_DOSE: Final = 12  # exercises: of more each stands there once, with all its doses
_DPI: Final = 300
_LINE: Final = QColor("#cfc6b5")
_LARGEST_PT, _READABLE_PT, _SMALLEST_PT = 10.0, 5.5, 4.5
_NOTE_LINE_PT: Final = 17.0


class HandOut:
    """What is on the page, to be painted on whatever has one. ValueError where it is more than a page can hold."""

    def __init__(self, routine: Routine, catalogue: Catalogue, total_ms: int, look: Look | None = None) -> None:
        steps = plan_routine(routine, catalogue, "right" if routine.first_side == "right" else "left")
        self.routine, self.total_ms, self.look = routine, total_ms, look or Look()
        self.props, self.entries = props_of(steps), entries_of(steps)
        if len(self.entries) > _EACH_DOSE:
            self.entries = once_each(self.entries)
        if not self.entries:
            raise ValueError("there is no exercise in it that a sheet could show. Add one")
        if len(self.entries) > MOST_EXERCISES:
            said = f"a sheet holds at most {MOST_EXERCISES} exercises, not {len(self.entries)}"
            raise ValueError(f"{said}. Split it into two routines")

    def paint(self, painter: QPainter, room: QRectF, dpi: float) -> None:
        """Into the room between the margins; `dpi` are the painter's pixels to the inch."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Page(painter, room, dpi / 72, self).paint()


def sheet(
    routine: Routine, catalogue: Catalogue, total_ms: int, paper: Paper = "a4", look: Look | None = None
) -> bytes:
    """The page as the bytes of a PDF file. ValueError as of `HandOut`."""
    return pdf_of(HandOut(routine, catalogue, total_ms, look), paper)


def pdf_of(hand_out: HandOut, paper: Paper = "a4") -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(hand_out.routine.name)
    writer.setCreator("hinge-gui")
    writer.setPageSize(QPageSize(PAPERS[paper]))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    try:
        hand_out.paint(painter, QRectF(0, 0, writer.width(), writer.height()), _DPI)
    finally:
        painter.end()  # Qt ends the process where a page goes while it is being painted
    return bytes(data.data())


class _Page:
    def __init__(self, painter: QPainter, room: QRectF, point: float, hand_out: HandOut) -> None:
        self._painter, self._room, self._point, self._hand_out = painter, room, point, hand_out
        self._type = Lettering(painter, point)

    def paint(self) -> None:
        entries = self._hand_out.entries
        columns = next(columns for most, columns in _COLUMNS if len(entries) <= most)
        rows = -(-len(entries) // columns)
        free = rows * columns > len(entries)  # a cell that is left has room for notes
        cells = self._cells(self._head(), self._foot(notes=not free), columns, rows)
        cell = Cell(self._painter, self._point, self._hand_out.look)
        entries, size = _as_can_be_read(entries, cells, cell)
        for n, (entry, place) in enumerate(zip(entries, cells, strict=False)):
            self._rule_above(n, place, columns)
            cell.paint(n + 1, entry, place, size)
        if free:
            rest = cells[len(entries)].united(cells[rows * columns - 1])
            self._rule_above(len(entries), rest, columns)
            self._notes(rest)

    def _cells(self, top: float, bottom: float, columns: int, rows: int) -> list[QRectF]:
        across, down = 16 * self._point, 18 * self._point
        wide = (self._room.width() - across * (columns - 1)) / columns
        high = (bottom - top - down * (rows - 1)) / rows
        left = self._room.left()
        return [
            QRectF(left + column * (wide + across), top + row * (high + down), wide, high)
            for row in range(rows)
            for column in range(columns)
        ]

    def _rule_above(self, n: int, cell: QRectF, columns: int) -> None:
        if n >= columns:
            self._rule(cell.left(), cell.right(), cell.top() - 9 * self._point, 0.5)

    def _rule(self, left: float, right: float, y: float, weight_pt: float, ink: QColor = _LINE) -> None:
        self._painter.setPen(QPen(ink, weight_pt * self._point))
        self._painter.drawLine(QLineF(left, y, right, y))

    def _head(self) -> float:
        """Name and length, what it is, what to fetch; where the exercises begin."""
        out, room = self._hand_out, self._room
        minutes, rest = divmod(round(out.total_ms / 1000), 60)
        length = f"{minutes}:{rest:02d} min"
        wide = self._type.width(length, 15, bold=True)
        named = room.adjusted(0, 0, -wide - 14 * self._point, 0)
        size = next((s for s in (22.0, 18.0, 15.0) if self._lines(out.routine.name, named.width(), s) <= 1), 15.0)
        y = self._type.put(named, out.routine.name, size, bold=True)
        beside = QRectF(room.right() - wide - self._point, room.top() + (size - 15) * 0.9 * self._point, wide * 2, 0)
        self._type.put(beside, length, 15, ink=ACCENT, bold=True)
        if out.routine.about:
            y = self._type.put(self._below(y + 2 * self._point), out.routine.about, 10)
        if out.props:
            label = self._below(y + 5 * self._point)
            margin = self._type.width("Have ready", 9, bold=True) + 8 * self._point
            self._type.put(label, "Have ready", 9, ink=ACCENT, bold=True)
            y = self._type.put(label.adjusted(margin, 0, 0, 0), ", ".join(out.props), 9, ink=SOFT)
        self._rule(room.left(), room.right(), y + 7 * self._point, 1.2, ACCENT)
        return y + 18 * self._point

    def _lines(self, words: str, width: float, size: float) -> int:
        one = self._type.height("x", width, size, bold=True)
        return round(self._type.height(words, width, size, bold=True) / one)

    def _foot(self, *, notes: bool) -> float:
        """Room for notes, and the one warning; where it begins."""
        room = self._room
        y = room.bottom() - self._type.height(PAIN, room.width(), 7.5)
        self._type.put(QRectF(room.left(), y, room.width(), 0), PAIN, 7.5, ink=SOFT)
        y -= 12 * self._point
        if notes:
            high = 3 * _NOTE_LINE_PT * self._point
            self._notes(QRectF(room.left(), y - high, room.width(), high))
            y -= high + 8 * self._point
        return y

    def _notes(self, room: QRectF) -> None:
        """A word, then lines to write on, the last of them at the bottom."""
        self._type.put(room, "Notes", 9, ink=ACCENT, bold=True)
        step, y = _NOTE_LINE_PT * self._point, room.bottom()
        lowest = room.top() + 0.7 * step
        while y > lowest:
            indent = self._type.width("Notes", 9, bold=True) + 8 * self._point if y - step <= lowest else 0.0
            self._rule(room.left() + indent, room.right(), y, 0.5)
            y -= step

    def _below(self, y: float) -> QRectF:
        return QRectF(self._room.left(), y, self._room.width(), 0)


def _as_can_be_read(entries: list[Entry], cells: Sequence[QRectF], cell: Cell) -> tuple[list[Entry], float]:
    """With the most words that find room in a size that can be read, and that size; with none where none do."""
    size = _SMALLEST_PT
    for telling in TELLINGS:
        entries, size = [retold(entry, telling) for entry in entries], _LARGEST_PT
        while size > _SMALLEST_PT and not all(map(cell.fits, entries, cells, [size] * len(entries))):
            size -= 0.25
        if size >= _READABLE_PT:
            break
    return entries, size
