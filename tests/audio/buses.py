"""A session bus of a test's own, and programs on it that write down what they are asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class OnTheBus:
    """`asked()` is what it is asked next."""

    def __init__(self, program: str, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / program), *arguments], stdout=subprocess.PIPE, text=True
        )
        assert self.asked() == "ready"

    def asked(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> str:
        """What it was asked and nobody read yet."""
        self.process.kill()
        return self.process.communicate()[0].strip()


@contextmanager
def own_bus() -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("dbus-daemon missing: sudo apt install dbus")
    with tempfile.TemporaryDirectory() as folder:
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={folder}/bus"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.kill()
            daemon.communicate()
