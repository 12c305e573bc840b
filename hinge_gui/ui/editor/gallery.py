"""The gallery: every exercise in all its forms, with its figure; a press puts it into the routine."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFontMetrics,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.plan import Catalogue
from hinge_gui.records import dataclass
from hinge_gui.ui.menu_key import is_menu_key
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.thumbnails import PIXEL_RATIO, Thumbnails
from hinge_gui.ui.theme import RADIUS, Theme
from hinge_gui.ui.widgets.see_through import see_through
from hinge_gui.ui.widgets.tiles import Tiles, Tiling, fill

Index = QModelIndex | QPersistentModelIndex
FIGURE: Final = 120
FORM: Final = Qt.ItemDataRole.UserRole
PICTURE: Final = Qt.ItemDataRole.UserRole + 1
MOVE_MS: Final = 1800
REST_MS: Final = 500  # between one figure's movement and the next one's
GAP: Final = 12  # px between tiles
_TILE: Final = 216
_FRAMES: Final = 24  # pictures of one movement: enough to see it, few enough to be painted as it goes


@dataclass(frozen=True, slots=True)
class Form:
    exercise: Exercise
    variant: str | None

    @property
    def name(self) -> str:
        return self.exercise.name

    @property
    def detail(self) -> str:
        return self.exercise.variant_name

    def is_meant_by(self, words: str) -> bool:
        text = " ".join((self.name, self.detail, self.exercise.posture, *self.exercise.props)).casefold()
        return all(word in text for word in words.casefold().split())


def forms_of(
    catalogue: Catalogue, words: str = "", own: Collection[str] = (), *, with_variants: bool = True
) -> list[Form]:
    """Every exercise that the words name, followed by its variants; the person's own ones first."""
    exercises = sorted(catalogue.values(), key=lambda exercise: exercise.id not in own)
    forms = [
        Form(form, variant)
        for exercise in exercises
        for variant, form in ((None, exercise), *(exercise.variants.items() if with_variants else ()))
    ]
    return [form for form in forms if form.is_meant_by(words)]


class Forms(QAbstractListModel):
    """One of them moves, the others stand still."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actor: Actor | None = None
        self._forms: list[Form] = []
        self.thumbnails = Thumbnails(theme, FIGURE, self)
        self.thumbnails.changed.connect(self._tell_of_pictures)
        self._moving: tuple[int, QImage] | None = None
        self._figure = FIGURE

    def set_figure(self, px: int) -> None:
        """How large figures are painted."""
        self._figure = px
        self.thumbnails.set_size(px)

    def show_forms(self, forms: list[Form], actor: Actor) -> None:
        self.beginResetModel()
        self._forms, self._actor, self._moving = forms, actor, None
        self.thumbnails.cast_by(actor)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        return 0 if parent.isValid() else len(self._forms)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        form = self._forms[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (form.name, form.detail)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return form.name
        if role == FORM:
            return form
        if role == PICTURE:
            still = self.thumbnails.of(form.exercise)
            return self._moving[1] if self._moving and self._moving[0] == index.row() else still
        return None

    def move(self, row: int, progress: float) -> None:
        """Show one form so far on its way; the one that moved before stands still."""
        if self._actor and 0 <= row < len(self._forms):
            cast = self._actor.cast(self._forms[row].exercise)
            self._moving = row, cast.thumbnail(self._theme, self._figure, PIXEL_RATIO, progress)
            self.dataChanged.emit(self.index(row), self.index(row), [PICTURE])

    def stand_still(self) -> None:
        self._moving = None
        self._tell_of_pictures()

    def _tell_of_pictures(self) -> None:
        if self._forms:
            self.dataChanged.emit(self.index(0), self.index(len(self._forms) - 1), [PICTURE])


class Tile(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tiling = theme, Tiling()
        self.figure = FIGURE
        """How large a figure is, in px."""

    def size_in(self, width: int, zoom: float) -> QSize:
        self.figure = round(FIGURE * zoom)
        self._tiling = Tiling.of(width, round(_TILE * zoom * (1 + (self._theme.scale - 1) * 0.7)), GAP)
        words = QFontMetrics(self._theme.font("strong")).height() + QFontMetrics(self._theme.font("caption")).height()
        return QSize(self._tiling.cell, self.figure + words + 36)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        return view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, state, flags = self._theme.colours, option.state, QStyle.StateFlag
        box = self._tiling.tile(QRectF(option.rect)).adjusted(1, 1, -1, -1)
        line = colours.ink if state & flags.State_HasFocus else colours.line
        painter.setPen(QPen(colours.accent if state & flags.State_MouseOver else line, 2))
        painter.setBrush(colours.card)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        place = QRectF(box.center().x() - self.figure / 2, box.top() + 8, self.figure, self.figure)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.stage)
        painter.drawRoundedRect(place, 20, 20)
        if (picture := index.data(PICTURE)) is not None:
            painter.drawImage(place, picture)
        self._words(painter, box, place.bottom() + 6, index.data(FORM))
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, top: float, form: Form) -> None:
        for words, role in ((form.name, "strong"), (form.detail, "caption")):
            font = self._theme.font("strong" if role == "strong" else "caption")
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theme.colours.ink if role == "strong" else self._theme.colours.ink_soft)
            room = QRectF(box.left() + 8, top, box.width() - 16, metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, shown)
            top += metrics.height()


class Gallery(Tiles):
    """The figures move one after another; the one under the pointer, or that the arrows reach, is the next."""

    picked = Signal(object)
    menu_asked = Signal(object, object)
    """A form, and the place on the screen: by the right button, or by a key of the one that has the focus."""

    def __init__(
        self, theme: Theme, is_still: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._forms, self._tile, self._is_still = Forms(theme, self), Tile(theme, self), is_still
        self._at = -1
        self._by_mouse = False
        see_through(self)
        self.setModel(self._forms)
        self.setItemDelegate(self._tile)
        self.setAccessibleName("Exercises to add")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._moving = QVariantAnimation(self, startValue=0, endValue=_FRAMES, duration=MOVE_MS)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._connect()

    def _connect(self) -> None:
        self._moving.valueChanged.connect(lambda n: self._forms.move(self._at, n / _FRAMES))
        self._moving.finished.connect(self._rest.start)
        self._rest.timeout.connect(lambda: self._play(self._next()))
        self.clicked.connect(lambda index: self.picked.emit(index.data(FORM)))
        self.entered.connect(lambda index: self._play(index.row()))
        self.selectionModel().currentChanged.connect(lambda index, _before: self._play(index.row()))

    def show_forms(self, forms: list[Form], actor: Actor) -> None:
        self._stop()
        self._at = -1
        self._forms.show_forms(forms, actor)
        self._fit()
        self.setCurrentIndex(self._forms.index(0))
        self._play(0)

    def finish_painting(self) -> None:
        self._stop()
        self.grab()
        self._forms.thumbnails.finish()

    def _play(self, row: int) -> None:
        if not self.isVisible() or self._is_still() or row == self._at or row >= self._forms.rowCount():
            return
        self._stop()
        self._at = row
        self._moving.start()

    def _next(self) -> int:
        """The one after, among those that are looked at."""
        rows = self._forms.rowCount()
        seen = [n for n in range(rows) if self.visualRect(self._forms.index(n)).intersects(self.viewport().rect())]
        return next((n for n in seen if n > self._at), seen[0] if seen else 0)

    def _stop(self) -> None:
        self._rest.stop()
        self._moving.stop()
        self._forms.stand_still()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._at = -1
        self._play(0)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fill(self, self._tile.size_in, GAP)
        self._forms.set_figure(self._tile.figure)

    @property
    def beside_current(self) -> QPoint:
        """On the screen, where a menu of the present one stands: at the pointer only if that lies on it."""
        rect, pointer = self.visualRect(self.currentIndex()), QCursor.pos()
        here = self._by_mouse and rect.contains(self.viewport().mapFromGlobal(pointer))
        return pointer if here else self.viewport().mapToGlobal(rect.center())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_mouse = True
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if self._by_mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
        self._ask_for_menu()

    def _ask_for_menu(self) -> None:
        if (index := self.currentIndex()).isValid():
            self.menu_asked.emit(index.data(FORM), self.beside_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_mouse = False
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and event.type() == QEvent.Type.KeyPress and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().data(FORM))
        elif is_menu_key(event):
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)
