"""Makes the bells in `resources/bells/`: `python tools/make_bells.py [FOLDER]`.

A bell is a few strikes, a strike a few partials, a partial a decaying sine. The partials are
inharmonic, as those of real bowls and bars are: a harmonic series would sound like an organ.
All are equally loud by several meters, so that no bell startles after another.
Nothing here is left to chance, so the files are the same bytes on every run.
"""

from __future__ import annotations

import cmath
import math
import sys
import wave
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from pathlib import Path

RATE_HZ = 22_050  # as espeak-ng speaks: one stream serves both; the highest partial that is heard has 9 kHz
LOUDNESS_DB = -18.2  # re full scale; leaves the peaks well below clipping
WINDOWS_S = (0.2, 0.4)  # as long as the ear gathers sound, and EBU's "momentary"
# The shelf and the high pass of BS.1770 as biquads (forward, back) at 22,050 a second.
K_WEIGHTING = (
    ((1.4798253471498628, -2.170728587207607, 0.8608424716815036), (1.0, -1.3383053189139893, 0.5082445505377489)),
    ((1.0, -2.0, 1.0), (1.0, -1.9783976026902905, 0.9785144196035751)),
)
FADE_MS = 60.0
TARGET = Path(__file__).parent.parent / "resources" / "bells"


@dataclass(frozen=True)
class Partial:
    """One sine of a strike: frequency over the note's, level over the main partial's, life over the strike's."""

    ratio: float
    level: float
    life: float


@dataclass(frozen=True)
class Material:
    """What is struck; a felt mallet is a slow `attack_ms`, `sustain` scales every strike's life."""

    partials: tuple[Partial, ...]
    attack_ms: float
    sustain: float
    pitch: float = 1.0


@dataclass(frozen=True)
class Strike:
    """A note at a moment, falling to 1/e of its level in `life_s`."""

    at_ms: float
    hz: float
    life_s: float
    level: float = 1.0


# Two strikes a hair apart beat about once a second, which is the warmth of a hammered bowl.
BOWL = Material(
    (Partial(1.0, 0.62, 1.0), Partial(1.0021, 0.38, 1.0), Partial(2.71, 0.26, 0.42), Partial(5.07, 0.07, 0.2)),
    attack_ms=9.0, sustain=1.0,
)  # fmt: skip
WOOD = Material(
    (Partial(1.0, 1.0, 1.0), Partial(3.93, 0.22, 0.3), Partial(9.24, 0.04, 0.12)),
    attack_ms=5.0, sustain=0.3,
)  # fmt: skip
CHIMES = Material(
    (Partial(1.0, 1.0, 1.0), Partial(2.32, 0.3, 0.5), Partial(4.25, 0.1, 0.3)),
    attack_ms=6.0, sustain=0.55, pitch=4 / 3,
)  # fmt: skip
SETS: Mapping[str, Material] = {"bowls": BOWL, "chimes": CHIMES, "wood": WOOD}

# Told apart by number, direction and length, not by pitch alone: one low note begins, two rising
# notes change sides, two falling ones let go, three close the practice.
BELLS: Mapping[str, tuple[Strike, ...]] = {
    "start": (Strike(0, 622.25, 0.40),),
    "half": (Strike(0, 987.77, 0.22), Strike(150, 987.77, 0.26, 0.8)),
    "tick": (Strike(0, 880.0, 0.07),),
    "switch": (Strike(0, 659.26, 0.30), Strike(240, 880.0, 0.36)),
    "end": (Strike(0, 739.99, 0.30), Strike(240, 587.33, 0.46)),
    "finish": (Strike(0, 587.33, 0.5), Strike(420, 739.99, 0.5), Strike(840, 880.0, 0.7)),
}


def bell(material: Material, strikes: tuple[Strike, ...]) -> array[int]:
    """The samples of one bell, 16 bit, at the loudness that all share."""
    loud = _loudest(_mix(material, strikes, weighted=True))
    gain = 10 ** (LOUDNESS_DB / 20) / loud * 32767
    return array("h", (round(gain * value) for value in _mix(material, strikes)))


def _mix(material: Material, strikes: tuple[Strike, ...], *, weighted: bool = False) -> list[float]:
    """All strikes, begun softly and faded out; optionally each partial as loud as the ear hears it."""
    last = max(s.at_ms / 1000 + _life_s(material, s) * 3.4 for s in strikes)
    total = [0.0] * math.ceil(last * RATE_HZ)
    for strike in strikes:
        begin = round(strike.at_ms * RATE_HZ / 1000)
        for index, value in enumerate(_strike(material, strike, len(total) - begin, weighted), begin):
            total[index] += value
    fade = round(min(FADE_MS / 1000, last / 3) * RATE_HZ)
    for n in range(fade):
        total[-1 - n] *= _ramp(n / fade)
    return total


def _life_s(material: Material, strike: Strike) -> float:
    """A tick is as short as the ear allows in every material."""
    return max(0.045, strike.life_s * material.sustain)


def _strike(material: Material, strike: Strike, length: int, weighted: bool) -> Iterator[float]:
    attack = round(material.attack_ms * RATE_HZ / 1000)
    voices = [
        _decaying_sine(
            strike.hz * material.pitch * part.ratio,
            strike.level * part.level * (_heard(strike.hz * material.pitch * part.ratio) if weighted else 1.0),
            _life_s(material, strike) * part.life,
        )
        for part in material.partials
    ]
    for n in range(length):
        value = sum(next(voice) for voice in voices)
        yield value * _ramp(n / attack) if n < attack else value


def _decaying_sine(hz: float, level: float, life_s: float) -> Iterator[float]:
    """By recurrence: ten times as fast as `sin` for every sample, and exact enough for a few seconds."""
    decay = math.exp(-1 / (life_s * RATE_HZ))
    angle = math.tau * hz / RATE_HZ
    twice, square = 2 * decay * math.cos(angle), decay * decay
    before, now = -level * math.sin(angle) / decay, 0.0
    while True:
        yield now
        before, now = now, twice * now - square * before


def _ramp(part: float) -> float:
    """Half a cosine from 0 to 1: no corner at either end, so no click."""
    return 0.5 - 0.5 * math.cos(math.pi * part)


def _heard(hz: float) -> float:
    """How loud a sine is heard: half way, in dB, between the K curve of ITU-R BS.1770 and a flat one.

    Some meters weight and some do not; in between, a bell is right by both.
    """
    turn = cmath.exp(-2j * math.pi * hz / RATE_HZ)
    curve = 1.0
    for feed, back in K_WEIGHTING:
        above, below = (sum(c * turn**n for n, c in enumerate(cs)) for cs in (feed, back))
        curve *= abs(above / below)
    return math.sqrt(curve)


def _loudest(samples: list[float]) -> float:
    """The loudest stretch as a root mean square, half way between the shorter and the longer window."""
    squares = [0.0, *accumulate(value * value for value in samples)]
    squares += squares[-1:] * round(max(WINDOWS_S) * RATE_HZ)
    product = 1.0
    for seconds in WINDOWS_S:
        width = round(seconds * RATE_HZ)
        product *= max(map(sub, squares[width:], squares)) / width
    return math.pow(product, 0.5 / len(WINDOWS_S))


def write(path: Path, samples: array[int]) -> None:
    """A mono WAV file; its samples are little-endian on every machine."""
    stored = array("h", samples)
    if sys.byteorder == "big":
        stored.byteswap()
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(stored.tobytes())


def make(target: Path) -> None:
    """Writes every set into a folder of its own."""
    for name, material in SETS.items():
        (target / name).mkdir(parents=True, exist_ok=True)
        for key, strikes in BELLS.items():
            write(target / name / f"{key}.wav", bell(material, strikes))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
