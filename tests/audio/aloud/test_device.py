"""The device that the person chose, on a real sound server: played on while it is there, not missed when it is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.audio.aloud.sound_server import SoundServer

ROOT = Path(__file__).parents[3]


def test_a_chosen_device_plays_and_where_it_goes_the_systems_own_takes_over(server: SoundServer) -> None:
    garden = server.add_sink("garden", "Garden")
    server.record("garden")
    words = [sys.executable, "-m", "tests.audio.aloud.probe", "device", "Garden"]
    with subprocess.Popen(
        words, env=server.environment, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as player:
        assert player.stdout is not None
        assert player.stdout.readline() == "rung\n"
        assert max(server.recording()) > 1000, "silent on the device that was chosen"
        server.remove_sink(garden)
        server.record("hall")
        out, _ = player.communicate("\n", timeout=20)
    notes = json.loads(out)
    assert "Garden" in notes["before"]  # Qt may go on naming one that has gone until another comes
    assert notes["trouble"] is None
    assert max(server.recording()) > 1000, "silent once that device has gone"
