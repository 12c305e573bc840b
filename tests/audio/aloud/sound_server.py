"""A real PulseAudio with a sink that nobody hears, and a recording of what it would have played."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import pytest

from hinge_gui.audio import pulse

RATE_HZ = 44_100
TRIES = 4
STARVED_SHARE = 0.04  # of the time; 0.01 to 0.02 beside what else a suite does, 0.08 and more beside three busy loops
NEEDED = ("pulseaudio", "parec", "pactl")


class Waiting(Protocol):
    def waited_ms(self) -> float: ...


class SoundServer:
    """`environment` leads a program to it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pa-"))  # short: a socket's path has 108 bytes
        self.socket = self.folder / "native"
        self.environment = os.environ | {
            "PULSE_SERVER": f"unix:{self.socket}", "XDG_RUNTIME_DIR": str(self.folder), "HOME": str(self.folder),
            "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        self._recorder: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
                "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}",
                "-L", f"module-null-sink sink_name=hall rate={RATE_HZ}",
            ],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + 10
        while not pulse._takes_connections(str(self.socket)):
            assert self.process.poll() is None, "pulseaudio ended at once"
            assert time.monotonic() < until, "pulseaudio did not come up"
            time.sleep(0.02)
        while subprocess.run(["pactl", "info"], env=self.environment, capture_output=True).returncode:
            assert time.monotonic() < until, "pulseaudio does not answer"
            time.sleep(0.02)

    def add_sink(self, sink: str, name: str) -> str:
        """Another device; gives back what `remove_sink` wants to know."""
        words = ["pactl", "load-module", "module-null-sink", f"sink_name={sink}", f"rate={RATE_HZ}"]
        words.append(f"sink_properties=device.description={name}")
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=True).stdout.strip()

    def remove_sink(self, module: str) -> None:
        subprocess.run(["pactl", "unload-module", module], env=self.environment, check=True)

    def record(self, sink: str = "hall") -> None:
        target = self.folder / "recording.raw"
        with target.open("wb") as file:
            self._recorder = subprocess.Popen(
                [
                    "parec", f"--device={sink}.monitor", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1",
                    "--latency-msec=5", "--raw",
                ],
                env=self.environment, stdout=file, stderr=subprocess.DEVNULL,
            )  # fmt: skip

        until = time.monotonic() + 10
        while not target.stat().st_size:
            assert time.monotonic() < until, "nothing is recorded"
            time.sleep(0.01)

    def recording(self) -> array[int]:
        assert self._recorder is not None
        self._recorder.terminate()
        self._recorder.wait(5)
        data = (self.folder / "recording.raw").read_bytes()
        return array("h", data[: len(data) // 2 * 2])

    def waited_ms(self) -> float:
        """How long its threads have waited for a core so far; 0 where the system does not tell."""
        waited_ns = 0
        for thread in Path(f"/proc/{self.process.pid}/task").glob("*/schedstat"):
            with suppress(OSError, IndexError):  # the thread has ended, or nobody keeps these books
                waited_ns += int(thread.read_text().split()[1])
        return waited_ns / 1e6

    def close(self) -> None:
        for process in (self._recorder, self.process):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(5)
        shutil.rmtree(self.folder)


def judged(server: Waiting, play_and_judge: Callable[[], None]) -> None:
    """Anew only where the server itself was kept waiting for a core: what it broke off then is no fault of ours."""
    for tries_left in reversed(range(TRIES)):
        begun, before_ms = time.monotonic(), server.waited_ms()
        try:
            play_and_judge()
        except AssertionError:
            share = (server.waited_ms() - before_ms) / 1000 / (time.monotonic() - begun)
            if not tries_left or share < STARVED_SHARE:
                raise
        else:
            return


def need_sound_server() -> None:
    """Skips with a reason where the machine lacks one; where a machine runs the tests, that is a failure."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        words = f"{', '.join(missing)} missing: sudo apt install pulseaudio pulseaudio-utils"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)


def onsets_ms(samples: array[int], quiet_ms: float = 120, floor: int = 150) -> list[float]:
    """Where a sound begins that stands out from what rings on before it."""
    block = RATE_HZ // 1000
    peaks = [max(map(abs, samples[n : n + block]), default=0) for n in range(0, len(samples), block)]
    found: list[float] = []
    for n, peak in enumerate(peaks):
        before = max(peaks[max(0, n - 40) : max(0, n - 2)], default=0)
        if peak > floor and peak > 1.6 * before and (not found or n - found[-1] > quiet_ms):
            found.append(float(n))
    return found
