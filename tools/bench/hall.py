"""A sound card that nobody hears, on a PulseAudio of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tools.bench.process import end

PATIENCE_S = 10.0


class Hall:
    """`environment` leads a program there."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pa-"))  # short: a socket's path has 108 bytes
        socket = self._folder / "native"
        self.environment = {"PULSE_SERVER": f"unix:{socket}", "XDG_RUNTIME_DIR": str(self._folder)}
        self._server = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
                "-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
                "-L", "module-null-sink",
            ],
            env=os.environ | self.environment | {"HOME": str(self._folder)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + PATIENCE_S
        while subprocess.run(["pactl", "info"], env=os.environ | self.environment, capture_output=True).returncode:
            if time.monotonic() > until:
                self.__exit__(None, None, None)
                raise TimeoutError("pulseaudio does not answer")
            time.sleep(0.05)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        end(self._server)
        shutil.rmtree(self._folder, ignore_errors=True)
