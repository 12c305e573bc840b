"""Sound by the machine's programs, where they cannot even be looked for."""

from __future__ import annotations

import errno
import sys
from threading import Event

import pytest

from hinge_gui.audio.process_output import NO_PROGRAM, ProcessOutput


class LockedPath:
    """As playsound3 ends where a folder on the PATH may not be looked into."""

    @staticmethod
    def find_spec(name: str, *_where: object) -> None:
        if name == "playsound3":
            raise PermissionError(errno.EACCES, "Permission denied", "gst-play-1.0")


def test_a_path_that_may_not_be_looked_into_is_no_sound_and_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "playsound3", raising=False)
    monkeypatch.setattr(sys, "meta_path", [LockedPath, *sys.meta_path])
    told = Event()
    output = ProcessOutput(told.set)
    assert told.wait(5)
    assert output.trouble == NO_PROGRAM
    output.close()
