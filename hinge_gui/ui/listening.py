"""What a page needs to try the sound; filled by the application, which alone knows sound and files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

Offers = Sequence[tuple[str, str]]
"""Values and the words for them."""


class Listening(Protocol):
    """Bell and sentence sound as the settings are at that moment."""

    @property
    def changed(self) -> SignalInstance:
        """Troubles or offers may be others."""

    def troubles(self) -> list[str]:
        """What is missing, each with its remedy."""

    def offers(self, what: str) -> Offers:
        """`devices` to play on or `voices` to speak with, as far as they are known by now."""

    def look(self) -> None:
        """See what can be offered; it comes in its own time."""

    def tips(self) -> list[str]:
        """What to do where nothing is heard."""

    def ring(self) -> None: ...

    def say(self) -> None:
        """The sentence is said as soon as it is ready; where it cannot be, `troubles` tells."""

    def say_state(self) -> str:
        """What has become of the sentence, in words; empty before it was asked for."""

    def rest(self) -> None:
        """Be silent; the device may sleep."""
