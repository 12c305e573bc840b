"""Places sounds at their moments in one WAV file, a second at a time however long it is."""

from __future__ import annotations

import wave
from array import array
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from hinge_gui.audio import wav
from hinge_gui.records import dataclass

RATE_HZ = 44_100
_LOUDEST = 32_000  # a little below full scale
_FADE_MS = 400  # at the end, so that what still rings there is not torn off
_READY = 16  # sounds that are kept in case they come again: the bells, and the phrases of the moment


@dataclass(frozen=True, slots=True)
class Placed:
    """A sound and when it begins; `gain` is a factor."""

    at_ms: float
    file: Path
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class _Ringing:
    first: int
    values: array[int]

    @property
    def end(self) -> int:
        return self.first + len(self.values)


def mix(sounds: Iterable[Placed], total_ms: int, target: Path) -> None:
    """One channel, 16 bit, `total_ms` long: what rings longer fades out there. NotWavError names a broken sound."""
    waiting = sorted(sounds, key=lambda placed: placed.at_ms, reverse=True)
    ringing: list[_Ringing] = []
    ready = _Ready()
    end = total_ms * RATE_HZ // 1000
    with wave.open(str(target), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        for start in range(0, end, RATE_HZ):
            stop = min(start + RATE_HZ, end)
            while waiting and _frame(waiting[-1]) < stop:
                placed = waiting.pop()
                ringing.append(_Ringing(_frame(placed), ready.samples(placed)))
            out.writeframes(wav.little_endian(_second(ringing, start, stop, end)))
            ringing = [sound for sound in ringing if sound.end > stop]


def _frame(placed: Placed) -> int:
    return round(placed.at_ms * RATE_HZ / 1000)


def _second(ringing: list[_Ringing], start: int, stop: int, end: int) -> array[int]:
    """What sounds between two frames; most of a practice is silence or one sound alone, which costs nothing."""
    total = array("i", bytes(4 * (stop - start)))
    taken = 0  # up to here something stands already
    for sound in sorted(ringing, key=lambda s: s.first):
        first, last = max(sound.first, start) - start, min(sound.end, stop) - start
        values = sound.values[first + start - sound.first : last + start - sound.first]
        overlap = max(0, min(last, taken) - first)
        for n in range(overlap):
            total[first + n] += values[n]
        total[first + overlap : last] = values[overlap:]
        taken = max(taken, last)
    fade = RATE_HZ * _FADE_MS // 1000
    for n in range(max(0, end - fade - start), stop - start):
        total[n] = total[n] * (end - start - n) // fade
    if max(total) > _LOUDEST or min(total) < -_LOUDEST:
        total = array("i", (max(-_LOUDEST, min(_LOUDEST, value)) for value in total))
    return array("h", total)


class _Ready:
    """Sounds at our rate and their gain; only the latest are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Path, float], array[int]] = OrderedDict()

    def samples(self, placed: Placed) -> array[int]:
        key = (placed.file, placed.gain)
        self._kept[key] = self._kept.pop(key) if key in self._kept else _at_our_rate(*key)
        while len(self._kept) > _READY:
            self._kept.popitem(last=False)
        return self._kept[key]


def _at_our_rate(file: Path, gain: float) -> array[int]:
    """All channels as one, by straight lines between the samples: enough for speech and for our bells."""
    values, channels, rate_hz = wav.samples(file)
    if channels > 1:
        values = array("h", (sum(values[n : n + channels]) // channels for n in range(0, len(values), channels)))
    if rate_hz == RATE_HZ or len(values) < 2:
        return array("i", (int(gain * value) for value in values))
    step = rate_hz / RATE_HZ
    places = (n * step for n in range(int((len(values) - 1) / step)))
    return array("i", (int(gain * (values[int(p)] + (values[int(p) + 1] - values[int(p)]) * (p % 1))) for p in places))
