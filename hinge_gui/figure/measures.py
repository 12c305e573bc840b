"""A figure held to its table: what its data promises of the end pose, and what must be true at every moment."""

from __future__ import annotations

from dataclasses import replace

from hinge_gui.figure.gauges import GAUGES, Subject, beyond_nature, lowest
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.proportions import Proportions
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.records import dataclass

MOMENTS = 22  # start, end and twenty between
THROUGHOUT = "-throughout"
_ALWAYS_BOUNDS = {"joints": (0.0, 0.5), "floor": (-0.3, 100.0), "contacts": (0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Measure:
    """One value with its bounds, both belonging to them.

    `joints` is in degrees beyond the range of the worst joint, `floor` and `contacts` in hundredths of stature; the
    others are explained in `gauges`. A name that ends in `-throughout` is the worst of all moments.
    """

    measure: str
    value: float
    low: float
    high: float

    @property
    def ok(self) -> bool:
        return self.low - 1e-6 <= self.value <= self.high + 1e-6

    def as_json(self) -> dict[str, str | float | bool]:
        """The shape that `measure --json` promises."""
        return {
            "measure": self.measure,
            "value": round(self.value, 2) + 0.0,  # without a minus before nothing
            "low": self.low,
            "high": self.high,
            "ok": self.ok,
        }


def measure(
    spec: FigureSpec,
    *,
    side: str = "right",
    range_: str = "usual",
    body: str | Proportions = "average",
    mistake: str | None = None,
) -> list[Measure]:
    """Everything that this form is held to; with a mistake, what the mistake makes of it."""
    motion = Motion(spec, side=side, range_=range_, body=body, mistake=mistake)
    subject = _subject(spec, motion, range_, body)
    measures = _throughout(spec, motion, subject, range_)
    for name, (low, high) in spec.held_to(range_).items():
        measures.append(Measure(name, GAUGES[name](subject), low, high))
    return measures


def broken(measures: list[Measure]) -> set[str]:
    """The names of those that are out of bounds."""
    return {m.measure for m in measures if not m.ok}


def _subject(spec: FigureSpec, motion: Motion, range_: str, body: str | Proportions) -> Subject:
    right = Motion(spec, side=motion.side, range_=range_, body=body)
    return Subject(
        body=motion.at(1.0),
        start=motion.at(0.0),
        right=right.at(1.0),
        right_stance=right.end,
        stance=motion.end,
        props=spec.props(range_, motion.side, motion.mistake),
        skeleton=motion.skeleton,
        work="l" if motion.side == "left" else "r",
    )


def _throughout(spec: FigureSpec, motion: Motion, subject: Subject, range_: str) -> list[Measure]:
    """What is true at every moment: nature, the floor, the contacts, and what the data holds to all the way."""
    held = {} if motion.mistake else spec.held_always(range_)
    worst = dict.fromkeys(("joints", "contacts"), 0.0)
    floor = 100.0
    spans = {name: (float("inf"), float("-inf")) for name in held}
    for n in range(MOMENTS):
        body, misses = motion.solved(n / (MOMENTS - 1))
        now = replace(subject, body=body)
        worst["joints"] = max(worst["joints"], beyond_nature(now))
        worst["contacts"] = max([worst["contacts"], *(miss * 100 for miss in misses.values())])
        floor = min(floor, lowest(body))
        for name, (low, high) in spans.items():
            value = GAUGES[name](now)
            spans[name] = (min(low, value), max(high, value))
    measures = [Measure(name, value, *_ALWAYS_BOUNDS[name]) for name, value in {**worst, "floor": floor}.items()]
    for name, (low, high) in held.items():
        least, most = spans[name]
        value = most if most > high or least >= low else least
        measures.append(Measure(f"{name}{THROUGHOUT}", value, low, high))
    return measures
