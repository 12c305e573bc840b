"""The compiler: a routine and its exercises become one timeline. Nothing else adds up durations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from hinge_gui.core.exercise import Posture, Side
from hinge_gui.core.plan import Catalogue, Planned, PlannedStep, plan_routine
from hinge_gui.core.routine import Routine
from hinge_gui.core.script import Guidance, Script, write_script
from hinge_gui.core.timeline import Phase, Segment, SegmentKind, Timeline
from hinge_gui.core.travel import ON_THE_FLOOR, travel_s


@dataclass(frozen=True, slots=True)
class Manner:
    """How this person practises: what the routine itself does not say.

    `tempo` scales travel, switch, rest, in and out, never a hold. `guidance_for` overrides `guidance` for single
    exercises. `alternate_first` is the side that a routine with `first_side: alternate` begins with.
    """

    guidance: Guidance = "short"
    tempo: float = 1.0
    alternate_first: Literal["left", "right"] = "left"
    guidance_for: Mapping[str, Guidance] = field(default_factory=dict)


def compile_routine(routine: Routine, catalogue: Catalogue, manner: Manner | None = None) -> Timeline:
    """The routine's timeline. The routine must be sound (`faults.routine_faults`): a KeyError here is a bug."""
    compiler = _Compiler(routine, catalogue, manner or Manner())
    segments, script = compiler.segments()
    return Timeline(routine.id, routine.name, segments, write_script(segments, script))


class _Compiler:
    def __init__(self, routine: Routine, catalogue: Catalogue, manner: Manner) -> None:
        self._routine = routine
        self._tempo = manner.tempo
        first: Side = manner.alternate_first if routine.first_side == "alternate" else routine.first_side
        self._steps = plan_routine(routine, catalogue, first)
        self._script = Script(self._steps, manner.guidance, manner.guidance_for)
        self._posture: Posture = "standing"
        self._now_ms = 0
        self._segments: list[Segment] = []

    def segments(self) -> tuple[tuple[Segment, ...], Script]:
        for n, step in enumerate(self._steps):
            self._approach(n, step)
            if isinstance(step, Planned):
                self._posture = step.exercise.posture
                self._exercise(n, step)
            else:
                self._add(Segment(0, 0, "pause", n), step.pause * 1000)
        if self._routine.rise and self._posture in ON_THE_FLOOR:
            way_up_ms = travel_s(self._posture, "standing") * 1000 * self._tempo
            self._add(Segment(0, 0, "end", len(self._steps) - 1), way_up_ms)
        return tuple(self._segments), self._script

    def _add(self, segment: Segment, ms: float) -> None:
        self._segments.append(replace(segment, start_ms=self._now_ms, duration_ms=round(ms)))
        self._now_ms += round(ms)

    def _approach(self, n: int, step: PlannedStep) -> None:
        """The time before a step: get-ready before the first, the way from posture to posture before the others.

        The last part of it waits where the step does; its phrases may lengthen it.
        """
        if isinstance(step, Planned):
            planned, waits = step, step.step.wait or self._routine.advance == "wait"
        else:
            planned, waits = None, step.wait
        parts: list[tuple[SegmentKind, float]] = [("ready", self._routine.ready * 1000)] if n == 0 else []
        asked_s = planned.step.travel if planned else None
        if n > 0 and planned:
            table_s = travel_s(self._posture, planned.exercise.posture)
            parts.append(("travel", (table_s if asked_s is None else asked_s) * 1000 * self._tempo))
        elif asked_s is not None:
            parts.append(("travel", asked_s * 1000 * self._tempo))
        elif n > 0 and waits:
            parts.append(("travel", 0))
        for kind, ms in parts:
            last = (kind, ms) == parts[-1]
            blank = _blank(kind, n, planned) if planned else Segment(0, 0, kind, n)
            if last:
                ms = self._script.open_with(kind, n, ms, self._posture, waits=waits)
            self._add(replace(blank, wait=waits and last), ms)

    def _exercise(self, n: int, step: Planned) -> None:
        pace = step.exercise.pace
        gap_ms = max(0.0, step.rest - pace.move_in - pace.move_out) * 1000 * self._tempo
        rounds = [(r, side) for r in range(1, step.repetitions + 1) for side in step.sides]
        for k, (repetition, side) in enumerate(rounds):
            if k:
                kind: SegmentKind = "rest" if rounds[k - 1][1] == side else "switch"
                self._add(replace(_blank(kind, n, step), repetition=repetition), gap_ms)
            phases: tuple[tuple[SegmentKind, float, tuple[Phase, Phase]], ...] = (
                ("in", pace.move_in * 1000 * self._tempo, ("start", "end")),
                ("hold", step.hold_ms(side), ("end", "end")),
                ("out", pace.move_out * 1000 * self._tempo, ("end", "start")),
            )
            for phase, ms, pose in phases:
                self._add(replace(_blank(phase, n, step, pose), side=side, repetition=repetition), ms)


def _blank(
    kind: SegmentKind, n: int, step: Planned, pose: tuple[Phase, Phase] = ("start", "start")
) -> Segment:
    """A segment of a step, without its time."""
    asked = step.step
    return Segment(
        0, 0, kind, n, asked.exercise, asked.variant, of=step.repetitions, range=asked.range, pose=pose
    )
