"""The script of a practice: which bells ring and which phrases are said, and when.

Phrases are laid out one after the other, at least half a second apart. They keep clear of the half-way bell and of
the last three seconds of a hold; what finds no room is left unsaid (`check` warns of it).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from hinge_gui.core.exercise import Exercise, Posture
from hinge_gui.core.phrases import (
    ANY_KEY,
    BREATH_MS,
    HALF_WAY,
    RISE,
    WELL_DONE,
    announce,
    fetch,
    phrase_ms,
    side_again,
    spoken,
)
from hinge_gui.core.plan import Planned, PlannedStep, props_of
from hinge_gui.core.routine import PauseStep
from hinge_gui.core.timeline import Bell, Cue, Segment
from hinge_gui.core.travel import goes_down, rises

Guidance = Literal["full", "short", "bare"]

HALF_BELL_FROM_MS = 10_000  # a shorter hold has no half way
HALF_WAY_FROM_MS = 20_000  # a shorter hold is halved by the bell alone
TICKS_MS = (3000, 2000, 1000)  # before the end of a hold
_AFTER_BELL_MS = 1500  # a bell is heard out before a phrase begins
_AFTER_END_MS = 900  # the same after the bell that ends a hold: the movement out is short
_CLEAR_OF_TICKS_MS = 3300
PHRASES_A_PHASE: Final[Mapping[Guidance, int | None]] = {"full": None, "short": 1, "bare": 0}  # of in, hold and out


class Wanted(NamedTuple):
    """A phrase that would like to be said: not before, not ending after (ms), under its key."""

    segment: int
    text: str
    earliest_ms: float
    latest_end_ms: float
    key: str


class Opening(NamedTuple):
    """A phrase of the time before a step, `offset_ms` or more after that time begins."""

    offset_ms: float
    text: str
    key: str


class Script:
    """What there is to say about each step, before any clock time is known."""

    def __init__(
        self,
        steps: Sequence[PlannedStep],
        guidance: Guidance,
        guidance_for: Mapping[str, Guidance],
    ) -> None:
        self.steps = steps
        self._guidance = guidance
        self._guidance_for = guidance_for
        self._openings: dict[tuple[str, int], list[Opening]] = {}

    def guidance(self, exercise: Exercise) -> Guidance:
        return self._guidance_for.get(exercise.id, self._guidance)

    def openings(self, kind: str, n: int) -> Sequence[Opening]:
        """The phrases that `open_with` settled for the time before step `n`."""
        return self._openings.get((kind, n), ())

    def open_with(
        self, kind: str, n: int, ms: float, before: Posture, *, waits: bool, after_ms: float = math.inf
    ) -> float:
        """Settle the phrases of the time before step `n`; give back `ms`, or more where full guidance needs it.

        `after_ms` is how long the segment before it is: its words may reach into this time.
        """
        step = self.steps[n]
        opening = self._first_words(kind, n, ms, before)
        if isinstance(step, Planned):
            guidance, exercise = self.guidance(step.exercise), step.exercise
            opening.append(Opening(300, announce(exercise, step.sides[0], coming=kind == "travel"), "name"))
            if guidance == "full" or (guidance == "short" and exercise.screen == "hidden"):
                setup = spoken(exercise.cues.setup, step.sides[0])
                opening += [Opening(0, text, f"setup:{k}") for k, text in enumerate(setup)]
        if waits:
            opening.append(Opening(0, ANY_KEY, "any-key"))
        self._openings[kind, n] = opening
        if isinstance(step, PauseStep) or self.guidance(step.exercise) != "full":
            return ms
        free_ms = self._overhang_ms(n, after_ms)
        for o in opening:
            free_ms = max(free_ms, o.offset_ms) + phrase_ms(o.text) + BREATH_MS
        return max(ms, free_ms)

    def _overhang_ms(self, n: int, after_ms: float) -> float:
        """How far the last words of the step before `n` may reach beyond its end, with a breath."""
        before = self.steps[n - 1] if n else None
        if isinstance(before, Planned) and before.repetitions == 1:  # later ones end without words
            most = PHRASES_A_PHASE[self.guidance(before.exercise)]
            texts = spoken(before.exercise.cues.move_out, before.sides[-1])[:most]
            return max(0.0, _AFTER_END_MS + sum(phrase_ms(text) + BREATH_MS for text in texts) - after_ms)
        return BREATH_MS if isinstance(before, PauseStep) else 0.0

    def _floor_stay(self, n: int) -> list[PlannedStep]:
        """This step and those after it until one stands or sits up again."""
        later = range(n + 1, len(self.steps))
        end = next((k for k in later if _is_up(self.steps[k])), len(self.steps))
        return list(self.steps[n:end])

    def _first_words(self, kind: str, n: int, ms: float, before: Posture) -> list[Opening]:
        """The way up from the floor, or the things to have at hand: at the start, and before one lies down."""
        step = self.steps[n]
        after = step.exercise.posture if isinstance(step, Planned) else before
        if kind == "travel" and rises(before, after):
            return [Opening(share * ms, text, f"rise:{k}") for k, (share, text) in enumerate(RISE)]
        things: Sequence[str] = ()
        if kind == "ready":
            things = props_of(self.steps)
        elif isinstance(step, Planned) and goes_down(before, after):
            things = props_of(self._floor_stay(n))
        guidance = self.guidance(step.exercise) if isinstance(step, Planned) else self._guidance
        return [Opening(300, fetch(things), "props")] if things and guidance != "bare" else []


def _is_up(step: PlannedStep) -> bool:
    return isinstance(step, Planned) and step.exercise.posture in {"standing", "seated"}


def write_script(segments: Sequence[Segment], script: Script) -> tuple[Cue, ...]:
    """All cues of a timeline's segments, in the order of their moments."""
    cues = list(_bells(segments))
    busy = [(c.at_ms - 150, c.at_ms + 900) for c in cues if c.bell in {"half", "tick"}]
    cues += _lay_out(sorted(_wanted(segments, script), key=lambda w: w.segment), busy, [s.start_ms for s in segments])
    return tuple(sorted(cues, key=lambda c: (c.at_ms, c.segment, c.kind)))


def _bells(segments: Sequence[Segment]) -> Iterator[Cue]:
    def ring(n: int, at_ms: int, bell: Bell, key: str = "") -> Cue:
        return Cue(at_ms, n, "bell", bell=bell, key=f"bell:{key or bell}")

    for n, s in enumerate(segments):
        if s.kind == "hold":
            yield ring(n, s.start_ms, "start")
            if s.duration_ms >= HALF_BELL_FROM_MS:
                yield ring(n, s.start_ms + s.duration_ms // 2, "half")
            for left_ms in TICKS_MS:
                if s.duration_ms >= left_ms:
                    yield ring(n, s.end_ms - left_ms, "tick", f"tick:{left_ms // 1000}")
        elif s.kind == "out":
            yield ring(n, s.start_ms, "end")
        elif s.kind == "switch":
            yield ring(n, s.start_ms, "switch")
    if segments:
        yield ring(len(segments) - 1, segments[-1].end_ms, "finish")


def _wanted(segments: Sequence[Segment], script: Script) -> Iterator[Wanted]:
    for n, s in enumerate(segments):
        step = script.steps[s.step]
        if s.kind in {"ready", "travel"}:
            over_ms = _name_over_ms(segments, n)
            for o in script.openings(s.kind, s.step):
                yield Wanted(n, o.text, s.start_ms + o.offset_ms, over_ms if o.key == "name" else s.end_ms, o.key)
        elif s.kind == "pause" and isinstance(step, PauseStep):
            if step.say:
                yield Wanted(n, step.say, s.start_ms + 300, s.end_ms, "pause")
        elif s.kind == "end":
            for k, (share, text) in enumerate(RISE):
                yield Wanted(n, text, s.start_ms + share * s.duration_ms, s.end_ms, f"rise:{k}")
        elif isinstance(step, Planned) and s.side:
            yield from _phase(n, s, segments, step.exercise, script.guidance(step.exercise))
    if segments:
        last = segments[-1]
        yield Wanted(len(segments) - 1, WELL_DONE, last.end_ms - 4000, last.end_ms, "well-done")


def _name_over_ms(segments: Sequence[Segment], n: int) -> float:
    """Until when an exercise may still be named: better within its first hold than never."""
    for s in segments[n + 1 : n + 4]:
        if s.kind == "hold":
            return max(s.start_ms, s.end_ms - _CLEAR_OF_TICKS_MS)
    return segments[n].end_ms


def _phase(n: int, s: Segment, segments: Sequence[Segment], exercise: Exercise, guidance: Guidance) -> Iterator[Wanted]:
    """Phrases of one `in`, `hold` or `out`: all in the first repetition, later the side and half way."""
    assert s.side is not None
    most = PHRASES_A_PHASE[guidance] if s.repetition == 1 else 0
    if s.kind == "in":
        hold = segments[n + 1]
        over_ms = max(hold.start_ms, hold.end_ms - _CLEAR_OF_TICKS_MS)
        gap, opening = segments[n - 1], side_again(s.side, s.repetition or 1, s.of or 1)
        if gap.kind == "switch":  # early: the feet change places now
            yield Wanted(n, opening, gap.start_ms + 500, over_ms, "side")
        elif gap.kind == "rest":  # late: the rest is over
            yield Wanted(n, opening, max(gap.start_ms + 500, gap.end_ms - 1500), over_ms, "side")
        for k, text in enumerate(spoken(exercise.cues.move_in, s.side)[:most]):
            yield Wanted(n, text, s.start_ms + 300, over_ms, f"in:{k}")
    elif s.kind == "hold":
        first_ms, over_ms = s.start_ms + _AFTER_BELL_MS, s.end_ms - _CLEAR_OF_TICKS_MS
        texts = spoken(exercise.cues.hold, s.side)[:most]
        wanted = [
            Wanted(n, text, first_ms + k * (over_ms - first_ms) / len(texts), over_ms, f"hold:{k}")
            for k, text in enumerate(texts)
        ]
        if s.duration_ms >= HALF_WAY_FROM_MS:
            wanted.append(Wanted(n, HALF_WAY, s.start_ms + s.duration_ms // 2 + 900, over_ms, "half"))
        yield from sorted(wanted, key=lambda w: w.earliest_ms)
    elif s.kind == "out":
        gap_end_ms = segments[n + 1].end_ms if n + 1 < len(segments) else s.end_ms
        for k, text in enumerate(spoken(exercise.cues.move_out, s.side)[:most]):
            yield Wanted(n, text, s.start_ms + _AFTER_END_MS, gap_end_ms, f"out:{k}")


def _lay_out(wanted: Sequence[Wanted], busy: Sequence[tuple[float, float]], starts: Sequence[int]) -> Iterator[Cue]:
    """Place each phrase at its first free moment, or not at all; it belongs to the segment of that moment."""
    free_ms, b = 0.0, 0
    for w in wanted:
        at_ms, length_ms = max(w.earliest_ms, free_ms), phrase_ms(w.text)
        while b and busy[b - 1][1] > at_ms:
            b -= 1
        while b < len(busy) and busy[b][0] < at_ms + length_ms:
            if busy[b][1] > at_ms:
                at_ms = busy[b][1]
            b += 1
        if at_ms + length_ms <= w.latest_end_ms:
            free_ms = at_ms + length_ms + BREATH_MS
            segment = bisect_right(starts, round(at_ms)) - 1
            yield Cue(round(at_ms), segment, "say", text=w.text, length_ms=length_ms, key=w.key)
