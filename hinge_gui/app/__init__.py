"""The composition root of the window: builds every object, and alone connects one room to another."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from hinge_gui.app.at_hand import AtHand
from hinge_gui.app.changes import Changes
from hinge_gui.app.lasting_catalogue import LastingCatalogue
from hinge_gui.app.log_keeper import LogKeeper
from hinge_gui.app.place_keeper import PlaceKeeper
from hinge_gui.app.window_memory import WindowMemory
from hinge_gui.core.errors import PersonError
from hinge_gui.core.practice import PracticeEntry
from hinge_gui.core.settings import Settings
from hinge_gui.records import dataclass
from hinge_gui.store.app_state import AppStateFile
from hinge_gui.store.library import Library
from hinge_gui.store.place_file import PlaceFile
from hinge_gui.store.places import places
from hinge_gui.ui.clock import Clock, sleepless_ms, sped_up
from hinge_gui.ui.practice import Pacing, Practice
from hinge_gui.ui.theme import Mode, Theme
from hinge_gui.ui.window import Window

if TYPE_CHECKING:
    from hinge_gui.app.pages import Pages
    from hinge_gui.app.sound_checks import SoundChecks
    from hinge_gui.app.sound_maker import SoundMaker
    from hinge_gui.app.watch import FolderWatch
    from hinge_gui.store.log import PracticeLog

NAME: Final = "hinge-gui"
_MODES: Final[dict[str, Mode]] = {"system": "system", "light": "light", "dark": "dark"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. A rehearsal keeps, logs and asks nothing."""

    routine: str | None = None
    start: bool = False
    rehearsal: bool = False
    speed: float = 1.0
    silent: bool = False


class App(QObject):
    """Everything, connected; shown by `show`. PersonError where the routine cannot be played."""

    def __init__(self, options: Options, clock: Clock = sleepless_ms) -> None:
        super().__init__()
        self.options, self.clock, self._places = options, clock, places()
        self.library = Library(self._places)
        self.changes = Changes(self._places, self.library.reader, self)
        self.theme = _theme(self.changes.settings, self)
        self.practice = self._make_practice()
        self.window = Window(self.theme, self.practice)
        self.sound_maker: SoundMaker | None = None
        self.at_hand = AtHand(self.library, self.practice, self.changes, self._practised)
        self._memory = WindowMemory(self.window, AppStateFile(self._places), rehearsal=options.rehearsal)
        if options.rehearsal:
            self.at_hand.open_first(options.routine, None)
        else:
            self._open_and_keep()
        self.window.painted.connect(self._settle)
        self.window.closing.connect(self._close)

    def _make_practice(self) -> Practice:
        speed = self.options.speed
        driven = sped_up(self.clock, speed) if speed != 1 else self.clock
        pacing = Pacing(speed, waits=not self.options.rehearsal)
        return Practice(LastingCatalogue(self.library.catalogue), driven, self.changes.settings, pacing, self)

    def _open_and_keep(self) -> None:
        """From here on the person's files follow what happens."""
        self._place = PlaceKeeper(self.practice, PlaceFile(self._places), lambda: self.at_hand.entry, self)
        self.at_hand.open_first(self.options.routine, self._place)
        if not self.options.start:
            self._place.offer(self.window.page.start)
        self._memory.show_safety(self._offer_sound)
        self.changes.follow(self.practice, self.tell)
        self._log_keeper = LogKeeper(self.practice, lambda: self.log, self.tell, self)

    def show(self) -> None:
        self._memory.show()

    def _offer_sound(self, answered: Callable[[], None]) -> None:
        self.sound_checks.offer(answered)

    def _practised(self) -> list[PracticeEntry] | None:
        """None for a rehearsal, which plays as the routine is written."""
        if self.options.rehearsal:
            return None
        return self.log.read()[0] if os.path.exists(self._places.log) else []

    # -- after the first paint -----------------------------------------------------------------------------

    def _settle(self) -> None:
        """Make what a start can do without."""
        from hinge_gui.app.sound_maker import SoundMaker
        from hinge_gui.ui.drops import Drops
        from hinge_gui.ui.player.milestones import Announcer

        if not gc.isenabled():  # as a start has it, but not a test
            gc.freeze()  # what a start makes stays; the collector need not go through it again and again
            gc.enable()
        self.window.make_menu()
        self.window.page_asked.connect(self.show_page)
        self.window.page.panel.save_asked.connect(lambda: self.pages.keep_adjusted())
        self.window.about_asked.connect(self.tell_about)
        Announcer(self.practice, self.window, self)
        self.window.page.top.badge_pressed.connect(lambda trouble: self.sound_checks.tell_of(trouble))
        if not self.options.silent:
            self.sound_maker = SoundMaker(self.practice, self.window, self._places.cache / "voice", self)
        if not self.options.rehearsal:
            self.library.remember()
            self._watch.renew()
            Drops(self.window, ".hinge").dropped.connect(lambda file: self.pages.sharing.look_at(file))
            self._memory.offer_sound(self._offer_sound)
            drafts = self._places.drafts
            if not self.options.start and os.path.isdir(drafts) and any(drafts.glob("*/*.yaml")):
                self.pages.offer_drafts()
            self._tell_faults()
        if self.options.start:
            self.practice.play_pause()

    def _tell_faults(self) -> None:
        """Of what the person set and adjusted; where nothing is lost they are not kept from starting."""
        lost = [fault for fault in self.changes.faults if not fault.warning]
        for warning in (fault for fault in self.changes.faults if fault.warning):
            print(warning, file=sys.stderr)  # noqa: T201 - whoever wrote it by hand has a terminal, too
        if lost:
            self.tell(PersonError("Some of your files could not be read in full.", "", lost))

    @cached_property
    def log(self) -> PracticeLog:
        from hinge_gui.store.log import PracticeLog

        return PracticeLog(self._places.log)

    @cached_property
    def sound_checks(self) -> SoundChecks:
        from hinge_gui.app.sound_checks import SoundChecks

        return SoundChecks(self)

    def tell_trouble(self, trouble: str) -> None:
        self.tell(PersonError("Not everything works here", trouble))

    @cached_property
    def pages(self) -> Pages:
        from hinge_gui.app.pages import Pages

        return Pages(self, self._places, self.changes.adjustments, self._watch)

    @cached_property
    def _watch(self) -> FolderWatch:
        from hinge_gui.app.watch import watch_over

        return watch_over(self._places, self, lambda: self.pages.look_again())

    def show_page(self, page: str) -> None:
        """One of `Pages.show`, or one of the sheets, `shortcuts` and `sound`."""
        if page == "shortcuts":
            from hinge_gui.ui.player.shortcuts import Shortcuts

            Shortcuts(self.theme, self.practice.settings, self.window).open()
        elif page == "sound":
            self.sound_checks.show()
        else:
            self.pages.show(page)

    def tell_about(self) -> None:
        from hinge_gui.ui.about import show_about

        show_about(self.window, self.theme)

    def tell(self, error: PersonError) -> None:
        """Show what the person can put right; a rehearsal has no dialogs."""
        if self.options.rehearsal:
            print(error, file=sys.stderr)  # noqa: T201 - there is no window to tell it in
            return
        from hinge_gui.ui.messages import show_error

        show_error(self.window, self.theme, error)

    def _close(self) -> None:
        """The window goes: keep the place of a practice that is under way, so that it can be gone on with."""
        if "sound_checks" in self.__dict__:
            self.sound_checks.listening.close()
        if self.sound_maker:
            self.sound_maker.close()
        if self.options.rehearsal:
            return
        if self.practice.view == "play":
            self._place.keep()
            self._log_keeper.write()
        self.changes.write()
        if "pages" in self.__dict__:
            self.pages.keep_drafts()
        self.library.remember()
        self._memory.keep_size()


def _theme(settings: Settings, parent: QObject) -> Theme:
    return Theme(_MODES[settings.word("theme")], settings.number("text_scale") / 100, parent)
