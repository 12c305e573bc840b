"""The bells in the tree are those that the script makes, and they are fit for tired ears."""

from __future__ import annotations

import importlib.util
import math
import sys
from array import array
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from hinge_gui.audio import wav
from hinge_gui.core.settings import BY_KEY
from hinge_gui.core.timeline import BELLS
from tests.audio import ears

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "bells"
SETS = sorted(path.name for path in FOLDER.iterdir())
RATE_HZ = 22_050


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_bells", ROOT / "tools" / "make_bells.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_bells"] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def bell(name: str, key: str) -> array[int]:
    values, channels, rate_hz = wav.samples(FOLDER / name / f"{key}.wav")
    assert (channels, rate_hz) == (1, RATE_HZ)
    return values


def loudest_db(values: array[int], window_ms: int, *, weighted: bool) -> float:
    """The loudest stretch; weighted as ITU-R BS.1770 does, if wanted."""
    wave, window = np.array(values) / 32768, RATE_HZ * window_ms // 1000
    squares = (k_weighted(wave) if weighted else wave) ** 2
    sums = np.concatenate(([0.0], np.cumsum(np.concatenate((squares, np.zeros(window))))))
    return float(10 * np.log10((sums[window:] - sums[:-window]).max() / window))


def k_weighted(wave: ears.Wave) -> ears.Wave:
    """The two filters of BS.1770, from their analogue prototypes, by their answer to each frequency."""
    shelf, boost, steep = math.tan(math.pi * 1681.9745 / RATE_HZ), 10 ** (3.99984385 / 20), 1 / 0.70717524
    low, wide = math.tan(math.pi * 38.1354709 / RATE_HZ), 1 / 0.50032704
    knee = boost**0.49966677
    filters = [
        ([boost + knee * shelf * steep + shelf**2, 2 * (shelf**2 - boost), boost - knee * shelf * steep + shelf**2],
         [1 + shelf * steep + shelf**2, 2 * (shelf**2 - 1), 1 - shelf * steep + shelf**2]),
        ([1, -2, 1], [1, 2 * (low**2 - 1) / (d := 1 + low * wide + low**2), (1 - low * wide + low**2) / d]),
    ]  # fmt: skip
    size = 1 << (len(wave) + RATE_HZ).bit_length()
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    answer = np.prod([np.polyval(feed[::-1], turn) / np.polyval(back[::-1], turn) for feed, back in filters], axis=0)
    return np.fft.irfft(np.fft.rfft(wave, size) * answer, size)[: len(wave)]


def main_partial_hz(values: array[int]) -> float:
    """The strongest frequency of the first half second."""
    size = 1 << 17
    spectrum = np.abs(np.fft.rfft(values[: RATE_HZ // 2], size))
    return float(np.argmax(spectrum)) * RATE_HZ / size


def test_the_files_are_what_the_script_makes(maker: ModuleType, tmp_path: Path) -> None:
    """Stale? Then: python tools/make_bells.py"""
    maker.make(tmp_path)
    made = {str(f.relative_to(tmp_path)): f.read_bytes() for f in tmp_path.rglob("*.wav")}
    kept = {str(f.relative_to(FOLDER)): f.read_bytes() for f in FOLDER.rglob("*") if f.is_file()}
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_every_set_of_the_settings_has_all_bells() -> None:
    assert sorted(BY_KEY["bell_set"].choices or {}) == SETS
    for name in SETS:
        assert {file.stem for file in (FOLDER / name).iterdir()} == set(BELLS)


@pytest.mark.parametrize("window_ms", [200, 400])
@pytest.mark.parametrize("weighted", [True, False], ids=["K-weighted", "plain"])
def test_all_bells_of_all_sets_are_equally_loud(window_ms: int, weighted: bool) -> None:
    """400 ms K-weighted is what EBU calls momentary loudness."""
    loud = {(name, key): loudest_db(bell(name, key), window_ms, weighted=weighted) for name in SETS for key in BELLS}
    assert max(loud.values()) - min(loud.values()) <= 2.0, loud


@pytest.mark.parametrize("name", SETS)
def test_none_clips_or_clicks(name: str) -> None:
    edge = RATE_HZ * 45 // 100_000  # 0.45 ms
    for key in BELLS:
        values = bell(name, key)
        assert max(map(abs, values)) < 0.75 * 32768, key
        assert max(map(abs, values[:edge])) < 330, f"{key} begins with a click"
        assert max(map(abs, values[-edge:])) < 33, f"{key} ends with a click"


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("key", BELLS)
def test_the_main_partial_lies_where_old_ears_hear_well(name: str, key: str) -> None:
    assert 400 <= main_partial_hz(bell(name, key)) <= 1500


def test_a_bell_has_no_partial_that_its_rate_cannot_carry(maker: ModuleType) -> None:
    highest = max(part.ratio * material.pitch for material in maker.SETS.values() for part in material.partials)
    assert highest * max(strike.hz for bell in maker.BELLS.values() for strike in bell) < RATE_HZ / 2
