"""What the practice tells, made heard. Made after the first paint; no part of it holds the window up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hinge_gui.app.in_turns import InTurns
from hinge_gui.app.narrator import Narrator
from hinge_gui.app.voices import make_voice, take_voice
from hinge_gui.audio.bells import Bells
from hinge_gui.audio.command import command_of
from hinge_gui.audio.late_speaker import LateSpeaker
from hinge_gui.core.events import CueDue, Fact, Finished, Jumped, Paused, Resumed, Started, Stopped
from hinge_gui.core.quiet_house import bells_percent, voice_percent
from hinge_gui.store.assets import asset
from hinge_gui.ui.clock import Clock, sleepless_ms
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.window import Window

if TYPE_CHECKING:
    from hinge_gui.app.keeping_awake import KeepingAwake
    from hinge_gui.app.media_keys import MediaKeys
    from hinge_gui.app.quiet_others import QuietOthers

_REST_AFTER_MS = 250  # what the desktop is asked for; each part starts a thread or imports something that slows frames


class Sound(QObject):
    """Rings and says what the practice tells, as the settings say; badges where something is missing.

    It hears what is told from now on; what was told since play began is handed to `hear`.
    """

    def __init__(
        self, practice: Practice, window: Window, phrases: Path, parent: QObject, clock: Clock = sleepless_ms
    ) -> None:
        super().__init__(parent)
        self._practice, self._window, settings = practice, window, practice.settings
        self.speaker = LateSpeaker(self)
        self.bells = Bells(self.speaker, asset("resources", "bells"), settings.word("bell_set"))
        self.voice = make_voice(settings, self.speaker, phrases, clock, self)
        self._narrator = Narrator(self.voice, clock, self)
        self._others: QuietOthers | None = None
        self._media_keys: MediaKeys | None = None
        self._awake: KeepingAwake | None = None
        self._rest = InTurns((self._quiet_others, self._take_media_keys, self._keep_awake), _REST_AFTER_MS, self)
        self._in_use = self._choices()
        for changed in (self.speaker.changed, self.voice.changed):
            changed.connect(self._show_badges)
        self.voice.ready.connect(self._narrator.go_on)
        practice.settings_changed.connect(self._take_settings)
        practice.timeline_changed.connect(self._prepare)
        practice.fact.connect(self.hear)
        self._take_settings()
        self._prepare()

    def close(self) -> None:
        self._narrator.hush()
        self._rest.stop()
        for part in (self.bells, self.voice, self.speaker, self._awake, self._others, self._media_keys):
            if part is not None:
                part.close()

    def _quiet_others(self) -> None:
        from hinge_gui.app.quiet_others import QuietOthers

        self._others = QuietOthers(self._practice, self)

    def _take_media_keys(self) -> None:
        from hinge_gui.app.media_keys import MediaKeys

        self._media_keys = MediaKeys(self._practice, self._window, self)

    def _keep_awake(self) -> None:
        from hinge_gui.app.keeping_awake import KeepingAwake

        self._awake = KeepingAwake(self._practice, self)
        self._awake.changed.connect(self._show_badges)

    def hear(self, fact: Fact) -> None:
        if isinstance(fact, Started | Resumed):
            self.speaker.begin()
        elif isinstance(fact, Paused | Stopped):
            self._narrator.hush()
            self.speaker.rest()
        elif isinstance(fact, Finished):  # the last words and the last bell are heard out
            self.speaker.rest()
        elif isinstance(fact, Jumped):
            self._narrator.hush()
            self._prepare()
        elif isinstance(fact, CueDue) and fact.sounded:
            self._make_heard(fact)

    def _make_heard(self, fact: CueDue) -> None:
        if fact.cue.bell:
            self.bells.play(fact.cue.bell)
        elif fact.cue.text and self._practice.settings.flag("voice"):
            self._narrator.due(fact, self._practice.timeline)

    def _prepare(self) -> None:
        """Phrases in the order of need: what lies ahead first."""
        if not self._practice.settings.flag("voice"):
            return
        place_ms = self._practice.player.place_ms
        cues = sorted(self._practice.timeline.cues, key=lambda cue: cue.at_ms < place_ms)
        self.voice.prepare(list(dict.fromkeys(cue.text for cue in cues if cue.text)))

    def _choices(self) -> tuple[str, object, bool]:
        settings = self._practice.settings
        return settings.word("bell_set"), command_of(settings), settings.flag("voice")

    def _take_settings(self) -> None:
        settings, before = self._practice.settings, self._in_use
        self._in_use = self._choices()
        if self._in_use[0] != before[0]:
            self.bells.use(self._in_use[0])
        if self._in_use[1] != before[1]:
            take_voice(self.voice, settings)
        if self._in_use[2] != before[2]:
            self._narrator.hush()
            self._prepare()
        self.speaker.choose(settings.word("sound_device"))
        self.bells.set_volume(bells_percent(settings))
        self.voice.set_volume(voice_percent(settings))
        for part in (self.bells, self.voice):
            part.set_muted(settings.flag("muted"))
        self._show_badges()

    def _show_badges(self) -> None:
        sound, voice = self.bells.trouble or "", self.voice.trouble or ""
        wanted = self._practice.settings.flag("voice")
        self._window.page.set_badge("sound", sound)
        self._window.page.set_badge("voice", voice if wanted and voice != sound else "")
        self._window.page.set_badge("awake", (self._awake and self._awake.trouble) or "")
