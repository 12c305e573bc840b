"""The bench's own arithmetic: what it would say of runs whose figures are known."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import time
from typing import Any

import pytest

from tools.bench.practice import SETTLING_MS, Rehearsal
from tools.bench.process import Diary, cpu_ns, end, family, pss_mb
from tools.bench.screen import likeness

START_NS = 5_000_000_000


def rehearsal(late_ms: list[float], diary: Diary | None = None) -> Rehearsal:
    """One event a second, each as late as said, in two segments of ten seconds."""
    kinds = ("in", "hold")
    timeline: dict[str, Any] = {
        "segments": [{"kind": kind, "start_ms": n * 10_000, "duration_ms": 10_000} for n, kind in enumerate(kinds)]
    }
    events = [{"planned_ms": 0, "actual_ns": START_NS}]
    for n, late in enumerate(late_ms, 1):
        events.append({"planned_ms": n * 1000, "actual_ns": START_NS + int((n * 1000 + late) * 1e6)})
    return Rehearsal(timeline, events, diary or Diary())


def test_one_late_cue_in_a_hundred_is_the_99th_percentile() -> None:
    assert rehearsal([1.0] * 99 + [30.0]).error_p99_ms() == pytest.approx(30)
    assert rehearsal([1.0] * 199 + [30.0]).error_p99_ms() == pytest.approx(1)


def test_too_early_is_an_error_too() -> None:
    assert rehearsal([-25.0] * 10).error_p99_ms() == pytest.approx(25)


def test_drift_is_growing_lateness_not_lateness() -> None:
    assert rehearsal([4.0] * 60).drift_ms() == pytest.approx(0)
    assert rehearsal([n / 10 for n in range(100)]).drift_ms() == pytest.approx(9)


def test_cpu_of_each_kind_of_segment() -> None:
    diary = Diary()
    used = 0
    for ms in range(0, 20_001, 50):  # half a core in the first segment, a hundredth in the second
        diary.at_ns.append(START_NS + ms * 1_000_000)
        diary.cpu.append(used)
        used += 25_000_000 if ms < 10_000 else 500_000
    seen = rehearsal([], diary)
    assert seen.cpu_percent("in") == pytest.approx(50, rel=0.01)
    assert seen.cpu_percent("hold") == pytest.approx(1, rel=0.01)
    assert SETTLING_MS < 1000


def test_likeness_looks_at_the_window_alone() -> None:
    def pixels(*values: int) -> bytes:
        return struct.pack(f"={len(values)}I", *values)

    empty, final = pixels(0, 0, 0, 0), pixels(0, 0, 7, 9)
    assert likeness(empty, final, empty) == 0
    assert likeness(pixels(0, 0, 7, 0), final, empty) == 0.5
    assert likeness(final, final, empty) == 1
    assert likeness(pixels(0, 0, 7, 0), final, empty, range(2, 3)) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's /proc")
def test_a_process_and_its_child_are_weighed_together() -> None:
    child = f"import subprocess; subprocess.Popen([{sys.executable!r}, '-c', 'while True: pass']).wait()"
    parent = subprocess.Popen([sys.executable, "-c", child])
    try:
        until = time.monotonic() + 10
        while (len(members := family(parent.pid)) < 2 or cpu_ns(members[1]) < 3e7) and time.monotonic() < until:
            time.sleep(0.01)
        assert cpu_ns(parent.pid) > cpu_ns(members[1]) > 3e7
        assert pss_mb(parent.pid) > pss_mb(members[1]) > 1
    finally:
        for member in members[1:]:
            os.kill(member, signal.SIGTERM)
        end(parent)
