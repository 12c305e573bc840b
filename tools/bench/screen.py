"""A private X screen whose picture is read from outside, without asking the program or the X server."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

WIDTH, HEIGHT = 1280, 800
ROW_STEP = 8  # every eighth row is enough to tell one picture from another


class Screen:
    """An Xvfb of its own. It keeps its picture in a file (the xwd format), which is mapped and read here."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="hinge-bench-"))
        told, tell = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(tell),
                "-screen",
                "0",
                f"{WIDTH}x{HEIGHT}x24",
                "-fbdir",
                str(self._folder),
                "-nolisten",
                "tcp",
                "-noreset",
                "-dpi",
                "96",
            ],
            pass_fds=[tell],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as number:
            self.display = f":{number.readline().strip()}"  # nothing comes where the server did not start
        if self.display == ":":
            raise RuntimeError("Xvfb did not start")
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._file = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self._file[:100])
        size, self._bytes_per_line, colours = header[0], header[12], header[19]
        self._start = size + colours * 12

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._file.close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def environment(self, home: Path) -> dict[str, str]:
        """For a program on this screen: its own home, nothing of the session that measures."""
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "PULSE_SERVER") if name in os.environ}
        return kept | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "HOME": str(home),
            "HINGE_GUI_HOME": str(home / "hinge"),
            "XDG_RUNTIME_DIR": str(home),
        }

    def look(self) -> bytes:
        """The pixels of some rows, four bytes each; takes a tenth of a millisecond."""
        line = self._bytes_per_line
        rows = range(self._start, self._start + HEIGHT * line, ROW_STEP * line)
        return b"".join(self._file[row : row + WIDTH * 4] for row in rows)


def likeness(picture: bytes, final: bytes, empty: bytes, columns: range | None = None) -> float:
    """The share of the window's pixels that already are what they will be; the window is where the screen changed."""
    now, then, before = (memoryview(p).cast("I") for p in (picture, final, empty))
    window = [i for i in range(len(then)) if then[i] != before[i] and (columns is None or i % WIDTH in columns)]
    return sum(now[i] == then[i] for i in window) / len(window) if window else 0.0
