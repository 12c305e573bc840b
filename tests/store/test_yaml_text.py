"""The guard: what YAML may say, how scalars are read, and that no bytes bring it down."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hinge_gui.store.yaml_text import MAX_DEPTH, Place, parse, scalar
from hinge_gui.store.yaml_words import Problem
from tests.store.edits import set_value


def told(text: str) -> list[Problem]:
    return parse(text).problems


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True), ("false", False), ("yes", "yes"), ("no", "no"), ("on", "on"), ("True", "True"),
        ("null", None), ("~", None), ("", None),
        ("30", 30), ("-5", -5), ("+5", 5), ("0", 0), ("2.5", 2.5), ("1e3", 1000.0), (".5", 0.5),
        ("010", "010"), ("0x1F", "0x1F"), ("0o17", "0o17"), ("1_000", "1_000"), ("1:30", "1:30"),
        ("1:30:00", "1:30:00"), ("2026-01-01", "2026-01-01"), (".inf", ".inf"), (".nan", ".nan"),
        ("9" * 5000, "9" * 5000), ("1e999", "1e999"),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


def test_quoted_scalars_are_text() -> None:
    assert parse("a: '30'\nb: \"true\"\nc: |\n  30\n").data == {"a": "30", "b": "true", "c": "30\n"}


def test_places_of_values_and_keys() -> None:
    places = parse("name: x\nsteps:\n  - exercise: a\n    hold:  30\n").places
    assert places["name",] == Place(1, 7, 1, 1)
    assert places["steps", 0] == Place(3, 5, 3, 5)
    assert places["steps", 0, "hold"] == Place(4, 12, 4, 5)


def test_what_is_missing_lies_where_it_should_be() -> None:
    assert parse("steps:\n  - hold: 3\n").place(("steps", 0, "exercise"))[:2] == (2, 5)
    assert parse("").place(("name",)) == Place(1, 1, 1, 1)


@pytest.mark.parametrize("new_line", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(new_line: str) -> None:
    document = parse(f"a: 1{new_line}b:{new_line}  - 2{new_line}")
    assert document.data == {"a": 1, "b": [2]}
    assert document.places["b", 0] == Place(3, 5, 3, 5)


def test_doubled_keys_keep_the_first_and_all_are_told() -> None:
    document = parse("a: 1\nb: 2\na: {c: 1}\na: 4\n")
    assert document.data == {"a": 1, "b": 2}
    assert [p[:2] for p in document.problems] == [(3, 1), (4, 1)]
    assert document.problems[0].message == "a stands here twice, first in line 1; leave one of them out"


def test_aliases_anchors_and_tags_are_refused_where_they_stand() -> None:
    document = parse("a: &x 1\nb: *x\nc: !!python/name:os.system 3\n*x : 4\nd: 5\n")
    assert [p[:2] for p in document.problems] == [(1, 4), (2, 4), (3, 4), (4, 1)]
    assert document.refused == {("b",), ("c",)}
    assert document.data["d"] == 5


def test_depth() -> None:
    assert not told("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    ((line, column, message),) = told("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert (line, column) == (1, MAX_DEPTH + 1)
    assert "levels" in message


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 30)),
    ],
    ids=["brackets", "braces", "lists", "aliases"],
)
def test_bombs_do_not_go_off(bomb: str) -> None:
    assert told(bomb)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a:\n\tb: 1\n", 2, 1, "a tab stands where spaces belong"),
        ("a: 'x\nb: 2\n", 1, 4, "never closed"),
        ("a: [1, 2\n", 1, 9, "closed"),
        ("say: Rest: now\n", 1, 10, "put the text in quotes"),
        ("a: @x\n", 1, 4, "a text cannot begin with @"),
        ('a: "\\q"\n', 1, 5, "backslash"),
        ("steps:\n  - a: x\n   b: 3\n", 3, 4, "indent it like its neighbours"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ('a: 1\nb: "\\ud83e\\uddd8"\n', 2, 7, "write the letter itself"),
        ("a: |b\n", 1, 5, "begins in the next line"),
        ("a: & b\n", 1, 5, "a text cannot begin with &"),
        ("a: 1\nb\n", 2, 2, "colon is missing"),
    ],
)
def test_faults_of_syntax_have_a_place_and_a_remedy(text: str, line: int, column: int, words: str) -> None:
    ((found_line, found_column, message),) = told(text)
    assert (found_line, found_column) == (line, column)
    assert words in message


def test_only_the_line_breaks_of_yaml_1_2_end_a_line() -> None:
    text = "about: one\u2028two\x85three\u2029four # and\u2028so on\nready: 010\n"
    assert parse(text).data == {"about": "one two three four", "ready": "010"}
    assert parse(text).place(("ready",)) == (2, 8, 2, 1)
    changed = set_value(text, ("ready",), 10)
    assert changed == text.replace("010", "10")


def test_every_tab_is_told() -> None:
    assert [p[:2] for p in told("a:\n\tb: 1\n  c: 2\n  \td: 3\n")] == [(2, 1), (4, 3)]


PIECES = st.sampled_from(
    ["a", "b: ", "- ", "\n", "  ", "[", "]", "{", "}", ",", ": ", "'", '"', "&x ", "*x", "!!t ", "? ", "|", ">", "#",
     "\t", "---\n", "...", "%", "1:30", "é", "\U0001f9d8", "\u2028", "\\", "<<: "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@example("? [a]\n: b\n")
@example("? {a: &x b}\n? *x\n: c\n")
@example("a: !!t\n  - b\na: c")
def test_any_text_is_read_or_told_with_a_place_inside_it(text: str) -> None:
    document = parse(text)
    rows = re.split("\r\n|[\r\n]", text)
    for problem in document.problems:
        assert 1 <= problem.line <= len(rows)
        assert 1 <= problem.column <= len(rows[problem.line - 1]) + 1
        assert problem.message
    assert document.problems or not document.broken
    _plain(document.data)


def _plain(data: Any) -> None:
    if isinstance(data, dict):
        assert all(isinstance(key, str) for key in data)
        for value in data.values():
            _plain(value)
    elif isinstance(data, list):
        for value in data:
            _plain(value)
    else:
        assert data is None or isinstance(data, bool | int | float | str)
