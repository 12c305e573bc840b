"""What the poses of a sound figure are held to and do not hold: as warnings, for they can be shown all the same."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.routine import Path
from hinge_gui.figure.faults import RANGES
from hinge_gui.figure.measures import THROUGHOUT, Measure, broken, measure
from hinge_gui.figure.spec import FigureSpec

_SEE = "`hinge-gui measure` shows all"


def poses_out_of_bounds(exercise: Exercise) -> list[tuple[Path, str]]:
    """Measures that a figure does not hold, and those that a mistake does not break, as (path in the file, warning)."""
    if exercise.figure is None:
        return []
    inside: Path = ("figure", "instead") if "instead" in exercise.figure else ("figure",)
    spec = FigureSpec.from_mapping(exercise.figure)
    told: dict[str, tuple[Path, str]] = {}
    for range_ in dict.fromkeys(("usual", *RANGES)):
        for m in measure(spec, range_=range_):
            if not m.ok:
                words = f"{_told(m)}{_of_range(range_)}; {_SEE}"
                told.setdefault(m.measure, ((*inside, *_written(m)), words))
    return [*told.values(), *_unbroken(exercise, spec)]


def _written(m: Measure) -> Path:
    """Where a measure stands in the figure; nowhere what every figure is held to."""
    if m.measure.endswith(THROUGHOUT):
        return "held_always", m.measure.removesuffix(THROUGHOUT)
    return ("held_to", m.measure) if m.measure not in _EVERY else ()


_EVERY = {
    "joints": "a joint goes {:.0f}° beyond nature on the way from start to end",
    "floor": "the body is below the floor, by {:.1f} hundredths of its height",
    "contacts": "a contact is missed on the way, by {:.1f} hundredths of the body's height",
}


def _told(m: Measure) -> str:
    if m.measure in _EVERY:
        return _EVERY[m.measure].format(abs(m.value))
    return f"{m.measure} is {m.value:.1f}, out of its bounds {m.low:g} to {m.high:g}"


def _of_range(range_: str) -> str:
    return "" if range_ == "usual" else f" (range {range_})"


def _unbroken(exercise: Exercise, spec: FigureSpec) -> Iterator[tuple[Path, str]]:
    for n, mistake in enumerate(exercise.learn.mistakes):
        if mistake.pose not in spec.mistakes:
            continue
        found = measure(spec, mistake=mistake.pose)
        for k, name in enumerate(mistake.breaks):
            if name in {m.measure for m in found} - broken(found):
                yield ("learn", "mistakes", n, "breaks", k), f"this mistake does not break {name}; {_SEE}"
            elif name not in broken(found) and exercise.variant is None:  # a variant is not held to all of its base
                told = f"the figure is not held to {name}; write it under `held_to`"
                yield ("learn", "mistakes", n, "breaks", k), told
