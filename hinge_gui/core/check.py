"""What a sound file might still do better: phrases for which there is no time, words that are never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.errors import near
from hinge_gui.core.exercise import Exercise, Side
from hinge_gui.core.phrases import phrase_ms, spoken
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import ExerciseStep, Path, PauseStep, Routine
from hinge_gui.core.timeline import Timeline
from hinge_gui.figure.marks import cue_of
from hinge_gui.figure.muscles import MUSCLES

_Phrase = tuple[Path, str]
_BRACES = re.compile(r"\{([^{}]*)\}")
_SIDE_WORDS = ("side", "other")


def unsaid_in_routine(routine: Routine, catalogue: Catalogue) -> list[tuple[Path, str]]:
    """Phrases that a routine leaves no time for, as (path in its file, warning); guidance `short`."""
    said = _said(compile_routine(routine, catalogue))
    found: dict[tuple[Path, str], None] = {}
    for n, (path, leaf) in enumerate(routine.played()):
        if isinstance(leaf, PauseStep):
            if leaf.say and leaf.say not in said[n]:
                found[(*path, "say"), _warning(leaf.say, f"the pause is {leaf.pause:g} s")] = None
            continue
        form = catalogue[leaf.exercise].form(leaf.variant)
        for _, text in _cues(form, most=1):
            if text not in said[n]:
                found[(*path, "exercise"), _warning(text, "the times of this step leave it none")] = None
    return list(found)


def unsaid_in_exercise(exercise: Exercise) -> list[tuple[Path, str]]:
    """Cues that find no time in an exercise's own default dose, as (path in its file, warning); guidance `full`."""
    routine = Routine(exercise.id, exercise.name, (ExerciseStep(exercise.id, exercise.variant),), rise=False)
    catalogue: Mapping[str, Exercise] = {exercise.id: exercise}
    if exercise.variant is not None:
        catalogue = {exercise.id: _as_base(exercise)}
    said = _said(compile_routine(routine, catalogue, Manner(guidance="full")))[0]
    found = {path: text for path, text in _cues(exercise, most=None) if text not in said}
    return [(path, _warning(text, "the default dose leaves it none")) for path, text in found.items()]


def phases_of(form: Exercise) -> dict[str, tuple[str, ...]]:
    """The cues by the phase as it is called in a file."""
    return {"setup": form.cues.setup, "in": form.cues.move_in, "hold": form.cues.hold, "out": form.cues.move_out}


def odd_placeholders(exercise: Exercise) -> list[tuple[Path, str]]:
    """Words in braces that are never put into words, as (path in the file, warning)."""
    told: list[tuple[Path, str]] = []
    for phase, texts in phases_of(exercise).items():
        for k, text in enumerate(texts):
            for word in _BRACES.findall(text):
                if word not in _SIDE_WORDS:
                    told.append((("cues", phase, k), f"{{{word}}} stays as it is{near(word, _SIDE_WORDS)}"))
                elif exercise.sides == "both":
                    told.append((("cues", phase, k), f"{{{word}}} has no meaning where both sides work at once"))
    return told


def unknown_muscles(exercise: Exercise) -> list[tuple[Path, str]]:
    """Muscles that cannot be shown on the body, as (path in the file, warning)."""
    return [
        (("learn", "helps", "muscles", n), f"the figure has no muscle {name}{near(name, MUSCLES)}")
        for n, name in enumerate(exercise.learn.muscles)
        if name not in MUSCLES
    ]


def marks_without_words(exercise: Exercise) -> list[tuple[Path, str]]:
    """Marks of the figure that go with a phrase which there is not, as (path in the file, warning)."""
    figure = exercise.figure or {}
    inside: Path = ("figure", "instead") if "instead" in figure else ("figure",)
    told: list[tuple[Path, str]] = []
    for n, mark in enumerate(figure.get("instead", figure).get("marks", ())):
        if "cue" not in mark:
            continue
        phase, number = cue_of(mark)
        said = len(phases_of(exercise)[phase])
        if number > said:
            has = f"`cues: {phase}:` has {said or 'none'}"
            told.append(((*inside, "marks", n, "cue"), f"this mark waits for phrase {number}, but {has}"))
    return told


def _as_base(form: Exercise) -> Exercise:
    """An exercise that has the form as its only variant."""
    return Exercise(
        form.id, form.name, form.kind, form.posture, form.sides, form.hold, form.repetitions, form.pace,
        variants={form.variant or "": form},
    )  # fmt: skip


def _said(timeline: Timeline) -> dict[int, set[str]]:
    """What is said by step; a step's last words may fall into the way to the next one."""
    said: dict[int, set[str]] = {s.step: set() for s in timeline.segments}
    for cue in timeline.cues:
        if cue.text:
            step = timeline.segments[cue.segment].step
            said[step].add(cue.text)
            if step:
                said[step - 1].add(cue.text)
    return said


def _cues(form: Exercise, most: int | None) -> Iterator[_Phrase]:
    sides: tuple[Side, ...] = ("both",) if form.sides == "both" else ("left", "right")
    for phase, texts in phases_of(form).items():
        if phase == "setup":
            continue
        for k, text in enumerate(texts[:most]):
            for side in sides:
                yield ("cues", phase, k), spoken((text,), side)[0]


def _warning(text: str, why: str) -> str:
    return f"“{text}” takes about {phrase_ms(text) / 1000:.0f} s to say and finds no room; {why}"
