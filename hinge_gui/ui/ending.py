"""Ctrl-C in the terminal, a logout: a window closes as by its own button, and keeps what it keeps then."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

_ENDS: Final = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


class Ending(QObject):
    """Qt waits outside of Python, which hears a signal only when it is back: a pipe calls it.

    Windows has no such signals but Ctrl-C, and no pipe that Qt could wait for: there nothing is changed.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        if sys.platform == "win32":
            return
        self._read_end, write_end = os.pipe()
        for side in (self._read_end, write_end):
            os.set_blocking(side, False)
        for number in _ENDS:
            if signal.getsignal(number) != signal.SIG_IGN:  # as `nohup` has it
                signal.signal(number, _heard)
        signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        QSocketNotifier(self._read_end, QSocketNotifier.Type.Read, self).activated.connect(self._wake)

    def _wake(self) -> None:
        if _ENDS & set(os.read(self._read_end, 64)):
            self._end()


def _heard(_number: int, _frame: object) -> None:
    """What is to be done is done in Qt's turn."""
