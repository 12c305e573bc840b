"""With which phrase a mark of the figure comes: what is said in the repetition that is shown, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Final

from hinge_gui.core.moment import of_its_step, shown_at
from hinge_gui.core.moves import first_cue
from hinge_gui.core.timeline import Timeline

FADE_MS: Final = 500
Said = Mapping[str, int]
"""When phrases are said, in ms of the practice, by their keys in the timeline, as `hold:0`."""


def said_in(timeline: Timeline, index: int) -> Said:
    """The phrases of the repetition that is shown during a segment, and those of its step's set-up.

    On the way out a repetition says nothing more that a mark comes with: marks go as the movement goes.
    """
    here, shown = timeline.segments[index], timeline.segments[shown_at(timeline, index)]
    begin_ms = min(s.start_ms for s in of_its_step(timeline, index))
    said: dict[str, int] = {}
    cues = timeline.cues[first_cue(timeline.cues, begin_ms) :]
    for cue in takewhile(lambda cue: timeline.segments[cue.segment].step <= here.step, cues):
        there, phase = timeline.segments[cue.segment], cue.key.partition(":")[0]
        repeated = (there.side, there.repetition) == (shown.side, shown.repetition) and here.kind != "out"
        if there.step == here.step and (phase == "setup" or (phase in {"in", "hold"} and repeated)):
            said[cue.key] = cue.at_ms
    return said


def told_at(said: Said, place_ms: float, fade_ms: float = FADE_MS) -> dict[str, float]:
    """How far what goes with each phrase has come at a place, 0 to 1; without a fade it is there at once."""
    return {key: max(0.0, min(1.0, (place_ms - at_ms) / fade_ms)) if fade_ms else float(place_ms >= at_ms)
            for key, at_ms in said.items()}  # fmt: skip


def is_fading(said: Said, place_ms: float, fade_ms: float = FADE_MS) -> bool:
    return any(at_ms <= place_ms < at_ms + fade_ms for at_ms in said.values())
