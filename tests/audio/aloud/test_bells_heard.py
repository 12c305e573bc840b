"""The bells through a real sound server, as recorded from it; and through a program where Qt has no output."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from hinge_gui.audio import wav
from tests.audio.aloud.sound_server import SoundServer, judged, onsets_ms
from tests.helpers import only_in_torture

PROBE = Path(__file__).parent / "probe.py"
ROOT = Path(__file__).parents[3]


def probe(environment: dict[str, str], *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(PROBE), *arguments],
        env=environment | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    notes: dict[str, Any] = json.loads(done.stdout)
    return notes


def late_ms(lags: list[float]) -> float:
    """How far from the middle they lie, all but one in twenty: a recording begins at a moment of its own."""
    return sorted(abs(lag - median(lags)) for lag in lags)[round(0.95 * len(lags)) - 1]


def test_every_bell_is_heard_when_it_is_rung(server: SoundServer) -> None:
    def play() -> None:
        server.record()
        notes = probe(server.environment, "play")
        heard = onsets_ms(server.recording())
        rung = [at * 1000 for _, at in notes["rung"]]
        assert notes["way"] == "ReconnectingOutput"
        assert notes["trouble"] is None
        assert heard, "nothing was heard"
        lag = [min(heard, key=lambda h, t=t: abs(h - (t - rung[0] + heard[0]))) - (t - rung[0]) for t in rung]  # type: ignore[misc]
        assert late_ms(lag) <= 25, f"onsets {heard} for {rung}"
        assert notes["worst_ms"] < 100  # what it takes on a quiet machine is told by the bench

    judged(server, play)


@pytest.mark.parametrize(
    "back_after_s", [0.5, pytest.param(4.0, marks=[pytest.mark.torture, only_in_torture])]
)
def test_a_server_that_dies_is_survived_and_said(server: SoundServer, back_after_s: float) -> None:
    """Back within three seconds Qt itself returns; later a process of its own plays."""
    back = server.folder / "back"

    def restart() -> None:
        while not back.exists():
            time.sleep(0.02)
        server.process.wait(5)
        server.start()
        server.record()

    helper = threading.Thread(target=restart)
    helper.start()
    try:
        notes = probe(server.environment, "server-dies", str(server.process.pid), str(back), str(back_after_s))
    finally:
        back.touch()
        helper.join()
    said = [at for at, trouble in notes["troubles"] if trouble and at > notes["killed"]]
    assert said, "nothing was said"
    assert said[0] - notes["killed"] < 3.0  # one and a half, where nothing else computes
    assert notes["trouble"] is None
    # the recorder starts anew beside Qt and may miss the first of them: that one is heard is that sound is back
    assert onsets_ms(server.recording()), "nothing was heard again"


def without_server(tmp_path: Path) -> dict[str, str]:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    return os.environ | {
        "PULSE_SERVER": f"unix:{runtime}/none", "XDG_RUNTIME_DIR": str(runtime), "HOME": str(tmp_path),
    }  # fmt: skip


def test_programs_play_where_qt_has_no_output(tmp_path: Path) -> None:
    """ALSA's file device stands for a sound card without any server."""
    if shutil.which("aplay") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("aplay missing: sudo apt install alsa-utils")
    played = tmp_path / "played.wav"
    config = tmp_path / "asound.conf"
    config.write_text(f'pcm.!default {{ type file slave.pcm {{ type null }} file "{played}" format "wav" }}\n')
    notes = probe(without_server(tmp_path) | {"ALSA_CONFIG_PATH": str(config)}, "play-one")
    assert notes["way"] == "ProcessOutput"
    assert notes["trouble"] is None
    assert notes["worst_ms"] < 100  # what it takes on a quiet machine is told by the bench
    values, _, _ = wav.samples(played)  # the last bell that was rung
    finish, _, _ = wav.samples(ROOT / "resources/bells/bowls/finish.wav")
    assert max(values) == pytest.approx(max(finish), rel=0.05)


def test_no_output_at_all_is_said_with_its_remedy(tmp_path: Path) -> None:
    nothing = tmp_path / "asound.conf"
    nothing.write_text("")
    notes = probe(
        without_server(tmp_path) | {"ALSA_CONFIG_PATH": str(nothing), "PATH": os.defpath}, "play-one"
    )  # fmt: skip
    assert notes["trouble"]
    assert "speaker" in notes["trouble"]
