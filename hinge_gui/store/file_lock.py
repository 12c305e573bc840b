"""A lock that tells others that this process is at work; the system lets go of it where the process was killed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


class FileLock:
    """Where the disk knows no locks (some shared folders) everybody has it, and nobody is told of anybody."""

    def __init__(self, path: Path) -> None:
        """OSError where another one has it."""
        self._path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError as error:
            if not isinstance(error, BlockingIOError | PermissionError):
                return  # this disk knows no locks
            os.close(self._handle)
            raise

    def release(self) -> None:
        os.close(self._handle)
        with suppress(OSError):
            self._path.unlink()


def is_locked(path: Path) -> bool:
    """By another process, or by another window of this one."""
    if not os.path.exists(path):
        return False
    try:
        FileLock(path).release()
    except OSError:
        return True
    return False


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
