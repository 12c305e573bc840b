"""An output, bells and a voice that make no sound and write down what they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hinge_gui.core.timeline import Bell


class Notes:
    """An output that writes down what it should have played."""

    def __init__(self, trouble: str | None = None) -> None:
        self.trouble = trouble
        self.devices: Sequence[str] = ()
        self.chosen = ""
        self.loaded: list[str] = []
        self.played: list[tuple[str, float]] = []
        self.stopped: list[str] = []

    def choose(self, device: str) -> None:
        self.chosen = device

    def load(self, files: Sequence[Path]) -> None:
        self.loaded = [f"{file.parent.name}/{file.stem}" for file in files]

    def play(self, file: Path, gain: float) -> None:
        self.played.append((f"{file.parent.name}/{file.stem}", gain))

    def stop(self, file: Path) -> None:
        self.stopped.append(file.stem)

    def begin(self) -> None: ...

    def rest(self) -> None: ...

    def close(self) -> None: ...


class SilentBells:
    trouble: str | None = None

    def __init__(self) -> None:
        self.played: list[Bell] = []

    def play(self, bell: Bell) -> None:
        self.played.append(bell)


class SilentVoice:
    """Each phrase takes a tenth of a second for each letter, once it is known."""

    trouble: str | None = None

    def __init__(self) -> None:
        self.known: set[str] = set()
        self.hurried: list[str] = []
        self.said: list[str] = []
        self.stopped = 0

    def prepare(self, phrases: Sequence[str]) -> None: ...

    def hurry(self, phrase: str) -> None:
        self.hurried.append(phrase)

    def length_ms(self, phrase: str) -> int | None:
        return 100 * len(phrase) if phrase in self.known else None

    def say(self, phrase: str) -> None:
        self.said.append(phrase)

    def stop(self) -> None:
        self.stopped += 1

    def set_volume(self, percent: float) -> None: ...

    def set_muted(self, muted: bool) -> None: ...

    def close(self) -> None: ...
