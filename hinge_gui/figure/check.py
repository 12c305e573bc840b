"""Everything that is wrong with a figure that somebody wrote: its words, and what its contacts ask of a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.spec import RANGES, FigureSpec, Stance


def figure_faults(mapping: Mapping[str, Any]) -> list[PoseFault]:
    """The first fault of the words or, where they are sound, those of `reach_faults`."""
    try:
        return reach_faults(FigureSpec.from_mapping(mapping))
    except PoseFault as fault:
        return [fault]


def reach_faults(spec: FigureSpec) -> list[PoseFault]:
    """The contacts that an average body cannot make, each named once, for the first range in which it is so."""
    found: dict[tuple[str | int, ...], PoseFault] = {}
    for missed in _out_of_reach(spec):
        found.setdefault(missed.path, missed)
    return list(found.values())


def _out_of_reach(spec: FigureSpec) -> Iterator[PoseFault]:
    tried: list[tuple[Stance, Stance]] = []
    for range_ in RANGES:
        for mistake in (None, *spec.mistakes):
            way = spec.pose("start", range_), spec.pose("end", range_, mistake=mistake)
            if way in tried:  # the range makes no difference here
                continue
            tried.append(way)
            for fault in Motion(spec, range_=range_, mistake=mistake).out_of_reach():
                phase = mistake if mistake and fault.path[1] == "end" else fault.path[1]
                yield PoseFault(("poses", phase, *fault.path[2:]), fault.message)
