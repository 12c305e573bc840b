"""How long a routine of many steps takes to be read, checked and compiled."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from pathlib import Path

from tools.bench.startup import APP

HEAD = "format: hinge-routine/1\nname: Long\nrise: false\nsteps:\n"
STEP = "  - {exercise: calf-stretch, hold: 30, repetitions: 2, rest: 8}\n"


def timeline_s(home: Path, steps: int, runs: int = 3) -> float:
    """Median of `hinge-gui timeline` from outside, the start of Python and the printing included."""
    file = home / "long.yaml"
    file.write_text(HEAD + STEP * steps, encoding="utf-8")
    environment = os.environ | {"HINGE_GUI_HOME": str(home / "hinge")}
    took = []
    for _ in range(runs):
        start = time.monotonic()
        subprocess.run(
            [*APP, "timeline", str(file)],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
        )
        took.append(time.monotonic() - start)
    return statistics.median(took)


def measure(home: Path) -> tuple[float, float]:
    """Seconds for 1,000 and for 10,000 steps, less what a single step takes (so the start of Python is out)."""
    alone = timeline_s(home, 1)
    return timeline_s(home, 1000) - alone, timeline_s(home, 10_000, runs=1) - alone
