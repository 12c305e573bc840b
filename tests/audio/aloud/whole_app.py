"""Run as a program of its own: plays a routine in the real window, and says as JSON what was told when.

`beats` are the moments at which a 5 ms heartbeat of the event loop came late, with how late; seconds and ms.
What it waited for a core that others had is not counted: that is no doing of ours. A line `started` comes first.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from hinge_gui.app import App, Options
from hinge_gui.app.launch import qt_application
from hinge_gui.core.events import CueDue, Fact, Finished, Started

BEAT_MS = 5
_QUEUE = Path("/proc/self/schedstat")  # of the first thread, which is Qt's
_AFTER_MS = 3600  # the last bell rings out


class Witness:
    def __init__(self, routine: str) -> None:
        self.qt = qt_application()
        self.app = App(Options(routine=routine, start=True))
        self.told: list[tuple[float, int, str]] = []
        self.beats: list[tuple[float, float]] = []
        self.badges: list[tuple[float, str, str]] = []
        self.started = 0.0
        self._last, self._queued_ms = 0.0, 0.0
        self._heart = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self.app.practice.fact.connect(self._hear)
        self._watch_badges()

    def run(self) -> None:
        self.app.show()
        self.qt.exec()
        notes = {"told": self.told, "beats": self.beats, "badges": self.badges, "started": self.started}
        sys.stdout.write(json.dumps(notes))

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Started):
            self.started = self._last = time.time()
            self._queued_ms = queued_ms()
            sys.stdout.write("started\n")
            sys.stdout.flush()
            self._heart.start(BEAT_MS)
        elif isinstance(fact, CueDue):
            name = fact.cue.text or f"bell:{fact.cue.bell}"
            self.told.append((time.time() - fact.late_ms / 1000, fact.cue.at_ms, name))
        elif isinstance(fact, Finished):
            QTimer.singleShot(_AFTER_MS, self._end)

    def _beat(self) -> None:
        now, queued = time.time(), queued_ms()
        late_ms = (now - self._last) * 1000 - BEAT_MS - (queued - self._queued_ms)
        if late_ms > BEAT_MS:
            self.beats.append((now - self.started, late_ms))
        self._last, self._queued_ms = now, queued

    def _watch_badges(self) -> None:
        page = self.app.window.page
        show = page.set_badge

        def noted(kind: str, text: str) -> None:
            self.badges.append((time.time(), kind, text))
            show(kind, text)

        page.set_badge = noted  # type: ignore[method-assign]

    def _end(self) -> None:
        self._heart.stop()
        self.app.window.close()
        self.qt.quit()


def queued_ms() -> float:
    """How long this thread has waited for a core so far; 0 where the system does not tell."""
    try:
        return int(_QUEUE.read_text().split()[1]) / 1e6
    except (OSError, IndexError):
        return 0.0


if __name__ == "__main__":
    Witness(sys.argv[1]).run()
