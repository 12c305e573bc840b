"""The schemas that the models write, judged by a validator that knows nothing of us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.exercise import Exercise
from hinge_gui.store.assets import asset
from hinge_gui.store.json_schema import json_schema
from hinge_gui.store.yaml_text import parse
from tests.store import test_bad_input as bad
from tests.store.files import EXERCISE, ROUTINE, write
from tests.ui.built_in import catalogue

BUILT_IN = [
    *(pytest.param("routine", file, id=file.stem) for file in sorted(asset("routines").glob("*.yaml"))),
    *(pytest.param("exercise", file, id=file.stem) for file in sorted(asset("resources", "exercises").glob("*.yaml"))),
]
# What no schema can say: the words of `check`, and why. Everything else that `check` refuses it must refuse as well.
UNSAID = {
    "300.33 has more than one decimal": "0.1 has no exact binary form, and to list all numbers up to an hour is long",
    "2.0 is not a whole number": "JSON knows one kind of number",
    "write a number between 5 and 10": "of a variant: its exercise says the other number",
    "there is no picture": "a schema sees no folder",
    "is taken by an entry above": "`uniqueItems` compares entries whole, not their ids",
    "unknown joint": "a figure has a grammar of its own",
}


@cache
def validator(kind: str) -> Any:
    schema = json_schema(kind, catalogue().values())
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


@pytest.mark.parametrize("key", ["hold", "repetitions"])
def test_where_no_exercise_is_known_the_least_that_any_allows_passes(key: str) -> None:
    of_any = jsonschema.Draft202012Validator(json_schema("routine"))
    assert of_any.is_valid(parse(bad.STEP.format(f"{key}: 1")).data)
    assert not of_any.is_valid(parse(bad.STEP.format(f"{key}: 0")).data)


MORE = [
    ("routine", bad.STEP.format("hold: 30.33"), "30.33 has more than one decimal"),
    ("routine", ROUTINE + "  - pause: 300.33\n", "300.33 has more than one decimal"),
    ("routine", bad.STEP.format("pace: 0.33"), "pace 0.33 is out of bounds"),
    ("exercise", EXERCISE.replace("default: 20, min: 5", "default: 20.12, min: 5"), "20.12 has more than one decimal"),
    ("routine", bad.STEP.format("hold: 95"), "hold 95 s is out of bounds"),
    ("routine", bad.STEP.format("hold: 90\n    extra: {right: 91}"), "hold and extra are 181 s together"),
    ("routine", bad.STEP.format("variant: seated\n    repetitions: 7"), "repetitions 7 is out of bounds"),
    ("routine", ROUTINE.replace("calf-stretch", "twist-on-the-floor\n    variant: seatd"), "has no variant seatd"),
    ("routine", ROUTINE + "  - pause: 3601\n", "pause 3601 s is out of bounds"),
    ("routine", ROUTINE + "  - rounds: 2\n    steps: []\n", "steps needs at least one entry"),
    ("routine", ROUTINE + "  - rounds: 2\n    steps: [{exercise: hip-hinge, hold: 0}]\n", "hold 0 s is out of bounds"),
    ("exercise", EXERCISE.replace("min: 1, max: 4", "min: 3, max: 4"), "default 2 is out of bounds"),
    ("exercise", EXERCISE.replace("default: 20, min: 5", "default: 4, min: 5"), "default 4 is out of bounds"),
    ("exercise", EXERCISE.replace("sides: each", "sides: left"), "sides left is not known"),
    ("exercise", EXERCISE.replace("cues:", "figure: {poses: {start: {kne: 5}, end: {}}}\ncues:"), "unknown joint"),
]
ROWS = [
    *(("routine", bad.STEP.format(line), message) for line, _, message in faulty(bad.test_a_step_with_a_fault)),
    *(("routine", ROUTINE.replace(row[0], row[1]), row[4]) for row in faulty(bad.test_a_routine_with_a_fault)),
    *(("exercise", EXERCISE.replace(row[0], row[1]), row[4]) for row in faulty(bad.test_an_exercise_with_a_fault)),
    *MORE,
]


def test_what_check_refuses_the_schema_refuses() -> None:
    validators = {"routine": validator("routine"), "exercise": validator("exercise")}
    read = [(kind, parse(text), message) for kind, text, message in ROWS]
    judged = [(kind, document.data, message) for kind, document, message in read if not document.problems]
    assert len(judged) >= 67  # the others are at fault as texts already
    for kind, data, message in judged:
        said = bool(message) and not any(words in message for words in UNSAID)
        assert validators[kind].is_valid(data) is not said, message
    unheard = [words for words in UNSAID if not any(words in message for _, _, message in judged)]
    assert unheard == []


@pytest.mark.parametrize(("kind", "text", "words"), MORE)
def test_check_refuses_the_other_examples_too(tmp_path: Path, kind: str, text: str, words: str) -> None:
    assert words in "\n".join(message for _, _, message in bad.told(write(tmp_path / f"{kind}.yaml", text)))


@given(st.integers(50, 900))
def test_no_sound_number_is_refused(tenths: int) -> None:
    step = {"exercise": "calf-stretch", "hold": tenths / 10, "extra": {"left": (1800 - tenths) // 10}}
    routine = {"format": "hinge-routine/1", "name": "A", "steps": [step]}
    assert validator("routine").is_valid(routine)
    step["extra"] = {"left": 181 - tenths // 10}
    assert not validator("routine").is_valid(routine)


@pytest.mark.parametrize("pace", [0.75, 1.125, 1.33])
def test_a_pace_is_no_number_of_seconds(pace: float) -> None:
    step = {"exercise": "calf-stretch", "pace": pace}
    assert validator("routine").is_valid({"format": "hinge-routine/1", "name": "A", "steps": [step]})


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
    for properties in (schema["properties"], *(part.get("properties", {}) for part in schema["$defs"].values())):
        assert all(value["description"].endswith(".") for value in properties.values())


def test_text_editors_are_told_the_ids() -> None:
    def step(exercises: Iterable[Exercise]) -> Any:
        return json_schema("routine", exercises)["$defs"]["ExerciseStep"]["properties"]["exercise"]

    own = replace(catalogue()["hip-hinge"], id="my-hinge")
    assert {"hip-hinge", "my-hinge"} <= set(step([*catalogue().values(), own])["enum"])
    assert "enum" not in step(())
