"""Run as a program of its own: a screen saver on the session bus that writes down who keeps it away."""

from __future__ import annotations

import sys

from jeepney import (  # type: ignore[import-untyped]
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

NAME = "org.freedesktop.ScreenSaver"
COOKIE = 7


def serve(address: str) -> None:
    bus = open_dbus_connection(bus=address)
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    changes = MatchRule(type="signal", member="NameOwnerChanged")
    bus.send_and_get_reply(message_bus.AddMatch(changes))
    keeper = ""
    _write("ready")
    while True:
        call = bus.receive()
        if call.header.fields.get(HeaderFields.member) == "NameOwnerChanged" and call.body[0] == keeper:
            _write("Gone")  # every screen saver forgets what was asked by somebody who is not there any more
        if call.header.message_type != MessageType.method_call:
            continue
        member = call.header.fields.get(HeaderFields.member)
        if member == "Inhibit":
            keeper = call.header.fields[HeaderFields.sender]
            bus.send(new_method_return(call, "u", (COOKIE,)))
        elif member == "UnInhibit" and call.body == (COOKIE,):
            keeper = ""
            bus.send(new_method_return(call))
        else:
            bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
            continue
        _write(member)


def _write(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.argv[1])
