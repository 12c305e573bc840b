"""An exercise: what it is, how it is done, how much of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from hinge_gui.records import dataclass

Kind = Literal["stretch", "skill"]
Posture = Literal["standing", "hands-and-knees", "seated", "lying", "wall"]
Screen = Literal["visible", "glance", "hidden"]
Sides = Literal["each", "both"]
OneSide = Literal["left", "right"]
Side = Literal["left", "right", "both"]
Range = Literal["first-weeks", "usual", "regular"]

RANGES: tuple[Range, ...] = ("first-weeks", "usual", "regular")
MAX_HOLD_S = 180.0  # of a hold together with its side's extra seconds
OTHER_SIDE: Mapping[Side, Side] = {"left": "right", "right": "left", "both": "both"}


@dataclass(frozen=True, slots=True)
class Dose:
    """How much: seconds of a hold, or a number of repetitions, with what the exercise allows."""

    default: float
    min: float
    max: float

    def clamped(self, value: float) -> float:
        """The value, or the bound that it lies beyond."""
        return min(max(value, self.min), self.max)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of the way in, the way out, and the whole gap between two holds."""

    move_in: float
    move_out: float
    rest: float


@dataclass(frozen=True, slots=True)
class Cues:
    """Short imperatives by phase; `{side}` and `{other}` stand for left and right."""

    setup: tuple[str, ...] = ()
    move_in: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    move_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A usual mistake; `pose` names a pose of the exercise's figure (or is one), `breaks` its measures."""

    id: str
    name: str
    text: str
    pose: str | Mapping[str, Any] | None = None
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learn:
    """The three teachings (how; what it helps; in the day), with mistakes and care."""

    how: tuple[str, ...] = ()
    far: str = ""
    helps: str = ""
    muscles: tuple[str, ...] = ()
    daily: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    care: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the person's own, shown instead of the figure for some seconds of each round."""

    file: str
    alt: str = ""
    seconds: float = 5.0
    path: str = ""
    """Where it lies; the library fills it in."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise or, where `variant` is set, one form of it with the variant's changes merged in."""

    id: str
    name: str
    kind: Kind
    posture: Posture
    sides: Sides
    hold: Dose
    repetitions: Dose
    pace: Pace
    screen: Screen = "visible"
    props: tuple[str, ...] = ()
    cues: Cues = field(default_factory=Cues)
    learn: Learn = field(default_factory=Learn)
    figure: Mapping[str, Any] | None = None
    pictures: tuple[Picture, ...] = ()
    variant: str | None = None
    variant_name: str = ""
    ease: str = ""
    variants: Mapping[str, Exercise] = field(default_factory=dict)

    def form(self, variant: str | None) -> Exercise:
        """The exercise as this variant changes it; KeyError where there is no such variant."""
        return self if variant is None else self.variants[variant]
