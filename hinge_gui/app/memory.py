"""How the C library keeps memory, and what the collector goes through."""

from __future__ import annotations

import gc
import sys
from typing import Final

_MMAP_THRESHOLD: Final = -3  # of `mallopt`, in malloc.h
_LARGE_BYTES: Final = 256 * 1024


def give_back_pictures() -> None:
    """Let pictures and sounds go back to the system as soon as they are let go of.

    glibc learns from each large block that is freed to keep those of its size: 3 MB in a practice.
    """
    if sys.platform != "linux":
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not every C library has it
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)


def spare_collector() -> None:
    """What was just read stays: to go through a million such objects again and again holds the window."""
    gc.collect(1)
    gc.freeze()
