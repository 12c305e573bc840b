"""The composition root of the window: builds every object, and alone connects one room to another."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hinge_gui import __version__
from hinge_gui.core.errors import PersonError
from hinge_gui.core.events import Countdown, CueDue, Fact, Finished, Jumped, Paused, Resumed, Started, Stopped
from hinge_gui.core.routine import Routine
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.app_state import AppState, AppStateFile
from hinge_gui.store.assets import asset
from hinge_gui.store.library import DEFAULT_ROUTINE, Library
from hinge_gui.store.place_file import KeptPlace, PlaceFile, fingerprint, place_of
from hinge_gui.store.places import places
from hinge_gui.store.settings_file import SettingsFile
from hinge_gui.ui.clock import Clock, sleepless_ms, sped_up
from hinge_gui.ui.player.moment import place_words
from hinge_gui.ui.practice import Pacing, Practice
from hinge_gui.ui.prepared import FirstSide
from hinge_gui.ui.theme import Mode, Theme
from hinge_gui.ui.window import Window

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hinge_gui.store.log import PracticeLog

NAME: Final = "hinge-gui"
KEEP_PLACE_MS: Final = 5000
SAVE_AFTER_MS: Final = 400  # after the last change: a slider that is dragged writes one file, not sixty a second
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


def qt_application() -> QApplication:
    """The one that runs, or a new one with the names by which desktops know the window."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    return app


def now() -> datetime:
    """With the offset from UTC."""
    from datetime import datetime

    return datetime.now().astimezone()


class App(QObject):
    """Everything, connected; shown by `show`. PersonError where the routine cannot be played."""

    def __init__(self, options: Options, clock: Clock = sleepless_ms) -> None:
        super().__init__()
        self.options, self._places = options, places()
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
        self.practice = Practice(self.library.catalogue, driven, settings, pacing, self)
        self.window = Window(self.theme, self.practice)
        self._sound: Sound | None = None
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
        if self.options.start:
            self.practice.play_pause()

    @cached_property
    def log(self) -> PracticeLog:
        from hinge_gui.store.log import PracticeLog

        return PracticeLog(self._places.log)

    # -- routines ------------------------------------------------------------------------------------------

    def open_routine(self, word: str) -> None:
        """By id, name or file, with this person's changes to it."""
        entry = self.library.routine(word)
        if entry.routine is None:
            raise PersonError(f"{entry.name} cannot be played", "", entry.faults)
        adjustments, faults = self._adjustments.load(entry.id)
        self._faults += faults
        self.practice.open(entry.routine, adjustments, self._first_side(entry.routine))
        self._saved_adjustments = adjustments

    def _open_first(self) -> None:
        """What was asked for, or what was cut short, or the usual one."""
        wanted = self.options.routine or (self._kept.routine if self._kept else DEFAULT_ROUTINE)
        try:
            self.open_routine(wanted)
        except PersonError:
            if self.options.routine:
                raise
            self.open_routine(DEFAULT_ROUTINE)
        if self._kept and self._kept.fits(self.practice.timeline) and not self.options.start:
            words = place_words(self.practice.steps, self.practice.timeline, self._kept.position_ms)
            self.window.page.start.offer_kept_place(words)
            self.window.page.start.kept_place_chosen.connect(self._take_kept_place)
        if not (self._state.safety_read or self.options.rehearsal):
            self.window.page.start.show_safety()
            self.window.page.start.safety_read.connect(self._safety_was_read)

    def _first_side(self, routine: Routine) -> FirstSide:
        if routine.first_side != "alternate" or self.options.rehearsal:
            return "left"
        last = self.log.last_completed(routine.id)
        return "right" if last and last.first_side == "left" else "left"

    def _choose_routine(self, id_: str) -> None:
        try:
            self.open_routine(id_)
        except PersonError as error:
            self.tell(error)

    def _take_kept_place(self, choice: str) -> None:
        kept: KeptPlace | None = self._kept
        if choice == "over" or kept is None:
            self._place_file.clear()
        else:
            self.practice.play_from(kept.position_ms, side_again=choice == "again")

    # -- after the first paint -----------------------------------------------------------------------------

    def _settle(self) -> None:
        """Make what a start can do without."""
        self.window.set_routines([(e.id, e.name) for e in self.library.routines() if e.routine])
        self.window.routine_chosen.connect(self._choose_routine)
        self.window.about_asked.connect(self._tell_about)
        self.window.page.top.badge_pressed.connect(lambda trouble: self.tell(PersonError(trouble)))
        if not self.options.rehearsal or self.options.speed == 1:
            self._sound = Sound(self.practice, self.window, self._places.cache / "voice", self)
        if not self.options.rehearsal:
            self.library.remember()
            if self._faults:
                self.tell(PersonError("Some of your files could not be read in full.", "", self._faults))

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
        self._place = PlaceKeeper(self.practice, self._place_file, self)
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self._save)
        self.practice.timeline_changed.connect(self._save_soon.start)
        self.practice.settings_changed.connect(self._save_soon.start)
        self.practice.fact.connect(self._log_practice)

    def _save(self) -> None:
        self._save_soon.stop()
        try:
            self._settings_file.save(self.practice.settings)
            if self.practice.adjustments != self._saved_adjustments:
                self._saved_adjustments = self.practice.adjustments
                self._adjustments.save(self.practice.routine.id, self._saved_adjustments)
        except PersonError as error:
            self.tell(error)

    def _log_practice(self, fact: Fact) -> None:
        if isinstance(fact, Started):
            self._started_at = now()
        elif isinstance(fact, Finished | Stopped):
            self._write_log()

    def _write_log(self) -> None:
        entry = self.practice.record.entry(self._started_at.isoformat(timespec="seconds"))
        if entry is None:
            return
        try:
            self.log.append(entry)
        except PersonError as error:
            self.tell(error)

    def _safety_was_read(self) -> None:
        self._state = replace(self._state, safety_read=True)
        self._state_file.write(self._state)

    def _close(self) -> None:
        """The window goes: keep the place of a practice that is under way, so that it can be gone on with."""
        if self._sound:
            self._sound.close()
        if self.options.rehearsal:
            return
        if self.practice.view == "play":
            self._place.keep()
            self._write_log()
        self._save()
        size, maximised = self.window.normalGeometry().size(), self.window.isMaximized()
        self._state_file.write(
            replace(self._state, width=size.width(), height=size.height(), maximised=maximised)
        )

    # -- bugs ----------------------------------------------------------------------------------------------

    def on_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A `sys.excepthook`: the practice is paused, its place kept, and one dialog tells."""
        sys.__excepthook__(kind, error, trace)
        if self.options.rehearsal:
            QApplication.exit(1)
            return
        kept = self.practice.view == "play"
        if self.practice.state == "playing":
            self.practice.play_pause()
        from hinge_gui.ui.messages import show_bug

        show_bug(self.window, self.theme, error, kept=kept)


class PlaceKeeper(QObject):
    """Writes the place down every five seconds of play; the seconds that are told anyway are its clock."""

    def __init__(self, practice: Practice, file: PlaceFile, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._file = practice, file
        self._kept_ms = 0
        self._print = ""
        practice.timeline_changed.connect(self._forget_print)
        practice.fact.connect(self._hear)

    def keep(self) -> None:
        self._print = self._print or fingerprint(self._practice.timeline)
        place_ms = round(self._practice.player.place_ms)
        when = now().isoformat(timespec="seconds")
        try:
            self._file.keep(place_of(self._practice.timeline, place_ms, when, self._print))
        except PersonError:  # a disk that cannot be written to was told when the settings were
            self._practice.fact.disconnect(self._hear)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Finished | Stopped):
            self._file.clear()
        elif isinstance(fact, Paused | Started) or (
            isinstance(fact, Countdown) and abs(fact.at_ms - self._kept_ms) >= KEEP_PLACE_MS
        ):
            self._kept_ms = fact.at_ms
            self.keep()

    def _forget_print(self) -> None:
        self._print = ""


class Sound(QObject):
    """Rings and says what the practice tells, as the settings say; badges where something is missing."""

    _awake_told = Signal()

    def __init__(self, practice: Practice, window: Window, phrases: Path, parent: QObject) -> None:
        super().__init__(parent)
        from hinge_gui.audio.bells import Bells
        from hinge_gui.audio.keep_awake import KeepAwake
        from hinge_gui.audio.rendered_voice import RenderedVoice, espeak
        from hinge_gui.audio.speaker import Speaker

        self._practice, self._window, settings = practice, window, practice.settings
        self._speaker = Speaker(self)
        self._bells = Bells(self._speaker, asset("resources", "bells"), settings.word("bell_set"))
        self._voice = RenderedVoice(self._speaker, espeak(round(settings.number("voice_speed"))), phrases, self)
        self._awake = KeepAwake(self._awake_told.emit)
        self._in_use = self._choices()
        for changed in (self._speaker.changed, self._voice.changed, self._awake_told):
            changed.connect(self._show_badges)
        practice.settings_changed.connect(self._take_settings)
        practice.timeline_changed.connect(self._prepare)
        practice.fact.connect(self._hear)
        self._take_settings()
        self._prepare()
        if practice.state == "playing":
            self._go_on()

    def close(self) -> None:
        for part in (self._bells, self._voice, self._speaker, self._awake):
            part.close()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Started | Resumed):
            self._go_on()
        elif isinstance(fact, Paused | Finished | Stopped):
            self._rest()
        elif isinstance(fact, CueDue) and fact.sounded:
            if fact.cue.bell:
                self._bells.play(fact.cue.bell)
            elif fact.cue.text and self._practice.settings.flag("voice"):
                self._voice.say(fact.cue.text)
        elif isinstance(fact, Jumped):
            self._voice.stop()

    def _go_on(self) -> None:
        self._speaker.begin()
        if self._practice.settings.flag("keep_awake"):
            self._awake.hold()

    def _rest(self) -> None:
        if self._practice.state != "finished":  # its last words are heard out
            self._voice.stop()
        self._speaker.rest()
        self._awake.release()

    def _prepare(self) -> None:
        if self._practice.settings.flag("voice"):
            texts = (cue.text for cue in self._practice.timeline.cues if cue.text)
            self._voice.prepare(list(dict.fromkeys(texts)))

    def _choices(self) -> tuple[str, float]:
        return self._practice.settings.word("bell_set"), self._practice.settings.number("voice_speed")

    def _take_settings(self) -> None:
        from hinge_gui.audio.rendered_voice import espeak

        settings, before = self._practice.settings, self._in_use
        self._in_use = self._choices()
        if self._in_use[0] != before[0]:
            self._bells.use(self._in_use[0])
        if self._in_use[1] != before[1]:
            self._voice.use(espeak(round(self._in_use[1])))
        self._bells.set_volume(settings.number("bells_volume"))
        self._voice.set_volume(settings.number("voice_volume"))
        for part in (self._bells, self._voice):
            part.set_muted(settings.flag("muted"))
        self._show_badges()

    def _show_badges(self) -> None:
        sound, voice = self._bells.trouble or "", self._voice.trouble or ""
        wanted = self._practice.settings.flag("voice")
        self._window.page.set_badge("sound", sound)
        self._window.page.set_badge("voice", voice if wanted and voice != sound else "")
        self._window.page.set_badge("awake", self._awake.trouble or "")


def run(options: Options, prepare: Callable[[App], None] | None = None) -> int:
    """Open the window and stay until it is closed; the exit code. `prepare` is called before it is shown."""
    qt = qt_application()
    app = App(options)
    sys.excepthook = app.on_bug
    if prepare:
        prepare(app)
    app.show()
    return qt.exec()
