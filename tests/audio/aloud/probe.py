"""Run as a program of its own: plays the bells through one output and says when, as JSON.

Qt keeps one connection to the sound server for the life of a process, so every test has its own.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from hinge_gui.audio.bells import Bells
from hinge_gui.audio.speaker import Speaker
from hinge_gui.core.timeline import BELLS, Bell
from hinge_gui.store.assets import asset


class Probe:
    """Plays, waits and takes notes; `worst_ms` is the longest that any call held the caller."""

    def __init__(self) -> None:
        self.app = QCoreApplication([])
        self.notes: dict[str, object] = {}
        begun = time.perf_counter()
        self.speaker = Speaker()
        self.bells = Bells(self.speaker, asset("resources", "bells"))
        self.notes["made_ms"] = (time.perf_counter() - begun) * 1000
        self.troubles: list[tuple[float, str | None]] = []
        self.speaker.changed.connect(lambda: self.troubles.append((time.time(), self.speaker.trouble)))
        self.worst_ms = 0.0

    def wait(self, seconds: float) -> None:
        QTimer.singleShot(round(seconds * 1000), self.app.quit)
        self.app.exec()

    def wait_for_trouble(self, most_s: float) -> None:
        """Until it was said, which takes a moment more than to have it."""
        until = time.monotonic() + most_s
        while not (self.troubles and self.troubles[-1][1]) and time.monotonic() < until:
            self.wait(0.02)

    def ring(self, every_s: float) -> Iterator[tuple[str, float]]:
        for bell in BELLS:
            yield bell, self.strike(bell)
            self.wait(every_s)

    def strike(self, bell: Bell) -> float:
        """The moment at which it was rung."""
        at, begun = time.time(), time.perf_counter()
        self.bells.play(bell)
        self.worst_ms = max(self.worst_ms, (time.perf_counter() - begun) * 1000)
        return at

    def report(self) -> None:
        self.notes |= {"way": self.speaker.way, "trouble": self.speaker.trouble, "worst_ms": self.worst_ms}
        self.notes["troubles"] = self.troubles
        self.bells.close()
        self.speaker.close()
        sys.stdout.write(json.dumps(self.notes))


def play() -> None:
    """All bells, with room between them."""
    probe = Probe()
    probe.bells.set_volume(100)
    probe.speaker.begin()
    probe.wait(0.8)
    probe.notes["rung"] = list(probe.ring(0.6))
    probe.wait(1.0)
    probe.speaker.rest()
    probe.report()


def play_one() -> None:
    """The last bell alone: enough to hear whether there is any sound."""
    probe = Probe()
    probe.bells.set_volume(100)
    probe.speaker.begin()
    probe.wait(0.5)
    probe.strike("finish")
    probe.wait(1.5)
    probe.speaker.rest()
    probe.report()


def server_dies(pid: int, back: Path, after_s: float) -> None:
    """The server is killed while play goes on; `back` is made when it shall return: so long after that was said."""
    probe = Probe()
    probe.bells.set_volume(100)
    probe.speaker.begin()
    probe.wait(0.5)
    os.kill(pid, signal.SIGKILL)
    probe.notes["killed"] = time.time()
    probe.wait_for_trouble(3.0)
    probe.wait(after_s / 2)
    probe.bells.play("half")  # with nobody there to hear it
    probe.speaker.begin()  # paused and gone on, meanwhile
    probe.wait(after_s / 2)
    back.touch()
    probe.wait(3.5)
    probe.speaker.rest()
    probe.speaker.begin()
    probe.wait(0.5)
    probe.notes["rung"] = list(islice(probe.ring(1.5), 2))
    probe.report()


def on_device(name: str) -> None:
    """Rings on the device of that name, then waits for `stdin`, and rings again."""
    probe = Probe()
    probe.bells.set_volume(100)
    probe.speaker.choose(name)
    probe.speaker.begin()
    probe.wait(0.5)
    probe.notes["before"] = probe.speaker.devices
    probe.bells.play("start")
    probe.wait(0.5)
    sys.stdout.write("rung\n")
    sys.stdout.flush()
    sys.stdin.readline()
    probe.wait(0.5)
    probe.bells.play("start")
    probe.wait(0.5)
    probe.report()


if __name__ == "__main__":
    if sys.argv[1] == "device":
        on_device(sys.argv[2])
    elif sys.argv[1] == "play-one":
        play_one()
    elif sys.argv[1] == "play":
        play()
    else:
        server_dies(int(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]))
