"""The voice that Windows and macOS bring along, through QtTextToSpeech.

Never for Linux: there the constructor of QTextToSpeech holds the window for two seconds. No file is made, so how long
a phrase takes is reckoned from its words until it has once been said; and as the reckoning may be too short, a phrase
waits until the engine says that it is ready again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from hinge_gui.audio.protocols import gain_of
from hinge_gui.core.phrases import BREATH_MS, WORDS_A_MINUTE, phrase_ms
from hinge_gui.records import dataclass

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtTextToSpeech import QTextToSpeech

NO_VOICE: Final = "No voice was found. Add one in the system's settings, under speech."
USUAL_WORDS: Final = 180.0  # a minute, at the engines' own speed
_LATE_MS = 2000  # a phrase that could begin only then is no longer said
_STUCK_MS = 8000  # beyond its reckoned length: then the engine has forgotten to say that it is ready


class Engine(Protocol):
    """As much of QTextToSpeech as is used."""

    stateChanged: SignalInstance  # noqa: N815  as Qt has it

    def state(self) -> QTextToSpeech.State: ...
    def errorString(self) -> str: ...  # noqa: N802
    def availableLocales(self) -> Sequence[QLocale]: ...  # noqa: N802
    def setLocale(self, locale: QLocale) -> None: ...  # noqa: N802
    def setRate(self, rate: float) -> None: ...  # noqa: N802
    def setPitch(self, pitch: float) -> None: ...  # noqa: N802
    def setVolume(self, volume: float) -> None: ...  # noqa: N802
    def say(self, text: str) -> object: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Manner:
    """How it speaks: words a minute, pitch in percent with 50 as usual, a language such as en-gb."""

    words_a_minute: float = WORDS_A_MINUTE
    pitch: float = 50
    language: str = "en-gb"


def rate_of(words_a_minute: float) -> float:
    """Qt's rate, -1 to 1: each engine speaks three times as slowly at the one end, as fast at the other."""
    return max(-1.0, min(1.0, log(words_a_minute / USUAL_WORDS, 3)))


class SystemVoice(QObject):
    """A `Voice`. `make` gives the engine, or None where the system has none; it is called a turn after this is made."""

    changed = Signal()
    """`trouble` may be another."""
    ready = Signal()
    """The length of another phrase is known, or the voice itself is there."""

    def __init__(
        self, make: Callable[[], Engine | None], clock: Callable[[], float], manner: Manner,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._make, self._clock, self._manner = make, clock, manner
        self._engine: Engine | None = None
        self._made = self._muted = self._cut = False
        self._volume = gain_of(70)
        self._saying: str | None = None
        self._next: str | None = None
        self._began_ms = self._asked_ms = 0.0
        self._lengths: dict[str, int] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        self._breath = QTimer(self, singleShot=True, interval=BREATH_MS)
        self._breath.timeout.connect(self._say_next)
        self._soon.start()

    @property
    def trouble(self) -> str | None:
        if not self._made:
            return None
        if self._engine is None:
            return NO_VOICE
        failed = self._engine.state().name == "Error"
        return f"The voice is silent: {self._engine.errorString() or 'the system gives no reason'}." if failed else None

    def use(self, manner: Manner) -> None:
        """Another speed, pitch or language from now on."""
        if manner.words_a_minute != self._manner.words_a_minute or manner.language != self._manner.language:
            self._lengths.clear()
        self._manner = manner
        self._take_manner()

    def prepare(self, phrases: Sequence[str]) -> None:
        """The engine makes its sound as it speaks."""

    def hurry(self, phrase: str) -> None:
        """As `prepare`."""

    def length_ms(self, phrase: str) -> int | None:
        if not self._made:
            return None
        reckoned = round(phrase_ms(phrase) * WORDS_A_MINUTE / self._manner.words_a_minute)
        return self._lengths.get(phrase, reckoned)

    def say(self, phrase: str) -> None:
        """At once, or as soon as the engine is ready: nothing is spoken over."""
        if self._muted or self._engine is None:
            return
        self._next, self._asked_ms = phrase, self._clock()
        if self._saying is None or self._is_stuck():
            self._say_next()

    def stop(self) -> None:
        self._next = None
        self._breath.stop()
        if self._engine is not None and self._saying is not None:
            self._cut = True
            self._engine.stop()

    def set_volume(self, percent: float) -> None:
        self._volume = gain_of(percent)
        if self._engine is not None:
            self._engine.setVolume(self._volume)

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self.stop()

    def close(self) -> None:
        self._soon.stop()
        self.stop()

    # -- within --------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._engine, self._made = self._make(), True
        if self._engine is not None:
            self._engine.stateChanged.connect(self._state_changed)
            self._engine.setVolume(self._volume)
            self._take_manner()
        self.changed.emit()
        self.ready.emit()

    def _take_manner(self) -> None:
        engine, manner = self._engine, self._manner
        if engine is None:
            return
        wanted = QLocale(manner.language.partition("+")[0].replace("-", "_"))
        near = [locale for locale in engine.availableLocales() if locale.language() == wanted.language()]
        if near:
            engine.setLocale(next((locale for locale in near if locale.territory() == wanted.territory()), near[0]))
        engine.setRate(rate_of(manner.words_a_minute))
        engine.setPitch((manner.pitch - 50) / 50)

    def _say_next(self) -> None:
        phrase, self._next = self._next, None
        if phrase is None or self._engine is None or self._clock() - self._asked_ms > _LATE_MS:
            return
        self._saying, self._began_ms, self._cut = phrase, self._clock(), False
        self._engine.say(phrase)

    def _is_stuck(self) -> bool:
        length_ms = self.length_ms(self._saying or "") or 0
        return self._clock() - self._began_ms > length_ms + _STUCK_MS

    def _state_changed(self, state: QTextToSpeech.State) -> None:
        if state.name not in {"Ready", "Error"}:
            return
        said, self._saying = self._saying, None
        if said is not None and state.name == "Ready" and not self._cut:
            self._lengths[said] = round(self._clock() - self._began_ms)
            self.ready.emit()
        if self._next is not None:
            self._breath.start()
        self.changed.emit()


def qt_engine() -> Engine | None:
    """What the system offers. Never to be called on Linux."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    engine = QTextToSpeech()
    return engine if engine.availableVoices() else None
