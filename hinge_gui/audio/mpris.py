"""The practice as the desktop sees it: a media player, for media keys, headphones' buttons and lock screens (MPRIS).

Imported only where there is a session bus. Whoever makes it says what the buttons do and tells what is on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusArgument, QDBusConnection, QDBusMessage, QDBusObjectPath

from hinge_gui.records import dataclass

Deed = Literal["play_pause", "play", "pause", "next", "previous", "stop", "raise"]
Status = Literal["Playing", "Paused", "Stopped"]
PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
TRACK = "/org/hinge_gui/practice"


@dataclass(frozen=True, slots=True)
class NowOn:
    """What is shown: the exercise with its side, the routine, and how long the whole takes."""

    status: Status = "Stopped"
    title: str = ""
    routine: str = ""
    length_ms: int = 0


class MprisServer(QObject):
    """Takes the name on the bus; without a bus it does nothing. `place_ms` tells where play is."""

    def __init__(
        self, deeds: Mapping[Deed, Callable[[], None]], seek: Callable[[float], None],
        place_ms: Callable[[], float], parent: QObject, bus: QDBusConnection | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.deeds, self.seek, self.place_ms = deeds, seek, place_ms
        self.now_on = NowOn()
        self._bus = bus or (QDBusConnection.sessionBus() if _is_there() else QDBusConnection("none"))
        self._name = f"org.mpris.MediaPlayer2.hinge_gui.instance{os.getpid()}"
        self._player = _Player(self)
        self._parts = (_Application(self), self._player)
        if self._bus.isConnected():
            self._bus.registerObject(PATH, self)
            self._bus.registerService(self._name)

    def show(self, now_on: NowOn) -> None:
        if now_on == self.now_on:
            return
        self.now_on = now_on
        if self._bus.isConnected():
            nothing = QDBusArgument()  # an empty Python list would go out as an array of variants
            nothing.beginArray(QMetaType(QMetaType.Type.QString))
            nothing.endArray()
            signal = QDBusMessage.createSignal(PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged")
            changed = {"PlaybackStatus": now_on.status, "Metadata": self.metadata()}
            signal.setArguments([PLAYER, changed, nothing])
            self._bus.send(signal)

    def jumped(self, place_ms: float) -> None:
        """Play is not where it would be if time had just gone on."""
        self._player.Seeked.emit(round(place_ms * 1000))

    def metadata(self) -> dict[str, object]:
        now = self.now_on
        return {
            "mpris:trackid": QDBusObjectPath(TRACK),
            "mpris:length": now.length_ms * 1000,
            "xesam:title": now.title,
            "xesam:album": now.routine,
        }

    def close(self) -> None:
        if self._bus.isConnected():
            self._bus.unregisterService(self._name)
            self._bus.unregisterObject(PATH)


def _is_there() -> bool:
    """Whether the desktop has a bus; asked for where there is none, the D-Bus library would start one."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}") if hasattr(os, "getuid") else None
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or (runtime is not None and (runtime / "bus").exists())


def _of(kind: str, value: Callable[[Any], object]) -> Property:
    """A property of one of Qt's own types, which the stubs do not know of."""
    return Property(kind, value)  # type: ignore[arg-type]


@ClassInfo({"D-Bus Interface": "org.mpris.MediaPlayer2"})  # type: ignore[call-arg]
class _Application(QDBusAbstractAdaptor):  # type: ignore[operator]
    def __init__(self, server: MprisServer) -> None:
        super().__init__(server)
        self._server = server

    @Slot()
    def Raise(self) -> None:  # noqa: N802 - the names are the bus's
        self._server.deeds["raise"]()

    @Slot()
    def Quit(self) -> None:  # noqa: N802
        """Not offered: a practice is not ended from afar."""

    Identity = Property(str, lambda self: "hinge-gui")
    DesktopEntry = Property(str, lambda self: "hinge-gui")
    CanQuit = Property(bool, lambda self: False)
    CanRaise = Property(bool, lambda self: True)
    HasTrackList = Property(bool, lambda self: False)
    SupportedUriSchemes = _of("QStringList", lambda self: [])
    SupportedMimeTypes = _of("QStringList", lambda self: [])


@ClassInfo({"D-Bus Interface": PLAYER})  # type: ignore[call-arg]
class _Player(QDBusAbstractAdaptor):  # type: ignore[operator]
    def __init__(self, server: MprisServer) -> None:
        super().__init__(server)
        self._server = server

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802
        self._server.deeds["play_pause"]()

    @Slot()
    def Play(self) -> None:  # noqa: N802
        self._server.deeds["play"]()

    @Slot()
    def Pause(self) -> None:  # noqa: N802
        self._server.deeds["pause"]()

    @Slot()
    def Stop(self) -> None:  # noqa: N802
        self._server.deeds["stop"]()

    @Slot()
    def Next(self) -> None:  # noqa: N802
        self._server.deeds["next"]()

    @Slot()
    def Previous(self) -> None:  # noqa: N802
        self._server.deeds["previous"]()

    @Slot("qlonglong")
    def Seek(self, offset_us: int) -> None:  # noqa: N802
        """Before the beginning is the beginning; beyond the end is the next one."""
        place_ms = self._server.place_ms() + offset_us / 1000
        if place_ms > self._server.now_on.length_ms:
            self._server.deeds["next"]()
        else:
            self._server.seek(max(0.0, place_ms))

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, place_us: int) -> None:  # noqa: N802
        """Of another track, or outside this one: an old wish, to be left alone."""
        if track.path() == TRACK and 0 <= place_us <= self._server.now_on.length_ms * 1000:
            self._server.seek(place_us / 1000)

    Seeked = Signal("qlonglong")  # type: ignore[arg-type]
    PlaybackStatus = Property(str, lambda self: self._server.now_on.status)
    Metadata = _of("QVariantMap", lambda self: self._server.metadata())
    Position = _of("qlonglong", lambda self: round(self._server.place_ms() * 1000))
    Rate = Property(float, lambda self: 1.0)
    MinimumRate = Property(float, lambda self: 1.0)
    MaximumRate = Property(float, lambda self: 1.0)
    Volume = Property(float, lambda self: 1.0)
    CanControl = Property(bool, lambda self: True)
    CanPlay = Property(bool, lambda self: True)
    CanPause = Property(bool, lambda self: True)
    CanSeek = Property(bool, lambda self: True)
    CanGoNext = Property(bool, lambda self: True)
    CanGoPrevious = Property(bool, lambda self: True)
