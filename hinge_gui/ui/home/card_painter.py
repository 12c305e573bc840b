"""Paints a card: name, figures in a row, time and props, whose it is and when it was last practised."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hinge_gui.ui.home.cards import Card, fitting, length_words, origin_words
from hinge_gui.ui.home.model import CARD, FAVOURITE, FIGURE, MOST_FIGURES, PICTURES, Index
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.theme import RADIUS, TARGET, TYPE, Role, Theme
from hinge_gui.ui.widgets.tiles import Tiling

GAP: Final = 16  # px between cards
_PAD: Final = 14.0
_WORDS_GROW: Final = 0.4  # of what the figures grow by
_LEAST_WIDTH: Final = 300
_MOST_COLUMNS: Final = 5


class CardPainter(QStyledItemDelegate):
    """The star and the dots in the corners are pressed like buttons; the rest of the card opens the routine."""

    star_pressed = Signal(object)
    menu_pressed = Signal(object, object)
    """Index, and the place on the screen."""

    def __init__(self, theme: Theme, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._tiling, self._zoom = Tiling(), 1.0

    def size_in(self, width: int, zoom: float) -> QSize:
        """Of a card's cell, so that the cards fill the width."""
        self._zoom = zoom
        least = max(round(_LEAST_WIDTH * zoom * (1 + (self._theme.scale - 1) * 0.6)), width // (_MOST_COLUMNS + 1))
        self._tiling = Tiling.of(width, least, GAP)
        text = QFontMetrics(self._font("section")).height() + 3 * QFontMetrics(self._font("caption")).height()
        return QSize(self._tiling.cell, round(text + self.figure + 2 * self._pad + 22 + GAP))

    @property
    def figure(self) -> int:
        """How large a figure is, in px."""
        return round(FIGURE * self._zoom)

    @property
    def _pad(self) -> float:
        return _PAD * self._grown

    @property
    def _grown(self) -> float:
        """Words grow by less than figures do."""
        return 1 + (self._zoom - 1) * _WORDS_GROW

    def _font(self, role: Role) -> QFont:
        return self._theme.sized(round(self._theme.px(role) * self._grown), TYPE[role][1])

    def card_box(self, cell: QRectF) -> QRectF:
        """The card within its place in the list."""
        return self._tiling.tile(cell).adjusted(1, 1, -1, 0)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        return view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card: Card | None = index.data(CARD)
        box = self.card_box(QRectF(option.rect))
        self._paint_box(painter, box, option.state)
        star, dots = _star(box), _dots(box)
        colours = self._theme.colours
        y = box.top() + self._pad
        words = card.name if card else str(index.data())
        y = self._line(painter, box, y, words, "section", star.left() - box.left() - self._pad) + 8
        if card:
            self._figures(painter, box, y, card, index.data(PICTURES) or [])
            self._fault(painter, box, y, card.fault)
            y += self.figure + 10
            room = dots.left() - box.left() - self._pad
            for words in self._facts(card, room):
                y = self._line(painter, box, y, words, "caption", room) + 2
        favourite = bool(index.data(FAVOURITE))
        star_ink = colours.signal if favourite else colours.ink_soft
        paint_icon(painter, star.adjusted(11, 11, -11, -11), "starred" if favourite else "star", star_ink)
        paint_icon(painter, dots.adjusted(11, 11, -11, -11), "dots", colours.ink_soft)
        painter.restore()

    def _facts(self, card: Card, room: float) -> list[str]:
        """How long, what to fetch, whose it is."""
        whose = origin_words(card, self._today)
        if card.fault:
            return ["Cannot be opened", whose]
        metrics = QFontMetrics(self._font("caption"))
        things = fitting(card.props, lambda words: metrics.horizontalAdvance(words) <= room)
        return [length_words(card), things or "Nothing to fetch", whose]

    def _paint_box(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        colours, flags = self._theme.colours, QStyle.StateFlag
        focused, over = bool(state & flags.State_HasFocus), bool(state & flags.State_MouseOver)
        line = colours.ink if focused else colours.accent if over else colours.line
        painter.setPen(QPen(line, 2 if focused or over else 1))
        painter.setBrush(colours.card)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _fault(self, painter: QPainter, box: QRectF, y: float, words: str) -> None:
        """In the place of the figures."""
        painter.setFont(self._font("caption"))
        painter.setPen(self._theme.colours.signal_text)
        place = QRectF(box.left() + self._pad, y, box.width() - 2 * self._pad, self.figure)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, words)

    def _line(self, painter: QPainter, box: QRectF, y: float, words: str, role: Role, width: float) -> float:
        """One line that gives way; where the next may begin."""
        font, colours = self._font(role), self._theme.colours
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colours.ink_soft if role == "caption" else colours.ink)
        place = QRectF(box.left() + self._pad, y, width, metrics.height())
        painter.drawText(place, 0, metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(width)))
        return y + metrics.height()

    def _figures(self, painter: QPainter, box: QRectF, y: float, card: Card, pictures: list[QImage | None]) -> None:
        colours, x, step = self._theme.colours, box.left() + self._pad, self.figure + 6
        fits = max(1, int((box.width() - 2 * self._pad + 6) // step))
        more = len(card.figures) > min(fits, MOST_FIGURES)
        for picture in pictures[: fits - 1 if more else fits]:
            frame = QRectF(x, y, self.figure, self.figure)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.stage)
            painter.drawRoundedRect(frame, 10, 10)
            if picture is not None:
                painter.drawImage(frame, picture)
            x += step
        if more:
            painter.setFont(self._font("caption"))
            painter.setPen(colours.ink_soft)
            left = len(card.figures) - min(len(pictures), fits - 1)
            painter.drawText(QRectF(x, y, self.figure, self.figure), Qt.AlignmentFlag.AlignCenter, f"+ {left}")

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """Presses on the corners; everything else is the list's."""
        if event.type() not in _PRESSES or not isinstance(event, QMouseEvent):
            return False
        box, place = self.card_box(QRectF(option.rect)), QPointF(event.position())
        on_star, on_dots = _star(box).contains(place), _dots(box).contains(place)
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            if on_star:
                self.star_pressed.emit(index)
            elif on_dots:
                self.menu_pressed.emit(index, event.globalPosition().toPoint())
        return on_star or on_dots


_PRESSES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
)


def on_corner(box: QRectF, place: QPointF) -> bool:
    """Whether a press there is for the star or the dots."""
    return _star(box).contains(place) or _dots(box).contains(place)


def _star(box: QRectF) -> QRectF:
    return QRectF(box.right() - TARGET - 2, box.top() + 4, TARGET, TARGET)


def _dots(box: QRectF) -> QRectF:
    return QRectF(box.right() - TARGET - 2, box.bottom() - TARGET - 4, TARGET, TARGET)
