"""The preset for a house that sleeps: bells and voice softer, or no bells, and light at the screen's edge instead."""

from __future__ import annotations

from typing import Final

from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Bell

LIT: Final[frozenset[Bell]] = frozenset({"start", "half", "switch", "end", "finish"})
"""The bells that are seen too; three ticks in three seconds would blink."""
_SOFTER: Final = 0.45  # of a volume's percents: about 10 dB


def bells_percent(settings: Settings) -> float:
    """How loud the bells are to be."""
    quiet = settings.word("quiet_house")
    return 0.0 if quiet == "no-bells" else settings.number("bells_volume") * (_SOFTER if quiet == "soft" else 1)


def voice_percent(settings: Settings) -> float:
    """How loud the voice is to be."""
    return settings.number("voice_volume") * (1 if settings.word("quiet_house") == "off" else _SOFTER)


def is_lit(settings: Settings, bell: Bell | None) -> bool:
    """Whether a bell is also seen."""
    return bell in LIT and settings.word("quiet_house") != "off"
