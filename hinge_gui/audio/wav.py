"""WAV files: how long they are, a quieter copy, their samples. 16-bit PCM only."""

from __future__ import annotations

import sys
import wave
from array import array
from pathlib import Path

MAX_BYTES = 20_000_000  # nearly four minutes of one channel; no phrase and no bell comes near it
_SILENT = 100  # of 32,767
_TAIL_MS = 60  # stays, so that no last letter is cut


class NotWavError(Exception):
    """The file is no sound that we can play; the message says why."""


def length_ms(file: Path) -> int:
    """How long a sound lasts, after a look at all that could be wrong with it; NotWavError says what is."""
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            raise NotWavError(f"{file.name} is larger than {MAX_BYTES // 1_000_000} MB")
        with wave.open(str(file), "rb") as sound:
            if sound.getsampwidth() != 2:
                raise NotWavError(f"{file.name} is not 16-bit PCM")
            # The header may promise more than there is: a program that writes into a pipe cannot know.
            frames = min(sound.getnframes(), size // (2 * sound.getnchannels()))
            if not frames:
                raise NotWavError(f"{file.name} holds no sound")
            return round(frames * 1000 / sound.getframerate())
    except OSError as error:
        raise NotWavError(f"{file.name} cannot be read: {error.strerror}") from error
    except (wave.Error, EOFError, ZeroDivisionError) as error:
        raise NotWavError(f"{file.name} is not a WAV file") from error


def samples(file: Path) -> tuple[array[int], int, int]:
    """All samples as they interleave, channels, and frames a second."""
    length_ms(file)
    with wave.open(str(file), "rb") as sound:
        values = array("h", sound.readframes(sound.getnframes()))
        if sys.byteorder == "big":
            values.byteswap()
        return values, sound.getnchannels(), sound.getframerate()


def write_scaled(file: Path, gain: float, target: Path) -> None:
    """A copy whose samples are multiplied by `gain` ≤ 1."""
    values, channels, rate_hz = samples(file)
    write(target, array("h", (int(value * gain) for value in values)), channels, rate_hz)


def write_padded(file: Path, silence_ms: int, target: Path) -> int:
    """A copy with silence behind; gives the length of the sound itself in ms."""
    values, channels, rate_hz = samples(file)
    length = round(len(values) / channels * 1000 / rate_hz)
    values.frombytes(bytes(values.itemsize * (channels * rate_hz * silence_ms // 1000)))
    write(target, values, channels, rate_hz)
    return length


def trim_tail(file: Path) -> None:
    """Cuts the silence at the end: speech programs leave nearly half a second of it. NotWavError as `length_ms`."""
    values, channels, rate_hz = samples(file)
    last = next((n for n in range(len(values) - 1, -1, -1) if abs(values[n]) > _SILENT), 0)
    kept = (last // channels + 1 + rate_hz * _TAIL_MS // 1000) * channels
    if kept < len(values):
        write(file, values[:kept], channels, rate_hz)


def write(target: Path, values: array[int], channels: int, rate_hz: int) -> None:
    """A file of 16-bit samples."""
    with wave.open(str(target), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(little_endian(values))


def little_endian(values: array[int]) -> bytes:
    """Samples as a WAV file keeps them, whatever the machine."""
    if sys.byteorder == "big":
        values = array("h", values)
        values.byteswap()
    return values.tobytes()
