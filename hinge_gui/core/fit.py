"""“I have N minutes”: a routine fitted to a time, within what each exercise allows and fair to both sides.

Only what counts for all alike is turned: the number of repetitions, the length of every hold, of every rest. What the
person set for a single exercise stays. Each side is held as long as before in proportion to the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from hinge_gui.core.adjust import Adjustments, adjusted
from hinge_gui.core.compiler import Manner, total_ms
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import Routine
from hinge_gui.records import dataclass

HOLD_SCALES: Final = (0.5, 2.0)
REPETITIONS: Final = range(-3, 4)
SHORT_REST: Final = 0.5  # only where nothing else helps
LONG_RESTS: Final = (1.0, 1.5)
NEAR_MS: Final = 5000
_HALVINGS: Final = 9
Total = Callable[[Adjustments], int]


@dataclass(frozen=True, slots=True)
class Fitted:
    """`words` say what was done, or that it cannot be."""

    adjustments: Adjustments
    total_ms: int
    fits: bool
    words: str


def fit(
    routine: Routine, catalogue: Catalogue, target_ms: float, changes: Adjustments, manner: Manner | None = None
) -> Fitted:
    """As near to the target as the exercises' bounds allow, and not beyond it where that can be."""
    total = _total_of(routine, catalogue, manner)
    plain = replace(changes, hold_scale=1.0, rest_scale=1.0, more_repetitions=0)
    best = _fitted(total, plain, target_ms)
    found_ms = total(best)
    if found_ms > target_ms + NEAR_MS:
        best = _fitted(total, replace(plain, rest_scale=SHORT_REST), target_ms)
        found_ms = total(best)
    elif found_ms < target_ms - NEAR_MS:
        best = _rested(total, best, target_ms)
        found_ms = total(best)
    return Fitted(best, found_ms, abs(found_ms - target_ms) <= NEAR_MS, _words(plain, best, found_ms, target_ms))


def reach_ms(
    routine: Routine, catalogue: Catalogue, changes: Adjustments, manner: Manner | None = None
) -> tuple[int, int]:
    """The shortest and the longest that `fit` can make of it."""
    total = _total_of(routine, catalogue, manner)
    least = replace(changes, hold_scale=HOLD_SCALES[0], rest_scale=SHORT_REST, more_repetitions=REPETITIONS[0])
    most = replace(changes, hold_scale=HOLD_SCALES[1], rest_scale=LONG_RESTS[1], more_repetitions=REPETITIONS[-1])
    return total(least), total(most)


def _total_of(routine: Routine, catalogue: Catalogue, manner: Manner | None) -> Total:
    return lambda changes: total_ms(adjusted(routine, catalogue, changes), catalogue, manner)


def _fitted(total: Total, plain: Adjustments, target_ms: float) -> Adjustments:
    """The repetitions with which the holds change least and reach the target, then the holds."""
    by_count = {n: total(replace(plain, more_repetitions=n)) for n in REPETITIONS}

    def cost(n: int) -> tuple[bool, bool, float]:
        near = abs(by_count[n] - target_ms) <= NEAR_MS
        over = by_count[n] > target_ms
        farthest_ms = total(replace(plain, more_repetitions=n, hold_scale=HOLD_SCALES[0 if over else 1]))
        reaches = farthest_ms <= target_ms + NEAR_MS if over else farthest_ms >= target_ms - NEAR_MS
        return not near, not reaches, _distance(n, by_count[n], target_ms)

    count = min(REPETITIONS, key=cost)
    chosen = replace(plain, more_repetitions=count)
    if abs(by_count[count] - target_ms) <= NEAR_MS:
        return chosen
    return _longest(lambda scale: replace(chosen, hold_scale=scale), HOLD_SCALES, total, target_ms)


def _rested(total: Total, best: Adjustments, target_ms: float) -> Adjustments:
    """What whole seconds of holds leave over goes to the rests."""
    return _longest(lambda scale: replace(best, rest_scale=scale), LONG_RESTS, total, target_ms)


def _longest(
    scaled: Callable[[float], Adjustments], scales: tuple[float, float], total: Total, target_ms: float
) -> Adjustments:
    """By halving: those of the largest scale that keep to the target; of the smallest where none do."""
    low, high = scales
    for _ in range(_HALVINGS):
        middle = round((low + high) / 2, 3)
        if total(scaled(middle)) <= target_ms:
            low = middle
        else:
            high = middle
    return scaled(low)


def _distance(count: int, found_ms: int, target_ms: float) -> float:
    """How far the holds would have to go; a change of the repetitions counts as half a minute."""
    return abs(found_ms - target_ms) + 30_000 * abs(count)


def _words(plain: Adjustments, fitted: Adjustments, found_ms: int, target_ms: float) -> str:
    if abs(found_ms - target_ms) > NEAR_MS:
        end = "shortest" if found_ms > target_ms else "longest"
        return f"This is the {end} that these exercises allow."
    parts = []
    if count := fitted.more_repetitions:
        few = "one repetition" if abs(count) == 1 else f"{abs(count)} repetitions"
        parts.append(f"{few} {'more' if count > 0 else 'fewer'} of each")
    if abs(fitted.hold_scale - 1) >= 0.005:
        percent = round(abs(fitted.hold_scale - 1) * 100)
        parts.append(f"holds {percent} % {'longer' if fitted.hold_scale > 1 else 'shorter'}")
    if fitted.rest_scale != plain.rest_scale:
        parts.append("shorter rests" if fitted.rest_scale < plain.rest_scale else "longer rests")
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}, on both sides alike." if said else "As the routine has it."
