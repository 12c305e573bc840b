"""From the settings' words to the figure's look, and its colours on the window's own."""

from __future__ import annotations

from hinge_gui.core.settings import Settings
from hinge_gui.figure.look import Look
from hinge_gui.paint.palette import Palette
from hinge_gui.ui.theme import Theme


def look_of(settings: Settings) -> Look:
    """Whom this person wants to see; the settings' words are the figure's own."""
    word = settings.word
    return Look(word("body"), word("hair"), word("skin"), word("hair_colour"), word("clothes"))


def palette_of(theme: Theme, look: Look) -> Palette:
    """The figure's colours before the window's stage and ground."""
    palette = Palette.named("dark" if theme.dark else "light", look)
    palette.colours["background"] = theme.colours.stage
    palette.colours["ground"] = theme.colours.ground
    return palette
