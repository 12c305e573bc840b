"""What is said, in words, and how long it takes to say it."""

from __future__ import annotations

from collections.abc import Iterable

from hinge_gui.core.dose import full_name
from hinge_gui.core.exercise import OTHER_SIDE, Exercise, Side

COMMA_MS = 280  # beyond the first, which the words leave room for
WORDS_A_MINUTE = 140
BREATH_MS = 500  # at least this much silence between two phrases
HALF_WAY = "Half way."
COMING = "Next: "  # opens the name of an exercise to which one still has to go
ANY_KEY = "Press any key when you are ready."
WELL_DONE = "Well done. That was the whole practice."
# The way up from the floor: a phrase and the share of the time that it opens (20 s, 30 s and 10 s of 60).
RISE = (
    (0.0, "Roll to one side and rest there."),
    (20 / 60, "Push yourself up to sitting, and wait a moment."),
    (50 / 60, "Now stand up slowly."),
)


def phrase_ms(text: str) -> int:
    """How long a phrase is thought to take at 140 words a minute; the same on every machine.

    A list is read out slowly: voices rest at each comma.
    """
    rests = max(0, text.count(",") - 1)
    return max(600, round(len(text.split()) * 60_000 / WORDS_A_MINUTE) + rests * COMMA_MS)


def spoken(texts: Iterable[str], side: Side) -> tuple[str, ...]:
    """Phrases with the side and the other side put into words."""
    return tuple(t.replace("{side}", side).replace("{other}", OTHER_SIDE[side]) for t in texts)


def announce(exercise: Exercise, side: Side, *, coming: bool) -> str:
    """Name and side, said before the clock starts."""
    place = "" if side == "both" else f", {side} side"
    return f"{COMING if coming else ''}{full_name(exercise)}{place}."


def side_again(side: Side, repetition: int, of: int) -> str:
    """What a later hold is opened with: the side, or the count where both sides work together."""
    return f"Again: {repetition} of {of}." if side == "both" else f"{side.capitalize()} side."


def fetch(props: Iterable[str]) -> str:
    """The sentence that names the props to have at hand; empty where there are none."""
    things = list(props)
    if not things:
        return ""
    listed = things[0] if len(things) == 1 else ", ".join(things[:-1]) + " and " + things[-1]
    return f"Have ready: {listed}."
