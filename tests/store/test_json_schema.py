"""The schemas that the models write, judged by a validator that knows nothing of us."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hinge_gui.store.assets import asset
from hinge_gui.store.json_schema import json_schema
from hinge_gui.store.yaml_text import parse
from tests.store import test_bad_input as bad
from tests.store.files import EXERCISE, ROUTINE

BUILT_IN = [
    *(pytest.param("routine", file, id=file.stem) for file in sorted(asset("routines").glob("*.yaml"))),
    *(pytest.param("exercise", file, id=file.stem) for file in sorted(asset("resources", "exercises").glob("*.yaml"))),
]
# What a schema cannot say, by the words of `check`; `json_schema` tells why of each.
UNSAID = (
    "more than one decimal", "2.0 is not a whole number", "together; extra may be", "both sides at once",
    "there is no exercise", "no variant seatd", "write a number between", "is less than min", "there is no picture",
    "is taken by an entry above", "the pose end is missing",
)  # fmt: skip


def validator(kind: str) -> Any:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faulty(test: Any) -> list[tuple[Any, ...]]:
    """The rows of a table of faults."""
    (mark,) = [mark for mark in test.pytestmark if mark.name == "parametrize"]
    return list(mark.args[1])


@pytest.mark.parametrize(("kind", "file"), BUILT_IN)
def test_the_built_in_files_pass(kind: str, file: Path) -> None:
    assert [error.message for error in validator(kind).iter_errors(parse(file.read_text("utf-8")).data)] == []


def test_the_smallest_files_pass() -> None:
    assert validator("routine").is_valid(parse(ROUTINE).data)
    assert validator("exercise").is_valid(parse(EXERCISE).data)


ROWS = [
    *(("routine", bad.STEP.format(line), message) for line, _, message in faulty(bad.test_a_step_with_a_fault)),
    *(("routine", ROUTINE.replace(row[0], row[1]), row[4]) for row in faulty(bad.test_a_routine_with_a_fault)),
    *(("exercise", EXERCISE.replace(row[0], row[1]), row[4]) for row in faulty(bad.test_an_exercise_with_a_fault)),
]


def test_what_check_refuses_the_schema_refuses() -> None:
    validators = {"routine": validator("routine"), "exercise": validator("exercise")}
    read = [(kind, parse(text), message) for kind, text, message in ROWS]
    judged = [(kind, document.data, message) for kind, document, message in read if not document.problems]
    assert len(judged) >= 55  # the others are at fault as texts already
    for kind, data, message in judged:
        said = bool(message) and not any(words in message for words in UNSAID)
        assert validators[kind].is_valid(data) is not said, message


def test_a_variant_may_change_any_part_of_its_exercise() -> None:
    data = parse(EXERCISE).data
    data["variants"] = [{"id": "a", "name": "A", "pace": {"in": 5}, "cues": {"out": ["Come back."]}, "sides": "both"}]
    assert validator("exercise").is_valid(data)
    for wrong in ({"pace": {"inn": 5}}, {"pace": {"in": "5"}}, {"format": "x"}, {"ease": "softer"}, {"sides": "left"}):
        data["variants"] = [{"id": "a", "name": "A", **wrong}]
        assert not validator("exercise").is_valid(data)


@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_text_editors_say_what_each_key_means(kind: str) -> None:
    schema = json_schema(kind)
    for properties in (schema["properties"], *(part["properties"] for part in schema["$defs"].values())):
        assert all(value["description"].endswith(".") for value in properties.values())


def test_text_editors_are_told_the_ids() -> None:
    step = json_schema("routine")["$defs"]["ExerciseStep"]["properties"]["exercise"]
    assert "hip-hinge" in step["examples"]
    assert step["type"] == "string"  # a person's own are as good
