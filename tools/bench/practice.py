"""A practice in the real window: when its cues came, what its holds and movements cost."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.bench.hall import Hall
from tools.bench.process import Diary, end
from tools.bench.screen import Screen
from tools.bench.startup import APP

CUES_ROUTINE = """\
format: hinge-routine/1
name: Three minutes of cues
ready: 5
rise: false
steps:
  - {exercise: hip-hinge, hold: 2, repetitions: 6}
  - {exercise: calf-stretch, hold: 20, repetitions: 1}
  - {exercise: hip-hinge, variant: stool, hold: 2, repetitions: 6}
"""
COST_ROUTINE = """\
format: hinge-routine/1
name: A minute of each
ready: 5
rise: false
steps:
  - {exercise: calf-stretch, hold: 15, repetitions: 1}
  - {exercise: hip-hinge, hold: 2, repetitions: 4}
"""
STILL_ROUTINE = """\
format: hinge-routine/1
name: Two holds
ready: 5
rise: false
steps:
  - {exercise: calf-stretch, hold: 12, repetitions: 1}
"""
SETTLING_MS = 300  # a segment's first moments belong to the change of picture, not to the hold


@contextmanager
def busy_core() -> Iterator[None]:
    """Another program that takes all it can of one core."""
    burner = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        end(burner)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One practice: its events with their lateness, its timeline and the diary of its process."""

    timeline: dict[str, Any]
    events: list[dict[str, Any]]
    diary: Diary

    @property
    def started_ns(self) -> int:
        return int(self.events[0]["actual_ns"])

    def late_ms(self) -> list[float]:
        """How late each event came; before its time is negative."""
        return [(e["actual_ns"] - self.started_ns) / 1e6 - e["planned_ms"] for e in self.events[1:]]

    def error_p99_ms(self) -> float:
        errors = sorted(abs(late) for late in self.late_ms())
        return errors[min(len(errors) - 1, int(len(errors) * 0.99))]

    def drift_ms(self) -> float:
        """How much later the last tenth of the events came than the first."""
        late = self.late_ms()
        tenth = max(3, len(late) // 10)
        return statistics.median(late[-tenth:]) - statistics.median(late[:tenth])

    def cpu_percent(self, *kinds: str) -> float:
        """Of one core, in all segments of these kinds together."""
        spans = list(self._spans(kinds))
        return 100 * sum(self.diary.cpu_between(*span) for span in spans) / sum(end - start for start, end in spans)

    def wakes_a_second(self, *kinds: str) -> float:
        spans = list(self._spans(kinds))
        return 1e9 * sum(self.diary.wakes_between(*span) for span in spans) / sum(end - start for start, end in spans)

    def _spans(self, kinds: tuple[str, ...]) -> Iterator[tuple[float, float]]:
        """From when to when in ns, without the change of picture."""
        for segment in self.timeline["segments"]:
            if segment["kind"] in kinds and segment["duration_ms"] > 2 * SETTLING_MS:
                start_ns = self.started_ns + (segment["start_ms"] + SETTLING_MS) * 1e6
                yield start_ns, self.started_ns + (segment["start_ms"] + segment["duration_ms"]) * 1e6


def rehearse_still(screen: Screen, home: Path) -> Rehearsal:
    """With reduced motion, in a home of its own."""
    settings = home / "still" / "hinge" / "settings.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("format: hinge-settings/1\nreduced_motion: true\n", encoding="utf-8")
    return rehearse(screen, home / "still", STILL_ROUTINE)


def rehearse(
    screen: Screen, home: Path, routine: str, *, speed: int = 1, hall: Hall | None = None
) -> Rehearsal:
    """Plays a routine (an id, or a routine's text) in its window until it closes by itself; aloud in a hall."""
    environment = screen.environment(home) | (hall.environment if hall else {})
    if routine.startswith("format:"):
        file = home / "bench.yaml"
        file.write_text(routine, encoding="utf-8")
        routine = str(file)
    place = Path(__file__).parents[2]
    said = subprocess.run(
        [*APP, "timeline", routine, "--json"], env=environment, cwd=place, check=True, capture_output=True
    )
    timeline = json.loads(said.stdout)
    events = home / "events.jsonl"
    command = [*APP, "rehearse", routine, "--speed", str(speed), "--events", str(events)]
    command += ["--aloud"] if hall else []
    process = subprocess.Popen(command, env=environment, cwd=place, stdin=subprocess.DEVNULL)
    diary = Diary()
    try:
        diary.follow(process, timeline["total_ms"] / 1000 / speed + 60)
    finally:
        end(process)
    if process.returncode != 0:
        raise RuntimeError(f"rehearse ended with {process.returncode}")
    lines = events.read_text(encoding="utf-8").splitlines()
    return Rehearsal(timeline, [json.loads(line) for line in lines], diary)
