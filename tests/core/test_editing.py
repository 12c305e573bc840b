"""Editing: a sound routine stays sound whatever is done, and every deed can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core import editing
from hinge_gui.core.editing import places, step_at
from hinge_gui.core.exercise import Side
from hinge_gui.core.faults import routine_faults
from hinge_gui.core.history import History
from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine
from tests.core.builders import CATALOGUE, exercise_steps, routine, routines
from tests.helpers import tortured

A, B, C, D = (ExerciseStep("calf", hold=h) for h in (10, 20, 30, 40))
NUMBERS = st.none() | st.floats(-50, 500).map(lambda n: round(n, 1))


@dataclass(frozen=True)
class Deed:
    """Something that a person may do, at a place that is chosen when it is done."""

    kind: str
    pick: int
    to: int
    by: int
    key: str
    number: float | None
    step: ExerciseStep

    def __call__(self, now: Routine) -> Routine:
        known = places(now)
        if self.kind in {"put in", "pause"} or not known:
            new = PauseStep(5) if self.kind == "pause" else replace(self.step, extra={}, hold=None)
            return editing.insert(now, (self.pick % (len(now.steps) + 1),), new)
        at = known[self.pick % len(known)]
        deeds: dict[str, Callable[[], Routine]] = {
            "remove": lambda: editing.remove(now, at),
            "nudge": lambda: editing.nudge(now, at, self.by)[0],
            "move": lambda: editing.move(now, at, (self.to % (len(editing.remove(now, at).steps) + 1),))[0],
            "repeat": lambda: editing.repeat(now, at, at, self.to % 4),
            "turn": lambda: editing.turn(now, CATALOGUE, at, self.key, self.number),
            "extra": lambda: editing.set_extra(now, CATALOGUE, at, SIDES[self.by], self.number or 0),
            "variant": lambda: editing.set_variant(now, CATALOGUE, at, _variant(now, at, self.to)),
            "unroll": lambda: editing.unroll(now, at),
            "wait": lambda: editing.set_wait(now, at, self.by > 0),
            "range": lambda: editing.set_range(now, at, "regular"),
        }
        return deeds[self.kind]()


SIDES: Mapping[int, Side] = {-1: "left", 1: "right"}
KINDS = (
    "put in", "remove", "nudge", "move", "turn", "extra", "variant", "repeat", "unroll", "wait", "range", "pause",
)  # fmt: skip


def edits() -> st.SearchStrategy[Deed]:
    return st.builds(
        Deed,
        kind=st.sampled_from(KINDS),
        pick=st.integers(0, 10_000),
        to=st.integers(0, 10_000),
        by=st.sampled_from([-1, 1]),
        key=st.sampled_from(["hold", "repetitions", "rest"]),
        number=NUMBERS,
        step=exercise_steps(),
    )


def _variant(now: Routine, at: editing.At, pick: int) -> str | None:
    step = step_at(now, at)
    forms = [None, *CATALOGUE[step.exercise].variants] if isinstance(step, ExerciseStep) else [None]
    return forms[pick % len(forms)]


@given(routines(), st.lists(edits(), max_size=30))
def test_a_sound_routine_stays_sound(start: Routine, deeds: list[Deed]) -> None:
    now = editing.turn(start, CATALOGUE, (0,), "rest", 5) if isinstance(start.steps[0], ExerciseStep) else start
    sound = not routine_faults(now, CATALOGUE)
    for deed in deeds:
        now = deed(now)
        assert not sound or not routine_faults(now, CATALOGUE)
        assert all(step.steps for at in places(now) if isinstance(step := step_at(now, at), Rounds))


@given(routines(), st.lists(edits(), min_size=tortured(100), max_size=tortured(100)))
def test_undo_leads_back_and_redo_forth_again(start: Routine, deeds: list[Deed]) -> None:
    history, passed = History(start), [start]
    for n, deed in enumerate(deeds):
        if history.do(deed(history.now), f"deed {n}"):
            passed.append(history.now)
    for routine_ in reversed(passed[:-1]):
        assert history.undo()
        assert history.now == routine_
    assert history.undo() == ""
    for routine_ in passed[1:]:
        assert history.redo()
        assert history.now == routine_
    assert history.redo() == ""


@given(routines(), st.integers(0, 1000), st.sampled_from([-1, 1]))
def test_a_nudge_loses_no_step(start: Routine, pick: int, by: int) -> None:
    known = places(start)
    at = known[pick % len(known)]
    step = step_at(start, at)
    after, to = editing.nudge(start, at, by)
    assert step_at(after, to) == step
    leaves = sorted(str(leaf) for _, leaf in start.written())
    assert sorted(str(leaf) for _, leaf in after.written()) == leaves


def test_a_nudge_goes_into_rounds_and_out_again() -> None:
    start = routine(A, Rounds(2, (B, C)), D)
    inside, at = editing.nudge(start, (0,), 1)
    assert (inside.steps, at) == ((Rounds(2, (A, B, C)), D), (0, 0))
    for _ in range(3):
        inside, at = editing.nudge(inside, at, 1)
    assert (inside.steps, at) == ((Rounds(2, (B, C)), A, D), (1,))


def test_moving_within_the_order() -> None:
    after, at = editing.move(routine(A, B, C), (0,), (2,))
    assert (after.steps, at) == ((B, C, A), (2,))


@given(routines(), st.integers(0, 1000), st.integers(0, 1000))
def test_a_step_is_carried_before_another(start: Routine, pick: int, pick_before: int) -> None:
    known = places(start)
    at, before = known[pick % len(known)], known[pick_before % len(known)]
    if before[: len(at)] == at:
        with pytest.raises(IndexError):
            editing.carry(start, at, before)
        return
    after, to = editing.carry(start, at, before)
    assert step_at(after, to) == step_at(start, at)
    follower = (*to[:-1], to[-1] + 1)
    if at[: len(before)] != before:
        assert step_at(after, follower) == step_at(start, before)
    assert len(list(after.written())) == len(list(start.written()))


def test_the_last_step_takes_its_rounds_along() -> None:
    assert editing.remove(routine(A, Rounds(2, (B,))), (1, 0)).steps == (A,)


def test_steps_become_rounds_and_steps_again() -> None:
    start = routine(A, B, C)
    rounds = editing.repeat(start, (0,), (1,), 3)
    assert rounds.steps == (Rounds(3, (A, B)), C)
    assert editing.unroll(rounds, (0,)) == start


def test_numbers_stay_within_the_exercise() -> None:
    start = routine(A)
    assert step_at(editing.turn(start, CATALOGUE, (0,), "hold", 500), (0,)) == replace(A, hold=90)
    assert step_at(editing.turn(start, CATALOGUE, (0,), "repetitions", 0), (0,)) == replace(A, repetitions=1)
    assert step_at(editing.turn(start, CATALOGUE, (0,), "hold", None), (0,)) == replace(A, hold=None)
    assert step_at(editing.turn(start, CATALOGUE, (0,), "rest", -3), (0,)) == replace(A, rest=0)


def test_extra_for_one_side_only_and_within_the_most_that_a_hold_may_last() -> None:
    start = editing.set_extra(routine(D), CATALOGUE, (0,), "left", 15)
    assert step_at(start, (0,)) == replace(D, extra={"left": 15})
    assert step_at(editing.set_extra(start, CATALOGUE, (0,), "left", 500), (0,)) == replace(D, extra={"left": 140})
    assert step_at(editing.set_extra(start, CATALOGUE, (0,), "left", 0), (0,)) == D
    wall = routine(ExerciseStep("wall"))
    assert editing.set_extra(wall, CATALOGUE, (0,), "left", 5) == wall


def test_a_name_that_says_nothing_changes_nothing() -> None:
    assert editing.rename(routine(A), "  ") == routine(A)
    assert editing.rename(routine(A), " Mine ").name == "Mine"


def test_there_is_no_such_place() -> None:
    for deed in (editing.remove, editing.step_at):
        with pytest.raises(IndexError):
            deed(routine(A), (1,))
        with pytest.raises(IndexError):
            deed(routine(A), (0, 0))
