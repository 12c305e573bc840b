"""One exercise on the hand-out: what is said about it, and its cell of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from hinge_gui.core.dose import dose_of, full_name
from hinge_gui.core.exercise import Exercise, Picture
from hinge_gui.core.phrases import spoken
from hinge_gui.core.plan import Planned, PlannedStep
from hinge_gui.figure.look import Look
from hinge_gui.figure.staging import stage_of
from hinge_gui.paint.own_picture import read, size_of
from hinge_gui.paint.painter import Fit
from hinge_gui.paint.palette import Palette
from hinge_gui.paper.lettering import INK, SOFT, Lettering
from hinge_gui.paper.vectors import paint_vectors
from hinge_gui.records import dataclass

ACCENT: Final = QColor("#1f6268")
ROOM: Final = QColor("#f8f4ea"), QColor("#eee5d3")  # paler than on the screen: it is ink
_SIGNAL: Final = QColor("#a63a24")
_FIT: Final = Fit(0.06, 0.06, 0.06, 0.10)
_EACH: Final = " each side"
_FIGURES: Final = 0.36  # of a cell's width, at most
Bounds = tuple[float, float, float, float]
_SPECK_PT: Final = 3.0  # what nobody can read is not written
_NARROW_PT: Final = 110.0  # of room for words: those in the margin are left out
_CLEARLY: Final = 1.15  # larger: else the panels keep their places
Telling = tuple[int, int, int, int, int]
TELLINGS: Final[tuple[Telling, ...]] = ((99, 2, 2, 1, 1), (1, 1, 1, 0, 1), (0, 1, 1, 0, 0), (0, 1, 0, 0, 0), (0,) * 5)
"""How many sentences are told at most of setting up, going in, holding, coming out and of who takes care."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the sheet says about one exercise; `said` are pairs of a word in the margin and what stands beside it."""

    name: str
    dose: str
    said: tuple[tuple[str, str], ...]
    step: Planned


def entries_of(steps: Sequence[PlannedStep]) -> list[Entry]:
    """Each exercise in each dose once, in the order of play."""
    found: dict[tuple[str, str], Entry] = {}
    for step in steps:
        if isinstance(step, Planned):
            name, dose = full_name(step.exercise), _dose(step)
            found.setdefault((name, dose), Entry(name, dose, tuple(_said(step, TELLINGS[0])), step))
    return list(found.values())


def once_each(entries: Sequence[Entry]) -> list[Entry]:
    """Each exercise once, with all its doses."""
    doses: dict[str, list[str]] = {}
    first: dict[str, Entry] = {}
    for entry in entries:
        doses.setdefault(entry.name, []).append(entry.dose)
        first.setdefault(entry.name, entry)
    return [replace(entry, dose="; ".join(doses[name])) for name, entry in first.items()]


def retold(entry: Entry, telling: Telling) -> Entry:
    """With as many words as that."""
    return replace(entry, said=tuple(_said(entry.step, telling)))


def _said(step: Planned, telling: Telling) -> Iterator[tuple[str, str]]:
    cues = step.exercise.cues
    phases = (
        ("Set up", cues.setup),
        ("Go in", cues.move_in),
        ("Hold", cues.hold),
        ("Come out", cues.move_out),
        ("Care", step.exercise.learn.care),
    )
    for (word, texts), most in zip(phases, telling, strict=True):
        if texts[:most]:
            yield word, " ".join(spoken(texts[:most], step.sides[0]))


def _dose(step: Planned) -> str:
    extra = [f"{side} {seconds:g} s longer" for side, seconds in step.step.extra.items()]
    kept = [words.replace(" ", "\u00a0") for words in (dose_of(step).removesuffix(_EACH), *extra)]  # on one line
    each = _EACH if dose_of(step).endswith(_EACH) else ""
    return ", ".join([kept[0] + each, *kept[1:]])


class Cell:
    """Paints entries; `point` as in `Lettering`."""

    def __init__(self, painter: QPainter, point: float, look: Look) -> None:
        self._painter, self._point, self._look = painter, point, look
        self._palette, self._type = Palette.named("light", look), Lettering(painter, point)

    def fits(self, entry: Entry, cell: QRectF, size_pt: float) -> bool:
        return self._words(0, entry, self._beside(cell), size_pt, paint=False) <= cell.bottom()

    def paint(self, number: int, entry: Entry, cell: QRectF, size_pt: float) -> None:
        start, end = self._panels(cell)
        shown = [picture for picture in entry.step.exercise.pictures if picture.path and size_of(picture.path)]
        if shown:
            pictures = [(start, shown[0], "Start"), (end, shown[-1], "End")] if len(shown) > 1 else [
                (start.united(end), shown[0], "")
            ]  # fmt: skip
            for panel, picture, word in pictures:
                self._picture(panel, picture, entry.step)
                self._phase(panel, word, entry.step, on=ROOM[0])
        else:
            self._figures(entry.step.exercise, entry.step, start, end)
        self._words(number, entry, self._beside(cell), size_pt, paint=True)

    # -- pictures ------------------------------------------------------------------------------------------

    def _panels(self, cell: QRectF) -> tuple[QRectF, QRectF]:
        """Start above end at the cell's left; beside each other where the cell is low and wide."""
        gap = 4 * self._point
        if cell.width() > 2.4 * cell.height():
            wide = min(cell.height() * 0.8, cell.width() * 0.2)
            start = QRectF(cell.left(), cell.top(), wide, cell.height())
            return start, start.translated(wide + gap, 0)
        high = (cell.height() - gap) / 2
        wide = min(cell.width() * _FIGURES, high * 1.35)
        start = QRectF(cell.left(), cell.top(), wide, high)
        return start, start.translated(0, high + gap)

    def _beside(self, cell: QRectF) -> QRectF:
        return cell.adjusted(self._panels(cell)[1].right() - cell.left() + 9 * self._point, 0, 0, 0)

    def _figures(self, exercise: Exercise, step: Planned, start: QRectF, end: QRectF) -> None:
        stage = stage_of(exercise.figure or {}, side=step.sides[0], range_=step.step.range, look=self._look)
        start, end = roomier(stage.bounds, start, end, 4 * self._point)
        for panel, progress, word in ((start, 0.0, "Start"), (end, 1.0, "End")):
            self._painter.save()
            self._painter.setClipPath(self._rounded(panel), Qt.ClipOperation.IntersectClip)
            paint_vectors(self._painter, panel, stage.scene(progress), self._palette, _FIT, ROOM)
            self._painter.restore()
            self._phase(panel, word, step)

    def _picture(self, panel: QRectF, picture: Picture, step: Planned) -> None:
        mirrored = step.exercise.sides == "each" and step.sides[0] == "left"
        image = read(picture.path, QSize(round(panel.width()), round(panel.height())), mirrored=mirrored)
        self._painter.fillPath(self._rounded(panel), ROOM[0])
        if image is not None:
            place = QRectF(0, 0, image.width(), image.height())
            place.moveCenter(panel.center())
            self._painter.save()
            self._painter.setClipPath(self._rounded(panel), Qt.ClipOperation.IntersectClip)
            self._painter.drawImage(place, image)
            self._painter.restore()

    def _rounded(self, panel: QRectF) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(panel, 5 * self._point, 5 * self._point)
        return path

    def _phase(self, panel: QRectF, word: str, step: Planned, on: QColor | None = None) -> None:
        """Words and figures are those of the side that comes first; `on` the plate they have on a photo."""
        side = step.sides[0] if len(step.sides) > 1 else ""
        inset = 4 * self._point
        words = ", ".join(filter(None, (word, side))).capitalize()
        size = min(6.5, panel.width() / self._point / 14)  # beside the figure's head, not over it
        if size >= _SPECK_PT:
            if on and words:
                wide = self._type.width(words, size) + 2 * inset
                plate = QRectF(panel.left(), panel.top(), wide, size * 1.5 * self._point + inset)
                self._painter.fillPath(self._rounded(plate), on)
            self._type.put(panel.adjusted(inset, inset * 0.6, 0, 0), words, size, ink=SOFT)

    # -- words ---------------------------------------------------------------------------------------------

    def _words(self, number: int, entry: Entry, room: QRectF, size: float, *, paint: bool) -> float:
        """Number and name, dose, then phase by phase; where they end."""
        disc, gap = size * 1.7 * self._point, size * 0.45 * self._point
        y = self._line(room.adjusted(disc + gap, 0, 0, 0), room.top(), entry.name, size * 1.25, INK, True, paint)
        y = max(y, room.top() + disc)
        if paint:
            self._number(number, QRectF(room.left(), room.top(), disc, disc), size)
        y = self._line(room, y + gap * 0.5, entry.dose, size, ACCENT, True, paint) + gap
        narrow = room.width() < _NARROW_PT * self._point
        margin = self._type.width("Come out", size * 0.86) + size * 0.7 * self._point
        beside = room if narrow else room.adjusted(margin, 0, 0, 0)
        for word, text in entry.said:
            ink = _SIGNAL if word == "Care" else SOFT
            if paint and not narrow:
                drop = size * 0.1 * self._point  # on one line with the larger type beside it
                self._line(room, y + drop, word, size * 0.86, ink, False, paint)
            y = self._line(beside, y, text, size, _SIGNAL if narrow and word == "Care" else INK, False, paint) + gap
        return y - gap

    def _line(self, room: QRectF, y: float, words: str, size: float, ink: QColor, bold: bool, paint: bool) -> float:
        place = QRectF(room.left(), y, room.width(), 0)
        if paint:
            return self._type.put(place, words, size, ink=ink, bold=bold)
        return y + self._type.height(words, room.width(), size, bold=bold)

    def _number(self, number: int, disc: QRectF, size: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ACCENT)
        self._painter.drawEllipse(disc)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        words = str(number)
        left = disc.center().x() - self._type.width(words, size * 0.95, bold=True) / 2
        top = disc.center().y() - self._type.height(words, 1e6, size * 0.95, bold=True) / 2
        self._type.put(QRectF(left, top, 1e6, 0), words, size * 0.95, ink=QColor("white"), bold=True)


def roomier(bounds: Bounds, start: QRectF, end: QRectF, gap: float) -> tuple[QRectF, QRectF]:
    """Panels above one another in the same room, where a wide figure becomes larger so.

    Its bounds are left, bottom, right and top.
    """
    whole = start.united(end)
    above = QRectF(whole.left(), whole.top(), whole.width(), (whole.height() - gap) / 2)
    if _scale(bounds, above) < _CLEARLY * _scale(bounds, start):
        return start, end
    return above, above.translated(0, above.height() + gap)


def _scale(bounds: Bounds, panel: QRectF) -> float:
    left, bottom, right, top = bounds
    return min(panel.width() / (right - left), panel.height() / (top - bottom))
