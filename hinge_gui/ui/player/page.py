"""The player page: start screen, the practice being played, its end; beside it the list and a panel."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hinge_gui.core.events import Countdown, CueDue
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.adjusting import Adjusting
from hinge_gui.ui.player.side_panel import SidePanel
from hinge_gui.ui.player.start import StartScreen
from hinge_gui.ui.player.top_bar import TopBar
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, grid

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from hinge_gui.ui.player.compare import Compare
    from hinge_gui.ui.player.end import EndScreen
    from hinge_gui.ui.player.pair import Pair
    from hinge_gui.ui.player.play import PlayScreen
    from hinge_gui.ui.player.practice_list import PracticeList

LIST_WIDTH: Final = 264
_LEAST_CENTRE: Final = 560  # px at 100 %: with less beside it the list makes room
_LEAST_BESIDE: Final = 320  # px at 100 %: with less beside it an open panel takes the whole page


class PlayerPage(QWidget):
    """Puts the parts together and decides what there is room for; deeds go to the window by `asked`."""

    asked = Signal(str)

    def __init__(self, theme: Theme, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName("Practice")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab leads only to what can be operated
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._practice = theme, practice
        self.top = TopBar(theme, practice)
        self._list_place = QVBoxLayout()
        self.adjusting = Adjusting(practice, self)
        self.start = StartScreen(theme, practice, self.adjusting)
        self.panel = SidePanel(theme, practice, self.adjusting)
        self._views = QStackedWidget()
        self._views.addWidget(self.start)
        self._views.setMinimumWidth(1)  # what is not shown asks for no room
        self._compare: Compare | None = None
        self._is_complete = False
        self._lay_out()
        self._connect()

    def prepare_to_play(self) -> None:
        """Make the play screen while there is time, so that the first second of a practice is not late."""
        self.play.set_compact(self.width() < 700 * self._theme.scale)

    @cached_property
    def play(self) -> PlayScreen:
        """Made when it is first needed."""
        from hinge_gui.ui.player.play import PlayScreen

        made = PlayScreen(self._theme, self._practice)
        made.asked.connect(self.asked)
        self._views.addWidget(made)
        return made

    @cached_property
    def list(self) -> PracticeList:
        """Made after the first paint."""
        from hinge_gui.ui.player.practice_list import PracticeList

        made = PracticeList(self._theme)
        made.chosen.connect(self._go_to_step)
        self._list_place.addWidget(made)
        return made

    @cached_property
    def end(self) -> EndScreen:
        from hinge_gui.ui.player.end import EndScreen

        made = EndScreen(self._practice)
        made.again.connect(self._practice.play_pause)
        made.closed.connect(self._practice.leave)
        self._views.addWidget(made)
        return made

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(grid(2))
        body.addLayout(self._list_place)
        body.addWidget(self._views, 1)
        body.addWidget(self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(grid(3), grid(1.5), grid(3), grid(2))
        whole.setSpacing(grid(1.5))
        whole.addWidget(self.top)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.start.started.connect(self._practice.play_pause)
        self.top.asked.connect(self.asked)
        self.panel.changed.connect(self._take_panel)
        self.panel.compare_asked.connect(self.compare)
        self._practice.timeline_changed.connect(self._list_steps)
        self._practice.view_changed.connect(self.show_view)
        self._practice.fact.connect(self._mark_now)
        self._theme.changed.connect(self._make_room)

    def _take_panel(self) -> None:
        self._make_room()
        if not self.panel.is_open:
            self._take_focus()

    def _take_focus(self) -> None:
        """Where the next key starts, pauses or goes on."""
        if self._practice.view == "start":
            self.start.focus_start()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_menu(self, menu: QMenu) -> None:
        self.top.set_menu(menu)

    def set_badge(self, kind: str, text: str) -> None:
        """A sign in the top bar that something is missing, with the remedy; an empty text takes it away."""
        self.top.set_badge(kind, text)

    def complete(self, actor: Actor) -> None:
        """What the first paint did without."""
        self._is_complete = True
        self._list_steps()
        self._make_room()
        self.set_actor(actor)

    def set_actor(self, actor: Actor) -> None:
        self.list.steps.thumbnails.cast_by(actor)
        self.start.show_figure(actor)

    def show_view(self, view: str) -> None:
        shown = self.start if view == "start" else self.play if view == "play" else self.end
        if view == "end":
            self.end.refresh()
        self._views.setCurrentWidget(shown)
        self.top.show_view(view)
        self._make_room()
        self._mark_now()
        if view == "start" or not self.panel.is_open:
            self._take_focus()

    def show_again(self) -> None:
        """After another page: ready for any key."""
        self.show_view(self._practice.view)

    def toggle_compare(self) -> None:
        """Right beside wrong, over whatever is shown."""
        if self._views.isHidden():
            self.panel.open(None)
        if self.is_comparing:
            self.show_view(self._practice.view)
            return
        if self._compare is None:
            from hinge_gui.ui.player.compare import Compare

            self._compare = Compare(self._practice, self._theme)
            self._compare.closed.connect(self.toggle_compare)
            self._views.addWidget(self._compare)
        self._views.setCurrentWidget(self._compare)
        self._compare.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self, mistake: str) -> None:
        """Right beside this mistake."""
        if not self.is_comparing:
            self.toggle_compare()
        if self._compare:
            self._compare.turn_to(mistake)

    @property
    def is_comparing(self) -> bool:
        return self._compare is not None and self._views.currentWidget() is self._compare

    @property
    def compared(self) -> Pair | None:
        """The pair of figures, where it is shown."""
        return self._compare.pair if self._compare and self.is_comparing else None

    def _list_steps(self) -> None:
        if not self._is_complete:
            return
        self.list.steps.set_steps(self._practice.steps)
        self._mark_now()

    def _mark_now(self, fact: object = None) -> None:
        if not self._is_complete or isinstance(fact, Countdown | CueDue):
            return
        practice = self._practice
        step = practice.player.segment.step if practice.timeline.segments else -1
        place = {"start": -1, "end": len(practice.steps)}.get(practice.view, step)
        self.list.set_now(place, practice.record.left_out(practice.timeline))

    def _go_to_step(self, step: int) -> None:
        """To where a step's own time begins; before the practice, its start screen shows what is done there."""
        if self._practice.view == "start":
            self.start.show_step(step)
        own = (s for s in self._practice.timeline.segments if s.step == step and s.kind not in {"ready", "travel"})
        segment = next(own, None)
        if segment is not None:
            self._practice.seek(segment.start_ms)

    def _make_room(self) -> None:
        scale = self._theme.scale
        width = round(LIST_WIDTH * (1 + (scale - 1) * 0.6))
        panel = self.panel.width_wanted() if self.panel.is_open else 0
        has_room = self.width() - panel - width - grid(8) >= _LEAST_CENTRE * scale
        alone = self.panel.is_open and self.width() - panel - grid(8) < _LEAST_BESIDE * (1 + (scale - 1) * 0.5)
        self._views.setHidden(alone)
        self.panel.setFixedWidth(self.width() - grid(6) if alone else panel)
        kept_free = 0 if self._is_complete or not has_room else width + grid(2)  # nothing moves when the list comes
        self._list_place.setContentsMargins(kept_free, 0, 0, 0)
        if self._is_complete:
            self.list.setFixedWidth(width)
            self.list.setVisible(has_room)
        self.top.set_panels(adjust=self.panel.open_kind == "adjust", drawer=self.panel.open_kind == "drawer")
        if self._practice.view == "play":
            listed = width if has_room else 0
            self.play.set_compact(self.width() - panel - listed < 700 * scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean nothing else: ready when the practice has not begun, go on when it waits."""
        self.asked.emit(f"key:{event.key()}")
