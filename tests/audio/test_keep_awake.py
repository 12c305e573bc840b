"""Keep-awake on a bus of its own, with a screen saver that writes down what it is asked."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from hinge_gui.audio.keep_awake import NOT_KEPT, KeepAwake
from tests.audio.buses import OnTheBus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's way")


@pytest.fixture
def screen_saver(bus: str) -> Iterator[OnTheBus]:
    running = OnTheBus("screen_saver.py", bus)
    yield running
    running.close()


def test_held_while_playing_and_released_on_pause_and_at_the_end(screen_saver: OnTheBus) -> None:
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


def test_released_too_when_the_program_is_killed(screen_saver: OnTheBus) -> None:
    code = "import time; from hinge_gui.audio.keep_awake import KeepAwake; KeepAwake(lambda: 0).hold(); time.sleep(60)"
    root = Path(__file__).parent.parent.parent
    app = subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(root)})
    try:
        assert screen_saver.asked() == "Inhibit"
    finally:
        app.kill()
        app.wait(5)
    assert screen_saver.asked() == "Gone", "the bus did not tell that whoever asked has gone"


def test_without_a_bus_it_says_so_and_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    told: SimpleQueue[threading.Thread] = SimpleQueue()
    awake = KeepAwake(lambda: told.put(threading.current_thread()))
    awake.hold()
    assert told.get(timeout=10) is not threading.current_thread(), "whoever asks would wait for the bus"
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
