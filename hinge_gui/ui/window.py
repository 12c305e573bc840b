"""The main window: pages, keys, menu. It knows the practice; files and sound it knows only by its signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from hinge_gui.ui.beside import Beside
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.conductor import Conductor
from hinge_gui.ui.player.page import PlayerPage
from hinge_gui.ui.player.turning import TURNS, Turnable
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Mode, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from hinge_gui.ui.key_binding import KeyBinding
    from hinge_gui.ui.player.follow import FollowView
    from hinge_gui.ui.pointer import HidingPointer

TITLE: Final = "hinge-gui"
LEAST_SIZE: Final = (360, 480)
_PAGES: Final = ("home", "learn", "log", "preferences", "sound", "shortcuts")


class Window(QMainWindow):
    painted = Signal()
    """Once, after the first paint: what a start does not need may be made now."""
    page_asked = Signal(str)
    """The person wants to see `home`, `learn`, `log`, `preferences` or the `editor`."""
    about_asked = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, practice: Practice) -> None:
        super().__init__()
        self._theme, self._practice = theme, practice
        self._actor = Actor(practice.settings)
        self._follow: FollowView | None = None
        self._pointer: HidingPointer | None = None
        self._keys: KeyBinding | None = None
        self._was_painted, self._was_maximised = False, False
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST_SIZE)
        self.page = PlayerPage(theme, practice)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        self.setCentralWidget(self._pages)
        self.page.start.focus_start()
        self.beside = Beside(self._pages, self.page, practice, self)
        self.beside.left.connect(self.page.show_again)
        self.conductor = Conductor(practice, self._actor, self)
        self.conductor.interrupted.connect(self._show_interrupted)
        self.page.asked.connect(self.do)
        practice.view_changed.connect(self._choose_screen)
        practice.settings_changed.connect(self._take_settings)
        theme.changed.connect(self._dress)
        self.painted.connect(self._complete)
        self._dress()

    def _complete(self) -> None:
        """What the first paint could do without: list and figures, then keys (Start has its own) and the rest."""
        from hinge_gui.ui.key_binding import KeyBinding
        from hinge_gui.ui.player.lights import Lights
        from hinge_gui.ui.pointer import HidingPointer

        self.page.complete(self._actor)
        self.repaint()  # the figure is seen before the rest is made
        self._keys = KeyBinding(self._practice, self)
        Lights(self._theme, self._practice, self._is_turned, self._pages)
        self.page.prepare_to_play()
        self.conductor.cast_ahead()
        self._pointer = HidingPointer(self.windowHandle())
        self._practice.fact.connect(self._follow_state)
        self._practice.view_changed.connect(self._follow_state)

    # -- what is shown -------------------------------------------------------------------------------------

    def _choose_screen(self) -> None:
        """Follow view or page; out of the follow view once the practice is over or left."""
        playing = self._practice.view == "play"
        if not playing:
            self.leave_follow()
        shown = self._follow if self.is_following else self.page.play
        self.conductor.show_on(shown if playing else None)

    @property
    def is_following(self) -> bool:
        return self._follow is not None and self._pages.currentWidget() is self._follow

    def follow(self, *, full_screen: bool = True) -> None:
        """The follow view, made when it is first asked for."""
        if self._follow is None:
            from hinge_gui.ui.player.follow import FollowView

            self._follow = FollowView(self._theme, self._practice.settings.number("distance"))
            self._follow.pressed.connect(self._stage_pressed)
            self._practice.undo_changed.connect(self._show_undo)
            self._pages.addWidget(self._follow)
        if self._practice.view == "start":
            self._play_pause()
        self._pages.setCurrentWidget(self._follow)
        self._follow.setFocus(Qt.FocusReason.OtherFocusReason)
        if full_screen:
            self._was_maximised = self.isMaximized()
            self.showFullScreen()
        self._choose_screen()

    def leave_follow(self) -> None:
        if not self.is_following:
            return
        self._pages.setCurrentWidget(self.page)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isFullScreen():
            self.showMaximized() if self._was_maximised else self.showNormal()
        self._choose_screen()

    def finish_painting(self) -> None:
        """Do at once what else comes bit by bit, for a picture of the window."""
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        self.grab()
        self.page.list.finish_painting()
        self.conductor.refresh()
        self.conductor.finish_fade()

    def _dress(self) -> None:
        self._theme.dress(self)

    def _take_settings(self) -> None:
        settings = self._practice.settings
        modes: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
        self._theme.set(modes[settings.word("theme")], settings.number("text_scale") / 100)
        if self._follow:
            self._follow.set_distance(settings.number("distance"))
        if not self._actor.looks_like(settings):
            self._actor = Actor(settings)
            self.page.set_actor(self._actor)
            self.conductor.set_actor(self._actor)

    def _show_undo(self, words: str) -> None:
        """In the follow view there are no buttons: there the key is named."""
        from hinge_gui.ui.player.keys import first_key

        key = first_key(self._practice.settings, "undo")
        if self._follow:
            self._follow.show_undo(f"{words}. {key} takes it back." if words and key else words)

    def _show_interrupted(self, interrupted: bool) -> None:
        if interrupted or self._practice.view == "play":
            self.page.play.show_interrupted(interrupted)

    def _follow_state(self, _fact: object = None) -> None:
        if self._pointer:
            self._pointer.set_playing(self._practice.state == "playing" and self._practice.view == "play")

    # -- deeds ---------------------------------------------------------------------------------------------

    def do(self, deed: str) -> None:
        """Do what a key or a button asks for; on another page keys only lead back."""
        if self.beside.page:
            if deed == "leave":
                self.beside.back()
            return
        if deed.startswith("key:"):
            if self._keys and self._keys.other(int(deed.removeprefix("key:"))):
                self._play_pause()
        elif deed in self._deeds():
            if self._practice.state == "waiting" and deed in _GOES_ON:
                self._practice.go()
            else:
                self._deeds()[deed]()

    def _deeds(self) -> dict[str, Callable[[], None]]:
        practice, panel = self._practice, self.page.panel
        return {
            "play_pause": self._play_pause,
            "pause": self._pause,
            "stage": self._stage_pressed,
            "next": practice.next if practice.view != "start" else self._play_pause,
            "previous": practice.previous,
            "back": lambda: practice.skip_s(-10),
            "on": lambda: practice.skip_s(10),
            "again": practice.again,
            "mute": self._mute,
            "follow": lambda: self.leave_follow() if self.is_following else self.follow(),
            "turn": self._turn,
            **{deed: partial(self._turn_figure, *way) for deed, way in TURNS.items()},
            "figure_back": self._turn_figure_back,
            "leave": self._leave,
            "undo": practice.undo,
            "adjust": lambda: panel.toggle("adjust"),
            "drawer": lambda: panel.toggle("drawer"),
            "compare": self._compare,
            "explain": practice.explain,
            **{page: partial(self.page_asked.emit, page) for page in _PAGES},
            "learn": lambda: self.page_asked.emit("learn"),
        }

    def _play_pause(self) -> None:
        begins = self._practice.view == "start"
        (self.page.start.begin if begins else self._practice.play_pause)()

    def _stage_pressed(self) -> None:
        if self._practice.state == "waiting":
            self._practice.go()

    def _pause(self) -> None:
        if self._practice.state == "playing":
            self._practice.play_pause()

    def _turn(self) -> None:
        if self._follow and self.is_following:
            self._follow.turn()

    @property
    def _figure(self) -> Turnable | None:
        """The one that is looked at."""
        return self.page.compared or self.conductor.screen

    def _turn_figure(self, yaw_deg: float, pitch_deg: float) -> None:
        if self._figure:
            self._figure.turn_figure(yaw_deg, pitch_deg)

    def _turn_figure_back(self) -> None:
        if self._figure:
            self._figure.turn_figure_back()

    def _is_turned(self) -> bool:
        return self._follow is not None and self.is_following and self._follow.is_turned

    def _compare(self) -> None:
        if not self.is_following:
            self.page.toggle_compare()

    def _mute(self) -> None:
        settings = self._practice.settings
        self._practice.set_settings(settings.with_value("muted", not settings.flag("muted")))

    def _leave(self) -> None:
        if self.is_following:
            self.leave_follow()
        elif self.page.is_comparing:
            self.page.toggle_compare()
        elif self.page.panel.is_open:
            self.page.panel.open(None)
        elif self._practice.view == "start":
            self.page_asked.emit("home")
        else:
            self._practice.leave()

    def make_menu(self) -> None:
        """Not needed before the first paint."""
        from hinge_gui.ui.menu import main_menu

        deeds = {"mute": self._mute, "follow": self.follow, "about": self.about_asked.emit, "quit": self.close}
        self.page.set_menu(main_menu(self, self._practice, self.page_asked.emit, deeds))

    # -- Qt ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


_GOES_ON: Final = frozenset({"play_pause", "next", "previous", "back", "on", "again"})
