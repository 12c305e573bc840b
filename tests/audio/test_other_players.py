"""Other players on a bus of the test's own: paused at the start, and exactly those go on again."""

from __future__ import annotations

import sys
import time

import pytest

from hinge_gui.audio.other_players import OtherPlayers
from tests.audio.buses import OnTheBus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's way")


def test_only_those_that_played_are_paused_and_go_on(bus: str) -> None:
    music = OnTheBus("pretended_player.py", bus, "music", "Playing")
    film = OnTheBus("pretended_player.py", bus, "film", "Paused")
    ourselves = OnTheBus("pretended_player.py", bus, "hinge_gui.instance1", "Playing")
    others = OtherPlayers()
    others.pause()
    assert music.asked() == "Pause"
    others.resume()
    assert music.asked() == "Play"
    others.pause()
    assert music.asked() == "Pause"
    others.close()
    assert music.asked() == "Play"
    assert music.close() == ""
    assert ourselves.close() == "", "a practice is no other player"
    assert film.close() == "", "it was paused before we came"


def test_without_a_bus_nobody_is_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    others = OtherPlayers()
    begun = time.perf_counter()
    others.pause()
    others.resume()
    assert time.perf_counter() - begun < 0.05
    others.close()
    assert time.perf_counter() - begun < 2.0
