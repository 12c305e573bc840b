"""Plays sounds for the window, as its standard input asks; the window starts it (`audio/player_process.py`).

Each line asked is a JSON list, the name of an `Output`'s method and its words; each line told is how things are.
It ends with its input, and when the sound server goes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from hinge_gui.audio import pulse
from hinge_gui.audio.qt_output import NO_SERVER, QtOutput
from hinge_gui.ui.ending import Ending

_NO_SERVER_CODE = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none."""


def run(_args: argparse.Namespace) -> int:
    if not pulse.server_answers():
        return _NO_SERVER_CODE
    app = QCoreApplication(["hinge-gui"])
    player = _Player(app)
    player.tell()
    Ending(app.quit, app)
    code = app.exec()
    player.output.close()
    return code


class _Player(QObject):
    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._rest = b""
        self.output = QtOutput(self.tell)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._read)

    def tell(self) -> None:
        told = {"trouble": self.output.trouble, "devices": list(self.output.devices)}
        print(json.dumps(told), flush=True)
        if self.output.trouble == NO_SERVER:
            self._app.exit(_NO_SERVER_CODE)

    def _read(self) -> None:
        data = os.read(sys.stdin.fileno(), 1 << 16)
        if not data:
            self._app.quit()
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._do(*json.loads(line))

    def _do(self, deed: str, *words: object) -> None:
        output = self.output
        match deed, words:
            case "play", (str(file), float(gain)):
                output.play(Path(file), gain)
            case "stop", (str(file),):
                output.stop(Path(file))
            case "load", (list(files),):
                output.load([Path(file) for file in files])
            case "choose", (str(device),):
                output.choose(device)
            case "begin", ():
                output.begin()
            case "rest", ():
                output.rest()
