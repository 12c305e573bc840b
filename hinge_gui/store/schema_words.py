"""What a model finds wrong, in plain words, and at which path of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from hinge_gui.core.errors import near, nearest
from hinge_gui.core.routine import Path
from hinge_gui.figure.faults import shown
from hinge_gui.store import schema
from hinge_gui.store.file_names import exercise_id
from hinge_gui.store.scalars import OR_LEAVE_OUT

MODELS: Mapping[str, type[BaseModel]] = {
    schema.ROUTINE_FORMAT: schema.Routine,
    schema.EXERCISE_FORMAT: schema.Exercise,
}
_UNIT_LESS = {"repetitions", "rounds", "min", "max", "default", "pace"}


_WHOLE = "the file"


class Finding(NamedTuple):
    """A fault at a path; `at_key` where the key is at fault and not its value."""

    path: Path
    message: str
    at_key: bool = False


def model_faults(model: type[BaseModel], data: Any) -> list[Finding]:
    """Every fault of plain data against a model; empty where it is sound."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        meant = set(_meant_keys(errors, model))
        return [_finding(e, model) for e in errors if e["type"] != "missing" or e["loc"] not in meant]
    return []


def _meant_keys(errors: Iterable[Any], model: type[BaseModel]) -> Iterator[tuple[str | int, ...]]:
    """Where keys with a slip of the pen would stand: they are not missing as well."""
    for error in errors:
        around, key = error["loc"][:-1], error["loc"][-1:]
        if error["type"] == "extra_forbidden" and (right := nearest(str(key[0]), _known_keys(model, around))):
            yield *around, right


def _finding(error: Any, model: type[BaseModel]) -> Finding:
    path: Path = tuple(part for part in error["loc"] if not _is_tag(part))
    kind, value, context = error["type"], error["input"], error.get("ctx") or {}
    key = _key_of(path)
    if kind == "told":
        told = _named(path, context["message"])
        return Finding(path, told if _may_be_left_out(error["loc"], model) else told.removesuffix(OR_LEAVE_OUT))
    if kind == "missing":
        value = get_args(model.model_fields["format"].annotation)[0] if path == ("format",) else "…"
        return Finding(path[:-1], f"{path[-1]} is missing here; add the line `{key}: {value}`")
    if kind == "extra_forbidden":
        return Finding(path, _unknown_key(str(path[-1]), _known_keys(model, error["loc"][:-1])), at_key=True)
    if kind == "union_tag_invalid":
        return _no_step(path, value)
    return Finding(path, _words(kind, key, value, context))


def _key_of(path: Path) -> str:
    """What a value is called: its key, or which entry it is of its list."""
    if not path:
        return _WHOLE
    *around, last = path
    return last if isinstance(last, str) else f"entry {last + 1} of {around[-1]}"


def _may_be_left_out(loc: Iterable[str | int], model: type[BaseModel]) -> bool:
    """Whether there is a key at a location that the file need not have."""
    *around, key = loc
    fields = _model_at(model, around).model_fields.items()
    return any(not info.is_required() for name, info in fields if (info.alias or name) == key)


def _is_tag(part: str | int) -> bool:
    return part in _TAGGED or part == "<unknown>"


def _named(path: Path, message: str) -> str:
    """The message with the key before it, where the value stands alone."""
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return f"{name}: {message}" if name else message


def _words(kind: str, key: str, value: object, context: Mapping[str, Any]) -> str:
    unit = "" if key in _UNIT_LESS else " s"
    bounds = {
        "greater_than_equal": ("ge", "the least is"),
        "less_than_equal": ("le", "the most is"),
    }
    if kind in bounds:
        bound, words = bounds[kind]
        return f"{key} {shown(value)}{unit} is out of bounds; {words} {context[bound]:g}{unit}"
    if kind == "literal_error" and isinstance(value, list | dict):
        return f"{key} is a single word, not {shown(value)}"
    if kind == "literal_error":
        known = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        hint = near(str(value), known) or f"; write {_either(known)}"
        return f"{key} {shown(value)} is not known{hint}"
    if kind == "too_short":
        return f"{key} needs at least one entry"
    if kind == "string_pattern_mismatch":
        return f"{key} {shown(value)} may hold only small letters, digits and hyphens; write {exercise_id(str(value))}"
    if kind == "list_type":
        return f"{key} is a list; write each entry in a line of its own, after `- `"
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return _no_map(key, value)
    if kind in {"string_type", "int_type", "float_type"}:
        return f"{key}: {shown(value)} is not {'a text' if kind == 'string_type' else 'a number'}"
    return f"{key}: {shown(value)} cannot be used here"


def _no_map(key: str, value: object) -> str:
    if key == _WHOLE:
        begin = "begin it with `format: hinge-routine/1`, `name:`, `steps:`"
        return f"{key} is empty; {begin}" if value is None else f"{key} is {shown(value)}, not a map of keys; {begin}"
    if value is None:
        return f"{key} is empty; write `key: value` lines under it, or leave it out"
    return f"{key} is a map of keys; write `key: value` lines under it"


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _unknown_key(key: str, known: Iterable[str]) -> str:
    words = sorted(known)
    listed = "; there are: " + ", ".join(words)
    return f"there is no key {shown(key)} here{near(key, words) or listed}"


def _no_step(path: Path, value: object) -> Finding:
    if not isinstance(value, dict):
        said = f"{shown(value)} is not a step; write `- exercise: …`, `- pause: …` or `- rounds: …`"
        return Finding(path, said)
    found = [key for key in schema.STEP_KEYS if key in value]
    if found:
        return Finding(path, f"{' and '.join(found)} cannot be one step; make a step of each")
    for key in value:
        if match := get_close_matches(key, schema.STEP_KEYS, n=1):
            return Finding((*path, key), f"there is no key {shown(key)} here; did you mean {match[0]}?", at_key=True)
    return Finding(path, "a step names its exercise, a pause or rounds; add the line `exercise: …`")


def _known_keys(model: type[BaseModel], loc: Iterable[str | int]) -> Iterator[str]:
    """The keys of the mapping at a location, as the file writes them."""
    for name, info in _model_at(model, loc).model_fields.items():
        yield info.alias or name


def _model_at(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel]:
    at: Any = model
    for part in loc:
        at = _TAGGED[str(part)] if _is_tag(part) else _inner(at, str(part)) if isinstance(part, str) else at
    found: type[BaseModel] = at
    return found


def _inner(model: type[BaseModel], key: str) -> Any:
    """The model behind a key, through lists and options; the model itself for lists of steps, whose tag follows."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == key:
            return next(_models_in(info.annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


_TAGGED: Mapping[str, type[BaseModel]] = {
    "<exercise>": schema.ExerciseStep,
    "<rounds>": schema.Rounds,
    "<pause>": schema.PauseStep,
}
