"""The compiler: a routine and its exercises become one timeline. Nothing else adds up durations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from hinge_gui.core.exercise import OneSide, Posture, Side
from hinge_gui.core.plan import Catalogue, Planned, PlannedStep, is_left_out, plan_routine
from hinge_gui.core.routine import Routine
from hinge_gui.core.script import Guidance, Script, write_script
from hinge_gui.core.timeline import Phase, Segment, SegmentKind, Timeline
from hinge_gui.core.travel import ON_THE_BACK, goes_down, travel_s
from hinge_gui.records import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """How this person practises: what the routine itself does not say.

    `tempo` scales travel, switch, rest, in and out, never a hold. `guidance_for` overrides `guidance` for single
    exercises. `alternate_first` is the side that a routine with `first_side: alternate` begins with.
    """

    guidance: Guidance = "short"
    tempo: float = 1.0
    alternate_first: OneSide = "left"
    guidance_for: Mapping[str, Guidance] = field(default_factory=dict)


Lengths = dict[tuple[int, Posture, bool, int, int], tuple[PlannedStep, PlannedStep | None, int, int]]
"""By step, posture before it, whether each step waits, and where its words may lengthen it what comes before it:
the two steps (so that they stay), its ms, its last segment's.
"""


def compile_routine(routine: Routine, catalogue: Catalogue, manner: Manner | None = None) -> Timeline:
    """The routine's timeline. The routine must be sound (`faults.routine_faults`): a KeyError here is a bug."""
    manner = manner or Manner()
    compiler = _Compiler(routine, plan_routine(routine, catalogue, _first_side(routine, manner)), manner)
    segments, script = compiler.segments()
    return Timeline(routine.id, routine.name, segments, write_script(segments, script))


def total_ms(routine: Routine, catalogue: Catalogue, manner: Manner | None = None) -> int:
    """How long the timeline is, without making it: a tenth of the work, for lists."""
    manner = manner or Manner()
    return Measure(manner).total_ms(routine, plan_routine(routine, catalogue, _first_side(routine, manner)))


class Measure:
    """Tells how long timelines are. A step that comes again after the same posture is not reckoned again."""

    def __init__(self, manner: Manner | None = None) -> None:
        self._manner = manner or Manner()
        self._known: Lengths = {}

    def total_ms(self, routine: Routine, steps: Sequence[PlannedStep]) -> int:
        """Of the routine whose steps are played like this. They are told apart as objects."""
        measure = _Measure(routine, steps, self._manner, self._known)
        measure.segments()
        return measure.now_ms


def _first_side(routine: Routine, manner: Manner) -> Side:
    return manner.alternate_first if routine.first_side == "alternate" else routine.first_side


class _Compiler:
    def __init__(self, routine: Routine, steps: Sequence[PlannedStep], manner: Manner) -> None:
        self._routine, self._steps = routine, steps
        self._tempo = manner.tempo
        self._script = Script(self._steps, manner.guidance, manner.guidance_for)
        kept = [n for n, step in enumerate(self._steps) if not is_left_out(step)]
        self._first = kept[0] if kept else 0
        self._posture: Posture = "standing"
        self.now_ms = self._last_ms = 0  # where the timeline ends so far, and its last segment
        self._segments: list[Segment] = []

    def segments(self) -> tuple[tuple[Segment, ...], Script]:
        for n, step in enumerate(self._steps):
            if not is_left_out(step):
                self._step(n, step)
        if self._routine.rise and self._posture in ON_THE_BACK:
            self._add("end", len(self._steps) - 1, travel_s(self._posture, "standing") * 1000 * self._tempo)
        return tuple(self._segments), self._script

    def _step(self, n: int, step: PlannedStep) -> None:
        self._approach(n, step)
        if isinstance(step, Planned):
            self._posture = step.exercise.posture
            self._exercise(n, step)
        else:
            self._add("pause", n, step.pause * 1000)

    def _add(
        self,
        kind: SegmentKind,
        n: int,
        ms: float,
        step: Planned | None = None,
        *,
        side: Side | None = None,
        repetition: int | None = None,
        wait: bool = False,
        pose: tuple[Phase, Phase] = ("start", "start"),
    ) -> None:
        start_ms, duration_ms = self.now_ms, round(ms)
        self.now_ms, self._last_ms = start_ms + duration_ms, duration_ms
        if step is None:
            segment = Segment(start_ms, duration_ms, kind, n, wait=wait)
        else:
            asked = step.step
            segment = Segment(
                start_ms, duration_ms, kind, n, asked.exercise, asked.variant, side, repetition, step.repetitions,
                wait, asked.range, pose,
            )  # fmt: skip
        self._segments.append(segment)

    def _approach(self, n: int, step: PlannedStep) -> None:
        """The time before a step: get-ready before the first, the way from posture to posture before the others.

        The last part of it waits where the step does; its phrases may lengthen it.
        """
        if isinstance(step, Planned):
            planned, waits = step, step.step.wait or self._routine.advance == "wait"
        else:
            planned, waits = None, step.wait
        first = n == self._first
        parts: list[tuple[SegmentKind, float]] = [("ready", self._routine.ready * 1000)] if first else []
        asked_s = planned.step.travel if planned else None
        if planned and not first:
            table_s = travel_s(self._posture, planned.exercise.posture)
            parts.append(("travel", (table_s if asked_s is None else asked_s) * 1000 * self._tempo))
        elif asked_s is not None:
            parts.append(("travel", asked_s * 1000 * self._tempo))
        elif waits and not first:
            parts.append(("travel", 0))
        for kind, planned_ms in parts:
            last = kind == parts[-1][0]
            ms = planned_ms
            if last:
                ms = self._opened_ms(kind, n, planned_ms, waits=waits)
            self._add(kind, n, ms, planned, wait=waits and last)

    def _opened_ms(self, kind: SegmentKind, n: int, ms: float, *, waits: bool) -> float:
        """The time before a step with the words that belong there."""
        return self._script.open_with(kind, n, ms, self._posture, waits=waits, after_ms=self._last_ms)

    def _exercise(self, n: int, step: Planned) -> None:
        pace, tempo, slow = step.exercise.pace, self._tempo, self._tempo * step.step.pace
        gap_ms = step.gap_s * 1000 * tempo
        last: Side | None = None
        for repetition in range(1, step.repetitions + 1):
            for side in step.sides:
                if last:
                    self._add("rest" if last == side else "switch", n, gap_ms, step, repetition=repetition)
                phases: tuple[tuple[SegmentKind, float, tuple[Phase, Phase]], ...] = (
                    ("in", pace.move_in * 1000 * slow, ("start", "end")),
                    ("hold", step.hold_ms(side), ("end", "end")),
                    ("out", pace.move_out * 1000 * slow, ("end", "start")),
                )
                for kind, ms, pose in phases:
                    self._add(kind, n, ms, step, side=side, repetition=repetition, pose=pose)
                last = side


class _Measure(_Compiler):
    """Goes the same way and only counts."""

    def __init__(self, routine: Routine, steps: Sequence[PlannedStep], manner: Manner, known: Lengths) -> None:
        super().__init__(routine, steps, manner)
        self._known = known
        self._waits = routine.advance == "wait"

    def _step(self, n: int, step: PlannedStep) -> None:
        lengthened = self._is_lengthened(step)
        if n == self._first or (lengthened and self._lies_down(step)):
            super()._step(n, step)
            return
        before = self._steps[n - 1] if lengthened else None
        key = id(step), self._posture, self._waits, id(before), self._last_ms if before else 0
        known = self._known.get(key)
        if known is None:
            before_ms = self.now_ms
            super()._step(n, step)
            self._known[key] = step, before, self.now_ms - before_ms, self._last_ms
        else:
            *_, lasts_ms, self._last_ms = known
            self.now_ms += lasts_ms
            if isinstance(step, Planned):
                self._posture = step.exercise.posture

    def _is_lengthened(self, step: PlannedStep) -> bool:
        """Whether the words before a step may need more time than the way to it."""
        return isinstance(step, Planned) and self._script.guidance(step.exercise) == "full"

    def _lies_down(self, step: PlannedStep) -> bool:
        """Then the things for all that follows on the floor are named before it."""
        return isinstance(step, Planned) and goes_down(self._posture, step.exercise.posture)

    def _opened_ms(self, kind: SegmentKind, n: int, ms: float, *, waits: bool) -> float:
        return super()._opened_ms(kind, n, ms, waits=waits) if self._is_lengthened(self._steps[n]) else ms

    def _add(self, kind: SegmentKind, n: int, ms: float, step: Planned | None = None, **_how: object) -> None:
        self._last_ms = round(ms)
        self.now_ms += self._last_ms

    def _exercise(self, n: int, step: Planned) -> None:
        pace, tempo, slow = step.exercise.pace, self._tempo, self._tempo * step.step.pace
        move_in_ms, move_out_ms = round(pace.move_in * 1000 * slow), round(pace.move_out * 1000 * slow)
        gap_ms = round(step.gap_s * 1000 * tempo)
        holds = step.repetitions * len(step.sides)
        held_ms = step.repetitions * sum(map(step.hold_ms, step.sides))
        self.now_ms += held_ms + holds * (move_in_ms + move_out_ms) + (holds - 1) * gap_ms
        self._last_ms = move_out_ms
