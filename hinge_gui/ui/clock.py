"""Milliseconds of a clock that goes on while the machine sleeps, so that sleep is found and not played."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

Clock = Callable[[], float]


def sleepless_ms() -> float:
    """Never goes back, whatever is done to the time of day.

    Linux' CLOCK_MONOTONIC stands still during sleep: a lid closed for an hour would pass for no time at all.
    macOS' CLOCK_MONOTONIC and the counter behind Windows' `time.monotonic` run on.
    """
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) / 1e6
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e6
    return time.monotonic_ns() / 1e6


def sped_up(clock: Clock, speed: float) -> Clock:
    """A clock that runs `speed` times as fast from now on."""
    begin_ms = clock()
    return lambda: begin_ms + (clock() - begin_ms) * speed
