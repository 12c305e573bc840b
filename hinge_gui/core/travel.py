"""Seconds from one posture to the next: bodies set the pace, not the program."""

from __future__ import annotations

from typing import Final

from hinge_gui.core.exercise import Posture

_ORDER: Final[tuple[Posture, ...]] = ("standing", "hands-and-knees", "seated", "lying", "wall")
_SECONDS: Final = (
    (5, 12, 8, 20, 30),
    (15, 5, 12, 12, 30),
    (8, 12, 5, 12, 20),
    (60, 20, 30, 5, 25),
    (60, 20, 30, 20, 5),
)
ON_THE_BACK: Final[frozenset[Posture]] = frozenset({"lying", "wall"})
DOWN_ON_THE_FLOOR: Final[frozenset[Posture]] = ON_THE_BACK | {"hands-and-knees"}


def travel_s(before: Posture, after: Posture) -> int:
    """Seconds to get from one posture into another."""
    return _SECONDS[_ORDER.index(before)][_ORDER.index(after)]


def rises(before: Posture, after: Posture) -> bool:
    """Whether the way leads up from lying to standing, which is done in three slow stages."""
    return before in ON_THE_BACK and after == "standing"


def goes_down(before: Posture, after: Posture) -> bool:
    """Whether the way leads down to the floor, where fetching things is over."""
    return after in DOWN_ON_THE_FLOOR and before in {"standing", "seated"}
