"""Who speaks on which system: the one place that asks for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from hinge_gui.audio.command import Command, command_of
from hinge_gui.audio.either_voice import EitherVoice
from hinge_gui.audio.protocols import Output
from hinge_gui.audio.rendered_voice import RenderedVoice
from hinge_gui.audio.system_voice import Engine, Manner, SystemVoice, qt_engine
from hinge_gui.core.settings import Settings

AnyVoice = RenderedVoice | EitherVoice


def make_voice(
    settings: Settings, output: Output, phrases: Path, clock: Callable[[], float], parent: QObject,
    platform: str = sys.platform, engine: Callable[[], Engine | None] = qt_engine,
) -> AnyVoice:  # fmt: skip
    """On Windows and macOS the system's own; elsewhere, and for a program of the person's, phrases made ahead."""
    if platform not in {"win32", "darwin"}:
        return RenderedVoice(output, command_of(settings), phrases, parent)
    return EitherVoice(
        lambda manner: SystemVoice(engine, clock, manner, parent),
        lambda command: RenderedVoice(output, command, phrases, parent),
        *_wish(settings),
        parent=parent,
    )


def take_voice(voice: AnyVoice, settings: Settings) -> None:
    """Speak as the settings say from now on."""
    if isinstance(voice, EitherVoice):
        voice.use(*_wish(settings))
    else:
        voice.use(command_of(settings))


def _wish(settings: Settings) -> tuple[Command | None, Manner]:
    own = command_of(settings) if settings.word("voice_command").strip() else None
    return own, Manner(settings.number("voice_speed"), settings.number("voice_pitch"), settings.word("voice_name"))
