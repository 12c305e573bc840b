"""Start-up and memory of the app beside a bare PySide6 window, in turns, on one screen."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tools.bench.process import end, pss_mb
from tools.bench.screen import Screen, likeness

APP = [sys.executable, "-m", "hinge_gui"]
BARE = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]
POLL_S = 0.002
STILL_S, PATIENCE_S = 1.0, 15.0  # the picture is final when nothing changed for a second
WORDS = range(300, 730)  # the columns where words and Start stand; figure and list come with the next frames
READY_LIKENESS = 0.97
WHOLE_LIKENESS = 0.99


class NoPictureError(RuntimeError):
    """The program ended or showed nothing."""


@dataclass(frozen=True, slots=True)
class Launch:
    """From the start of the process until its window showed the words and Start, and until it showed all."""

    ready_ms: float
    whole_ms: float
    answer_ms: float | None = None
    pss_mb: float | None = None


def launch(screen: Screen, command: list[str], home: Path, *, press: bool = False, weigh: bool = False) -> Launch:
    """Starts a program, waits for its final picture; then presses a key, or weighs it five seconds after its start."""
    environment = screen.environment(home)
    empty = screen.look()
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[2], stdin=subprocess.DEVNULL)
    try:
        pictures = _watch(screen, process, empty)
        final = pictures[-1][1]
        ready = next(m for m, picture in pictures if likeness(picture, final, empty, WORDS) >= READY_LIKENESS)
        whole = next(m for m, picture in pictures if likeness(picture, final, empty) >= WHOLE_LIKENESS)
        answer_ms = _press(screen, environment, final) if press else None
        weight = None
        if weigh:
            time.sleep(max(0.0, start + 5 - time.monotonic()))
            weight = pss_mb(process.pid)
        return Launch((ready - start) * 1000, (whole - start) * 1000, answer_ms, weight)
    finally:
        end(process)
        _until_gone(screen, empty)


def _watch(screen: Screen, process: subprocess.Popen[bytes], empty: bytes) -> list[tuple[float, bytes]]:
    """Each new picture with its moment, until the screen has been still for a while."""
    pictures: list[tuple[float, bytes]] = []
    last, begun = empty, time.monotonic()
    while True:
        time.sleep(POLL_S)
        picture, now = screen.look(), time.monotonic()
        if picture != last:
            pictures.append((now, picture))
            last = picture
        elif pictures and now - pictures[-1][0] > STILL_S:
            return pictures
        if process.poll() is not None or now - begun > PATIENCE_S:
            raise NoPictureError(f"{process.args!r}: exit code {process.returncode}, {len(pictures)} pictures")


def _press(screen: Screen, environment: dict[str, str], final: bytes) -> float:
    """ms from the key (any starts the practice) to the first change on the screen, xdotool's own start included."""
    focus = ["xdotool", "search", "--onlyvisible", "--class", "hinge-gui", "windowfocus", "--sync"]
    subprocess.run(focus, env=environment, check=True, capture_output=True)
    before = screen.look()
    pressed = time.monotonic()
    subprocess.run(["xdotool", "key", "space"], env=environment, check=True)
    while likeness(screen.look(), before, bytes(len(final))) > WHOLE_LIKENESS:
        if time.monotonic() - pressed > PATIENCE_S:
            raise NoPictureError("the key was not answered")
        time.sleep(POLL_S)
    return (time.monotonic() - pressed) * 1000


def _until_gone(screen: Screen, empty: bytes) -> None:
    until = time.monotonic() + 3
    while screen.look() != empty and time.monotonic() < until:
        time.sleep(POLL_S)


@dataclass(frozen=True, slots=True)
class Startup:
    """Medians of all runs."""

    app_ms: float
    whole_ms: float
    bare_ms: float
    answer_ms: float
    app_mb: float
    bare_mb: float


def measure(screen: Screen, home: Path, runs: int) -> Startup:
    """One run of each that does not count (caches, first start), then by turns, so that both see the same machine."""
    for command in (APP, BARE):
        launch(screen, command, home)
    app: list[Launch] = []
    bare: list[Launch] = []
    for n in range(runs):
        pair = [(APP, app), (BARE, bare)]
        for command, into in pair if n % 2 == 0 else reversed(pair):
            into.append(launch(screen, command, home))
    answers = [launch(screen, APP, home, press=True).answer_ms for _ in range(3)]
    weights = [launch(screen, command, home, weigh=True).pss_mb for command in (APP, BARE)]
    return Startup(
        statistics.median(run.ready_ms for run in app),
        statistics.median(run.whole_ms for run in app),
        statistics.median(run.ready_ms for run in bare),
        statistics.median(a for a in answers if a is not None),
        *(w for w in weights if w is not None),
    )
