"""Which program speaks, and with which words it is called. Needs no Qt."""

from __future__ import annotations

import shlex
import shutil
import sys

from hinge_gui.core.settings import Settings
from hinge_gui.records import dataclass

NO_ESPEAK = "No voice was found. On Debian or Ubuntu: sudo apt install espeak-ng."


@dataclass(frozen=True, slots=True)
class Command:
    """A program and its arguments; `{wav}` and `{text}` are filled in, the text stands on its input too."""

    words: tuple[str, ...]

    def filled(self, text: str, target: str) -> list[str]:
        return [word.replace("{wav}", target).replace("{text}", text) for word in self.words]

    @property
    def trouble(self) -> str | None:
        """Why it cannot speak, as far as can be seen without trying."""
        program = self.words[0] if self.words else ""
        if shutil.which(program) is not None:
            return None
        return NO_ESPEAK if program == "espeak-ng" else f"The voice is silent: there is no {program!r}."


def espeak(words_a_minute: int = 140, voice: str = "en-gb", pitch: int = 50) -> Command:
    """The voice that every Linux distribution has; a phrase takes it about 30 ms. Pitch goes from 0 to 99."""
    how = ("-v", voice, "-s", str(words_a_minute), "-p", str(pitch))
    return Command(("espeak-ng", *how, "-w", "{wav}", "--", "{text}"))


def own_command(line: str, *, windows: bool = sys.platform == "win32") -> Command:
    """A person's own program, as they would type it; never run through a shell. ValueError: an open quote."""
    words = shlex.shlex(line, posix=True)
    words.whitespace_split, words.commenters = True, ""
    if windows:
        words.escape = ""  # there a backslash is part of a path
    return Command(tuple(words))


def command_of(settings: Settings) -> Command:
    """The voice that the settings ask for; a line that cannot be read is a program that is not there."""
    line = settings.word("voice_command").strip()
    if line:
        try:
            return own_command(line)
        except ValueError:
            return Command((line,))
    speed, pitch = round(settings.number("voice_speed")), round(settings.number("voice_pitch") * 0.99)
    return espeak(speed, settings.word("voice_name"), pitch)
