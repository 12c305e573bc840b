"""Plain data that was found sound becomes the core's own things.

Types are looked at once more, which costs little: KeyError, TypeError or ValueError where data is not what it was
taken for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, get_args

from hinge_gui.core.exercise import (
    RANGES,
    Cues,
    Dose,
    Exercise,
    Kind,
    Learn,
    Mistake,
    Pace,
    Picture,
    Posture,
    Screen,
    Side,
    Sides,
)
from hinge_gui.core.routine import ExerciseStep, FirstSide, PauseStep, Rounds, Routine, Step
from hinge_gui.store.mistake_poses import posed

_W = TypeVar("_W")
Plain = Mapping[str, Any]
KINDS: tuple[Kind, ...] = get_args(Kind)
POSTURES: tuple[Posture, ...] = get_args(Posture)
SCREENS: tuple[Screen, ...] = get_args(Screen)
SIDES: tuple[Sides, ...] = get_args(Sides)
FIRST_SIDES: tuple[FirstSide, ...] = get_args(FirstSide)
ADVANCES: tuple[Literal["auto", "wait"], ...] = ("auto", "wait")
WORKING_SIDES: tuple[Side, ...] = ("left", "right")
VARIANT_HEAD = ("id", "name", "ease")


def merged(base: Plain, variant: Plain) -> dict[str, Any]:
    """The exercise as a variant changes it: maps merge key by key, everything else is replaced."""
    form = {key: value for key, value in base.items() if key != "variants"}
    if "instead" in _map(variant.get("figure")) and "mistakes" not in _map(variant.get("learn")):
        form = {key: _unposed(value) if key == "learn" else value for key, value in form.items()}
    return _merge(form, {key: value for key, value in variant.items() if key not in VARIANT_HEAD})


def _map(value: object) -> Plain:
    """The value where it is a map; no validator need have seen it."""
    return value if isinstance(value, Mapping) else {}


def _unposed(learn: Any) -> Any:
    """Mistakes as words alone: their poses were those of another figure."""
    mistakes = _map(learn).get("mistakes")
    if not isinstance(mistakes, list):
        return learn
    return {**learn, "mistakes": [_without_pose(mistake) for mistake in mistakes]}


def _without_pose(mistake: Any) -> Any:
    if not isinstance(mistake, Mapping):
        return mistake
    return {key: value for key, value in mistake.items() if key not in {"pose", "breaks"}}


def _merge(base: Plain, change: Plain) -> dict[str, Any]:
    out = dict(base)
    for key, value in change.items():
        old = out.get(key)
        out[key] = _merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return out


def build_exercise(data: Plain) -> Exercise:
    """An exercise with its variants."""
    variants = {v["id"]: _form(merged(data, v), v, {}) for v in data.get("variants", ())}
    return _form(data, {}, variants)


def _form(data: Plain, head: Plain, variants: Mapping[str, Exercise]) -> Exercise:
    figure, names = posed(data.get("figure"), data.get("learn"))
    return Exercise(
        id=_text(data["id"]),
        name=_text(data["name"]),
        kind=_one_of(KINDS, data["kind"]),
        posture=_one_of(POSTURES, data["posture"]),
        sides=_one_of(SIDES, data["sides"]),
        hold=_dose(data["hold"]),
        repetitions=_dose(data["repetitions"]),
        pace=_pace(data["pace"]),
        screen=_one_of(SCREENS, data.get("screen", "visible")),
        props=_texts(data.get("props", ())),
        cues=_cues(data.get("cues", {})),
        learn=_learn(data.get("learn", {}), names),
        figure=figure,
        pictures=tuple(Picture(p["file"], p.get("alt", ""), p.get("seconds", 5.0)) for p in data.get("pictures", ())),
        variant=head.get("id"),
        variant_name=head.get("name", ""),
        ease=head.get("ease", ""),
        variants=variants,
    )


def _dose(data: Plain) -> Dose:
    return Dose(_number(data["default"]), _number(data["min"]), _number(data["max"]))


def _pace(data: Plain) -> Pace:
    return Pace(_number(data["in"]), _number(data["out"]), _number(data.get("rest", 0)))


def _cues(data: Plain) -> Cues:
    return Cues(*(_texts(data.get(phase, ())) for phase in ("setup", "in", "hold", "out")))


def _learn(data: Plain, names: Mapping[int, str]) -> Learn:
    helps = data.get("helps", {})
    return Learn(
        how=_texts(data.get("how", ())),
        far=_line(data.get("far", "")),
        helps=_line(helps.get("text", "")),
        muscles=_texts(helps.get("muscles", ())),
        daily=_texts(data.get("daily", ())),
        mistakes=tuple(
            Mistake(
                _text(m["id"]), _text(m["name"]), _line(m["text"]), names.get(n, m.get("pose")),
                _texts(m.get("breaks", ())),
            )
            for n, m in enumerate(data.get("mistakes", ()))
        ),
        care=_texts(data.get("care", ())),
        sources=_texts(data.get("sources", ())),
    )


def _line(text: object) -> str:
    """A folded text without the line break that YAML leaves at its end."""
    return _text(text).strip()


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(_text(entry) for entry in value)
    raise TypeError(value)


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise TypeError(value)


def _maybe(value: object) -> float | None:
    return None if value is None else _number(value)


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TypeError(value)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError(value)


def _one_of(known: tuple[_W, ...], value: object) -> _W:
    return known[known.index(value)]  # ValueError where it is not among them


def build_routine(routine_id: str, data: Plain) -> Routine:
    """A routine as it is written."""
    return Routine(
        id=routine_id,
        name=_text(data["name"]),
        steps=_steps(data["steps"]),
        about=_line(data.get("about", "")),
        ready=_number(data.get("ready", 20.0)),
        advance=_one_of(ADVANCES, data.get("advance", "auto")),
        first_side=_one_of(FIRST_SIDES, data.get("first_side", "left")),
        rise=_flag(data.get("rise", True)),
    )


def _steps(steps: list[Plain]) -> tuple[Step, ...]:
    return tuple(_step(step) for step in steps)


def _step(step: Plain) -> Step:
    if "rounds" in step:
        return Rounds(_count(step["rounds"]), _steps(step["steps"]))
    if "pause" in step:
        return PauseStep(_number(step["pause"]), _line(step.get("say", "")), _flag(step.get("wait", False)))
    variant, repetitions = step.get("variant"), step.get("repetitions")
    return ExerciseStep(
        exercise=_text(step["exercise"]),
        variant=None if variant is None else _text(variant),
        hold=_maybe(step.get("hold")),
        repetitions=None if repetitions is None else _count(repetitions),
        rest=_maybe(step.get("rest")),
        extra={_one_of(WORKING_SIDES, side): _number(s) for side, s in step.get("extra", {}).items()},
        range=_one_of(RANGES, step.get("range", "usual")),
        wait=_flag(step.get("wait", False)),
        travel=_maybe(step.get("travel")),
        pace=_number(step.get("pace", 1.0)),
    )
