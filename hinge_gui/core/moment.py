"""What the screen says at a place of the practice, in words; page and follow view show the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, Literal

from hinge_gui.core.dose import name_of, seconds
from hinge_gui.core.exercise import Side
from hinge_gui.core.phrases import COMING, HALF_WAY
from hinge_gui.core.plan import Planned, PlannedStep
from hinge_gui.core.player import State
from hinge_gui.core.timeline import Segment, SegmentKind, Timeline
from hinge_gui.records import dataclass

Tone = Literal["signal", "accent", "calm"]


@dataclass(frozen=True, slots=True)
class PhaseLook:
    """A phase by word, by shape (the icon's name) and by colour."""

    word: str
    icon: str
    tone: Tone


PHASES: Final[Mapping[SegmentKind, PhaseLook]] = {
    "ready": PhaseLook("Get ready", "ready", "calm"),
    "travel": PhaseLook("On the way", "travel", "calm"),
    "in": PhaseLook("Move in", "in", "accent"),
    "hold": PhaseLook("Hold", "hold", "signal"),
    "out": PhaseLook("Move out", "out", "accent"),
    "switch": PhaseLook("Change sides", "switch", "calm"),
    "rest": PhaseLook("Rest", "rest", "calm"),
    "pause": PhaseLook("Pause", "rest", "calm"),
    "end": PhaseLook("The way up", "end", "calm"),
}
PAUSED: Final = PhaseLook("Paused", "pause", "calm")
WAITING: Final = PhaseLook("Waiting for you", "ready", "accent")
SIDES: Final[Mapping[Side, str]] = {"left": "Left side", "right": "Right side", "both": "Both sides"}
REPETITION: Final = "Repetition "
"""Before the count, which where there is little room stands alone."""
_UP: Final = "Up from the floor"
_OF_A_REPETITION: Final = frozenset({"in", "hold", "out"})
_MILESTONES: Final = frozenset({"in", "pause", "end"})


@dataclass(frozen=True, slots=True)
class Moment:
    """`shown` is the segment whose exercise and side the figure shows: in between, the one that comes."""

    segment: Segment
    shown: Segment
    title: str
    name: str
    form: str
    """`title` in two parts, for two lines; nothing where the phase's word says it already."""
    side: Side | None
    side_words: str
    count: str
    phase: PhaseLook
    next_up: str
    longest_s: int
    """Of the phases of its step: so many digits want room, whichever is shown."""

    @property
    def side_and_count(self) -> str:
        """`Left side, 1 of 2`, for where there is one line; whether that side comes next the phase says."""
        if not self.side_words or self.side is None:
            return self.count
        return f"{SIDES[self.side]}, {self.shown.repetition} of {self.shown.of}" if self.count else SIDES[self.side]


def moment(steps: Sequence[PlannedStep], timeline: Timeline, index: int) -> Moment:
    here = timeline.segments[index]
    shown_index = shown_at(timeline, index)
    shown = timeline.segments[shown_index]
    side = shown.side if shown.kind in _OF_A_REPETITION else None
    title = _UP if here.kind == "end" else name_of(steps[here.step])
    name, form = _two_parts(steps[here.step], title)
    return Moment(
        segment=here,
        shown=shown,
        title=title,
        name="" if title == PHASES[here.kind].word else name,
        form=form,
        side=side,
        side_words="" if side is None or side == "both" else SIDES[side] + ("" if shown is here else " next"),
        count=f"{REPETITION}{shown.repetition} of {shown.of}" if side and (shown.of or 1) > 1 else "",
        phase=PHASES[here.kind],
        next_up=_to_come(timeline, shown_index) if shown is not here else _next_up(steps, timeline, shown_index),
        longest_s=max(-(-s.duration_ms // 1000) for s in of_its_step(timeline, index)),
    )


def _two_parts(step: PlannedStep, title: str) -> tuple[str, str]:
    """The exercise's name and its form, where it is titled by both."""
    if isinstance(step, Planned) and step.exercise.variant_name and title == name_of(step):
        return step.exercise.name, step.exercise.variant_name
    return title, ""


def of_its_step(timeline: Timeline, index: int) -> Iterator[Segment]:
    step = timeline.segments[index].step
    for way in (range(index, -1, -1), range(index + 1, len(timeline.segments))):
        yield from takewhile(lambda s: s.step == step, (timeline.segments[n] for n in way))


def phase_shown(kind: SegmentKind, state: State) -> PhaseLook:
    """What the sign says: the phase, unless play stands still."""
    return {"paused": PAUSED, "waiting": WAITING}.get(state, PHASES[kind])


def clock(ms: float) -> str:
    """`1:32`, `1:02:03`; a second that has begun counts."""
    minutes, secs = divmod(-(-int(ms) // 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def digits(secs: int) -> str:
    """Seconds left as they stand in the ring."""
    return str(secs) if secs < 100 else f"{secs // 60}:{secs % 60:02}"


def phrase_at(timeline: Timeline, place_ms: float) -> str:
    """The last phrase said in this step up to a place.

    Half way is said of its hold only, what is next of the way, side and count of their repetition, which they open.
    A phase of a later repetition that has no phrase of its own shows the one that the first of that side began with.
    """
    index = timeline.index_at(place_ms)
    here = timeline.segments[index]
    is_there, opened = here.kind in _OF_A_REPETITION, _opened(timeline, index)
    said, first, is_told = "", "", False
    for cue in timeline.cues:
        there = timeline.segments[cue.segment]
        if cue.segment > index:
            break
        if cue.kind != "say" or there.step != here.step:
            continue
        if cue.key == "side" and cue.segment < opened:
            continue
        is_half_way = cue.text == HALF_WAY
        is_said = cue.at_ms <= place_ms or (cue.key == "side" and here.kind == "in")
        if is_said and (cue.segment == index or not is_half_way):
            said = cue.text or ""
        if cue.segment == index:
            is_told = is_told or not is_half_way or cue.at_ms <= place_ms
        elif (there.kind, there.side) == (here.kind, here.side) and not is_half_way:
            first = first or cue.text or ""
    if is_there and first and not is_told:
        return first
    return said.removeprefix(COMING) if is_there else said


def _opened(timeline: Timeline, index: int) -> int:
    """The segment from which the side or count of a repetition may be said: the gap before it."""
    while timeline.segments[index].kind in {"out", "hold"}:
        index -= 1
    return index - 1 if timeline.segments[index].kind == "in" else index


def place_words(steps: Sequence[PlannedStep], timeline: Timeline, place_ms: float) -> str:
    """`Soleus stretch, left side, 22 s left`."""
    index = timeline.index_at(place_ms)
    now = moment(steps, timeline, index)
    left_ms = now.segment.end_ms - place_ms
    left = clock(left_ms) if left_ms > 99_000 else seconds(-(-left_ms // 1000))
    parts = [now.title, now.side_words.lower(), f"{left} left"]
    return ", ".join(p for p in parts if p)


def shown_after(timeline: Timeline, index: int) -> Segment | None:
    """The next segment in which another figure is shown, by its step or its side."""
    here = timeline.segments[shown_at(timeline, index)]
    for n in range(index + 1, len(timeline.segments)):
        then = timeline.segments[shown_at(timeline, n)]
        if (then.step, then.side) != (here.step, here.side):
            return then
    return None


def shown_at(timeline: Timeline, index: int) -> int:
    """The segment whose exercise and side the figure shows: in between, the one that comes."""
    here = timeline.segments[index]
    if here.kind in _OF_A_REPETITION:
        return index
    for n in range(index, len(timeline.segments)):
        s = timeline.segments[n]
        if s.step != here.step:
            break
        if s.kind in _OF_A_REPETITION:
            return n
    return index


def _to_come(timeline: Timeline, shown_index: int) -> str:
    """While one gets ready, changes sides or rests: the hold that it is for."""
    hold = next(s for s in timeline.segments[shown_index:] if s.kind == "hold")
    side = SIDES[hold.side] if hold.side in {"left", "right"} else "Hold"
    return f"{side}, {seconds(hold.duration_ms / 1000)}"


def _next_up(steps: Sequence[PlannedStep], timeline: Timeline, shown_index: int) -> str:
    shown = timeline.segments[shown_index]
    for s in timeline.segments[shown_index + 1 :]:
        if s.kind not in _MILESTONES or (s.step, s.side, s.repetition) == (shown.step, shown.side, shown.repetition):
            continue
        if s.kind == "end":
            return PHASES["end"].word
        if s.step != shown.step or s.side in (None, "both"):
            return name_of(steps[s.step]) if s.step != shown.step else f"{REPETITION}{s.repetition} of {s.of}"
        return SIDES[s.side] if s.side != shown.side else "The same side again"
    return "The end"
