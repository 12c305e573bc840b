"""Paint in the thread that asks for it."""

from __future__ import annotations

import os


def paint_in_one_thread() -> None:
    """To be called before the first thing is painted.

    Qt cuts a half-transparent filling of more than a hundred short spans into pieces for a pool of threads, and waits
    for them. The figure has twenty such fillings a frame, of a few microseconds each: to wake a thread for one takes
    longer than to paint it.
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
