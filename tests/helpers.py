"""What several tests share."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from weakref import WeakSet

import pytest
import yaml

if TYPE_CHECKING:
    from hinge_gui.app import App

T = TypeVar("T")


class OpenApp(Protocol):
    """The fixture that opens the app: with its usual practice, or with routine and options as on the command line."""

    def __call__(self, routine: str | None = None, **options: bool) -> App: ...


def tortured(times: int) -> int:
    """How often to try: as often as that in `make torture`, a tenth of it in the test suite."""
    return times if os.environ.get("HINGE_GUI_TORTURE") else times // 10


def within(seconds: float, look: Callable[[], T]) -> T:
    """What another program brings about: looked for until it is there, for so long at most; the last look."""
    until = time.monotonic() + seconds
    while not (seen := look()) and time.monotonic() < until:
        time.sleep(0.02)
    return seen


@cache
def yaml_of(file: Path) -> dict[str, Any]:
    """A file of the program's own as plain data, read once for all tests: nobody may change it."""
    loaded: dict[str, Any] = yaml.load(file.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


only_in_torture = pytest.mark.only_in_torture


class FakeClock:
    """A clock that goes on only when told: `clock()` is the time in ms, `clock.advance(ms)` moves it."""

    def __init__(self, now_ms: float = 0.0) -> None:
        self.now_ms = now_ms

    def __call__(self) -> float:
        return self.now_ms

    def advance(self, ms: float) -> float:
        assert ms >= 0, "the monotonic clock does not go back"
        self.now_ms += ms
        return self.now_ms


class TimerWatch:
    """Knows every QTimer that Python code started, so that a test can ask which of them still run."""

    def __init__(self, timer_class: type[Any], patch: Callable[[type[Any], str, Callable[..., None]], None]) -> None:
        self._started: WeakSet[Any] = WeakSet()
        start = timer_class.start

        def watched(timer: Any, *args: Any) -> None:
            self._started.add(timer)
            start(timer, *args)

        patch(timer_class, "start", watched)

    def running(self) -> list[str]:
        from shiboken6 import isValid

        return [repr(timer) for timer in self._started if isValid(timer) and timer.isActive()]


def left_threads(before: set[threading.Thread], grace_s: float = 1.0) -> list[str]:
    """Names of threads that were not there before and do not end within the grace.

    A dummy is a thread of Qt's that once ran Python; Python cannot know when it ends.
    """
    new = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in new:
        thread.join(grace_s)
    return [thread.name for thread in new if thread.is_alive()]
