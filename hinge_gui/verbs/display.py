"""Whether a window can be opened here, asked before Qt aborts over it."""

from __future__ import annotations

import builtins
import ctypes
import linecache
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from hinge_gui.core.errors import MachineError

APT_QT = "sudo apt install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
APT_X11 = (
    "sudo apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)
# Not linked by the others: when these are there, so is the rest.
_X11_PROBES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")

_WITHOUT = "Use `hinge-gui follow` in the terminal; a rehearsal also runs with QT_QPA_PLATFORM=offscreen."


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Windows and macOS always have one; elsewhere any QT_QPA_PLATFORM counts."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def demand_display(environment: Mapping[str, str] = os.environ) -> None:
    """MachineError with the remedy where Qt could not start."""
    if not has_display(environment):
        raise MachineError("There is no display.", _WITHOUT)
    if sys.platform == "linux" and _by_x11(environment):
        _demand_libraries()
        _demand_x_server(environment.get("DISPLAY", ""))
    elif sys.platform == "linux" and _by_wayland_alone(environment):
        _demand_wayland(environment)
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        raise MachineError(f"Qt cannot be loaded: {error}.", f"On Debian or Ubuntu: {APT_QT}") from error
    _demand_plugin(environment)
    _import_plainly()


def _demand_plugin(environment: Mapping[str, str]) -> None:
    """Qt aborts the process over a platform that it has no plugin for."""
    asked = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    elsewhere = environment.get("QT_QPA_PLATFORM_PLUGIN_PATH") or environment.get("QT_PLUGIN_PATH")
    if not asked or elsewhere or sys.platform != "linux":
        return
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    there = sorted(file.stem.removeprefix("libq") for file in folder.glob("libq*.so"))
    if there and not any(name.startswith(tuple(there)) for name in asked.split(";")):
        words = f"Qt has no platform {asked}, which QT_QPA_PLATFORM names; there are: {', '.join(there)}."
        raise MachineError(words, "Leave QT_QPA_PLATFORM out, or write offscreen.")


def _import_plainly() -> None:
    """PySide6 puts itself before `import`: for a switch that nobody here uses it reads the source of every module.

    That is 8 ms of a start, and the sources would stay in memory.
    """
    theirs = getattr(builtins, "__feature_import__", None)
    if theirs is not None and builtins.__import__ is theirs:
        builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]
    linecache.clearcache()


def _by_x11(environment: Mapping[str, str]) -> bool:
    platform = environment.get("QT_QPA_PLATFORM")
    if platform:
        return platform.startswith("xcb")
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def _by_wayland_alone(environment: Mapping[str, str]) -> bool:
    if platform := environment.get("QT_QPA_PLATFORM"):
        return platform.startswith("wayland") and ";" not in platform
    return bool(environment.get("WAYLAND_DISPLAY")) and not environment.get("DISPLAY")


def _demand_wayland(environment: Mapping[str, str]) -> None:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    if not os.path.exists(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name)):
        raise MachineError(f"No display answers at {name}.", _WITHOUT)


def _demand_libraries() -> None:
    missing = [name for name in _X11_PROBES if not _there(name)]
    if missing:
        told = f"A library for windows is missing: {', '.join(missing)}."
        raise MachineError(told, f"On Debian or Ubuntu: {APT_X11}")


def _demand_x_server(display: str) -> None:
    """Qt aborts the process where no server answers."""
    if not display:
        raise MachineError("No display is named in DISPLAY.", _WITHOUT)
    xcb = ctypes.CDLL("libxcb.so.1")  # the probed libraries stand on it
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        raise MachineError(f"No display answers at {display}.", _WITHOUT)


def _there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
