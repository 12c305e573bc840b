"""What the figure shows while one is led up from the floor: lying on one side, sitting, and then what comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from hinge_gui.core.exercise import Dose, Exercise, Pace
from hinge_gui.core.timeline import Timeline
from hinge_gui.figure.rising import ON_ONE_SIDE, SITTING


def _posture(id_: str, name: str, figure: Mapping[str, Any]) -> Exercise:
    """Cast like an exercise, but never planned: it has no dose."""
    none = Dose(0, 0, 0)
    return Exercise(id_, name, "stretch", "lying", "both", none, none, Pace(0, 0, 0), figure=figure)


_POSTURES: Final[Mapping[str, Exercise]] = {
    "rise:0": _posture("way-up-on-one-side", "Lying on one side", ON_ONE_SIDE),
    "rise:1": _posture("way-up-sitting", "Sitting", SITTING),
}

_LEADING: Final = frozenset({"travel", "end"})


def posture_at(timeline: Timeline, place_ms: float) -> Exercise | None:
    """The posture of the phrase that was said last of the way up; None where none leads up, or one stands already."""
    index = timeline.index_at(place_ms)
    if timeline.segments[index].kind not in _LEADING:
        return None
    said = [c for c in timeline.cues if c.segment == index and c.key.startswith("rise:") and c.at_ms <= place_ms]
    return _POSTURES.get(said[-1].key) if said else None
