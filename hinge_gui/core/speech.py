"""Between the cues and the voice: which phrase is said at which moment.

The timeline lays its phrases out by estimated lengths; a voice takes as long as it takes. Here the real lengths rule:
no phrase is spoken over, half a second lies between two, the half-way bell and the last ticks stay free. A phrase
that would begin too late is not said; the screen has shown it. Time is handed in, in milliseconds of any clock.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from hinge_gui.core.events import LATE_MS
from hinge_gui.core.phrases import BREATH_MS
from hinge_gui.core.timeline import Bell, Timeline
from hinge_gui.records import dataclass

_BELL_MS = 900  # a bell is heard out before a phrase begins
_JITTER_MS = 40  # a sound begins a little later than it is asked for
_LOOK_AHEAD_MS = 30_000  # longer than any phrase
KEPT_FREE: frozenset[Bell] = frozenset({"half", "tick"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    due_ms: float
    bells: tuple[float, ...]
    """Moments that it must not sound over."""

    def earliest_ms(self, free_ms: float, length_ms: float) -> float:
        """The first moment at which it neither meets the phrase before nor sounds over a bell."""
        at_ms = max(self.due_ms, free_ms)
        for bell_ms in self.bells:
            if at_ms < bell_ms + _BELL_MS and bell_ms < at_ms + length_ms:
                at_ms = bell_ms + _BELL_MS
        return at_ms


class Speech:
    """Phrases that wait for the voice. `length_of` gives a phrase's real length, None while nobody knows it."""

    def __init__(self, length_of: Callable[[str], int | None]) -> None:
        self._length_of = length_of
        self._waiting: deque[_Phrase] = deque()
        self._free_ms = float("-inf")

    def due(self, text: str, due_ms: float, bells: Sequence[float] = ()) -> None:
        """A phrase whose moment has come; `bells` are the coming moments that must stay free, in order."""
        self._waiting.append(_Phrase(text, due_ms, tuple(bells)))

    def hush(self) -> None:
        """The person paused, jumped or stopped: nothing of what was to be said counts any more."""
        self._waiting.clear()
        self._free_ms = float("-inf")

    def speak(self, now_ms: float) -> str | None:
        """The phrase to begin at this moment. Its end is known from then on."""
        while self._waiting:
            phrase, length_ms = self._waiting[0], self._length_of(self._waiting[0].text)
            begin_ms = phrase.earliest_ms(self._free_ms, length_ms or 0)
            if max(begin_ms, now_ms) > phrase.due_ms + LATE_MS:
                self._waiting.popleft()
                continue
            if length_ms is None or begin_ms > now_ms:
                return None
            self._waiting.popleft()
            self._free_ms = now_ms + length_ms + BREATH_MS + _JITTER_MS
            return phrase.text
        return None

    def wake_at(self) -> float | None:
        """When `speak` has something new to tell; it may also be asked whenever a length has become known."""
        if not self._waiting:
            return None
        phrase, length_ms = self._waiting[0], self._length_of(self._waiting[0].text)
        if length_ms is None:
            return phrase.due_ms + LATE_MS + 1
        return phrase.earliest_ms(self._free_ms, length_ms)


def bells_ahead(timeline: Timeline, place_ms: float) -> list[float]:
    """How far off the next bells are that stay free, in ms from a place."""
    first = bisect_left(timeline.cues, place_ms, key=lambda cue: cue.at_ms)
    ahead: list[float] = []
    for cue in timeline.cues[first:]:
        if cue.at_ms > place_ms + _LOOK_AHEAD_MS:
            break
        if cue.bell in KEPT_FREE:
            ahead.append(cue.at_ms - place_ms)
    return ahead


def spoken_at(timeline: Timeline, length_of: Callable[[str], int | None]) -> Iterator[tuple[float, str]]:
    """When each phrase is said if all is played without a pause, in ms of the practice."""
    speech = Speech(length_of)
    for cue in timeline.cues:
        if not cue.text:
            continue
        while (wake_ms := speech.wake_at()) is not None and wake_ms < cue.at_ms:
            yield from _said(speech, wake_ms)
        speech.due(cue.text, cue.at_ms, [cue.at_ms + ms for ms in bells_ahead(timeline, cue.at_ms)])
        yield from _said(speech, cue.at_ms)
    while (wake_ms := speech.wake_at()) is not None:
        yield from _said(speech, wake_ms)


def _said(speech: Speech, now_ms: float) -> Iterator[tuple[float, str]]:
    text = speech.speak(now_ms)
    if text is not None:
        yield now_ms, text
