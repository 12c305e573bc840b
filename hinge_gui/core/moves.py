"""Places in a timeline: the next step, this side again, the same place in another timeline."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from hinge_gui.core.events import Fact
from hinge_gui.core.timeline import Cue, Segment, Timeline
from hinge_gui.records import dataclass

Where = Callable[[Timeline, int, float], float]
Deed = Callable[[], list[Fact]]
Key = tuple[int, str, str | None, int | None, int]
RESTART_MS = 3000.0  # later than this into an exercise, `previous` goes to its beginning


def first_cue(cues: Sequence[Cue], place_ms: float) -> int:
    """The first cue that is not before a place."""
    return bisect_left(cues, place_ms, key=lambda c: c.at_ms)


def next_ms(timeline: Timeline, index: int, place_ms: float) -> float:
    """From the time before an exercise to its movement, from an exercise to the time before the next one."""
    here = timeline.segments[index]
    getting_there = here.kind in {"ready", "travel"}
    for s in timeline.segments[index + 1 :]:
        if s.step != here.step or s.kind == "end" or (getting_there and s.kind != "travel"):
            return float(s.start_ms)
    return float(timeline.total_ms)


def previous_ms(timeline: Timeline, index: int, place_ms: float) -> float:
    """The beginning of this exercise, or of the one before while this one has hardly begun."""
    here = timeline.segments[index].step
    begin_ms = _movement_ms(timeline, here)
    before = max((s.step for s in timeline.segments[:index] if s.step < here), default=None)
    if place_ms > begin_ms + RESTART_MS or before is None:
        return begin_ms if place_ms > begin_ms else 0.0
    return _movement_ms(timeline, before)


def _movement_ms(timeline: Timeline, step: int) -> float:
    """Where a step's own time begins, after getting there."""
    own = (s for s in timeline.segments if s.step == step and s.kind not in {"ready", "travel"})
    return float(next(own).start_ms)


def again_ms(timeline: Timeline, index: int, place_ms: float) -> float:
    """The movement into the hold that is being played, or that was the last one of this step."""
    here = timeline.segments[index]
    for s in reversed(timeline.segments[: index + 1]):
        if s.step != here.step:
            break
        if s.kind == "in":
            return float(s.start_ms)
    return float(here.start_ms)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in another timeline; `same_segment` tells whether it is the same phase or only what comes after."""

    index: int
    place_ms: float
    same_segment: bool


def same_place(old: Timeline, index: int, place_ms: float, new: Timeline) -> Spot:
    """The same step, side, repetition and phase in the new timeline; another form of the exercise from its beginning.

    A hold keeps its elapsed seconds (it was held that long), every other phase its share. Where the phase is
    gone (fewer repetitions), play goes on with what follows the step.
    """
    here = old.segments[index]
    if (begin := _other_form(here, new)) is not None:
        return Spot(begin, float(new.segments[begin].start_ms), same_segment=False)
    key = _key_at(old, index)
    for n, (s, k) in enumerate(zip(new.segments, _keys(new.segments), strict=True)):
        if k == key:
            return Spot(n, s.start_ms + _offset_ms(here, place_ms, s), same_segment=True)
    for n, s in enumerate(new.segments):
        if s.step > here.step or (s.step == here.step and s.kind == "end"):
            return Spot(n, float(s.start_ms), same_segment=False)
    return Spot(len(new.segments) - 1, float(new.total_ms), same_segment=False)


def _other_form(here: Segment, new: Timeline) -> int | None:
    """Where the step begins that is now another form of its exercise: one gets there anew, things in hand."""
    if here.exercise is None:
        return None
    own = [n for n, s in enumerate(new.segments) if s.step == here.step and s.exercise is not None]
    return own[0] if own and new.segments[own[0]].variant != here.variant else None


def _offset_ms(here: Segment, place_ms: float, there: Segment) -> float:
    offset_ms = place_ms - here.start_ms
    if here.kind not in {"hold", "pause"} and here.duration_ms:
        offset_ms *= there.duration_ms / here.duration_ms
    return min(offset_ms, float(there.duration_ms))


def _key_at(timeline: Timeline, index: int) -> Key:
    for n, key in enumerate(_keys(timeline.segments)):
        if n == index:
            return key
    raise IndexError(index)


def _keys(segments: Sequence[Segment]) -> Iterator[Key]:
    """What tells a segment from its fellows in every timeline of the same routine."""
    seen: Counter[tuple[int, str, str | None, int | None]] = Counter()
    for s in segments:
        base = (s.step, s.kind, s.side, s.repetition)
        yield (*base, seen[base])
        seen[base] += 1
