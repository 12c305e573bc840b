"""The whole app while sound goes wrong: the practice goes on in time, the badge says so, sound returns where it can."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.audio.aloud import practice
from tests.audio.aloud.sound_server import SoundServer, onsets_ms
from tests.helpers import only_in_torture


class Running:
    """The app plays; `notes` waits for its end."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(practice.PROGRAM), practice.NAME], env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "started\n"
        self.started = time.time()

    def wait_until_s(self, seconds: float) -> float:
        """So long after the start; gives the moment."""
        time.sleep(max(0.0, self.started + seconds - time.time()))
        return time.time()

    def notes(self) -> dict[str, Any]:
        out, errors = self._process.communicate(timeout=60)
        assert self._process.returncode == 0, errors
        notes: dict[str, Any] = json.loads(out.splitlines()[-1])
        return notes

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()


@pytest.fixture
def play(server: SoundServer, home: Path) -> Iterator[Callable[[], Running]]:
    practice.write(home)
    begun: list[Running] = []

    def playing(**more: str) -> Running:
        environment = practice.environment(server, home) | more
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        begun.append(Running(environment))
        return begun[-1]

    yield playing
    for running in begun:
        running.close()


def in_time(notes: dict[str, Any]) -> None:
    """All cues, each within 100 ms of its moment: a busy machine is late, a practice that waits for sound is lost."""
    names = [name for _, _, name in notes["told"]]
    assert names[-1] == "bell:finish"
    late = [(at - notes["started"]) * 1000 - cue_ms for at, cue_ms, _ in notes["told"]]
    assert max(late) < 100, late


def badge(notes: dict[str, Any], kind: str, since: float = 0.0) -> list[tuple[float, str]]:
    """What the badge said from then on, each time that it changed."""
    said = [(at, text) for at, shown, text in notes["badges"] if shown == kind and at >= since]
    return [entry for n, entry in enumerate(said) if n == 0 or said[n - 1][1] != entry[1]]


def test_a_server_that_goes_for_long_and_comes_back_with_no_voice_and_no_bus(
    server: SoundServer, play: Callable[..., Running], tmp_path: Path
) -> None:
    played = play(PATH=str(tmp_path), DBUS_SESSION_BUS_ADDRESS="")
    gone = played.wait_until_s(1.5)
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    played.wait_until_s(6.0)  # Qt has given up by then
    back = time.time()
    server.start()
    server.record()
    notes = played.notes()
    in_time(notes)
    assert "espeak-ng" in badge(notes, "voice")[0][1]
    said = next((at, text) for at, text in badge(notes, "sound", gone) if text)
    assert said[0] - gone < 2.0
    assert "server" in said[1]
    well = next(at for at, text in badge(notes, "sound", back) if not text)
    assert well - back < 4.0
    heard = onsets_ms(server.recording())
    assert len(heard) >= 3, "the last ticks, the end and the finish"


@pytest.mark.torture
@only_in_torture
def test_no_server_at_all_and_one_that_comes_in_mid_practice(
    server: SoundServer, play: Callable[..., Running]
) -> None:
    server.process.kill()
    server.process.wait()
    played = play(ALSA_CONFIG_PATH="/dev/null")
    played.wait_until_s(4.0)
    back = time.time()
    server.start()
    server.record()
    notes = played.notes()
    in_time(notes)
    first = next(at for at, text in badge(notes, "sound") if text)
    assert first - notes["started"] < 2.0
    assert next(at for at, text in badge(notes, "sound", back) if not text) - back < 4.0
    assert len(onsets_ms(server.recording())) >= 5


@pytest.mark.torture
@only_in_torture
def test_another_default_device_is_followed(server: SoundServer, play: Callable[..., Running]) -> None:
    server.add_sink("garden", "Garden")
    played = play()
    played.wait_until_s(6.0)
    server.record("garden")
    subprocess.run(["pactl", "set-default-sink", "garden"], env=server.environment, check=True)
    notes = played.notes()
    in_time(notes)
    assert [text for _, text in badge(notes, "sound")] == [""]
    assert len(onsets_ms(server.recording())) >= 5


@pytest.mark.torture
@only_in_torture
def test_the_last_device_vanishes_in_mid_phrase(server: SoundServer, play: Callable[..., Running]) -> None:
    """PulseAudio may then have none at all, of which Qt says nothing."""
    played = play(ALSA_CONFIG_PATH="/dev/null")
    gone = played.wait_until_s(3.5)
    modules = subprocess.run(
        ["pactl", "list", "short", "modules"], env=server.environment, capture_output=True, text=True, check=True
    ).stdout
    server.remove_sink(next(line.split()[0] for line in modules.splitlines() if "module-null-sink" in line))
    played.wait_until_s(8.0)
    server.add_sink("garden", "Garden")
    server.record("garden")
    notes = played.notes()
    in_time(notes)
    assert next(at for at, text in badge(notes, "sound", gone) if text) - gone < 2.0
    assert badge(notes, "sound")[-1][1] == ""
    assert onsets_ms(server.recording())
