"""A frame is painted by the thread that asks for it, not handed out in pieces."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PAINTS = """\
import os
from hinge_gui.paint.one_thread import paint_in_one_thread
{first}
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath
app = QGuiApplication([])
picture = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
def threads():
    return len(os.listdir("/proc/self/task"))
before, path = threads(), QPainterPath()
path.addEllipse(20, 20, 360, 360)
painter = QPainter(picture)
painter.setRenderHint(QPainter.RenderHint.Antialiasing)
painter.fillPath(path, QColor(0, 0, 0, 90))
painter.end()
print(threads() - before)
"""


def more_threads(first: str) -> int:
    program = [sys.executable, "-c", PAINTS.format(first=first)]
    environment = {name: value for name, value in os.environ.items() if name != "QT_NO_GUI_THREADPOOL"}
    return int(subprocess.run(program, env=environment, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads in /proc")
def test_no_thread_is_started_for_a_half_transparent_filling() -> None:
    assert more_threads("") > 0, "Qt itself no longer starts any: paint_in_one_thread has had its day"
    assert more_threads("paint_in_one_thread()") == 0
