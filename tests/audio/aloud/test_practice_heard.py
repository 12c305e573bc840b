"""A practice in the real window, as a sound server plays it: recorded, and judged by ear."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hinge_gui.audio.command import espeak
from hinge_gui.audio.phrase_files import PhraseFiles
from hinge_gui.audio.protocols import gain_of
from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import BELLS
from hinge_gui.store.assets import asset
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.audio import ears
from tests.audio.aloud import practice
from tests.audio.aloud.sound_server import RATE_HZ, SoundServer, judged
from tests.audio.test_eyes_off import SIX, happens, need_espeak, six, told
from tests.helpers import only_in_torture, tortured

NEAR_MS = 300.0  # what is farther from its moment is another one
BELLS_GAIN, VOICE_GAIN = (gain_of(Settings().number(f"{kind}_volume")) for kind in ("bells", "voice"))


def run(server: SoundServer, home: Path, routine: str) -> dict[str, Any]:
    """Plays it in the window; what the program noted."""
    done = subprocess.run(
        [sys.executable, str(practice.PROGRAM), routine],
        env=practice.environment(server, home), capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    notes: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return notes


def never_held(notes: dict[str, Any], most_ms: float = 30) -> None:
    """The event loop, by its heartbeat: 100 ms until the first bell, and then no longer than a frame may take."""
    first_bell = next(at for at, _, name in notes["told"] if name.startswith("bell:")) - notes["started"]
    held = [(at, late) for at, late in notes["beats"] if late > (max(100, most_ms) if at < first_bell else most_ms)]
    assert held == [], "(seconds after the start, ms)"


def known(told: list[list[Any]], folder: Path) -> dict[str, tuple[ears.Wave, float]]:
    spoken = PhraseFiles(espeak(), folder)
    sounds = {
        name: (ears.of_file(spoken.file(name)), VOICE_GAIN) for _, _, name in told if not name.startswith("bell:")
    }
    for bell in BELLS:
        sounds[f"bell:{bell}"] = (ears.of_file(asset("resources", "bells", "bowls", f"{bell}.wav")), BELLS_GAIN)
    return sounds


def bell_strays(heard: list[ears.Heard], told: list[list[Any]]) -> list[float]:
    """How far each bell that is heard strays, in ms, from the moment at which it was told.

    A recording begins at a moment of its own, and a sink that nobody hears has a clock of its own, that may go a
    quarter of a thousandth slow: both are found from all bells together.
    """
    bells = [(at - told[0][0], name) for at, _, name in told if name.startswith("bell:")]
    begins = [h.at_ms - at_s * 1000 for h in heard for at_s, name in bells if h.name == name]
    begun = max(begins, key=lambda ms: sum(abs(ms - other) < NEAR_MS for other in begins))  # as most of them say
    pairs = []
    for at_s, name in bells:
        lag = min((h.at_ms - at_s * 1000 - begun for h in heard if h.name == name), key=abs, default=NEAR_MS)
        if abs(lag) < NEAR_MS:
            pairs.append((at_s, lag))
    times, lags = np.array(pairs).T
    return [float(stray) for stray in lags - np.polyval(np.polyfit(times, lags, 1), times)]


@pytest.mark.torture
def test_a_practice_is_heard_as_it_is_written(server: SoundServer, home: Path, tmp_path: Path) -> None:
    """Bells in time, phrases apart, nothing cut off at its beginning, nothing too loud."""
    need_espeak()
    practice.write(home, tortured(10))
    judged(server, lambda: judge(server, home, tmp_path))


def judge(server: SoundServer, home: Path, folder: Path) -> None:
    server.record()
    notes = run(server, home, practice.NAME)
    recording = np.array(server.recording(), dtype=np.int16)
    assert int(np.abs(recording.astype(np.int32)).max()) < 32_000
    never_held(notes, 30 if os.environ.get("HINGE_GUI_TORTURE") else 120)  # beside a second worker
    wave = ears.waveform(recording, RATE_HZ)
    sounds = known(notes["told"], folder)
    heard = ears.listen(wave, sounds)

    strays = sorted(map(abs, bell_strays(heard, notes["told"])))
    bells = sum(name.startswith("bell:") for _, _, name in notes["told"])
    assert bells - len(strays) <= max(1, bells // 20), "on a busy machine the server itself may break one off"
    assert strays[math.ceil(0.95 * len(strays)) - 1] <= 25, strays

    spoken = [h for h in heard if not h.name.startswith("bell:")]
    phrases = [name for _, _, name in notes["told"] if not name.startswith("bell:")]
    assert spoken[0].name == phrases[0]
    assert len(spoken) >= 0.95 * len(phrases)
    for before, after in pairwise(spoken):
        assert after.at_ms - before.at_ms - before.length_ms >= 480, f"{after.name} follows too soon"
    first = sounds[spoken[0].name][0][: ears.RATE_HZ // 5]
    assert ears.listen(wave, {spoken[0].name: (first, VOICE_GAIN)})[0].at_ms == pytest.approx(spoken[0].at_ms, abs=2)


@pytest.mark.torture
@only_in_torture
def test_the_six_exercises_are_followed_from_a_recording_of_the_window(
    server: SoundServer, home: Path, tmp_path: Path
) -> None:
    """Five minutes: exercise, side, half way, change of sides and end, and the event loop is never held."""
    need_espeak()
    file = six(home)
    (home / "settings.yaml").write_text("guidance: bare\n", encoding="utf-8")
    server.record()
    notes = run(server, home, file.stem)
    heard = ears.listen(
        ears.waveform(np.array(server.recording(), dtype=np.int16), RATE_HZ), known(notes["told"], tmp_path)
    )
    library = Library(places())
    timeline = compile_routine(library.playable(str(file)), library.catalogue, Manner("bare"))
    names = {library.catalogue[id_].name: id_ for id_ in SIX}
    assert list(told(heard, names)) == list(happens(timeline))
    never_held(notes)
