"""Places sounds at their moments in one WAV file, a second at a time however long it is."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hinge_gui.audio import wav

RATE_HZ = 44_100


@dataclass(frozen=True)
class Placed:
    """A sound and when it begins; `gain` is a factor."""

    at_ms: int
    file: Path
    gain: float = 1.0


def mix(sounds: Iterable[Placed], total_ms: int, target: Path) -> None:
    """One channel, 16 bit, `total_ms` long: what rings longer is cut there. NotWavError names a broken sound."""
    waiting = sorted(sounds, key=lambda placed: placed.at_ms, reverse=True)
    ringing: list[tuple[int, list[float]]] = []  # first frame, samples at our rate
    ready: dict[tuple[Path, float], list[float]] = {}
    end = total_ms * RATE_HZ // 1000
    with wave.open(str(target), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        for start in range(0, end, RATE_HZ):
            stop = min(start + RATE_HZ, end)
            while waiting and waiting[-1].at_ms * RATE_HZ // 1000 < stop:
                placed = waiting.pop()
                key = (placed.file, placed.gain)
                if key not in ready:
                    ready[key] = _at_our_rate(*key)
                ringing.append((placed.at_ms * RATE_HZ // 1000, ready[key]))
            out.writeframes(wav.little_endian(_sum(ringing, start, stop)))
            ringing = [(first, values) for first, values in ringing if first + len(values) > stop]


def _sum(ringing: list[tuple[int, list[float]]], start: int, stop: int) -> array[int]:
    total = [0.0] * (stop - start)
    for first, values in ringing:
        for frame in range(max(first, start), min(first + len(values), stop)):
            total[frame - start] += values[frame - first]
    return array("h", (max(-32767, min(32767, round(value))) for value in total))


def _at_our_rate(file: Path, gain: float) -> list[float]:
    """All channels as one, by straight lines between the samples: enough for speech, exact for our bells."""
    values, channels, rate_hz = wav.samples(file)
    mono = [gain * sum(values[n : n + channels]) / channels for n in range(0, len(values), channels)]
    if rate_hz == RATE_HZ or len(mono) < 2:
        return mono
    step = rate_hz / RATE_HZ
    places = (n * step for n in range(int((len(mono) - 1) / step)))
    return [mono[int(p)] + (mono[int(p) + 1] - mono[int(p)]) * (p % 1) for p in places]
