"""Plain data that was found sound becomes the core's own things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hinge_gui.core.exercise import Cues, Dose, Exercise, Learn, Mistake, Pace, Picture
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine, Step

Plain = Mapping[str, Any]
VARIANT_HEAD = ("id", "name", "ease")


def merged(base: Plain, variant: Plain) -> dict[str, Any]:
    """The exercise as a variant changes it: maps merge key by key, everything else is replaced."""
    form = {key: value for key, value in base.items() if key != "variants"}
    return _merge(form, {key: value for key, value in variant.items() if key not in VARIANT_HEAD})


def _merge(base: Plain, change: Plain) -> dict[str, Any]:
    out = dict(base)
    for key, value in change.items():
        old = out.get(key)
        out[key] = _merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return out


def build_exercise(data: Plain) -> Exercise:
    """An exercise with its variants. A KeyError here means that the data was not validated."""
    variants = {v["id"]: _form(merged(data, v), v, {}) for v in data.get("variants", ())}
    return _form(data, {}, variants)


def _form(data: Plain, head: Plain, variants: Mapping[str, Exercise]) -> Exercise:
    return Exercise(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        posture=data["posture"],
        sides=data["sides"],
        hold=_dose(data["hold"]),
        repetitions=_dose(data["repetitions"]),
        pace=Pace(data["pace"]["in"], data["pace"]["out"], data["pace"].get("rest", 0)),
        screen=data.get("screen", "visible"),
        props=tuple(data.get("props", ())),
        cues=_cues(data.get("cues", {})),
        learn=_learn(data.get("learn", {})),
        figure=data.get("figure"),
        pictures=tuple(Picture(p["file"], p.get("alt", ""), p.get("seconds", 5.0)) for p in data.get("pictures", ())),
        variant=head.get("id"),
        variant_name=head.get("name", ""),
        ease=head.get("ease", ""),
        variants=variants,
    )


def _dose(data: Plain) -> Dose:
    return Dose(data["default"], data["min"], data["max"])


def _cues(data: Plain) -> Cues:
    return Cues(*(tuple(data.get(phase, ())) for phase in ("setup", "in", "hold", "out")))


def _learn(data: Plain) -> Learn:
    helps = data.get("helps", {})
    return Learn(
        how=tuple(data.get("how", ())),
        far=_line(data.get("far", "")),
        helps=_line(helps.get("text", "")),
        muscles=tuple(helps.get("muscles", ())),
        daily=tuple(data.get("daily", ())),
        mistakes=tuple(
            Mistake(m["id"], m["name"], _line(m["text"]), m.get("pose"), tuple(m.get("breaks", ())))
            for m in data.get("mistakes", ())
        ),
        care=tuple(data.get("care", ())),
        sources=tuple(data.get("sources", ())),
    )


def _line(text: str) -> str:
    """A folded text without the line break that YAML leaves at its end."""
    return text.strip()


def build_routine(routine_id: str, data: Plain) -> Routine:
    """A routine as it is written. A KeyError here means that the data was not validated."""
    return Routine(
        id=routine_id,
        name=data["name"],
        steps=_steps(data["steps"]),
        about=_line(data.get("about", "")),
        ready=data.get("ready", 20.0),
        advance=data.get("advance", "auto"),
        first_side=data.get("first_side", "left"),
        rise=data.get("rise", True),
    )


def _steps(steps: list[Plain]) -> tuple[Step, ...]:
    return tuple(_step(step) for step in steps)


def _step(step: Plain) -> Step:
    if "rounds" in step:
        return Rounds(step["rounds"], _steps(step["steps"]))
    if "pause" in step:
        return PauseStep(step["pause"], _line(step.get("say", "")), step.get("wait", False))
    return ExerciseStep(
        step["exercise"],
        step.get("variant"),
        step.get("hold"),
        step.get("repetitions"),
        step.get("rest"),
        dict(step.get("extra", {})),
        step.get("range", "usual"),
        step.get("wait", False),
        step.get("travel"),
    )
