"""Run as a program of its own: a media player on the session bus, that writes down what it is asked."""

from __future__ import annotations

import sys

from jeepney import HeaderFields, MessageType, message_bus, new_method_return  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]


def serve(address: str, name: str, state: str) -> None:
    bus = open_dbus_connection(bus=address)
    bus.send_and_get_reply(message_bus.RequestName(f"org.mpris.MediaPlayer2.{name}"))
    _write("ready")
    while True:
        call = bus.receive()
        if call.header.message_type != MessageType.method_call:
            continue
        member = call.header.fields.get(HeaderFields.member)
        if member == "Get":
            bus.send(new_method_return(call, "v", (("s", state),)))
            continue
        state = {"Pause": "Paused", "Play": "Playing"}[member]
        bus.send(new_method_return(call))
        _write(member)


def _write(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve(*sys.argv[1:])
