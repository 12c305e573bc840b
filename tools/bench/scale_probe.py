"""Runs inside the window that is measured: `scale_probe.py home|editor` does as a person would and prints JSON.

A heartbeat of 4 ms in the window's own event loop tells how long the loop was held: that is how long a press, a turn of
the wheel or a frame waits.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView

from hinge_gui.app import App, Options
from hinge_gui.app.launch import qt_application
from hinge_gui.ui.editor.bench import Bench
from tools.bench.large_library import LONG

BEAT_MS = 4
WHEEL_EVERY_MS, WHEEL_TURNS = 16, 500
EDITS = 40


class Heart(QObject):
    """Beats in the loop; remembers each beat's moment in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.beats: list[float] = []
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        self.beats.append(now_ms())

    def longest_ms(self, since_ms: float) -> float:
        beats = [beat for beat in self.beats if beat >= since_ms]
        return max((b - a for a, b in pairwise(beats)), default=0.0)


def now_ms() -> float:
    return time.perf_counter_ns() / 1e6


def until(done: Callable[[], bool], patience_s: float = 120) -> float:
    """The loop runs until this is so; the moment when it was."""
    end = time.monotonic() + patience_s
    while not done():
        if time.monotonic() > end:
            raise TimeoutError(str(done))
        QApplication.processEvents()
    return now_ms()


def home(app: App, heart: Heart) -> dict[str, float]:
    """Home is asked for at once; the wheel turns as soon as every card at sight is read, while the rest still comes."""
    asked = now_ms()
    app.show_page("home")
    page = app.pages.home
    model, cards = page._shelves, page.findChild(QListView)
    assert cards is not None
    first = until(lambda: bool(model._cards) and not model._reading and not model._seen)
    scrolled_from = now_ms()
    for n in range(WHEEL_TURNS):
        due = now_ms() + WHEEL_EVERY_MS
        _wheel(cards, -240 if (n // 200) % 2 == 0 else 240)
        until(partial(_is_past, due))
    return {"first_ms": first - asked, "hitch_ms": heart.longest_ms(scrolled_from)}


def _is_past(due: float) -> bool:
    return now_ms() >= due


def _wheel(cards: QListView, by: int) -> None:
    middle = QPointF(cards.viewport().rect().center())
    event = QWheelEvent(
        middle, QPointF(cards.viewport().mapToGlobal(middle)), QPoint(0, 0), QPoint(0, by),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(cards.viewport(), event)


def editor(app: App, _heart: Heart) -> dict[str, float]:
    """A thousand steps; each edit is timed until its picture is on the screen."""
    app.pages.own.edit(LONG)
    until(partial(_is_past, now_ms() + 1500))
    took = sorted(_timed(edit) for edit in _edits(app.pages.own.editor._bench))
    return {"median_ms": took[len(took) // 2], "p95_ms": took[int(len(took) * 0.95)]}


def _edits(bench: Bench) -> Iterator[Callable[[], None]]:
    for n in range(EDITS):
        yield partial(bench.turn, "hold", 20.0 + n % 5)
        yield partial(bench.nudge, 1)
        yield bench.copy
        yield bench.undo


def _timed(edit: Callable[[], None]) -> float:
    begun = now_ms()
    edit()
    QApplication.processEvents()
    return now_ms() - begun


def main(what: str) -> None:
    qt_application()
    app = App(Options())
    app.show()
    until(lambda: app.window._was_painted)
    QApplication.processEvents()
    heart = Heart()
    print(json.dumps({"home": home, "editor": editor}[what](app, heart)))
    app.window.close()


if __name__ == "__main__":
    main(sys.argv[1])
