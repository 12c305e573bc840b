"""What a person always wants otherwise than a routine says."""

from __future__ import annotations

import pytest

from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.plan import Planned
from hinge_gui.core.practice import PracticeEntry, side_in_turn
from hinge_gui.core.prepared import Order, Prepared, prepare
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.core.settings import Settings
from tests.core.builders import CATALOGUE, routine

WRITTEN = routine(ExerciseStep("calf", repetitions=1), ready=15, first_side="right")


def prepared(order: Order | None = None, **own: str) -> Prepared:
    return prepare(order or Order(WRITTEN), CATALOGUE, Settings(own))


def ready_s(made: Prepared) -> float:
    return made.timeline.segments[0].duration_ms / 1000


def sides(made: Prepared) -> list[str]:
    return [s.side or "" for s in made.timeline.segments if s.kind == "hold"]


def test_get_ready_and_first_side_are_the_routines_unless_the_person_says_otherwise() -> None:
    assert (ready_s(prepared()), sides(prepared())) == (15, ["right", "left"])
    wished = prepared(get_ready="40 s", first_side="left")
    assert (ready_s(wished), sides(wished)) == (40, ["left", "right"])


def test_an_adjustment_of_the_routine_goes_before_what_is_always_wanted() -> None:
    assert ready_s(prepared(Order(WRITTEN, Adjustments(ready=25)), get_ready="40 s")) == 25


@pytest.mark.parametrize("due", ["left", "right"])
def test_in_turn_begins_with_the_side_that_is_due(due: str) -> None:
    made = prepared(Order(WRITTEN, first_side=due), first_side="alternate")  # type: ignore[arg-type]
    assert sides(made)[0] == due
    (step,) = made.steps
    assert isinstance(step, Planned)
    assert list(step.sides) == sides(made), "the list of steps says another side first"


def test_the_side_that_is_due_is_the_other_one_of_the_last_whole_practice() -> None:
    def entry(name: str, side: str | None, completed: bool = True) -> PracticeEntry:
        return PracticeEntry("2026-01-02T07:00:00+00:00", name, "", completed, side, 60)  # type: ignore[arg-type]

    assert side_in_turn([], "mine") == "left"
    assert side_in_turn([entry("mine", "right"), entry("mine", "left"), entry("other", "right")], "mine") == "right"
    assert side_in_turn([entry("mine", "right"), entry("mine", "left", completed=False)], "mine") == "left"


def test_only_settings_that_the_practice_heeds_make_another_one() -> None:
    order, usual = Order(WRITTEN), Settings()
    assert order.is_changed_by(usual, Settings({"get_ready": "5 s"}))
    assert order.is_changed_by(usual, Settings({"tempo": 2.0}))
    assert not order.is_changed_by(usual, Settings({"get_ready": "routine", "first_side": "right", "theme": "dark"}))
