"""`make bench`: the figures that the app is held to, each beside its floor. About eight minutes; `--runs 3` for a look.

Everything is measured from outside: the picture from the screen's own memory, cost from the kernel's books, cues from
`rehearse --events`. A figure beyond its floor is marked; the exit code stays 0, for a machine may simply be slow.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.bench import compiling, frame, practice, scale, startup
from tools.bench.hall import Hall
from tools.bench.screen import Screen


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and what it must not exceed."""

    what: str
    value: float
    floor: float
    unit: str
    note: str = ""

    def __str__(self) -> str:
        verdict = "holds" if self.value <= self.floor else "MISSED"
        return f"{self.what:<52} {self.value:>8.2f} ≤ {self.floor:<7.2f} {self.unit:<4} {verdict:<7} {self.note}"


def start_rows(screen: Screen, home: Path, runs: int) -> Iterator[Row]:
    found = startup.measure(screen, home, runs)
    yield Row(
        "start: words and Start painted, beside a bare window",
        found.app_ms / found.bare_ms,
        1.6,
        "×",
        f"{found.app_ms:.0f} and {found.bare_ms:.0f} ms, medians of {runs}; figure and list at {found.whole_ms:.0f} ms",
    )
    yield Row("start: a key pressed then is answered after", found.answer_ms, 250, "ms")
    yield Row("memory 5 s after start", found.app_mb, found.bare_mb + 30, "MB", f"bare window {found.bare_mb:.0f} MB")
    with Hall() as hall:
        whole = practice.rehearse(screen, home, "gentle-practice", speed=20, hall=hall)
    yield Row("memory, peak of a whole practice, bells and voice too", whole.diary.peak_mb, found.bare_mb + 45, "MB",
              "20 × as fast")  # fmt: skip


def practice_rows(screen: Screen, home: Path) -> Iterator[Row]:
    quiet = practice.rehearse(screen, home, practice.COST_ROUTINE)
    yield Row("CPU during a hold", quiet.cpu_percent("hold"), 2, "%", "of one core")
    yield Row("CPU during a movement", quiet.cpu_percent("in", "out"), 15, "%", "of one core")
    still = practice.rehearse_still(screen, home)
    yield Row("CPU during a hold, reduced motion", still.cpu_percent("hold"), 1.5, "%", "of one core")
    yield Row("wake-ups then", still.wakes_a_second("hold"), 8, "/s", "the seconds, and what listens")
    with practice.busy_core():
        crowded = practice.rehearse(screen, home, practice.CUES_ROUTINE)
    note = f"{len(crowded.events)} events in {crowded.timeline['total_ms'] / 1000:.0f} s, the other core busy"
    yield Row("cue error, 99th percentile", crowded.error_p99_ms(), 20, "ms", note)
    yield Row("drift over the run", abs(crowded.drift_ms()), 5, "ms")


def compile_rows(home: Path) -> Iterator[Row]:
    thousand_s, ten_thousand_s = compiling.measure(home)
    yield Row("1,000 steps: read and compile", thousand_s, 1, "s")
    yield Row("10,000 steps, as multiple of 1,000", ten_thousand_s / thousand_s, 12, "×", f"{ten_thousand_s:.1f} s")


def scale_rows(screen: Screen, home: Path) -> Iterator[Row]:
    """2,000 routines of 500 exercises; 1,000 steps in the editor."""
    found = scale.measure(screen, home / "large")
    yield Row("large library: cards at sight read, from asking", found.first, 1000, "ms")
    yield Row("large library: longest wait while the wheel turns", found.hitch, 50, "ms")
    yield Row("1,000 steps: an edit, 95th percentile", found.edit_p95, 50, "ms", f"median {found.edit:.0f} ms")


def frame_rows() -> Iterator[Row]:
    """The figure alone: computed and painted at 800×600, as in a movement."""
    found = frame.measure()
    dearest = f"dearest: {found.slowest}, {found.slowest_ms:.1f} ms"
    yield Row("a frame of the figure, median", found.median_ms, 4, "ms", dearest)
    yield Row("a frame of the figure, 99th percentile", found.p99_ms, 8, "ms", f"of {found.frames} of all exercises")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=10, help="starts of each window (10)")
    runs = parser.parse_args().runs
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="hinge-bench-") as folder, Screen() as screen:
        home = Path(folder)
        os.environ["HINGE_GUI_HOME"] = str(home / "hinge")
        small = compile_rows(home), frame_rows(), start_rows(screen, home, runs), practice_rows(screen, home)
        for rows in (*small, scale_rows(screen, home)):
            for row in rows:
                print(row, flush=True)


if __name__ == "__main__":
    main()
