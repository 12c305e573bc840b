"""The player page: start screen, the practice being played, its end; beside it the list and a panel."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.end import EndScreen
from hinge_gui.ui.player.play import PlayScreen
from hinge_gui.ui.player.practice_list import PracticeList
from hinge_gui.ui.player.side_panel import SidePanel
from hinge_gui.ui.player.start import StartScreen
from hinge_gui.ui.player.top_bar import TopBar
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, grid

LIST_WIDTH: Final = 264
_LEAST_CENTRE: Final = 560  # px at 100 %: with less beside it the list makes room


class PlayerPage(QWidget):
    """Puts the parts together and decides what there is room for; deeds go to the window by `asked`."""

    asked = Signal(str)

    def __init__(self, theme: Theme, practice: Practice, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._practice = theme, practice
        self.top, self.list = TopBar(theme, practice), PracticeList(theme, actor)
        self.start = StartScreen(theme, practice, actor)
        self.play = PlayScreen(theme, practice, actor)
        self.end = EndScreen(practice)
        self.panel = SidePanel(theme, practice)
        self._views = QStackedWidget()
        for view in (self.start, self.play, self.end):
            self._views.addWidget(view)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(grid(2))
        body.addWidget(self.list)
        body.addWidget(self._views, 1)
        body.addWidget(self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(grid(3), grid(1.5), grid(3), grid(2))
        whole.setSpacing(grid(1.5))
        whole.addWidget(self.top)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.start.started.connect(self._practice.play_pause)
        self.play.asked.connect(self.asked)
        self.top.asked.connect(self.asked)
        self.end.again.connect(self._practice.play_pause)
        self.end.closed.connect(self._practice.leave)
        self.list.chosen.connect(self._go_to_step)
        self.panel.changed.connect(self._make_room)
        self._practice.timeline_changed.connect(self._list_steps)
        self._practice.view_changed.connect(self.show_view)
        self._practice.fact.connect(self._mark_now)
        self._theme.changed.connect(self._make_room)

    def set_menu(self, menu: QMenu) -> None:
        self.top.set_menu(menu)

    def set_badge(self, kind: str, text: str) -> None:
        """A sign in the top bar that something is missing, with the remedy; an empty text takes it away."""
        self.top.set_badge(kind, text)

    def set_actor(self, actor: Actor) -> None:
        self.list.steps.set_actor(actor)
        self.start.set_actor(actor)
        self.play.set_actor(actor)

    def show_view(self, view: str) -> None:
        shown = {"start": self.start, "play": self.play, "end": self.end}[view]
        if view == "end":
            self.end.refresh()
        self._views.setCurrentWidget(shown)
        self._mark_now()
        if view == "start":
            self.start.focus_start()
        elif not self.panel.is_open:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_steps(self) -> None:
        self.list.steps.set_steps(self._practice.steps)
        self._mark_now()

    def _mark_now(self, _fact: object = None) -> None:
        view = self._practice.view
        step = self._practice.player.segment.step if self._practice.timeline.segments else -1
        self.list.set_now({"start": -1, "end": len(self._practice.steps)}.get(view, step))

    def _go_to_step(self, step: int) -> None:
        """To where a step's own time begins; before the practice, its start screen stays."""
        own = (s for s in self._practice.timeline.segments if s.step == step and s.kind not in {"ready", "travel"})
        segment = next(own, None)
        if segment is not None:
            self._practice.seek(segment.start_ms)

    def _make_room(self) -> None:
        scale = self._theme.scale
        width = round(LIST_WIDTH * (1 + (scale - 1) * 0.6))
        panel = self.panel.width_wanted() if self.panel.is_open else 0
        self.list.setFixedWidth(width)
        self.list.setVisible(self.width() - panel - width - grid(8) >= _LEAST_CENTRE)
        self.play.set_compact(self.width() - panel < 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean nothing else: ready when the practice has not begun, go on when it waits."""
        self.asked.emit(f"key:{event.key()}")
