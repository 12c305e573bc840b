"""What the practice tells, made heard; and the screen kept awake meanwhile. Made after the first paint."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hinge_gui.audio.bells import Bells
from hinge_gui.audio.command import command_of
from hinge_gui.audio.keep_awake import KeepAwake
from hinge_gui.audio.rendered_voice import RenderedVoice
from hinge_gui.audio.speaker import Speaker
from hinge_gui.core.events import CueDue, Fact, Finished, Jumped, Paused, Resumed, Started, Stopped
from hinge_gui.store.assets import asset
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.window import Window


class Sound(QObject):
    """Rings and says what the practice tells, as the settings say; badges where something is missing."""

    _awake_told = Signal()

    def __init__(self, practice: Practice, window: Window, phrases: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._window, settings = practice, window, practice.settings
        self._speaker = Speaker(self)
        self._bells = Bells(self._speaker, asset("resources", "bells"), settings.word("bell_set"))
        self._voice = RenderedVoice(self._speaker, command_of(settings), phrases, self)
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

    def _choices(self) -> tuple[str, object]:
        return self._practice.settings.word("bell_set"), command_of(self._practice.settings)

    def _take_settings(self) -> None:
        settings, before = self._practice.settings, self._in_use
        self._in_use = self._choices()
        if self._in_use[0] != before[0]:
            self._bells.use(self._in_use[0])
        if self._in_use[1] != before[1]:
            self._voice.use(command_of(settings))
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
