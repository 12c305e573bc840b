"""How long a routine of many steps takes to be read, validated and compiled."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from hinge_gui.core.compiler import compile_routine
from hinge_gui.store.library import Library
from hinge_gui.store.places import places

HEAD = "format: hinge-routine/1\nname: Long\nrise: false\nsteps:\n"
STEP = "  - {exercise: calf-stretch, hold: 30, repetitions: 2, rest: 8}\n"


def read_and_compile_s(file: Path, steps: int, runs: int = 3) -> float:
    """Median of some runs, each with a library that has read nothing yet but the exercises that come along."""
    file.write_text(HEAD + STEP * steps, encoding="utf-8")
    took = []
    for _ in range(runs):
        library = Library(places())
        start = time.perf_counter()
        routine = library.routine(str(file)).routine
        assert routine is not None
        timeline = compile_routine(routine, library.catalogue)
        took.append(time.perf_counter() - start)
        assert sum(segment.kind == "hold" for segment in timeline.segments) == steps * 4
    return statistics.median(took)


def measure(folder: Path) -> tuple[float, float]:
    """Seconds for 1,000 and for 10,000 steps."""
    file = folder / "long.yaml"
    return read_and_compile_s(file, 1000), read_and_compile_s(file, 10_000)
