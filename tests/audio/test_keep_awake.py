"""Keep-awake on a bus of its own, with a screen saver that writes down what it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_gui.audio.keep_awake import NOT_KEPT, KeepAwake

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's way")


class ScreenSaver:
    """`asked()` is what it is asked next."""

    def __init__(self, bus: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "screen_saver.py"), bus], stdout=subprocess.PIPE, text=True
        )
        assert self.asked() == "ready"

    def asked(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("dbus-daemon missing: sudo apt install dbus")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.kill()
    daemon.communicate()


@pytest.fixture
def screen_saver(bus: str) -> Iterator[ScreenSaver]:
    running = ScreenSaver(bus)
    yield running
    running.close()


def test_held_while_playing_and_released_on_pause_and_at_the_end(screen_saver: ScreenSaver) -> None:
    awake = KeepAwake(lambda: None)
    awake.hold()
    assert screen_saver.asked() == "Inhibit"
    awake.release()
    assert screen_saver.asked() == "UnInhibit"
    awake.hold()
    awake.hold()  # twice is once
    assert screen_saver.asked() == "Inhibit"
    awake.close()
    assert screen_saver.asked() == "UnInhibit"
    assert awake.trouble is None


def test_without_a_bus_it_says_so_and_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    told = threading.Event()
    awake = KeepAwake(told.set)
    begun = time.perf_counter()
    awake.hold()
    assert time.perf_counter() - begun < 0.05
    assert told.wait(10)
    assert awake.trouble == NOT_KEPT
    awake.release()
    awake.close()


def test_nothing_is_imported_before_the_first_practice() -> None:
    code = (
        "import sys; from hinge_gui.audio.keep_awake import KeepAwake; "
        "from hinge_gui.audio.speaker import Speaker; from hinge_gui.audio.bells import Bells; "
        "k = KeepAwake(lambda: None); k.release(); k.close(); "
        "print(sorted({'wakepy', 'playsound3', 'PySide6.QtMultimedia'} & set(sys.modules)))"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(root)}
    )
    assert done.stdout.strip() == "[]", done.stderr
