"""Where everything stands in the follow view, and how large it is written: pure arithmetic in px.

What is read from the mat must be seen from the mat: heights are shares of the screen's, and not less than what an
eye makes out at the viewing distance where the screen has the room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SECONDS: Final = 0.215  # height of the giant digits, of the screen's
CUE: Final = 0.062  # height of the cue's capitals
WORDS: Final = 0.030  # of name, side, phase and what comes next
MOST_CUE: Final = 0.085
MM_PER_METRE: Final = 6.0  # height of a capital that is read at ease, for each metre of distance
WORDS_HIGH: Final = 11.0  # of all the words together, of their height
_MARGIN: Final = 0.03
_BELOW: Final = 0.27  # of the height belongs to cue and next-up
_DIGITS_IN_RING: Final = 0.70  # of the ring's diameter may be filled by the digits' width

Rect = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True)
class FollowLayout:
    """Heights are those of digits or capitals, not of the font."""

    ring: Rect
    words: Rect
    between: Rect
    under: Rect
    cue: Rect
    next_up: Rect
    seconds_px: float
    cue_px: float
    words_px: float


def cue_height(height: float, px_per_mm: float, distance_m: float) -> float:
    """Of a capital of the cue, in px."""
    wanted = MM_PER_METRE * distance_m * px_per_mm
    return min(max(CUE * height, wanted), MOST_CUE * height)


def lay_out(width: float, height: float, digits_aspect: float, px_per_mm: float, distance_m: float) -> FollowLayout:
    """`digits_aspect` is the width of the digits shown over their height."""
    short = min(width, height)
    m = _MARGIN * short
    seconds_px = SECONDS * height if width >= height else min(SECONDS * height, 0.5 * width / max(1.0, digits_aspect))
    seconds_px = max(seconds_px, 0.205 * height)
    diameter = max(0.52 * short, seconds_px * digits_aspect / _DIGITS_IN_RING)
    top_height = height * (1 - _BELOW) - 2 * m
    diameter = min(diameter, top_height, width * 0.62)
    upright = width < height
    ring: Rect = (width - m - diameter, m if upright else m + (top_height - diameter) / 2, diameter, diameter)
    words_width = min(0.36 * width, width - diameter - 3 * m)
    words: Rect = (m, m, words_width, top_height if not upright else diameter)
    between: Rect = (m + words_width, m, max(1.0, ring[0] - 2 * m - words_width), top_height)
    words_px = WORDS * height if not upright else min(WORDS * height, 0.045 * width)
    below_words = m + (diameter if upright else WORDS_HIGH * words_px)
    right = width - m if upright else ring[0] - m
    under: Rect = (m, below_words, right - m, m + top_height - below_words)
    cue_top = 2 * m + top_height
    next_height = words_px * 2.2
    cue: Rect = (m, cue_top, width - 2 * m, height - cue_top - next_height - m / 2)
    next_up: Rect = (m, height - next_height - m / 2, width - 2 * m, next_height)
    cue_px = cue_height(height, px_per_mm, distance_m)
    return FollowLayout(ring, words, between, under, cue, next_up, seconds_px, cue_px, words_px)
