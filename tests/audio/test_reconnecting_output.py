"""Sound that comes back with the server, with outputs that only pretend."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hinge_gui.audio import pulse, reconnecting_output
from hinge_gui.audio.protocols import Tell
from hinge_gui.audio.qt_output import NO_DEVICE, NO_SERVER
from hinge_gui.audio.reconnecting_output import ReconnectingOutput
from tests.audio.test_speaker import Pretended

BELL = Path("bowls/start.wav")


class PretendedPlayer(Pretended, QObject):
    """Not ready before it says so."""

    def __init__(self, tell: Tell, _parent: QObject) -> None:
        QObject.__init__(self)
        Pretended.__init__(self, tell, NO_SERVER)
        self.is_ready = self.is_over = False

    def retire(self) -> None:
        self.tell = lambda: None

    def be(self, *, ready: bool = False, over: bool = False) -> None:
        self.is_ready, self.is_over = ready, over
        self.get(None if ready else NO_SERVER)


class Machine:
    def __init__(self) -> None:
        self.players: list[PretendedPlayer] = []
        self.told = 0
        self.output = ReconnectingOutput(self.tell, self.make_own, self.make_player)  # type: ignore[arg-type]

    def tell(self) -> None:
        self.told += 1

    def make_own(self, tell: Tell) -> Pretended:
        self.own = Pretended(tell)
        return self.own

    def make_player(self, tell: Tell, parent: QObject) -> PretendedPlayer:
        self.players.append(PretendedPlayer(tell, parent))
        return self.players[-1]


@pytest.fixture
def machine(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(reconnecting_output, "_LOOK_MS", 5)
    monkeypatch.setattr(pulse, "server_answers", lambda: True)
    return Machine()


def test_a_server_that_is_back_is_reached_by_a_player(machine: Machine, qtbot: QtBot) -> None:
    output = machine.output
    output.load([BELL])
    output.begin()
    machine.own.get(NO_SERVER)
    assert output.trouble == NO_SERVER
    qtbot.waitUntil(lambda: bool(machine.players), timeout=2000)
    player = machine.players[0]
    output.play(BELL, 0.5)
    assert player.played == [], "it is not ready yet"
    player.be(ready=True)
    assert output.trouble is None
    output.play(BELL, 0.5)
    assert (player.loaded, player.begun, player.played) == (["bowls/start"], 1, [("bowls/start", 0.5)])
    output.close()


def test_a_player_whose_server_goes_too_is_followed_by_another(machine: Machine, qtbot: QtBot) -> None:
    machine.output.begin()
    machine.own.get(NO_SERVER)
    for nth in range(3):
        qtbot.waitUntil(lambda n=nth: len(machine.players) > n, timeout=2000)  # type: ignore[misc]
        machine.players[-1].be(ready=True)
        assert machine.output.trouble is None
        machine.players[-1].be(over=True)
        assert machine.output.trouble == NO_SERVER
    machine.output.close()


def test_players_that_fail_at_once_are_tried_less_and_less_often(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reconnecting_output, "_MOST_FAILURES", 4)
    tried_after = []
    for nth in range(7):
        looks = 0
        while len(machine.players) == nth:
            machine.output.look_for_server()
            looks += 1
        tried_after.append(looks)
        machine.players[-1].be(over=True)
    assert tried_after == [1, 1, 3, 7, 15, 15, 15]
    machine.output.close()


def test_a_player_that_was_ready_makes_the_waiting_short_again(machine: Machine) -> None:
    for was_ready in (False, False, True):
        while not machine.players or machine.players[-1].is_over:
            machine.output.look_for_server()
        if was_ready:
            machine.players[-1].be(ready=True)
        machine.players[-1].be(over=True)
    machine.output.look_for_server()
    assert len(machine.players) == 4
    machine.output.close()


def test_our_own_connection_is_used_as_soon_as_it_is_back(machine: Machine, qtbot: QtBot) -> None:
    machine.output.load([BELL])
    machine.output.begin()
    machine.own.get(NO_SERVER)
    qtbot.waitUntil(lambda: bool(machine.players), timeout=2000)
    machine.players[0].be(ready=True)
    machine.own.get(None)
    machine.output.play(BELL, 1.0)
    assert (machine.own.played, machine.players[0].played) == ([("bowls/start", 1.0)], [])
    machine.output.close()


def test_a_device_that_lacks_is_no_matter_of_the_server(machine: Machine, qtbot: QtBot) -> None:
    machine.output.begin()
    machine.own.get(NO_DEVICE)
    assert machine.output.trouble == NO_DEVICE
    machine.output.rest()
    machine.own.get(NO_SERVER)  # play stands still: nobody needs a player
    qtbot.waitUntil(lambda: machine.told == 2, timeout=2000)
    assert machine.players == []
    machine.output.close()
