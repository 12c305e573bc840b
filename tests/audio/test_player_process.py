"""The process that plays when the sound server is back, with a program that only pretends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hinge_gui.audio import player_process
from hinge_gui.audio.player_process import PlayerProcess
from hinge_gui.audio.qt_output import NO_SERVER

PRETENDS = """
import json, sys
print(json.dumps({"trouble": None, "devices": ["Hall"]}), flush=True)
with open(sys.argv[1], "a") as notes:
    for line in sys.stdin:
        notes.write(line)
        notes.flush()
        if json.loads(line)[0] == "begin" and sys.argv[2] == "ends":
            sys.exit(3)
    notes.write('["over"]')
"""


class Owner(QObject):
    """Makes one and writes down how it is each time that it tells."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, notes: Path, *, ends: bool = False) -> None:
        super().__init__()
        words = [sys.executable, "-c", PRETENDS, str(notes), "ends" if ends else "stays"]
        monkeypatch.setattr(player_process, "player_command", lambda: words)
        self.told: list[tuple[bool, bool, str | None]] = []
        self._notes = notes
        self.player = PlayerProcess(self._hear, self)

    def _hear(self) -> None:
        self.told.append((self.player.is_ready, self.player.is_over, self.player.trouble))

    def asked(self) -> list[object]:
        return [json.loads(line) for line in self._notes.read_text().splitlines()] if self._notes.exists() else []


def test_it_is_asked_what_an_output_is_asked_also_before_it_is_ready(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    owner = Owner(monkeypatch, tmp_path / "notes")
    player = owner.player
    assert (player.is_ready, player.trouble) == (False, NO_SERVER)
    player.choose("Hall")
    player.load([Path("a.wav")])
    player.begin()
    player.play(Path("a.wav"), 0.5)
    player.stop(Path("a.wav"))
    player.rest()
    qtbot.waitUntil(lambda: len(owner.asked()) == 6, timeout=5000)
    assert owner.asked() == [
        ["choose", "Hall"], ["load", ["a.wav"]], ["begin"], ["play", "a.wav", 0.5], ["stop", "a.wav"], ["rest"]
    ]  # fmt: skip
    qtbot.waitUntil(lambda: player.is_ready, timeout=5000)
    assert (owner.told, list(player.devices)) == ([(True, False, None)], ["Hall"])
    player.close()


def test_that_it_ended_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    owner = Owner(monkeypatch, tmp_path / "notes", ends=True)
    qtbot.waitUntil(lambda: owner.player.is_ready, timeout=5000)
    owner.player.begin()
    qtbot.waitUntil(lambda: owner.player.is_over, timeout=5000)
    assert owner.told[-1] == (False, True, NO_SERVER)
    owner.player.close()


@pytest.mark.parametrize("ends_first", [False, True])
def test_one_that_is_retired_ends_by_itself_and_tells_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ends_first: bool
) -> None:
    owner = Owner(monkeypatch, tmp_path / "notes", ends=ends_first)
    qtbot.waitUntil(lambda: owner.player.is_ready, timeout=5000)
    if ends_first:
        owner.player.begin()
        qtbot.waitUntil(lambda: owner.player.is_over, timeout=5000)
    told = list(owner.told)
    with qtbot.waitSignal(owner.player.destroyed, timeout=5000):
        owner.player.retire()
    assert owner.told == told
    assert (["over"] in owner.asked()) != ends_first


def test_one_that_cannot_be_started_is_over(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(player_process, "player_command", lambda: [str(tmp_path / "none")])
    told: list[bool] = []
    owner = QObject()
    player = PlayerProcess(lambda: told.append(player.is_over), owner)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told == [True]
    player.close()
