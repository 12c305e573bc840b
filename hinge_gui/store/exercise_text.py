"""An exercise of the core as text: a new file, or the least change of the one that a person wrote.

What the form in the window does not show (variants, figure, mistakes, sources) stays as the file has it.
"""

from __future__ import annotations

from typing import Any

from hinge_gui.core.exercise import Dose, Exercise, Picture
from hinge_gui.store.differ import same
from hinge_gui.store.splice import update
from hinge_gui.store.yaml_text import parse
from hinge_gui.store.yaml_write import write_file

_DEFAULTS: dict[str, Any] = {
    "screen": "visible", "props": [], "cues": {}, "learn": {}, "pictures": [], "seconds": 5, "rest": 0,
}  # fmt: skip
_PHASES = {"setup": "setup", "in": "move_in", "hold": "hold", "out": "move_out"}


def write_exercise(exercise: Exercise) -> str:
    """The text of a new file; what goes without saying is not said."""
    return write_file(_over({}, exercise))


def update_exercise(text: str, exercise: Exercise) -> str:
    """The person's text changed as little as need be; PersonError where that cannot be done or the text has faults."""
    return update(text, _over(_data(text), exercise), _goes_without_saying)


def renamed(text: str, id_: str, name: str) -> str:
    """The same exercise under another id and name."""
    return update(text, {**_data(text), "id": id_, "name": name})


def _data(text: str) -> dict[str, Any]:
    data = parse(text.removeprefix("\ufeff")).data
    return data if isinstance(data, dict) else {}


def _over(data: dict[str, Any], exercise: Exercise) -> dict[str, Any]:
    """The plain data of a file with what the exercise says."""
    said: dict[str, Any] = {
        "format": "hinge-exercise/1", "id": exercise.id, "name": exercise.name, "kind": exercise.kind,
        "posture": exercise.posture, "screen": exercise.screen, "sides": exercise.sides, "props": list(exercise.props),
        "hold": _dose(exercise.hold), "repetitions": _dose(exercise.repetitions),
        "pace": _pace(exercise),
        "cues": {phase: list(getattr(exercise.cues, key)) for phase, key in _PHASES.items()},
        "learn": _learn(data.get("learn"), exercise),
        "pictures": [_picture(picture) for picture in exercise.pictures],
    }  # fmt: skip
    said["cues"] = {phase: texts for phase, texts in said["cues"].items() if texts}
    kept = {key: value for key, value in data.items() if key not in said}
    return {**{k: v for k, v in said.items() if not _goes_without_saying(k, v)}, **kept}


def _learn(written: Any, exercise: Exercise) -> dict[str, Any]:
    kept = dict(written) if isinstance(written, dict) else {}
    for key, texts in (("how", exercise.learn.how), ("care", exercise.learn.care)):
        kept.pop(key, None)
        if texts:
            kept[key] = list(texts)
    return kept


def _pace(exercise: Exercise) -> dict[str, Any]:
    pace = exercise.pace
    rest = {} if exercise.kind == "skill" and not pace.rest else {"rest": pace.rest}
    return {"in": pace.move_in, "out": pace.move_out, **rest}


def _dose(dose: Dose) -> dict[str, Any]:
    return {"default": dose.default, "min": dose.min, "max": dose.max}


def _picture(picture: Picture) -> dict[str, Any]:
    said = {"file": picture.file, "alt": picture.alt, "seconds": picture.seconds}
    return {key: value for key, value in said.items() if value and not (key == "seconds" and value == 5)}


def _goes_without_saying(key: str, value: Any) -> bool:
    return key in _DEFAULTS and same(value, _DEFAULTS[key])
