"""What a teacher would say about a routine. It is advice: nothing here forbids anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hinge_gui.core.adjust import needs_floor
from hinge_gui.core.plan import Catalogue, Planned, Plans
from hinge_gui.core.routine import ExerciseStep, Path, Routine

Stop = tuple[Path, Planned]
"""An exercise on the way through the practice, with the path of its step in the file."""
_WITHIN_REACH: Final = frozenset({"mat", "wall", "pillow", "cushion", "blanket", "towel"})


def advice(routine: Routine, catalogue: Catalogue) -> list[tuple[Path, str]]:
    """Each remark as (path of the step in the file, words)."""
    return advice_on(stops_of(routine, Plans(catalogue)))


def advice_on(stops: Sequence[Stop]) -> list[tuple[Path, str]]:
    """The same, of exercises that are planned already."""
    return list(dict.fromkeys([*_trips(stops), *_props_too_late(stops), *_uneven(stops), *_twist_first(stops)]))


def stops_of(routine: Routine, plans: Plans) -> list[Stop]:
    """Every exercise in the order of play."""
    return [(path, plans.plan(leaf)) for path, leaf in routine.played() if isinstance(leaf, ExerciseStep)]


def trips_to_floor(stops: Sequence[Stop]) -> int:
    """How often one gets down to the floor."""
    on_floor = [needs_floor(planned.exercise) for _, planned in stops]
    return sum(now and not before for before, now in zip([False, *on_floor], on_floor, strict=False))


def _trips(stops: Sequence[Stop]) -> Iterator[tuple[Path, str]]:
    """Down, up and down again costs more strength than the exercises do."""
    been_down, down = False, False
    for path, planned in stops:
        form = planned.exercise
        floor = needs_floor(form)
        if floor and not down and been_down:
            words = "gets down to the floor once more; put what is done on the floor one after another"
            yield path, f"{form.name} {words}"
        been_down, down = been_down or floor, floor


def _props_too_late(stops: Sequence[Stop]) -> Iterator[tuple[Path, str]]:
    """A thing to stand up for when one lies down already; small ones are named and laid ready before."""
    seen: set[str] = set()
    lying = False
    for path, planned in stops:
        form = planned.exercise
        late = [prop for prop in form.props if prop not in seen and not _WITHIN_REACH & set(prop.casefold().split())]
        if lying and needs_floor(form) and late:
            yield path, f"{form.name} needs {' and '.join(late)} when you are down already; lay it within reach before"
        seen.update(form.props)
        lying = needs_floor(form)


def _uneven(stops: Sequence[Stop]) -> Iterator[tuple[Path, str]]:
    """One side held more than twice as long as the other."""
    for path, planned in stops:
        extra, name = planned.step.extra, planned.exercise.name
        if not extra:
            continue
        left, right = (planned.hold + extra.get(side, 0) for side in ("left", "right"))
        if max(left, right) > 2 * min(left, right):
            more = "left" if left > right else "right"
            yield path, f"{name} holds the {more} side more than twice as long; leave it so only if you were told"


def _twist_first(stops: Sequence[Stop]) -> Iterator[tuple[Path, str]]:
    """A spine that has just got up likes to be warmed before it is turned."""
    if len(stops) > 1 and "twist" in (name := stops[0][1].exercise.name).casefold():
        yield stops[0][0], f"{name} comes first; a turn of the spine is kinder after something gentle"
