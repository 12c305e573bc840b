"""The hand-out: a routine on one page, its figures as vectors, its words as text that can be selected."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from hinge_gui.core.dose import dose_of, full_name
from hinge_gui.core.phrases import spoken
from hinge_gui.core.plan import Catalogue, Planned, PlannedStep, plan_routine, props_of
from hinge_gui.core.routine import Routine
from hinge_gui.figure.look import Look
from hinge_gui.paint.painter import Fit
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.still import stage_of
from hinge_gui.paper.vectors import paint_vectors
from hinge_gui.records import dataclass

Paper = Literal["a4", "letter"]
PAPERS: Final[dict[Paper, QPageSize.PageSizeId]] = {
    "a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter,
}  # fmt: skip
MOST_EXERCISES: Final = 12  # on one page, readable
PAIN: Final = (
    "A mild pull is fine. Pain means stop. This is no medical advice: ask whoever treats you where you are unsure."
)
_FIT: Final = Fit(0.06, 0.06, 0.06, 0.08)
_MARGIN_MM: Final = 14.0
_POINT: Final = 300 / 72  # px of the page at 300 a inch
_INK, _SOFT, _LINE = QColor("#24303a"), QColor("#5a6570"), QColor("#c9bfae")
_LARGEST_PT, _SMALLEST_PT = 10.0, 5.5
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the sheet says about one exercise."""

    name: str
    dose: str
    cues: tuple[str, ...]
    care: str
    step: Planned


def entries_of(steps: list[PlannedStep]) -> list[Entry]:
    """Each exercise in each dose once, in the order of play."""
    found: dict[tuple[str, str], Entry] = {}
    for step in steps:
        if isinstance(step, Planned):
            name, dose = full_name(step.exercise), _dose(step)
            cues = step.exercise.cues
            said = (*cues.setup, *cues.move_in[:2], *cues.hold[:2])
            told = spoken(said, step.sides[0])
            care = step.exercise.learn.care[0] if step.exercise.learn.care else ""
            found.setdefault((name, dose), Entry(name, dose, told, care, step))
    return list(found.values())


def sheet(
    routine: Routine, catalogue: Catalogue, total_ms: int, paper: Paper = "a4", look: Look | None = None
) -> bytes:
    """The page as the bytes of a PDF file. ValueError where the routine has more exercises than a page can hold."""
    steps = plan_routine(routine, catalogue)
    entries = entries_of(steps)
    if not 0 < len(entries) <= MOST_EXERCISES:
        raise ValueError(f"a sheet holds 1 to {MOST_EXERCISES} exercises, not {len(entries)}")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setTitle(routine.name)
    writer.setCreator("hinge-gui")
    writer.setPageSize(QPageSize(PAPERS[paper]))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    try:
        page = _Page(painter, QRectF(0, 0, writer.width(), writer.height()), look or Look())
        page.paint(routine, total_ms, steps, entries)
    finally:
        painter.end()  # Qt ends the process where a page goes while it is being painted
    return bytes(data.data())


class _Page:
    def __init__(self, painter: QPainter, room: QRectF, look: Look) -> None:
        self._painter, self._room, self._look = painter, room, look
        self._palette = Palette.named("light", look)

    def paint(self, routine: Routine, total_ms: int, steps: list[PlannedStep], entries: list[Entry]) -> None:
        top = self._head(routine, total_ms, props_of(steps))
        bottom = self._foot()
        columns = 2 if len(entries) > 3 else 1
        rows = -(-len(entries) // columns)
        gap = 10 * _POINT
        wide = (self._room.width() - gap * (columns - 1)) / columns
        high = (bottom - top - gap * (rows - 1)) / rows
        cells = [
            QRectF((n % columns) * (wide + gap), top + (n // columns) * (high + gap), wide, high)
            for n in range(len(entries))
        ]
        size = min(self._size_for(entry, cell) for entry, cell in zip(entries, cells, strict=True))
        for entry, cell in zip(entries, cells, strict=True):
            self._entry(entry, cell, size)

    def _head(self, routine: Routine, total_ms: int, props: list[str]) -> float:
        minutes, rest = divmod(round(total_ms / 1000), 60)
        y = self._text(QRectF(0, 0, self._room.width(), self._room.height()), routine.name, 20, bold=True)
        facts = [f"{minutes}:{rest:02d} minutes"]
        if props:
            facts.append(f"have ready: {', '.join(props)}")
        for words, ink in ((routine.about, _INK), (" · ".join(facts), _SOFT)):
            if words:
                y = self._text(QRectF(0, y + 2 * _POINT, self._room.width(), self._room.height()), words, 10, ink=ink)
        return y + 10 * _POINT

    def _foot(self) -> float:
        """Room for notes, and the one warning; where it begins."""
        line, height = 16 * _POINT, 12 * _POINT
        top = self._room.height() - height - 3 * line
        self._text(QRectF(0, top, self._room.width(), line), "Notes", 9, ink=_SOFT)
        self._painter.setPen(QPen(_LINE, 0.6 * _POINT))
        for n in (1, 2, 3):
            y = top + n * line
            self._painter.drawLine(round(0 if n > 1 else 34 * _POINT), round(y), round(self._room.width()), round(y))
        self._text(QRectF(0, self._room.height() - height, self._room.width(), height), PAIN, 7.5, ink=_SOFT)
        return top - 8 * _POINT

    def _entry(self, entry: Entry, cell: QRectF, size: float) -> None:
        figures, step = self._figures(cell), entry.step
        figure = step.exercise.figure or {}
        stage = stage_of(figure, side=step.sides[0], range_=step.step.range, look=self._look)
        half = figures.height() / 2
        for n, progress in enumerate((0.0, 1.0)):
            top = figures.top() + n * half
            place = QRectF(figures.left(), top, figures.width(), half - (3 * _POINT if n == 0 else 0))
            paint_vectors(self._painter, place, stage.scene(progress), self._palette, _FIT)
        self._words(entry, self._beside(cell), size)

    def _words(self, entry: Entry, room: QRectF, size: float, *, measure: bool = False) -> float:
        """Name, dose, cues, care; where they end."""
        y = self._text(room, entry.name, size * 1.2, bold=True, measure=measure)
        y = self._text(_from(room, y), entry.dose, size, ink=_SOFT, bold=True, measure=measure)
        for cue in entry.cues:
            inset = _from(room, y + size * 0.25 * _POINT).adjusted(size * 0.9 * _POINT, 0, 0, 0)
            if not measure:
                self._text(_from(room, y + size * 0.25 * _POINT), "•", size)
            y = self._text(inset, cue, size, measure=measure)
        if entry.care:
            y = self._text(_from(room, y + size * 0.5 * _POINT), entry.care, size * 0.88, ink=_SOFT, measure=measure)
        return y

    def _size_for(self, entry: Entry, cell: QRectF) -> float:
        """The largest type in which the words fit beside the figures."""
        size, room = _LARGEST_PT, self._beside(cell)
        while size > _SMALLEST_PT and self._words(entry, room, size, measure=True) > room.bottom():
            size -= 0.25
        return size

    def _figures(self, cell: QRectF) -> QRectF:
        """Start above end, at the left of the cell."""
        wide = min(cell.width() * 0.36, cell.height() * 0.62)
        return QRectF(cell.left(), cell.top(), wide, cell.height())

    def _beside(self, cell: QRectF) -> QRectF:
        return cell.adjusted(self._figures(cell).width() + 8 * _POINT, 0, 0, 0)

    def _text(
        self, room: QRectF, words: str, size: float, *, ink: QColor = _INK, bold: bool = False, measure: bool = False
    ) -> float:
        """Words that wrap; where they end."""
        font = QFont("DejaVu Sans")
        font.setPixelSize(max(1, round(size * _POINT)))
        font.setBold(bold)
        needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, room.width(), 100_000), _WRAP, words)
        if not measure:
            self._painter.setFont(font)
            self._painter.setPen(ink)
            self._painter.drawText(QRectF(room.left(), room.top(), room.width(), needed.height() + 2), _WRAP, words)
        return room.top() + needed.height()


def _from(room: QRectF, y: float) -> QRectF:
    return QRectF(room.left(), y, room.width(), max(0.0, room.bottom() - y))


def _dose(step: Planned) -> str:
    """Words and figures show the side that comes first."""
    extra = [f"{side} {seconds:g} s longer" for side, seconds in step.step.extra.items()]
    shown = [f"shown for the {step.sides[0]}"] if len(step.sides) > 1 else []
    return ", ".join([dose_of(step), *extra, *shown])
