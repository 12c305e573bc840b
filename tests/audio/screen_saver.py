"""Run as a program of its own: a screen saver on the session bus that writes down who keeps it away."""

from __future__ import annotations

import sys

from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

NAME = "org.freedesktop.ScreenSaver"
COOKIE = 7


def serve(address: str) -> None:
    bus = open_dbus_connection(bus=address)
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        call = bus.receive()
        if call.header.message_type != MessageType.method_call:
            continue
        member = call.header.fields.get(HeaderFields.member)
        if member == "Inhibit":
            bus.send(new_method_return(call, "u", (COOKIE,)))
        elif member == "UnInhibit" and call.body == (COOKIE,):
            bus.send(new_method_return(call))
        else:
            bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
            continue
        sys.stdout.write(f"{member}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.argv[1])
