"""The JSON schemas of both formats, written by the models that validate, so that text editors complete and check.

A routine's schema knows the exercises that there were when it was written: their ids, forms and bounds. What no schema
can say, and only `hinge-gui check` tells: 2.0 where a whole number is meant (JSON knows one kind of number), decimals
of pauses beyond five minutes, numbers in comparison that lie between the same two whole ones, ids that are doubled,
pictures that are not there, what a variant lacks or contradicts once it is merged, how many steps all rounds make
together, and whatever a parser makes of the text before: tags, aliases, doubled keys, depth and size.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from hinge_gui.core.exercise import MAX_HOLD_S, Exercise
from hinge_gui.store import schema
from hinge_gui.store.file_names import PICTURE_SUFFIXES
from hinge_gui.store.schema_help import HELP
from hinge_gui.store.schema_numbers import add_exercises, in_order

_MODELS: Mapping[str, type[BaseModel]] = {"routine": schema.Routine, "exercise": schema.Exercise}
_MERGED_APART = {"format", "id", "name", "variants"}  # a variant has its own, or none
_MERGED_WHOLE = {"figure"}
_POSES = {"required": ["poses"], "properties": {"poses": {"required": ["start", "end"]}}}
_ANY_DECIMALS = "any_decimals"  # marks numbers that are no seconds
_COUNTED_TO = 300  # s; beyond, only decimals with an exact binary form are told: quarters, eighths and so on
_ONE_DECIMAL = {
    "enum": [n / 10 for n in range(_COUNTED_TO * 10) if n % 10],
    "errorMessage": "Seconds are whole or have one decimal.",  # of text editors; else they would list all of them
}
"""One by one: 0.1 has no exact binary form, so that `multipleOf` would refuse sound numbers."""
_SECONDS: dict[str, Any] = {
    "if": {"minimum": 0, "maximum": _COUNTED_TO, "not": {"multipleOf": 1}},
    "then": {"$ref": "#/$defs/OneDecimal"},
    "else": {"not": {"multipleOf": 2**-20, "not": {"multipleOf": 0.5}}},
}
_BOUNDS = {"ge": "minimum", "le": "maximum"}  # as pydantic writes them where a check of our own comes first


def json_schema(kind: str, exercises: Iterable[Exercise] = ()) -> dict[str, Any]:
    """The schema of a routine's or an exercise's file; `kind` is `routine` or `exercise`.

    Of `exercises` a routine may be made; where there are none it may name any.
    """
    model = _MODELS[kind]
    written = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    for name, definition in {model.__name__: written, **written["$defs"]}.items():
        for key, value in definition["properties"].items():
            value["description"] = HELP[name][key]
    if kind == "exercise":
        _add_to_exercise(written)
        _say_what_variants_hold(written)
    else:
        _add_to_step(written["$defs"]["ExerciseStep"])
        if known := list(exercises):
            add_exercises(written["$defs"]["ExerciseStep"], known)
    tidied: dict[str, Any] = _tidied(written)
    tidied["$defs"]["OneDecimal"] = _ONE_DECIMAL
    return {"$schema": GenerateJsonSchema.schema_dialect, **tidied, "title": f"hinge-gui {kind}"}


class _Generator(GenerateJsonSchema):
    """As pydantic has it, but what may be left out is not null, and keys are not repeated as titles."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        written = super().default_schema(schema)
        if written.get("default", ...) is None:
            written.pop("default")
        return written


def _tidied(node: Any) -> Any:
    """Bounds by their names in JSON schema; a text is more than blanks; no names of classes."""
    if isinstance(node, list):
        return [_tidied(inside) for inside in node]
    if not isinstance(node, dict):
        return node
    tidied = {
        _BOUNDS.get(key, key) if isinstance(value, int | float) else key: _tidied(value)
        for key, value in node.items()
        if key != "title" or isinstance(value, dict)
    }
    is_key = "description" in tidied  # not a rule about one
    if tidied.get("type") == "number" and is_key and not tidied.pop(_ANY_DECIMALS, False):
        tidied.update(_SECONDS)
    if tidied.get("minLength") == 1 and "pattern" not in tidied:
        tidied["pattern"] = r"\S"
    return tidied


def _add_to_step(step: dict[str, Any]) -> None:
    """What is checked with the exercise at hand, as far as it holds for every exercise."""
    step["properties"]["hold"] |= {"minimum": 1, "maximum": MAX_HOLD_S}
    step["properties"]["repetitions"] |= {"minimum": 1, "maximum": 100}
    step["properties"]["pace"][_ANY_DECIMALS] = True


def _add_to_exercise(written: dict[str, Any]) -> None:
    """What is checked beside the models: endings of pictures, the rest that a stretch needs."""
    endings = "|".join("".join(f"[{c.upper()}{c}]" for c in suffix[1:]) for suffix in PICTURE_SUFFIXES)
    for name, most in (("HoldDose", round(MAX_HOLD_S)), ("TimesDose", 100)):
        written["$defs"][name]["$ref"] = f"#/$defs/{name}InOrder"
        written["$defs"][f"{name}InOrder"] = {"properties": {}, "allOf": in_order(most)}
    written["properties"]["figure"] |= {"if": {"not": {"required": ["instead"]}}, "then": _POSES}
    written["$defs"]["Picture"]["properties"]["file"]["pattern"] = rf"^(?!/)(?!.*\.\./).*\.({endings})$"
    written["if"] = {"properties": {"kind": {"const": "stretch"}}}
    written["then"] = {"properties": {"pace": {"required": ["rest"]}}}


def _say_what_variants_hold(written: dict[str, Any]) -> None:
    """A variant may change any key of its exercise, maps key by key; the model checks that after merging."""
    definitions = written["$defs"]
    head = definitions["VariantHead"]
    for key, value in written["properties"].items():
        if key not in _MERGED_APART:
            part = {k: v for k, v in value.items() if k not in {"if", "then"}}  # of a whole figure
            head["properties"][key] = part if key in _MERGED_WHOLE else _in_part(value, definitions)
    head["additionalProperties"] = False


def _in_part(value: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a map of which any part may be given."""
    name = value.get("$ref", "").removeprefix("#/$defs/")
    target = definitions.get(name)
    if target is None or target.get("type") != "object":
        return value
    part = copy.deepcopy(target)
    part.pop("required", None)
    part["properties"] = {key: _in_part(inside, definitions) for key, inside in part["properties"].items()}
    definitions[f"{name}InPart"] = part
    return {**value, "$ref": f"#/$defs/{name}InPart"}
