"""The narrator: phrases whose moment has come, said one after the other by a voice."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer

from hinge_gui.audio.protocols import Voice
from hinge_gui.core.events import CueDue
from hinge_gui.core.speech import Speech, bells_ahead
from hinge_gui.core.timeline import Timeline
from hinge_gui.ui.clock import Clock


class Narrator(QObject):
    """Its one timer runs only while a phrase waits for its moment."""

    def __init__(self, voice: Voice, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._voice, self._clock = voice, clock
        self._speech = Speech(voice.length_ms)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.go_on)

    def due(self, fact: CueDue, timeline: Timeline) -> None:
        """A phrase's moment has come."""
        assert fact.cue.text is not None
        due_ms = self._clock() - fact.late_ms
        bells = [due_ms + ms for ms in bells_ahead(timeline, fact.cue.at_ms)]
        self._speech.due(fact.cue.text, due_ms, bells)
        if self._voice.length_ms(fact.cue.text) is None:
            self._voice.hurry(fact.cue.text)
        self.go_on()

    def hush(self) -> None:
        """The person paused, jumped or stopped."""
        self._timer.stop()
        self._speech.hush()
        self._voice.stop()

    def go_on(self) -> None:
        """Say what can be said now; also to be called when a phrase has become ready."""
        text = self._speech.speak(self._clock())
        if text is not None:
            self._voice.say(text)
        wake_ms = self._speech.wake_at()
        if wake_ms is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, ceil(wake_ms - self._clock())))
