"""Ears for tests: which of the sounds that we know are in a recording, and when.

They know nothing of what was asked for: each known sound is laid over the recording at every moment (a matched
filter). Where the two go together with the loudness at which the sound was played, it was heard.
"""

from __future__ import annotations

import wave
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 8820
Wave = NDArray[np.float64]
_LOUD_ENOUGH = 0.8  # of the loudness that is expected
_LIKE_ENOUGH = 0.5  # other sounds may ring at the same time
_SAME_MS = 400  # what begins nearer to each other than this is one sound, heard twice


@dataclass(frozen=True)
class Heard:
    at_ms: float
    name: str
    length_ms: float
    likeness: float


def waveform(samples: NDArray[Any], rate_hz: int) -> Wave:
    """At 8,820 a second, dull enough that a shift by a fraction of a sample does no harm."""
    up = 44_100 // rate_hz
    fine = samples.astype(np.float64)
    if up > 1:
        fine = np.interp(np.arange(len(samples) * up) / up, np.arange(len(samples)), fine)
    total = np.concatenate(([0.0], np.cumsum(fine)))
    width, step = 20, 44_100 // RATE_HZ
    return (total[width::step] - total[:-width:step]) / width


def of_file(file: Path) -> Wave:
    with wave.open(str(file), "rb") as sound:
        assert sound.getnchannels() == 1
        return waveform(np.frombuffer(sound.readframes(sound.getnframes()), "<i2"), sound.getframerate())


def listen(recording: Wave, known: Mapping[str, tuple[Wave, float]]) -> list[Heard]:
    """What was heard, in order; `known` gives each sound and how loud it is played."""
    found: list[Heard] = []
    longest = max(len(sound) for sound, _ in known.values())
    size = min(1 << 18, 1 << (len(recording) + longest).bit_length())
    recording = np.concatenate((recording, np.zeros(longest)))  # the last bell is not cut short for us
    for start in range(0, len(recording) - longest, size - longest):
        chunk = recording[start : start + size]
        spectrum = np.fft.rfft(chunk, size)
        energy = np.concatenate(([0.0], np.cumsum(chunk * chunk)))
        for name, (sound, gain) in known.items():
            for at, likeness in _where(chunk, spectrum, energy, sound * gain, size):
                if at < size - longest:
                    found.append(Heard((start + at) * 1000 / RATE_HZ, name, len(sound) * 1000 / RATE_HZ, likeness))
    return _best(found)


def _where(
    chunk: Wave, spectrum: NDArray[np.complex128], energy: Wave, sound: Wave, size: int
) -> list[tuple[int, float]]:
    together = np.fft.irfft(spectrum * np.conj(np.fft.rfft(sound, size)), size)[: max(0, len(chunk) - len(sound) + 1)]
    own = float(np.dot(sound, sound))
    here = np.sqrt(np.maximum(energy[len(sound) :][: len(together)] - energy[: len(together)], 1e-9))
    likeness = together / (here * np.sqrt(own))
    places = np.flatnonzero((together > _LOUD_ENOUGH * own) & (likeness > _LIKE_ENOUGH))
    return [(int(n), float(likeness[n])) for n in places]


def _best(found: list[Heard]) -> list[Heard]:
    """Of phrases that begin at the same moment the likeliest; of bells the longest, with what seems to ring in it."""
    kept: list[Heard] = []
    for heard in sorted(found, key=lambda h: (-h.length_ms if _is_bell(h) else 0, -h.likeness)):
        near = (k for k in kept if _is_bell(k) == _is_bell(heard))
        if not any(-_SAME_MS < heard.at_ms - k.at_ms < (k.length_ms if _is_bell(k) else _SAME_MS) for k in near):
            kept.append(heard)
    return sorted(kept, key=lambda h: h.at_ms)


def _is_bell(heard: Heard) -> bool:
    return heard.name.startswith("bell:")
