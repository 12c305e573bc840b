"""What a running program costs, from the kernel's own books (Linux)."""

from __future__ import annotations

import subprocess
import time
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    found = [pid]
    for parent in found:
        for children in _of_threads(parent, "children"):
            found += [int(child) for child in children.split()]
    return found


def _of_threads(pid: int, name: str) -> Iterator[str]:
    """What the kernel says of each thread of a process, as long as both are there."""
    try:
        threads = [*Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return
    for thread in threads:
        try:
            yield (thread / name).read_text()
        except OSError:
            continue


def pss_mb(pid: int) -> float:
    """Memory with shared pages counted by share, of the whole family."""
    total_kb = 0
    for member in family(pid):
        try:
            book = Path(f"/proc/{member}/smaps_rollup").read_text()
        except OSError:
            continue  # has just ended
        total_kb += sum(int(line.split()[1]) for line in book.splitlines() if line.startswith("Pss:"))
    return total_kb / 1024


def cpu_ns(pid: int) -> int:
    """Processor time of the family so far. A process' clock has its id made of its pid (Linux: `~pid << 3 | 2`)."""
    total = 0
    for member in family(pid):
        try:
            total += time.clock_gettime_ns((~member << 3) | 2)
        except OSError:
            continue  # has just ended
    return total


def switches(pid: int) -> int:
    """How often threads of the family went to sleep so far: as often as they woke up."""
    total = 0
    for member in family(pid):
        for status in _of_threads(member, "status"):
            lines = status.splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches:"))
    return total


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@dataclass
class Diary:
    """Samples of one process: when, and what it had taken until then: processor time, wake-ups; its peak of memory."""

    at_ns: list[int] = field(default_factory=list)
    cpu: list[int] = field(default_factory=list)
    wakes: list[int] = field(default_factory=list)
    peak_mb: float = 0.0

    def follow(self, process: subprocess.Popen[bytes], deadline_s: float) -> None:
        """Samples every 50 ms until the process ends; memory once a second, for reading it costs the kernel."""
        until = time.monotonic() + deadline_s
        memory_due = time.monotonic() + 1
        while process.poll() is None:
            if time.monotonic() > until:
                raise TimeoutError(f"{process.args!r} took longer than {deadline_s:.0f} s")
            self.at_ns.append(time.monotonic_ns())
            self.cpu.append(cpu_ns(process.pid))
            self.wakes.append(switches(process.pid))
            if time.monotonic() > memory_due:
                self.peak_mb = max(self.peak_mb, pss_mb(process.pid))
                memory_due += 1
            time.sleep(0.05)

    def cpu_between(self, start_ns: float, end_ns: float) -> float:
        """Processor time in ns between two moments, read between the samples along a straight line."""
        return self._at(self.cpu, end_ns) - self._at(self.cpu, start_ns)

    def wakes_between(self, start_ns: float, end_ns: float) -> float:
        return self._at(self.wakes, end_ns) - self._at(self.wakes, start_ns)

    def _at(self, taken: list[int], moment_ns: float) -> float:
        n = min(max(bisect_left(self.at_ns, moment_ns), 1), len(self.at_ns) - 1)
        a, b = self.at_ns[n - 1], self.at_ns[n]
        share = min(max((moment_ns - a) / (b - a), 0.0), 1.0)
        return taken[n - 1] + share * (taken[n] - taken[n - 1])
