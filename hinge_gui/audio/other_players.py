"""Pauses the music and films that play elsewhere, and lets exactly those go on again (MPRIS, Linux).

D-Bus may be slow to answer, and a player may hang: all of it happens in one thread.
"""

from __future__ import annotations

import sys
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]

_PREFIX = "org.mpris.MediaPlayer2."
_MIRRORS = {f"{_PREFIX}playerctld"}  # speaks for players that are on the bus themselves
_OURS = f"{_PREFIX}hinge_gui"
_PATH = "/org/mpris/MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_PATIENCE_S = 1.0


class OtherPlayers:
    """Where there is no bus there is nobody to ask, and nothing happens."""

    def __init__(self) -> None:
        self._orders: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: Thread | None = None

    def pause(self) -> None:
        """Whoever plays at this moment pauses."""
        if not sys.platform.startswith("linux"):
            return
        if self._thread is None:
            self._thread = Thread(target=self._work, name="other-players", daemon=True)
            self._thread.start()
        self._orders.put(True)

    def resume(self) -> None:
        """Those that were paused by us, and are paused still, go on."""
        if self._thread is not None:
            self._orders.put(False)

    def close(self) -> None:
        """Resumes, and waits for it a little."""
        if self._thread is not None:
            self._orders.put(False)
            self._orders.put(None)
            self._thread.join(2.0)
            self._thread = None

    def _work(self) -> None:
        paused: list[str] = []
        while (pause := self._orders.get()) is not None:
            if pause:
                paused += [name for name in _in_state("Playing", None) if _call(name, "Pause")]
            elif paused:
                for name in _in_state("Paused", set(paused)):
                    _call(name, "Play")
                paused.clear()


def _bus() -> DBusConnection | None:
    from jeepney.io.blocking import open_dbus_connection

    try:
        return open_dbus_connection()
    except (OSError, KeyError, ValueError, RuntimeError):  # no bus, or one that does not let us in
        return None


def _in_state(state: str, among: set[str] | None) -> list[str]:
    """The players that are in a state, of those on the bus or of those that are named."""
    names = _ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames")
    players = {n for n in (names or ([],))[0] if n.startswith(_PREFIX) and not n.startswith(_OURS)} - _MIRRORS
    if among is not None:
        players &= among
    asked = {n: _ask(n, _PATH, "org.freedesktop.DBus.Properties", "Get", _PLAYER, "PlaybackStatus") for n in players}
    return sorted(name for name, told in asked.items() if told == (("s", state),))


def _call(name: str, deed: str) -> bool:
    return _ask(name, _PATH, _PLAYER, deed) is not None


def _ask(name: str, path: str, interface: str, deed: str, *words: str) -> tuple[Any, ...] | None:
    """The answer of one call; None where there is none in time, or an error."""
    from jeepney import DBusAddress, MessageType, new_method_call  # type: ignore[import-untyped]

    bus = _bus()
    if bus is None:
        return None
    try:
        call = new_method_call(DBusAddress(path, name, interface), deed, "s" * len(words) or None, words)
        answer = bus.send_and_get_reply(call, timeout=_PATIENCE_S)
    except (OSError, TimeoutError):
        return None
    finally:
        bus.close()
    return answer.body if answer.header.message_type == MessageType.method_return else None
