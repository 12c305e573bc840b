"""A `Listening` that makes no sound and keeps what was tried."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from hinge_gui.ui.listening import Offers


class Heard(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tried: list[str] = []
        self.looked = 0
        self._troubles: list[str] = []
        self._offers: dict[str, Sequence[str]] = {}
        self._state = ""

    def get(
        self, troubles: Sequence[str] = (), devices: Sequence[str] = (), voices: Sequence[str] = (), state: str = ""
    ) -> None:
        """Something came or went."""
        self._troubles, self._state = list(troubles), state
        self._offers = {"devices": devices, "voices": voices}
        self.changed.emit()

    def troubles(self) -> list[str]:
        return self._troubles

    def offers(self, what: str) -> Offers:
        return [(name, name) for name in self._offers.get(what, ())]

    def look(self) -> None:
        self.looked += 1

    def tips(self) -> list[str]:
        return [*self._troubles, "Turn it up."]

    def ring(self) -> None:
        self.tried.append("ring")

    def say(self) -> None:
        self.tried.append("say")

    def say_state(self) -> str:
        return self._state

    def rest(self) -> None:
        self.tried.append("rest")
