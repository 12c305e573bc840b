"""Every test has a home of its own, no display, and leaves nothing behind."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.figures_made_once import StagesMadeOnce
from tests.helpers import FakeClock, OpenApp, TimerWatch, left_threads

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from hinge_gui.app import App

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `ci` is the same on every run; `thorough` is for whoever changes the compiler or the player.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _COMMON, max_examples=60)
settings.register_profile("ci", _COMMON, max_examples=60, derandomize=True)
settings.register_profile("thorough", _COMMON, max_examples=3000)
_HOMES = count()

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("HINGE_GUI_TORTURE"):
        return
    long = [item for item in items if item.get_closest_marker("only_in_torture")]
    items[:] = [item for item in items if item not in long]
    config.hook.pytest_deselected(items=long)


def pytest_collection_finish() -> None:
    """What was imported stays: the collector need not go through all of it in each test again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    from tests.one_waits import OneWaits

    return OneWaits(config, log)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's data and settings folders, not yet there; nothing of the developer's own is read or written."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"  # most tests never make it
    monkeypatch.setenv("HINGE_GUI_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """A figure takes a fortieth of a second to reckon, and the tests of the window ask for some fifteen hundred."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hinge_gui.figure.staging.Stage", StagesMadeOnce())
        yield qapp


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def mine(home: Path, request: pytest.FixtureRequest) -> Path:
    """A routine of the person's own, which says what the module has as MINE."""
    file = home / "routines" / "mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(request.module.MINE)
    return file


@pytest.fixture
def open_app(qtbot: QtBot, clock: FakeClock) -> Iterator[OpenApp]:
    """Opens the whole app in its window, without sound, as often as asked."""
    from hinge_gui.app import App, Options

    made: list[App] = []

    def make(routine: str | None = None, **options: bool) -> App:
        made.append(built := App(Options(routine=routine, silent=True, **options), clock))
        qtbot.addWidget(built.window)
        with qtbot.waitSignal(built.window.painted):
            built.show()
        return built

    yield make
    for built in made:
        built.practice.stop()
        built.window.close()
        built.deleteLater()


@pytest.fixture
def app(open_app: OpenApp) -> App:
    return open_app()


@pytest.fixture(scope="session", autouse=True)
def own_tmp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where all that is temporary lies, also of the programs that a test starts."""
    folder = tmp_path_factory.mktemp("t")  # short: a socket's path has 108 bytes
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(tempfile, "tempdir", None)
        yield folder


@pytest.fixture(autouse=True)
def _no_file_left(own_tmp: Path) -> Iterator[None]:
    """Fails the test that leaves something temporary behind, itself or by a program that it started."""
    before = set(own_tmp.iterdir())
    yield
    left = set(own_tmp.iterdir()) - before
    assert not left, f"left behind: {sorted(left)}"


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails the test that leaves a thread, a window or a running timer behind."""
    threads = set(threading.enumerate())
    if "PySide6.QtWidgets" not in sys.modules:  # the test and what it imports are free of Qt
        yield
    else:
        yield from _no_widget_or_timer_left(monkeypatch)
    assert not left_threads(threads), "threads left running"


def _no_widget_or_timer_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication

    timers = TimerWatch(QTimer, monkeypatch.setattr)
    before = {id(widget) for widget in QApplication.topLevelWidgets()} if QApplication.instance() else set()
    yield
    if QApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QThreadPool.globalInstance().waitForDone(1000), "work left in the thread pool"

    def left() -> list[str]:
        return [repr(w) for w in QApplication.topLevelWidgets() if id(w) not in before] + timers.running()

    if left():
        gc.collect()  # a cycle is not yet a leak
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not left(), "windows or timers left"
