"""What tests/conftest.py promises: a test that leaves something behind fails, one that tidies up does not."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CASES = """\
import threading, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

kept = []

def test_tidy(qtbot, home):
    widget = QWidget(); qtbot.addWidget(widget); widget.show()
    timer = QTimer(widget); timer.start(10)
    thread = threading.Thread(target=time.sleep, args=(0.01,)); thread.start()
    assert not home.exists()

def test_thread():
    threading.Thread(target=time.sleep, args=(3,), daemon=True).start()

def test_window(qapp):
    kept.append(QWidget())

def test_timer(qapp):
    kept.append(QTimer()); kept[-1].start(1000)
"""


def test_what_is_left_behind_fails_the_test(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", str(here.parent))
    pytester.makeconftest((here / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(CASES)
    result = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, errors=3)
    result.stdout.fnmatch_lines(["*threads left running*", "*windows or timers left*", "*windows or timers left*"])
