from __future__ import annotations

import tracemalloc
from array import array
from pathlib import Path

import pytest

from hinge_gui.audio import mixdown, wav
from hinge_gui.audio.mixdown import RATE_HZ, Placed, mix


def steady(path: Path, value: int, ms: int, rate_hz: int = RATE_HZ, channels: int = 1) -> Path:
    wav.write(path, array("h", [value] * (channels * rate_hz * ms // 1000)), channels, rate_hz)
    return path


def mixed(path: Path) -> array[int]:
    values, channels, rate_hz = wav.samples(path)
    assert (channels, rate_hz) == (1, RATE_HZ)
    return values


def at(values: array[int], ms: int) -> int:
    return values[ms * RATE_HZ // 1000]


def test_sounds_stand_at_their_moments_across_the_seconds_and_add_up(tmp_path: Path) -> None:
    low, high = steady(tmp_path / "low.wav", 1000, 500), steady(tmp_path / "high.wav", 4000, 1500)
    mix([Placed(2900, high), Placed(800, low), Placed(1000, low, 0.5)], 5000, tmp_path / "out.wav")
    values = mixed(tmp_path / "out.wav")
    assert len(values) == 5 * RATE_HZ
    assert [at(values, ms) for ms in (799, 801, 1001, 1299, 1301, 1499, 1501)] == [0, 1000, 1500, 1500, 500, 500, 0]
    assert [at(values, ms) for ms in (2899, 2901, 4000, 4399, 4401)] == [0, 4000, 4000, 4000, 0]


def test_another_rate_and_two_channels_keep_length_and_level(tmp_path: Path) -> None:
    voice = steady(tmp_path / "voice.wav", 3000, 400, rate_hz=22_050, channels=2)
    mix([Placed(100, voice)], 1000, tmp_path / "out.wav")
    values = mixed(tmp_path / "out.wav")
    assert [at(values, ms) for ms in (98, 102, 498, 502)] == [0, 3000, 3000, 0]


def test_what_is_too_loud_or_too_long_stays_within_the_file(tmp_path: Path) -> None:
    loud = steady(tmp_path / "loud.wav", 30_000, 800)
    mix([Placed(500, loud), Placed(500, loud)], 1000, tmp_path / "out.wav")
    values = mixed(tmp_path / "out.wav")
    assert len(values) == RATE_HZ
    assert 31_000 < max(values) < 32_767


def test_a_broken_sound_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_text("no sound")
    with pytest.raises(wav.NotWavError, match=r"broken\.wav is not a WAV file"):
        mix([Placed(0, broken)], 1000, tmp_path / "out.wav")


def test_what_still_rings_at_the_end_fades_away(tmp_path: Path) -> None:
    long = steady(tmp_path / "long.wav", 10_000, 3000)
    mix([Placed(0, long)], 2000, tmp_path / "out.wav")
    values = mixed(tmp_path / "out.wav")
    assert at(values, 1500) == 10_000
    assert 4000 < at(values, 1800) < 6000
    assert abs(values[-1]) < 10


def test_many_sounds_are_not_kept_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour of speech takes no more memory than a minute of it."""
    monkeypatch.setattr(mixdown, "_READY", 2)
    files = [steady(tmp_path / f"{n}.wav", 100, 300) for n in range(40)]
    all_of_it = 40 * 4 * 300 * RATE_HZ // 1000
    tracemalloc.start()
    mix([Placed(n * 350, file) for n, file in enumerate(files)], 14_000, tmp_path / "out.wav")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 0.7 * all_of_it
