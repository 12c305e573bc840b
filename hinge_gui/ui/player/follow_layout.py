"""Where everything stands in the follow view, and how large it is written: pure arithmetic in px.

What is read from the mat must be seen from the mat: heights are shares of the screen's, and not less than what an
eye makes out at the viewing distance where the screen has the room.
"""

from __future__ import annotations

from typing import Final

from hinge_gui.records import dataclass

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


def cue_height(short: float, px_per_mm: float, distance_m: float) -> float:
    """Of a capital of the cue, in px, on a screen whose shorter side this is."""
    return min(max(CUE * short, MM_PER_METRE * distance_m * px_per_mm), MOST_CUE * short)


def lay_out(
    width: float, height: float, digits_aspect: float, words_aspect: float, px_per_mm: float, distance_m: float
) -> FollowLayout:
    """Shares count from the shorter side: the height of a screen that lies, also for somebody who lies.

    `digits_aspect` is the width of the digits shown over their height, `words_aspect` that of the widest of name,
    side and phase.
    """
    short, upright = min(width, height), width < height
    m = _MARGIN * short
    top_height = height * (1 - _BELOW) - 2 * m
    seconds_px = SECONDS * short
    diameter = min(max(0.52 * short, seconds_px * digits_aspect / _DIGITS_IN_RING), top_height, width * 0.62)
    ring: Rect = (width - m - diameter, m if upright else m + (top_height - diameter) / 2, diameter, diameter)
    words_px = WORDS * short * (0.8 if upright else 1.0)
    words_width = min(words_px * words_aspect, 0.36 * width, width - diameter - 3 * m)
    words: Rect = (m, m, words_width, WORDS_HIGH * words_px)
    return FollowLayout(
        ring,
        words,
        *_figure_rooms(width, top_height, ring, words, m),
        *_lower_band(width, height, 2 * m + top_height, words_px, m),
        seconds_px,
        cue_height(short, px_per_mm, distance_m),
        words_px,
    )


def _figure_rooms(width: float, top_height: float, ring: Rect, words: Rect, m: float) -> tuple[Rect, Rect]:
    """Between words and ring; and below the words, below the ring too where it leaves no room beside it."""
    left = words[0] + words[2] + m
    between: Rect = (left, m, max(1.0, ring[0] - m - left), top_height)
    beside_ring = ring[1] > m * 1.01 or ring[3] > 0.7 * top_height
    right = ring[0] - m if beside_ring else width - m
    top = m + (words[3] if beside_ring else max(words[3], ring[3]) + m)
    return between, (m, top, max(1.0, right - m), max(1.0, m + top_height - top))


def _lower_band(width: float, height: float, top: float, words_px: float, m: float) -> tuple[Rect, Rect]:
    next_height = words_px * 2.2
    cue: Rect = (m, top + m / 2, width - 2 * m, height - top - next_height - m)
    return cue, (m, height - next_height - m / 2, width - 2 * m, next_height)
