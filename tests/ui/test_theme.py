"""Light and dark: every word and sign stands out from whatever it is written on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from hinge_gui.ui.theme import DARK, LIGHT, Colours

GROUNDS = ("paper", "card", "stage", "ground")
TEXT = (
    *(("ink", ground) for ground in (*GROUNDS, "track", "accent_wash", "signal_wash")),
    *(("ink_soft", ground) for ground in (*GROUNDS, "track", "accent_wash", "signal_wash")),
    *(("accent_text", ground) for ground in ("paper", "card", "stage", "accent_wash", "track")),
    *(("signal_text", ground) for ground in ("paper", "card", "stage", "signal_wash")),
    ("on_accent", "accent"), ("paper", "ink"), ("paper", "accent_text"),
)  # fmt: skip
SIGNS = (
    *(("accent", ground) for ground in ("paper", "card", "stage")),
    *(("signal", ground) for ground in ("paper", "card", "stage", "signal_wash")),
)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (SIGNS, 3.0)], ids=["text", "signs"])
def test_colours_stand_out_from_what_they_lie_on(
    colours: Colours, pairs: tuple[tuple[str, str], ...], least: float
) -> None:
    faint = {f"{over} on {under}": contrast(getattr(colours, over), getattr(colours, under)) for over, under in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < least} == {}


def contrast(one: QColor, other: QColor) -> float:
    """As the Web Content Accessibility Guidelines reckon it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(share: float) -> float:
        return float(share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
