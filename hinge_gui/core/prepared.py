"""What is going to be played: a routine with everything that this person and this day change about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from hinge_gui.core.adjust import Adjustments, adjusted, without_floor
from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.exercise import OneSide
from hinge_gui.core.plan import Catalogue, PlannedStep, plan_routine
from hinge_gui.core.routine import FirstSide, Routine
from hinge_gui.core.script import Guidance
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Timeline
from hinge_gui.records import dataclass

AS_WRITTEN = "routine"  # a setting's word for what the routine says itself
_FIRST: Mapping[str, FirstSide] = {"left": "left", "right": "right", "alternate": "alternate"}
Learnt = Mapping[str, Guidance]
Explained = frozenset[str]


def manner_of(
    settings: Settings, first_side: OneSide = "left", learnt: Learnt | None = None, explained: Explained = frozenset()
) -> Manner:
    """What the settings say about the timeline; see `Order`."""
    fixed: dict[str, Guidance] = {"full": "full", "short": "short", "bare": "bare"}
    single: dict[str, Guidance] = dict.fromkeys(explained, "full")
    word = settings.word("guidance")
    if word in fixed:
        guidance = fixed[word]
    else:  # it fades
        guidance = "short" if learnt is None else "full"
        single = {**(learnt or {}), **single}
    return Manner(guidance, settings.number("tempo"), first_side, single)


def as_wished(routine: Routine, settings: Settings) -> Routine:
    """The routine with what this person always wants otherwise; adjustments of a single routine go before."""
    ready, first = settings.word("get_ready"), _FIRST.get(settings.word("first_side"))
    if ready != AS_WRITTEN:
        routine = replace(routine, ready=float(ready.partition(" ")[0]))
    if first:
        routine = replace(routine, first_side=first)
    return routine


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for. `first_side` counts where the routine alternates.

    `learnt` is the guidance for exercises that are known, where guidance fades (`core/fading.py`); None says that
    nobody looked: then all is told in short. `explained` are those to be told in full today, whatever the settings.
    """

    routine: Routine
    adjustments: Adjustments = field(default_factory=Adjustments)
    first_side: OneSide = "left"
    no_floor: bool = False
    learnt: Learnt | None = None
    explained: Explained = frozenset()

    def explaining(self, exercise: str) -> Order:
        """The same, with one more exercise told in full."""
        return replace(self, explained=self.explained | {exercise})

    def manner(self, settings: Settings) -> Manner:
        return manner_of(settings, self.first_side, self.learnt, self.explained)

    def is_changed_by(self, before: Settings, after: Settings) -> bool:
        """Whether other settings make another practice of it."""
        wished = as_wished(self.routine, before) != as_wished(self.routine, after)
        return wished or self.manner(before) != self.manner(after)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of it."""

    played: Routine
    """As it is played today."""
    steps: list[PlannedStep]
    """One for each `Segment.step`."""
    timeline: Timeline
    left_out: tuple[str, ...]
    """Names of the exercises that cannot be done off the floor."""

    def begin_ms(self, step: int) -> int:
        """Where a step begins, with getting there."""
        return next(s.start_ms for s in self.timeline.segments if s.step == step)


def prepare(order: Order, catalogue: Catalogue, settings: Settings) -> Prepared:
    """Compile; a few milliseconds."""
    wished = as_wished(order.routine, settings)
    base, left_out = without_floor(wished, catalogue) if order.no_floor else (wished, ())
    played = adjusted(base, catalogue, order.adjustments)
    first = order.first_side if base.first_side == "alternate" else base.first_side
    timeline = compile_routine(played, catalogue, order.manner(settings))
    return Prepared(played, plan_routine(played, catalogue, first), timeline, left_out)
