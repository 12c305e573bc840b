"""Keys from a terminal, waited for together with the clock: one key at a time, by name, without Enter."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

_SEQUENCES = {
    "\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left",
    "\x1bOA": "up", "\x1bOB": "down", "\x1bOC": "right", "\x1bOD": "left",
    "\x1b[5~": "page-up", "\x1b[6~": "page-down",
    "\x1b": "escape", " ": "space", "\r": "enter", "\n": "enter",
}  # fmt: skip
REDRAW = "redraw"
_LONGEST = max(map(len, _SEQUENCES))


class Keys(Protocol):
    """Where keys come from. `present` is False where none can ever come."""

    present: bool

    def wait(self, timeout_s: float | None) -> str | None:
        """The next key's name, REDRAW when the terminal changed, None when the time is over; None waits for ever."""
        ...

    def give_back(self) -> None:
        """The terminal in the mode that it had: somebody else uses it now."""
        ...


class NoKeys:
    """A pipe, a file or a service instead of a keyboard."""

    present = False

    def wait(self, timeout_s: float | None) -> str | None:
        time.sleep(timeout_s or 0)
        return None

    def give_back(self) -> None:
        """Nothing was taken."""


def names(text: str) -> Iterator[str]:
    """The keys in what a terminal sent; a sequence that nobody knows is one key named `other`."""
    while text:
        known = next((text[:n] for n in range(min(_LONGEST, len(text)), 0, -1) if text[:n] in _SEQUENCES), None)
        if known == "\x1b" and len(text) > 1:  # some other function key: all of it, not letter by letter
            yield "other"
            return
        yield _SEQUENCES[known] if known else text[0].lower()
        text = text[len(known or text[0]) :]


class Keyboard:
    """The terminal on `fd`, already taken out of line mode; signals wake it through `waker`."""

    present = True

    def __init__(self, fd: int, waker: int, give_back: Callable[[], None]) -> None:
        self._fd = fd
        self._waker = waker
        self.give_back = give_back
        self._queue: deque[str] = deque()

    def wait(self, timeout_s: float | None) -> str | None:
        if not self._queue:
            ready, _, _ = select.select([self._fd, self._waker], [], [], timeout_s)
            if self._waker in ready:
                os.read(self._waker, 64)
                self._queue.append(REDRAW)
            if self._fd in ready:
                sent = os.read(self._fd, 64)
                if not sent:
                    raise EOFError("the terminal was closed")
                self._queue.extend(names(sent.decode(errors="replace")))
        return self._queue.popleft() if self._queue else None


@contextmanager
def keyboard(fd: int) -> Iterator[Keys]:
    """Keys of the terminal on `fd` while the block runs, its own mode afterwards, also across Ctrl-Z."""
    if sys.platform == "win32":
        yield _WindowsKeys()
        return
    import termios
    import tty

    before = termios.tcgetattr(fd)

    def give_back() -> None:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)

    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    woken_before = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    # Not as setcbreak does by itself: that throws away what was typed before the handler has its turn.
    resumed_before = signal.signal(signal.SIGCONT, lambda *_: tty.setcbreak(fd, termios.TCSANOW))
    resized_before = signal.signal(signal.SIGWINCH, lambda *_: None)  # its waking is all that is wanted
    try:
        tty.setcbreak(fd)
        yield Keyboard(fd, reader, give_back)
    finally:
        give_back()
        signal.signal(signal.SIGCONT, resumed_before)
        signal.signal(signal.SIGWINCH, resized_before)
        signal.set_wakeup_fd(woken_before)
        os.close(reader)
        os.close(writer)


class _WindowsKeys:
    """The console of Windows, which select() cannot wait for: looked at twenty times a second."""

    present = True

    def give_back(self) -> None:
        """Windows asks for keys without changing a mode."""

    def wait(self, timeout_s: float | None) -> str | None:
        if sys.platform != "win32":
            raise NotImplementedError
        import msvcrt

        until = None if timeout_s is None else time.monotonic() + timeout_s
        arrows = {"H": "up", "P": "down", "M": "right", "K": "left", "I": "page-up", "Q": "page-down"}
        while not msvcrt.kbhit():
            left_s = 0.05 if until is None else min(0.05, until - time.monotonic())
            if left_s <= 0:
                return None
            time.sleep(left_s)
        key = msvcrt.getwch()
        return arrows.get(msvcrt.getwch(), "other") if key in "\x00\xe0" else next(names(key))
