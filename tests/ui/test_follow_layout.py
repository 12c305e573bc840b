"""The follow view is read from the mat: heights computed from its arithmetic and from the font's own measures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from hinge_gui.ui.player.follow_layout import MM_PER_METRE, FollowLayout, Rect, cue_height, lay_out
from hinge_gui.ui.text_fit import px_for_height

SCREENS = [(1024, 640), (1280, 800), (1920, 1080), (3840, 2160), (1024, 768), (2560, 1080)]
PX_PER_MM = 3.78  # 96 dots an inch


def layout(width: float, height: float, aspect: float = 1.9, words: float = 9.0) -> FollowLayout:
    return lay_out(width, height, aspect, words, PX_PER_MM, 2.5)


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_giant_seconds_and_cue(width: int, height: int) -> None:
    now = layout(width, height)
    assert now.seconds_px >= 0.20 * height
    assert now.cue_px >= 0.06 * height


@pytest.mark.parametrize("height_px", [50.0, 123.4, 240.0])
def test_a_font_of_that_size_has_digits_of_that_height(qtbot: QtBot, height_px: float) -> None:
    font = QFont()
    font.setPixelSize(px_for_height(font, height_px))
    assert QFontMetrics(font).tightBoundingRect("0").height() >= height_px - 1


@pytest.mark.parametrize("metres", [1.0, 2.5, 5.0])
def test_a_capital_of_the_cue_is_large_enough_for_the_distance(metres: float) -> None:
    """On a screen of 50 cm by 28 cm, as far as that leaves room for the rest."""
    short = 280 * PX_PER_MM
    millimetres = cue_height(short, PX_PER_MM, metres) / PX_PER_MM
    assert millimetres >= min(MM_PER_METRE * metres, 0.085 * 280 - 0.01)


@given(st.floats(360, 4000), st.floats(360, 4000), st.floats(0.7, 4.5), st.floats(1, 40))
def test_nothing_lies_outside_or_over_the_cue(width: float, height: float, aspect: float, words: float) -> None:
    now = layout(width, height, aspect, words)
    for rect in (now.ring, now.words, now.between, now.under, now.cue, now.next_up):
        left, top, wide, high = rect
        assert left >= 0
        assert top >= 0
        assert wide > 0
        assert high > 0
        assert left + wide <= width + 1
        assert top + high <= height + 1
    for rect in (now.ring, now.between, now.under):
        assert rect[1] + rect[3] <= now.cue[1] + 0.01
    assert now.cue[1] + now.cue[3] <= now.next_up[1] + 0.01


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_figure_stands_clear_of_ring_and_words(width: int, height: int) -> None:
    now = layout(width, height)
    assert not overlap(now.between, now.ring)
    assert not overlap(now.under, now.ring)
    assert not overlap(now.between, now.words)
    assert not overlap(now.under, now.words)


def overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
