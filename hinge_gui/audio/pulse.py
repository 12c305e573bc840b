"""What Qt does not tell about the Linux sound server.

Qt's connection to PulseAudio (or PipeWire in its clothes), as of 6.11: when the server goes away, no
signal comes; Qt tries once more after three seconds and never again. A sound made while there is no
connection aborts the process (`Assertion 'c' failed … pa_context_get_state`). So before a sound is
made we look whether the server answers, and whether the thread of Qt's connection is there.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

_THREAD = "QPulseAudioEngi"  # as Qt names it, cut by the kernel to 15 letters


def server_answers() -> bool:
    """Whether the machine's sound server takes connections; True where that cannot be known from here."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    if _takes_connections(f"{runtime}/pipewire-0"):
        return True
    server = os.environ.get("PULSE_SERVER", "")
    if server and not server.startswith(("unix:", "/")):
        return True  # on another machine, or a list: Qt shall try
    return _takes_connections(server.removeprefix("unix:") or f"{runtime}/pulse/native")


def _takes_connections(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)  # a server that hangs does not hang us
        try:
            return probe.connect_ex(path) == 0
        except OSError:  # a path longer than a socket's may be
            return False


def qt_is_connected() -> bool:
    """Whether Qt's connection to a PulseAudio server is up; False too where Qt uses none."""
    return any(_name(task) == _THREAD for task in Path("/proc/self/task").glob("*/comm"))


def _name(task: Path) -> str:
    try:
        return task.read_text().strip()
    except OSError:  # the thread has just ended
        return ""
