"""Makes no sound: for tests, for rehearsals, and for a machine that has none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hinge_gui.core.timeline import Bell


class SilentOutput:
    """Plays nothing, and says why it does not."""

    def __init__(self, trouble: str | None = None) -> None:
        self.trouble = trouble
        self.devices: Sequence[str] = ()

    def choose(self, device: str) -> None:
        pass

    def load(self, files: Sequence[Path]) -> None:
        pass

    def play(self, file: Path, gain: float) -> None:
        pass

    def stop(self, file: Path) -> None:
        pass

    def begin(self) -> None:
        pass

    def rest(self) -> None:
        pass

    def close(self) -> None:
        pass


class SilentChimes:
    """Remembers in `played` what would have rung."""

    def __init__(self, trouble: str | None = None) -> None:
        self.trouble = trouble
        self.played: list[Bell] = []

    def play(self, bell: Bell) -> None:
        self.played.append(bell)

    def set_volume(self, percent: float) -> None:
        pass

    def set_muted(self, muted: bool) -> None:
        pass

    def close(self) -> None:
        pass


class SilentVoice:
    """Remembers in `said` what would have been said."""

    def __init__(self, trouble: str | None = None) -> None:
        self.trouble = trouble
        self.said: list[str] = []

    def prepare(self, phrases: Sequence[str]) -> None:
        pass

    def hurry(self, phrase: str) -> None:
        pass

    def length_ms(self, phrase: str) -> int | None:
        return None

    def say(self, phrase: str) -> None:
        self.said.append(phrase)

    def stop(self) -> None:
        pass

    def set_volume(self, percent: float) -> None:
        pass

    def set_muted(self, muted: bool) -> None:
        pass

    def close(self) -> None:
        pass
