"""What doctor asks of Qt, in a process of its own: where libraries lack, Qt ends the process that asks.

One JSON line a step, written at once, so that what was found out is kept whatever ends it. QtTextToSpeech is
never touched: on Linux its constructor holds for seconds, or for ever.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

BUS_NAMES = ("org.freedesktop.ScreenSaver", "org.gnome.SessionManager")
_KEPT: list[Any] = []  # the application: let go, it would take everything with it


def probe() -> int:
    """Print what Qt finds here; steps: `qt`, `display`, `fonts`, `sound`, `camera`, `bus`."""
    steps: dict[str, Callable[[], Any]] = {
        "qt": _qt, "display": _display, "fonts": _fonts, "bus": _bus, "sound": _sound, "camera": _cameras,
    }  # fmt: skip
    for name, step in steps.items():
        try:
            found: dict[str, Any] = {"found": step()}
        except ImportError as error:
            found = {"error": str(error)}
        print(json.dumps({"step": name, **found}), flush=True)
        if "error" in found and name == "qt":
            return 1
    sys.stdout.flush()
    os._exit(0)  # Qt's own tidying up may wait for a sound server; nothing here needs it


def _qt() -> str:
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QApplication  # noqa: F401  its libraries are what is asked for

    return str(qVersion())


def _display() -> str:
    from PySide6.QtGui import QGuiApplication

    _KEPT.append(QGuiApplication(["hinge-gui"]))
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return QGuiApplication.platformName()
    size = screen.size()
    return f"{QGuiApplication.platformName()}, {size.width()} × {size.height()}"


def _fonts() -> int:
    from PySide6.QtGui import QFontDatabase

    return len(QFontDatabase.families())


def _bus() -> list[str] | None:
    """Which services that keep the screen awake are on the session bus; None where there is no bus."""
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    asked = bus.interface()
    return [name for name in BUS_NAMES if asked.isServiceRegistered(name).value()]


def _sound() -> str:
    """The name of the output that Qt would play on; empty where there is none, or only one that nobody hears."""
    from PySide6.QtMultimedia import QMediaDevices

    from hinge_gui.audio.qt_devices import is_heard

    device = QMediaDevices.defaultAudioOutput()
    return device.description() if is_heard(device) else ""


def _cameras() -> int:
    from PySide6.QtMultimedia import QMediaDevices

    return len(QMediaDevices.videoInputs())
