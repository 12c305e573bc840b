"""The cards side by side: a list that lays out and paints only what is looked at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from hinge_gui.ui.home.card_painter import GAP, CardPainter, on_corner
from hinge_gui.ui.home.model import Chosen
from hinge_gui.ui.menu_key import is_menu_key
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.see_through import see_through
from hinge_gui.ui.widgets.tiles import Tiles, fill


class CardList(Tiles):
    opened = Signal(object)
    starred = Signal(object)
    menu_asked = Signal(object, object)
    """Index, and the place on the screen."""
    typed = Signal(str)
    """Letters that mean nothing here."""

    def __init__(self, theme: Theme, model: Chosen, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = CardPainter(theme, today, self)
        self._painter.star_pressed.connect(self.starred)
        self._painter.menu_pressed.connect(self.menu_asked)
        self._chosen = model
        see_through(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("Practices")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        theme.changed.connect(self._fit)
        for change in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            change.connect(self._fit)

    def take_focus(self) -> None:
        """With a card to begin from."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if fill(self, self._painter.size_in, GAP, self._chosen.count_of_all):
            self.verticalScrollBar().setSingleStep(max(20, self.gridSize().height() // 4))
            self._chosen.set_figure(self._painter.figure)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            box = self._painter.card_box(QRectF(self.visualRect(index)))
            place = QPointF(event.position())
            if box.contains(place) and not on_corner(box, place):
                self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and (index := self.indexAt(event.pos())).isValid():
            self.menu_asked.emit(index, event.globalPos())
        elif not by_mouse:
            self._ask_for_menu()

    def _ask_for_menu(self) -> None:
        """Of the card that has the focus."""
        if (index := self.currentIndex()).isValid():
            self.menu_asked.emit(index, self.viewport().mapToGlobal(self.visualRect(index).center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif is_menu_key(event):
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        if search.isalnum():
            self.typed.emit(search)
