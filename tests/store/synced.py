"""What a program waited for the disk to have, in the order in which it did."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest


def watched(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[list[bytes] | None]:
    """At each wait for a file what the files of the folder hold, without what is not handed to the disk yet.

    None for a wait for the folder itself.
    """
    seen: list[list[bytes] | None] = []
    sync = os.fsync

    def fsync(handle: int) -> None:
        is_file = stat.S_ISREG(os.fstat(handle).st_mode)
        seen.append([file.read_bytes() for file in sorted(folder.iterdir())] if is_file else None)
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return seen
