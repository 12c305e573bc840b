"""Keeps the screen awake while a practice plays.

wakepy takes 90 ms and more to import and speaks to D-Bus, which may be slow to answer: all of it
happens in one thread. When the process ends, however it ends, the desktop forgets the request.
"""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from hinge_gui.audio.protocols import Tell

if TYPE_CHECKING:
    from wakepy import Mode

NOT_KEPT = (
    "The screen may go dark during the practice: this desktop offers no way to keep it awake. "
    "Turn off its screen saver for now."
)


class KeepAwake:
    """`tell` is called, from another thread, when `trouble` may have changed."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._trouble: str | None = None
        self._orders: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: Thread | None = None

    @property
    def trouble(self) -> str | None:
        return self._trouble

    def hold(self) -> None:
        """The screen shall stay awake from now on."""
        if self._thread is None:  # the first practice; before it nothing of this is needed
            self._thread = Thread(target=self._work, name="keep-awake", daemon=True)
            self._thread.start()
        self._orders.put(True)

    def release(self) -> None:
        """The screen may go dark again."""
        if self._thread is not None:
            self._orders.put(False)

    def close(self) -> None:
        """Releases, and waits for it a little."""
        if self._thread is not None:
            self._orders.put(None)
            self._thread.join(2.0)
            self._thread = None

    def _work(self) -> None:
        from wakepy import keep

        held: Mode | None = None
        while True:
            order = self._orders.get()
            if order and held is None:
                held = keep.presenting(on_fail="pass")
                held.__enter__()
                self._say(None if held.active else NOT_KEPT)
            elif not order and held is not None:
                held.__exit__(None, None, None)
                held = None
            if order is None:
                return

    def _say(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._tell()
