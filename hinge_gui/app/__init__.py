"""The composition root of the window: builds every object, and alone connects one room to another."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hinge_gui import __version__
from hinge_gui.app.ending import Ending
from hinge_gui.app.lasting import Lasting
from hinge_gui.app.log_keeper import LogKeeper
from hinge_gui.app.memory import give_back_pictures
from hinge_gui.app.place_keeper import PlaceKeeper
from hinge_gui.app.wall_clock import now
from hinge_gui.core.errors import PersonError
from hinge_gui.core.moment import place_words
from hinge_gui.core.practice import PracticeEntry, side_in_turn
from hinge_gui.core.prepared import Learnt
from hinge_gui.paint.one_thread import paint_in_one_thread
from hinge_gui.records import dataclass
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.app_state import AppState, AppStateFile
from hinge_gui.store.library import DEFAULT_ROUTINE, Library
from hinge_gui.store.place_file import KeptPlace, PlaceFile
from hinge_gui.store.places import places
from hinge_gui.store.settings_file import SettingsFile
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
SAVE_AFTER_MS: Final = 400  # after the last change: a slider that is dragged writes one file, not sixty a second
GONE: Final = "This practice is not among yours any more; you can still finish it."
ABOUT: Final = (
    "A follow-along player for gentle exercise.",
    "Everything happens on this computer. There is no account, nothing is sent anywhere, and your practice log is "
    "a plain text file that is yours.",
    "It is no medical advice. Pain means stop.",
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for. A rehearsal keeps, logs and asks nothing."""

    routine: str | None = None
    start: bool = False
    rehearsal: bool = False
    speed: float = 1.0
    silent: bool = False


def qt_application() -> QApplication:
    """The one that runs, or a new one with the names by which desktops know the window."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    paint_in_one_thread()
    give_back_pictures()
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    return app


class App(QObject):
    """Everything, connected; shown by `show`. PersonError where the routine cannot be played."""

    def __init__(self, options: Options, clock: Clock = sleepless_ms) -> None:
        super().__init__()
        self.options, self.clock, self._places = options, clock, places()
        self.library = Library(self._places)
        self._settings_file = SettingsFile(self._places.settings, self.library.reader)
        self._adjustments = AdjustmentsFiles(self._places.adjustments, self.library.reader)
        self._place_file = PlaceFile(self._places)
        self._state_file = AppStateFile(self._places)
        self._state = AppState() if options.rehearsal else self._state_file.read()
        settings, self._faults = self._settings_file.load()
        modes: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
        self.theme = Theme(modes[settings.word("theme")], settings.number("text_scale") / 100, self)
        pacing = Pacing(options.speed, waits=not options.rehearsal)
        driven = sped_up(clock, options.speed) if options.speed != 1 else clock
        self.practice = Practice(Lasting(self.library.catalogue), driven, settings, pacing, self)
        self.window = Window(self.theme, self.practice)
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self.sound_maker: SoundMaker | None = None
        self._kept = None if options.rehearsal else self._place_file.read()
        self._open_first()
        self.window.painted.connect(self._settle)
        self.window.closing.connect(self._close)
        if not options.rehearsal:
            self._keep_things()

    def show(self) -> None:
        self.window.resize(self._state.width, self._state.height)
        if self._state.maximised:
            self.window.showMaximized()
        else:
            self.window.show()

    @cached_property
    def log(self) -> PracticeLog:
        from hinge_gui.store.log import PracticeLog

        return PracticeLog(self._places.log)

    # -- routines ------------------------------------------------------------------------------------------

    def open_routine(self, word: str, id_: str = "") -> None:
        """By id, name or file, with this person's changes to it; a copy goes by the id of what it is a copy of."""
        if self._save_soon.isActive():
            self.keep_now()
        routine, entry = self.library.playable(word), self.library.routine(word)
        routine = replace(routine, id=id_ or routine.id)
        adjustments, faults = self._adjustments.load(routine.id)
        self._faults += faults
        done = self._practised()
        first = "left" if done is None else side_in_turn(done, routine.id)
        self.practice.open(routine, adjustments, first, self._learnt(done))
        self._saved_adjustments, self.opened, self._entry = adjustments, id_ or word, entry

    def _open_first(self) -> None:
        """What was asked for, or what was cut short, or the usual one."""
        wanted = self.options.routine or (self._kept.routine if self._kept else DEFAULT_ROUTINE)
        try:
            self.open_routine(wanted)
        except PersonError:
            if self.options.routine:
                raise
            self._open_copy()
        if self._kept and self._kept.fits(self.practice.timeline) and not self.options.start:
            words = place_words(self.practice.steps, self.practice.timeline, self._kept.position_ms)
            gone = f". {GONE}" if self._entry.file == self._place_file.copy else ""
            self.window.page.start.offer_kept_place(words + gone)
            self.window.page.start.kept_place_chosen.connect(self._take_kept_place)
        if not (self._state.safety_read or self.options.rehearsal):
            self.window.page.start.show_safety()
            self.window.page.start.safety_read.connect(self._safety_was_read)

    def _open_copy(self) -> None:
        """What was cut short is not there any more: what somebody began they may still finish."""
        with suppress(PersonError):
            if self._kept:
                self.open_routine(str(self._place_file.copy), self._kept.routine)
                return
        self.open_routine(DEFAULT_ROUTINE)

    def _practised(self) -> list[PracticeEntry] | None:
        """The log; None for a rehearsal, which plays as the routine is written."""
        if self.options.rehearsal:
            return None
        return self.log.read()[0] if self._places.log.exists() else []

    def _learnt(self, done: list[PracticeEntry] | None) -> Learnt | None:
        """How well each exercise is known."""
        if not done:
            return None if done is None else {}
        from hinge_gui.core.fading import faded

        return faded(done, now())

    def _take_kept_place(self, choice: str) -> None:
        kept: KeptPlace | None = self._kept
        if choice == "over" or kept is None:
            self._place_file.clear()
        else:
            self.practice.play_from(kept.position_ms, side_again=choice == "again")

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
        self.window.about_asked.connect(self._tell_about)
        Announcer(self.practice, self.window, self)
        self.window.page.top.badge_pressed.connect(lambda trouble: self.sound_checks.tell_of(trouble))
        if not self.options.silent:
            self.sound_maker = SoundMaker(self.practice, self.window, self._places.cache / "voice", self)
        if not self.options.rehearsal:
            self.library.remember()
            self._watch.renew()
            Drops(self.window, ".hinge").dropped.connect(lambda file: self.pages.sharing.look_at(file))
            if self._state.safety_read:
                self._offer_sound_check()
            if any(self._places.drafts.glob("*/*.yaml")) and not self.options.start:
                self.pages.offer_drafts()
            if self._faults:
                self.tell(PersonError("Some of your files could not be read in full.", "", self._faults))
        if self.options.start:
            self.practice.play_pause()

    @cached_property
    def sound_checks(self) -> SoundChecks:
        from hinge_gui.app.sound_checks import SoundChecks

        return SoundChecks(self)

    def tell_trouble(self, trouble: str) -> None:
        self.tell(PersonError("Not everything works here", trouble))

    @cached_property
    def pages(self) -> Pages:
        from hinge_gui.app.pages import Pages

        return Pages(self, self._places, self._adjustments, self._watch)

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

    def _tell_about(self) -> None:
        from hinge_gui.ui.messages import Sheet

        sheet = Sheet(self.theme, f"{NAME} {__version__}", list(ABOUT), parent=self.window)
        sheet.show()

    def tell(self, error: PersonError) -> None:
        """Show what the person can put right; a rehearsal has no dialogs."""
        if self.options.rehearsal:
            print(error, file=sys.stderr)  # noqa: T201 - there is no window to tell it in
            return
        from hinge_gui.ui.messages import show_error

        show_error(self.window, self.theme, error)

    # -- what is kept --------------------------------------------------------------------------------------

    def _keep_things(self) -> None:
        self._place = PlaceKeeper(self.practice, self._place_file, lambda: self._entry, self)
        self._save_soon.timeout.connect(self.keep_now)
        self.practice.timeline_changed.connect(self._save_soon.start)
        self.practice.settings_changed.connect(self._save_soon.start)
        self._log_keeper = LogKeeper(self.practice, lambda: self.log, self.tell, self)

    def keep_now(self) -> None:
        """Write down settings and adjustments that changed a moment ago."""
        self._save_soon.stop()
        try:
            self._settings_file.save(self.practice.settings)
            if self.practice.adjustments != self._saved_adjustments:
                self._saved_adjustments = self.practice.adjustments
                self._adjustments.save(self.practice.routine.id, self._saved_adjustments)
        except PersonError as error:
            self.tell(error)

    def _safety_was_read(self) -> None:
        self._remember(safety_read=True)
        self._offer_sound_check()

    def _offer_sound_check(self) -> None:
        if not self._state.sound_offered:
            self.sound_checks.offer(lambda: self._remember(sound_offered=True))

    def _remember(self, **what: bool) -> None:
        self._state = replace(self._state, **what)
        self._state_file.write(self._state)

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
        self.keep_now()
        if "pages" in self.__dict__:
            self.pages.keep_drafts()
        self.library.remember()
        size, maximised = self.window.normalGeometry().size(), self.window.isMaximized()
        self._state_file.write(replace(self._state, width=size.width(), height=size.height(), maximised=maximised))

    # -- what nobody caught --------------------------------------------------------------------------------

    def on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A `sys.excepthook`. What the person can put right is told; after a bug the practice is paused as well."""
        if isinstance(error, PersonError):
            self.tell(error)
            return
        sys.__excepthook__(kind, error, trace)
        if self.options.rehearsal:
            QApplication.exit(1)
            return
        kept = self.practice.view == "play"
        if self.practice.state == "playing":
            self.practice.play_pause()
        from hinge_gui.ui.messages import show_bug

        show_bug(self.window, self.theme, error, kept=kept)


def run(options: Options, prepare: Callable[[App], None] | None = None) -> int:
    """Open the window and stay until it is closed; the exit code. `prepare` is called before it is shown."""
    qt = qt_application()
    app = App(options)
    sys.excepthook = app.on_uncaught
    if prepare:
        prepare(app)
    if not options.rehearsal:
        Ending(app.window.close, app)
    app.show()
    return qt.exec()
