"""The two file formats as models: which keys there are, of what type, within which bounds.

Importing this costs a sixth of a second, so it happens only when a file must really be validated. The words of the
faults are in `schema_words`; nothing of pydantic's own is ever shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from hinge_gui.core.adjust import MAX_READY_S, MAX_REST_S
from hinge_gui.core.adjustable import PACES
from hinge_gui.core.exercise import MAX_HOLD_S, Kind, Posture, Range, Screen, Sides
from hinge_gui.core.faults import MAX_ROUNDS
from hinge_gui.core.routine import FirstSide
from hinge_gui.store.scalars import flag_fault, pose_fault, scale_fault, seconds_fault, text_fault, whole_fault

ROUTINE_FORMAT = "hinge-routine/1"
EXERCISE_FORMAT = "hinge-exercise/1"
STEP_KEYS = ("exercise", "rounds", "pause")
MAX_TRAVEL_S = 600
MAX_PAUSE_S = 3600
LEFT_OUT: Any = None  # the default where there is none; written out, an empty value is a fault
_T = TypeVar("_T")


def _told(fault: Callable[[object], str | None]) -> BeforeValidator:
    """A check in our own words, before pydantic's."""

    def check(value: _T) -> _T:
        if message := fault(value):
            raise PydanticCustomError("told", "{message}", {"message": message})
        return value

    return BeforeValidator(check)


Text = Annotated[str, _told(text_fault), Field(min_length=1)]
Flag = Annotated[bool, _told(flag_fault)]
Seconds = Annotated[float, _told(seconds_fault)]
HoldSeconds = Annotated[Seconds, Field(ge=0, le=MAX_HOLD_S)]
Times = Annotated[int, _told(whole_fault), Field(ge=1, le=100)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9-]+$"), _told(text_fault)]
Texts = list[Text]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Dose(_Model):
    default: Seconds
    min: Seconds
    max: Seconds


class HoldDose(Dose):
    min: Annotated[Seconds, Field(ge=1)]
    max: Annotated[Seconds, Field(le=MAX_HOLD_S)]


class TimesDose(Dose):
    default: Times
    min: Times
    max: Times


class Pace(_Model):
    move_in: Annotated[Seconds, Field(alias="in", ge=0, le=120)]
    move_out: Annotated[Seconds, Field(alias="out", ge=0, le=120)]
    rest: Annotated[Seconds, Field(ge=0, le=MAX_REST_S)] = LEFT_OUT
    """A skill may leave it out."""


class Cues(_Model):
    setup: Texts = []
    move_in: Annotated[Texts, Field(alias="in")] = []
    hold: Texts = []
    move_out: Annotated[Texts, Field(alias="out")] = []


class Helps(_Model):
    text: Text
    muscles: Texts = []


class Mistake(_Model):
    id: Id
    name: Text
    text: Text
    pose: Annotated[Any, _told(pose_fault)] = LEFT_OUT
    breaks: Texts = []


class Learn(_Model):
    how: Texts = []
    far: Text = LEFT_OUT
    helps: Helps = LEFT_OUT
    daily: Texts = []
    mistakes: list[Mistake] = []
    care: Texts = []
    sources: Texts = []


class VariantHead(BaseModel):
    """What a variant adds of its own; the rest is checked once it is merged into its exercise."""

    model_config = ConfigDict(extra="allow", strict=True)
    id: Id
    name: Text
    ease: Literal["easier", "same", "harder"] = LEFT_OUT


class Picture(_Model):
    file: Text
    alt: Text = LEFT_OUT
    seconds: Annotated[Seconds, Field(ge=1, le=600)] = 5.0


class Exercise(_Model):
    format: Literal["hinge-exercise/1"]
    id: Id
    name: Text
    kind: Kind
    posture: Posture
    sides: Sides
    screen: Screen = "visible"
    props: Texts = []
    hold: HoldDose
    repetitions: TimesDose
    pace: Pace
    cues: Cues = Field(default_factory=Cues)
    learn: Learn = Field(default_factory=Learn)
    variants: list[VariantHead] = []
    figure: dict[str, Any] = LEFT_OUT
    pictures: list[Picture] = []


class Extra(_Model):
    left: HoldSeconds = LEFT_OUT
    right: HoldSeconds = LEFT_OUT


class ExerciseStep(_Model):
    exercise: Text
    variant: Text = LEFT_OUT
    hold: Seconds = LEFT_OUT
    repetitions: Annotated[int, _told(whole_fault)] = LEFT_OUT
    rest: Annotated[Seconds, Field(ge=0, le=MAX_REST_S)] = LEFT_OUT
    extra: Extra = LEFT_OUT
    range: Range = "usual"
    wait: Flag = False
    travel: Annotated[Seconds, Field(ge=0, le=MAX_TRAVEL_S)] = LEFT_OUT
    pace: Annotated[float, _told(scale_fault), Field(ge=PACES[0], le=PACES[1])] = 1.0


class PauseStep(_Model):
    pause: Annotated[Seconds, Field(ge=0, le=MAX_PAUSE_S)]
    say: Text = LEFT_OUT
    wait: Flag = False


class Rounds(_Model):
    rounds: Annotated[int, _told(whole_fault), Field(ge=1, le=MAX_ROUNDS)]
    steps: Annotated[list[Step], Field(min_length=1)]


def _kind_of_step(step: Any) -> str:
    return step_kind(step) or "<unknown>"


def step_kind(step: object) -> str | None:
    """Which of the three a step is meant to be, as the tag of its model."""
    if not isinstance(step, dict):
        return None
    found = [key for key in STEP_KEYS if key in step]
    if not found and "steps" in step:
        found = ["rounds"]
    return f"<{found[0]}>" if len(found) == 1 else None


Step = Annotated[
    Annotated[ExerciseStep, Tag("<exercise>")]
    | Annotated[Rounds, Tag("<rounds>")]
    | Annotated[PauseStep, Tag("<pause>")],
    Discriminator(_kind_of_step),
]


class Routine(_Model):
    format: Literal["hinge-routine/1"]
    name: Text
    about: Text = LEFT_OUT
    ready: Annotated[Seconds, Field(ge=0, le=MAX_READY_S)] = 20.0
    advance: Literal["auto", "wait"] = "auto"
    first_side: FirstSide = "left"
    rise: Flag = True
    steps: Annotated[list[Step], Field(min_length=1)]


Rounds.model_rebuild()
