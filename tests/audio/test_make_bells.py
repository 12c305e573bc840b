"""The bells in the tree are those that the script makes, and they are fit for tired ears."""

from __future__ import annotations

import cmath
import importlib.util
import math
import sys
from array import array
from pathlib import Path
from types import ModuleType

import pytest

from hinge_gui.audio import wav
from hinge_gui.core.settings import BY_KEY
from hinge_gui.core.timeline import BELLS

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "bells"
SETS = sorted(path.name for path in FOLDER.iterdir())
RATE_HZ = 44_100


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


def loudest_db(values: array[int]) -> float:
    """The loudest 200 ms."""
    window = RATE_HZ // 5
    squares = [0.0]
    for value in values:
        squares.append(squares[-1] + (value / 32768) ** 2)
    most = max(squares[min(n + window, len(values))] - squares[n] for n in range(0, len(values), 50))
    return 10 * math.log10(most / window)


def strength(values: array[int], hz: float) -> float:
    """Of one frequency in the first half second."""
    turn = cmath.exp(-2j * math.pi * hz / RATE_HZ)
    total, phase = 0j, 1 + 0j
    for value in values[: RATE_HZ // 2]:
        total += value * phase
        phase *= turn
    return abs(total)


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


@pytest.mark.parametrize("name", SETS)
def test_all_are_equally_loud_and_none_clips_or_clicks(name: str) -> None:
    sounds = {key: bell(name, key) for key in BELLS}
    loud = {key: loudest_db(values) for key, values in sounds.items() if key != "tick"}
    assert max(loud.values()) - min(loud.values()) <= 2.0, loud
    assert abs(loudest_db(sounds["tick"]) - sum(loud.values()) / len(loud)) <= 2.0, "the tick"
    for key, values in sounds.items():
        assert max(map(abs, values)) < 0.75 * 32768, key
        assert max(map(abs, values[:20])) < 330, f"{key} begins with a click"
        assert max(map(abs, values[-20:])) < 33, f"{key} ends with a click"


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("key", BELLS)
def test_the_main_partial_lies_where_old_ears_hear_well(name: str, key: str) -> None:
    values = bell(name, key)
    by_hz = {hz: strength(values, hz) for hz in [100.0 * 1.02**n for n in range(230)]}
    assert 400 <= max(by_hz, key=lambda hz: by_hz[hz]) <= 1500
