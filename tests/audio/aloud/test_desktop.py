"""The whole app on a desktop's bus: media keys drive it, it keeps the screen awake, and other players are silent."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from hinge_gui.audio.mpris import PATH, PLAYER, TRACK
from tests.audio.aloud.practice import PROGRAM, ROOT
from tests.audio.buses import OnTheBus

PROPERTIES = "org.freedesktop.DBus.Properties"
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's way")


class Desktop:
    """A client of the bus that is not Qt."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(bus=address)
        self._signals = open_dbus_connection(bus=address)
        self._signals.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", path=PATH)))
        self._name = ""

    def find(self) -> None:
        """Wait for the practice to come onto the bus."""
        until = time.monotonic() + 10
        while not self._name:
            names = self._bus.send_and_get_reply(message_bus.ListNames()).body[0]
            self._name = next((name for name in names if "hinge_gui" in name), "")
            assert time.monotonic() < until, "it never came"
            time.sleep(0.02)

    def ask(self, interface: str, deed: str, signature: str | None = None, words: tuple[Any, ...] = ()) -> Any:
        call = new_method_call(DBusAddress(PATH, self._name, interface), deed, signature, words)
        answer = self._bus.send_and_get_reply(call, timeout=4)
        assert answer.header.message_type == MessageType.method_return, answer.body
        return answer.body

    def get(self, name: str) -> Any:
        return self.ask(PROPERTIES, "Get", "ss", (PLAYER, name))[0][1]

    def heard_of(self, member: str, part: object) -> None:
        """Wait until such a signal has come; those before it count no more."""
        heard = ("", "")
        while heard[0] != member or str(part) not in heard[1]:
            signal = self._signals.receive(timeout=4)
            heard = signal.header.fields[HeaderFields.member], str(signal.body)

    def close(self) -> None:
        self._bus.close()
        self._signals.close()


@pytest.fixture
def desktop(bus: str) -> Iterator[Desktop]:
    client = Desktop(bus)
    yield client
    client.close()


@pytest.fixture
def on_the_bus(bus: str) -> Iterator[dict[str, OnTheBus]]:
    there = {
        "screen": OnTheBus("screen_saver.py", bus),
        "music": OnTheBus("pretended_player.py", bus, "music", "Playing"),
        "film": OnTheBus("pretended_player.py", bus, "film", "Paused"),
    }
    yield there
    for each in there.values():
        each.close()


@pytest.fixture
def app(bus: str, on_the_bus: dict[str, OnTheBus], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Plays the default routine. It is killed in the end: what it could not clear up goes with the test's folder."""
    environment = os.environ | {
        "DBUS_SESSION_BUS_ADDRESS": bus, "PYTHONPATH": str(ROOT),
        "PULSE_SERVER": f"unix:{tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path), "TMPDIR": str(tmp_path),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), "gentle-practice"], env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


def test_media_keys_drive_it_and_the_desktop_is_told(
    app: subprocess.Popen[str], desktop: Desktop, on_the_bus: dict[str, OnTheBus]
) -> None:
    screen, music = on_the_bus["screen"], on_the_bus["music"]
    desktop.find()
    assert music.asked() == "Pause"
    assert screen.asked() == "Inhibit"
    assert (desktop.get("PlaybackStatus"), desktop.get("Metadata")["xesam:album"][1]) == ("Playing", "Gentle practice")

    desktop.ask(PLAYER, "PlayPause")
    desktop.heard_of("PropertiesChanged", "Paused")
    assert screen.asked() == "UnInhibit"
    place_us = desktop.get("Position")
    desktop.ask(PLAYER, "Next")
    desktop.heard_of("Seeked", "")
    assert desktop.get("Position") > place_us
    desktop.ask(PLAYER, "Previous")
    desktop.ask(PLAYER, "SetPosition", "ox", (TRACK, 100_000_000))
    desktop.heard_of("Seeked", 100_000_000)
    desktop.ask(PLAYER, "Seek", "x", (-40_000_000,))
    assert desktop.get("Position") == 60_000_000
    desktop.ask(PLAYER, "SetPosition", "ox", ("/another", 5_000_000))
    desktop.ask(PLAYER, "SetPosition", "ox", (TRACK, 9_000_000_000))
    assert desktop.get("Position") == 60_000_000
    desktop.ask(PLAYER, "PlayPause")
    desktop.heard_of("PropertiesChanged", "Playing")
    assert screen.asked() == "Inhibit"

    length_us = desktop.get("Metadata")["mpris:length"][1]
    desktop.ask(PLAYER, "SetPosition", "ox", (TRACK, length_us - 200_000))
    assert screen.asked() == "UnInhibit", "the practice is over"
    assert music.asked() == "Play"
    rest = [on_the_bus.pop(name).close() for name in ("music", "film")]
    assert rest == ["", ""], "who was paused before stays so"


def test_a_practice_that_is_killed_leaves_nothing_behind(
    app: subprocess.Popen[str], desktop: Desktop, on_the_bus: dict[str, OnTheBus]
) -> None:
    desktop.find()
    assert on_the_bus["screen"].asked() == "Inhibit"
    app.kill()
    assert on_the_bus["screen"].asked() == "Gone"
