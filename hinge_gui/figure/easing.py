"""How a movement gathers and loses speed: what share of the way is done at a share of the time, both 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi

EASES: Mapping[str, Callable[[float], float]] = {
    "gentle": lambda t: (1 - cos(pi * t)) / 2,
    "linear": lambda t: t,
}
"""By the word that a figure's `ease` has."""


def smoothstep(t: float) -> float:
    """With no speed at either end."""
    return t * t * (3.0 - 2.0 * t)


def smootherstep(t: float) -> float:
    """With neither speed nor acceleration at either end."""
    return t**3 * (10.0 + t * (6.0 * t - 15.0))


def arch(t: float) -> float:
    """A parabola that is 0 at both ends and 1 half way: what is added to a way so that it goes in a bow."""
    return 4.0 * t * (1.0 - t)
