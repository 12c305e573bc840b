"""The practice driven over a bus of the test's own, by a client that is not Qt."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from jeepney import DBusAddress, MessageType, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from hinge_gui.audio.mpris import PATH, PLAYER, MprisServer, NowOn
from tests.audio.buses import own_bus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's way")


class Desktop:
    """Makes one call at a time, while Qt goes on."""

    def __init__(self, address: str, qtbot: QtBot) -> None:
        self._address, self._qtbot = address, qtbot
        self._line = ThreadPoolExecutor(1)

    def ask(self, interface: str, deed: str, signature: str | None = None, words: tuple[Any, ...] = ()) -> Any:
        answer = self._line.submit(self._ask, interface, deed, signature, words)
        self._qtbot.waitUntil(answer.done, timeout=5000)
        return answer.result()

    def get(self, name: str) -> Any:
        return self.ask("org.freedesktop.DBus.Properties", "Get", "ss", (PLAYER, name))[0]

    def close(self) -> None:
        self._line.shutdown()

    def _ask(self, interface: str, deed: str, signature: str | None, words: tuple[Any, ...]) -> Any:
        with open_dbus_connection(bus=self._address) as bus:
            names = bus.send_and_get_reply(
                new_method_call(DBusAddress("/", "org.freedesktop.DBus", "org.freedesktop.DBus"), "ListNames")
            ).body[0]
            name = next(n for n in names if n.startswith("org.mpris.MediaPlayer2.hinge_gui"))
            answer = bus.send_and_get_reply(
                new_method_call(DBusAddress(PATH, name, interface), deed, signature, words), timeout=4
            )
            assert answer.header.message_type == MessageType.method_return, answer.body
            return answer.body


@pytest.fixture
def asked() -> list[object]:
    return []


@pytest.fixture
def desktop(qtbot: QtBot, asked: list[object]) -> Iterator[tuple[Desktop, MprisServer]]:
    deeds = ("play_pause", "play", "pause", "next", "previous", "stop", "raise")
    parent = QObject()
    with own_bus() as address:
        bus = QDBusConnection.connectToBus(address, "test-of-mpris")
        calls = {deed: lambda deed=deed: asked.append(deed) for deed in deeds}
        server = MprisServer(calls, asked.append, lambda: 12_000.0, parent, bus)  # type: ignore[arg-type]
        client = Desktop(address, qtbot)
        yield client, server
        client.close()
        server.close()
        QDBusConnection.disconnectFromBus("test-of-mpris")
    parent.deleteLater()


def test_buttons_act_and_the_desktop_sees_what_is_on(desktop: tuple[Desktop, MprisServer], asked: list[object]) -> None:
    client, server = desktop
    server.show(NowOn("Playing", "Calf stretch, Left side", "Gentle practice", 908_000))
    for deed in ("PlayPause", "Next", "Previous", "Pause", "Play", "Stop"):
        client.ask(PLAYER, deed)
    client.ask(PLAYER, "Seek", "x", (-10_000_000,))
    assert asked == ["play_pause", "next", "previous", "pause", "play", "stop", 2000.0]
    asked.clear()
    client.ask(PLAYER, "Seek", "x", (-20_000_000,))
    client.ask(PLAYER, "Seek", "x", (900_000_000,))
    assert asked == [0.0, "next"], "not before the beginning; beyond the end is the next one"
    assert client.get("PlaybackStatus") == ("s", "Playing")
    assert client.get("Position") == ("x", 12_000_000)
    _, metadata = client.get("Metadata")
    assert metadata["xesam:title"] == ("s", "Calf stretch, Left side")
    assert metadata["mpris:length"][1] == 908_000_000
