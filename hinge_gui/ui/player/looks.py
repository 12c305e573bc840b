"""From the settings' words to the figure's look, and its colours on the window's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hinge_gui.core.settings import Settings
from hinge_gui.figure.look import Look
from hinge_gui.paint.palette import Palette
from hinge_gui.ui.theme import Theme

_SKINS: Final[Mapping[str, str]] = {"light": "sand", "tan": "honey", "brown": "umber", "dark": "ebony"}
_BUILDS: Final[Mapping[str, str]] = {"round": "rounder"}


def look_of(settings: Settings) -> Look:
    """Whom this person wants to see."""
    build, hair, skin = (settings.word(key) for key in ("body", "hair", "skin"))
    grey = hair == "grey"
    return Look(
        _BUILDS.get(build, build), "short" if grey else hair, _SKINS.get(skin, "honey"), "grey" if grey else "brown"
    )


def palette_of(theme: Theme, look: Look) -> Palette:
    """The figure's colours before the window's stage and ground."""
    palette = Palette.named("dark" if theme.dark else "light", look)
    palette.colours["background"] = theme.colours.stage
    palette.colours["ground"] = theme.colours.ground
    return palette
