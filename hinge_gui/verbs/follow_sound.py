"""Bells and voice without Qt: played by programs of the machine, the phrases spoken into files beforehand."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

from hinge_gui.audio.bells import Bells
from hinge_gui.audio.command import command_of
from hinge_gui.audio.phrase_files import PATIENCE_S, PhraseFiles, VoiceError
from hinge_gui.audio.process_output import ProcessOutput
from hinge_gui.audio.protocols import Output, gain_of
from hinge_gui.core.events import CueDue, Fact, Jumped, Paused, Stopped
from hinge_gui.core.quiet_house import bells_percent, voice_percent
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Bell, Timeline
from hinge_gui.store.assets import asset

_HEARD: frozenset[Bell] = frozenset({"start", "half", "switch", "end", "finish"})  # as a terminal's bell; no ticks


class Phrases:
    """The voice: phrases become files in the background, in the order in which they will be wanted."""

    def __init__(self, output: Output, folder: Path, settings: Settings) -> None:
        self._output = output
        self._gain = gain_of(voice_percent(settings))
        command = command_of(settings)
        self._trouble = command.trouble
        self._spoken = PhraseFiles(command, folder)
        self._files: dict[str, Path] = {}
        self._said: Path | None = None
        self._over = Event()
        self._thread: Thread | None = None

    @property
    def trouble(self) -> str | None:
        return self._trouble

    def prepare(self, texts: Iterable[str]) -> None:
        if self._trouble is None:
            self._thread = Thread(target=self._speak, args=(list(dict.fromkeys(texts)),), name="phrases", daemon=True)
            self._thread.start()

    def _speak(self, texts: list[str]) -> None:
        for text in texts:
            if self._over.is_set():
                return
            try:
                self._files[text] = self._spoken.file(text)
            except VoiceError as error:
                self._trouble = f"No voice: {error}."
                return

    def say(self, text: str) -> None:
        """A phrase that is not ready in time stays unsaid; the screen shows it."""
        if text in self._files:
            self.stop()
            self._said = self._files[text]
            self._output.play(self._said, self._gain)

    def stop(self) -> None:
        if self._said is not None:
            self._output.stop(self._said)

    def close(self) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join(PATIENCE_S)


class Sounds:
    """Hears the facts of a practice and makes them heard. `ring` is the terminal's own bell, where there is one."""

    def __init__(
        self, timeline: Timeline, settings: Settings, ring: Callable[[], None] | None, output: Output | None = None
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hinge-gui-")
        self._output = output or ProcessOutput(lambda: None)
        self._bells = Bells(self._output, asset("resources", "bells"), settings.word("bell_set"))
        self._bells.set_volume(bells_percent(settings))
        self._voice = Phrases(self._output, Path(self._folder.name), settings) if settings.flag("voice") else None
        self._ring = ring
        if self._voice:
            self._voice.prepare(cue.text for cue in timeline.cues if cue.text)
        self._output.begin()

    @property
    def troubles(self) -> list[str]:
        """What is not to be heard, and what to do about it."""
        voice = self._voice.trouble if self._voice else None
        return [trouble for trouble in (self._bells.trouble, voice) if trouble]

    def hear(self, fact: Fact) -> None:
        match fact:
            case CueDue(cue=cue) if fact.sounded and cue.bell:
                self._sound_bell(cue.bell)
            case CueDue(cue=cue) if fact.sounded and cue.text and self._voice:
                self._voice.say(cue.text)
            case Paused() | Jumped() | Stopped() if self._voice:
                self._voice.stop()

    def _sound_bell(self, bell: Bell) -> None:
        if self._bells.trouble is None:
            self._bells.play(bell)
        elif self._ring and bell in _HEARD:
            self._ring()

    def close(self) -> None:
        if self._voice:
            self._voice.close()
        self._output.close()
        self._folder.cleanup()


class Silence:
    """No sound, as the settings want it."""

    troubles: tuple[str, ...] = ()

    def hear(self, fact: Fact) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """Nothing is open."""
