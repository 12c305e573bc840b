"""Whatever a person's routine looks like, a change in it changes nothing else."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as File
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.routine import ExerciseStep, Path, PauseStep, Rounds, Routine
from hinge_gui.store.build import build_routine
from hinge_gui.store.own_files import read_own, save
from hinge_gui.store.routine_text import update_routine, write_routine
from hinge_gui.store.splice import update
from hinge_gui.store.yaml_text import parse
from hinge_gui.store.yaml_write import write_file
from tests.helpers import tortured
from tests.store.edits import insert, inside, move, remove, set_value
from tests.store.written import written


def data_of(text: str) -> Any:
    document = parse(text.removeprefix("\ufeff"))
    assert not document.problems
    return document.data


def comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"# [^\r\n]* \d+", text))


def lists(data: Any, path: Path = ("steps",)) -> Iterator[Path]:
    """The paths of all lists of steps."""
    yield path
    for n, step in enumerate(inside(data, path)):
        if "steps" in step:
            yield from lists(data, (*path, n, "steps"))


@pytest.mark.torture
def test_one_number_changed_and_saved_changes_only_that_number(tmp_path: File) -> None:
    tried = 0
    for seed in range(tortured(500)):
        example = written(seed)
        if not example.numbers:
            continue
        tried += 1
        random = Random(seed)
        path = random.choice(sorted(example.numbers, key=str))
        number = str(random.choice([n for n in range(1, 90) if str(n) != example.parts[example.numbers[path]]]))
        file = tmp_path / f"{seed}.yaml"
        file.write_bytes(example.text.encode())

        own = read_own(file)
        wanted = copy.deepcopy(data_of(own.text))
        inside(wanted, path[:-1])[path[-1]] = int(number)
        save(own, update_routine(own.text, build_routine(own.id, wanted)))

        expected = example.with_number(path, number)
        assert file.read_bytes() == expected.encode(), f"seed {seed}, {path}"
        assert set_value(own.text, path, int(number)) == expected
    assert tried > tortured(500) * 0.9


@pytest.mark.torture
def test_steps_that_move_and_come_leave_all_words_in_the_text() -> None:
    for seed in range(tortured(500)):
        random, text = Random(seed), written(seed).text
        for _ in range(4):
            words, data = comments(text), data_of(text)
            text, wanted = random.choice([_insert, _reorder, _rewrite])(random, text, data)
            assert data_of(text) == wanted, f"seed {seed}"
            assert comments(text) == words, f"seed {seed}"


def _insert(random: Random, text: str, data: Any) -> tuple[str, Any]:
    path = random.choice(list(lists(data)))
    place, step = random.randint(0, len(inside(data, path))), {"exercise": "new", "hold": 3.5, "extra": {"left": 5}}
    inside(data, path).insert(place, step)
    return insert(text, (*path, place), step), data


def _reorder(random: Random, text: str, data: Any) -> tuple[str, Any]:
    path = random.choice(list(lists(data)))
    steps = inside(data, path)
    at, to = random.randrange(len(steps)), random.randrange(len(steps))
    steps.insert(to, steps.pop(at))
    return move(text, (*path, at), to), data


def _rewrite(random: Random, text: str, data: Any) -> tuple[str, Any]:
    """As the editor saves: the whole at once, shuffled, with changes and a new step."""
    steps = inside(data, random.choice(list(lists(data))))
    random.shuffle(steps)
    if "hold" in steps[0]:
        steps[0]["hold"] = 44
    steps.insert(random.randint(0, len(steps)), {"pause": 3, "say": "Well: done"})
    return update(text, data), data


def test_what_is_removed_is_gone_and_nothing_else() -> None:
    for seed in range(60):
        random, text = Random(seed), written(seed).text
        data = data_of(text)
        path = random.choice(list(lists(data)))
        steps = inside(data, path)
        at = random.randrange(len(steps))
        if len(steps) > 1:
            del steps[at]
            new = remove(text, (*path, at))
            assert data_of(new) == data
            assert not comments(new) - comments(text)


def test_what_says_no_more_than_its_absence_stays() -> None:
    text = "format: hinge-routine/1\nname: A\nready: 20.0\nrise: true # up again\nsteps:\n- pause: 5\n  wait: false\n"
    routine = build_routine("x", data_of(text))
    assert update_routine(text, routine) == text
    assert update_routine(text, replace(routine, rise=False)) == text.replace("rise: true", "rise: false")
    assert "rise: false\n" in update_routine(text.replace("rise: true # up again\n", ""), replace(routine, rise=False))


_signs = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\t")
_texts = st.text(_signs, max_size=30)
_scalars = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | _texts
_values = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_texts, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(_texts, _values, min_size=1))
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    document = parse(write_file(data))
    assert not document.problems
    assert _without_last_breaks(document.data) == _without_last_breaks(data)


def test_control_characters_that_were_pasted_are_not_written() -> None:
    assert write_file({"name": "Calf\x1b[2J and\x9b hinge"}) == 'name: "Calf[2J and hinge"\n'


def _without_last_breaks(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_last_breaks(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_without_last_breaks(inside) for inside in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def test_a_new_routine_is_a_few_readable_lines() -> None:
    steps = (
        ExerciseStep("calf-stretch", hold=30.0, extra={"left": 15}),
        Rounds(2, (ExerciseStep("hip-hinge", "counter", wait=True), PauseStep(45, "Roll to one side and rest."))),
    )
    routine = Routine("x", "For Anna: gently", steps, first_side="right")
    text = write_routine(routine)
    assert (
        text
        == """\
format: hinge-routine/1
name: "For Anna: gently"
first_side: right
steps:
  - exercise: calf-stretch
    hold: 30
    extra: {left: 15}
  - rounds: 2
    steps:
      - exercise: hip-hinge
        variant: counter
        wait: true
      - pause: 45
        say: Roll to one side and rest.
"""
    )
    assert build_routine("x", data_of(text)) == routine
