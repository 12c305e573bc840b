"""Names of files that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.store.file_names import exercise_id, file_name, free_name, is_safe


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Gentle practice", "gentle-practice"), ("  Änna's: Übung? ", "anna-s-ubung"), ("Straße 5/6", "strasse-5-6"),
        ("朝のストレッチ", "朝のストレッチ"), ("हिन्दी", "हिन्दी"), ("CON", "con-1"), ("lpt1", "lpt1-1"),
        ("…", "untitled"), ("", "untitled"),
        ("../../etc/passwd", "etc-passwd"), (".hidden", "hidden"), ("a." * 100, "-".join("a" * 40)), ("🦵", "untitled"),
    ],
)  # fmt: skip
def test_names(name: str, stem: str) -> None:
    assert file_name(name) == stem


def test_taken_names_count_up_whatever_their_case() -> None:
    assert free_name("Morning", {"MORNING", "morning-2"}) == "morning-3"
    assert free_name("e\u0301a", set()) == "ea"


def test_ids_of_exercises_are_of_latin_letters() -> None:
    names = {"Side bend!": "side-bend", "朝": "exercise", "Nul": "nul-1", "Hüfte 2": "hufte-2"}
    assert {name: exercise_id(name) for name in names} == names


@given(st.text())
def test_any_name_gives_a_safe_file(name: str) -> None:
    stem = file_name(name)
    assert is_safe(f"{stem}.yaml")
    assert file_name(stem) == stem
    assert is_safe(f"{exercise_id(name)}.yaml")
