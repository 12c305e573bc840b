"""What can be adjusted: bounds, origins, and the way back to the routine's own."""

from __future__ import annotations

import pytest

from hinge_gui.core.adjust import Adjustments, Change, adjusted, without_left_out
from hinge_gui.core.adjustable import (
    Dial,
    may_skip,
    practice_dials,
    reset_step,
    setting_dial,
    step_dials,
    step_ms,
    turn_practice,
    turn_range,
    turn_step,
    turn_variant,
    value_text,
)
from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.routine import ExerciseStep, Rounds
from hinge_gui.core.settings import BY_KEY
from tests.core.builders import CATALOGUE, routine

ROUTINE = routine(ExerciseStep("calf", hold=30), ExerciseStep("wall"), ExerciseStep("calf", extra={"left": 100}))


def dials(changes: Adjustments, key: str = "calf#0") -> dict[str, Dial]:
    return {d.key: d for d in step_dials(ROUTINE, CATALOGUE, changes, key)}


def test_a_step_shows_the_routines_own_values() -> None:
    hold = dials(Adjustments())["hold"]
    assert (hold.value, hold.own, hold.low, hold.high, hold.changed) == (30, 30, 5, 90, False)


def test_a_hold_with_extra_seconds_stays_within_three_minutes_in_all() -> None:
    assert dials(Adjustments(), "calf#1")["hold"].high == 80


def test_turning_a_dial_changes_that_step_alone() -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "hold", 45)
    assert changes.steps == {"calf#0": Change(hold=45)}
    assert (dials(changes)["hold"].value, dials(changes)["hold"].changed) == (45, True)
    assert not dials(changes, "calf#1")["hold"].changed


@pytest.mark.parametrize("back", [30, None])
def test_turned_back_nothing_is_left_of_the_change(back: float | None) -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "hold", 45)
    assert turn_step(ROUTINE, CATALOGUE, changes, "calf#0", "hold", back) == Adjustments()


def test_a_value_of_ones_own_stands_against_the_scale_of_all() -> None:
    """With all holds doubled, 30 s for this step is a wish and not the usual."""
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(hold_scale=2), "calf#0", "hold", 30)
    assert (dials(changes)["hold"].value, dials(changes)["hold"].changed) == (30, True)


def test_repetitions_are_whole() -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "repetitions", 3.0)
    assert repr(changes.steps["calf#0"].repetitions) == "3"


def test_how_far_the_figure_goes() -> None:
    changes = turn_range(ROUTINE, Adjustments(), "calf#0", "regular")
    assert changes.steps["calf#0"].range == "regular"
    assert turn_range(ROUTINE, changes, "calf#0", "usual") == Adjustments()


def test_another_pace_lengthens_the_ways_and_not_the_hold() -> None:
    one = routine(ExerciseStep("calf", hold=20, repetitions=1, rest=8))
    slow = turn_step(one, CATALOGUE, Adjustments(), "calf#0", "pace", 1.5)
    segments = compile_routine(adjusted(one, CATALOGUE, slow), CATALOGUE).segments
    assert [(s.kind, s.duration_ms) for s in segments if s.kind in {"in", "hold", "out"}][:3] == [
        ("in", 6000), ("hold", 20_000), ("out", 6000),
    ]  # fmt: skip
    assert turn_step(one, CATALOGUE, slow, "calf#0", "pace", 1.0) == Adjustments()


def test_a_longer_side_is_turned_and_turned_back() -> None:
    changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#0", "extra_left", 15)
    assert adjusted(ROUTINE, CATALOGUE, changes).steps[0].extra == {"left": 15}  # type: ignore[union-attr]
    assert (dials(changes)["extra_left"].own, dials(changes)["extra_left"].value) == (0, 15)
    none = turn_step(ROUTINE, CATALOGUE, Adjustments(), "calf#1", "extra_left", 0)
    assert adjusted(ROUTINE, CATALOGUE, none).steps[2].extra == {}  # type: ignore[union-attr]
    assert turn_step(ROUTINE, CATALOGUE, changes, "calf#0", "extra_left", None) == Adjustments()
    assert dials(Adjustments(), "wall#0")["extra_left"].high == 0


def test_a_longer_side_everywhere_comes_on_top() -> None:
    played = adjusted(ROUTINE, CATALOGUE, Adjustments(extra_left=10))
    assert [getattr(step, "extra", {}) for step in played.steps] == [{"left": 10}, {}, {"left": 110}]


def test_another_form_keeps_what_it_allows_of_the_dose() -> None:
    one = routine(ExerciseStep("hinge", hold=40, repetitions=2), ExerciseStep("calf"))
    changes = turn_variant(one, Adjustments(), "hinge#0", "knees")
    assert adjusted(one, CATALOGUE, changes).steps[0] == ExerciseStep(
        "hinge", "knees", hold=40, repetitions=2, rest=0
    )
    assert turn_variant(one, changes, "hinge#0", None) == Adjustments()
    back = turn_variant(routine(ExerciseStep("hinge", "knees")), Adjustments(), "hinge#0", None)
    assert back.steps["hinge#0"].variant == ""
    assert adjusted(routine(ExerciseStep("hinge", "knees")), CATALOGUE, back).steps[0].variant is None  # type: ignore[union-attr]


def test_a_form_that_is_gone_changes_nothing() -> None:
    gone = Adjustments({"hinge#0": Change(variant="ladder")})
    assert adjusted(routine(ExerciseStep("hinge")), CATALOGUE, gone).steps[0].variant is None  # type: ignore[union-attr]


def test_what_is_left_out_takes_no_time_and_keeps_its_place() -> None:
    skipped = Adjustments({"calf#0": Change(skip=True)})
    played = adjusted(ROUTINE, CATALOGUE, skipped)
    segments = compile_routine(played, CATALOGUE).segments
    assert {s.step for s in segments} == {1, 2}
    assert (segments[0].kind, segments[0].exercise) == ("ready", "wall")
    assert without_left_out(played).steps == played.steps[1:]
    assert dials(skipped)["hold"].value == 30


def test_not_everything_is_left_out() -> None:
    changes = Adjustments({"calf#0": Change(skip=True), "wall#0": Change(skip=True)})
    assert not may_skip(ROUTINE, changes, "calf#1")
    assert may_skip(ROUTINE, Adjustments(), "calf#1")
    everything = Adjustments({key: Change(skip=True) for key in ("calf#0", "wall#0", "calf#1")})
    assert compile_routine(adjusted(ROUTINE, CATALOGUE, everything), CATALOGUE).segments


def test_how_far_for_the_whole_practice() -> None:
    changes = Adjustments({"wall#0": Change(range="usual")}, range="regular")
    assert [getattr(s, "range", "") for s in adjusted(ROUTINE, CATALOGUE, changes).steps] == [
        "regular", "usual", "regular",
    ]  # fmt: skip


def test_the_practices_dials_turn_and_go_back() -> None:
    changes = Adjustments()
    for dial, value in (("ready", 35.0), ("hold_scale", 1.5), ("more_repetitions", -1.0), ("rest_scale", 0.5),
                        ("extra_left", 10.0), ("extra_right", 5.0)):
        changes = turn_practice(ROUTINE, changes, dial, value)
        assert {d.key: d for d in practice_dials(ROUTINE, changes)}[dial].value == value
    assert all(d.changed for d in practice_dials(ROUTINE, changes))
    for dial in ("ready", "hold_scale", "more_repetitions", "rest_scale", "extra_left", "extra_right"):
        changes = turn_practice(ROUTINE, changes, dial, None)
    assert not changes


def test_resetting_a_step_leaves_the_others() -> None:
    changes = Adjustments(steps={"calf#0": Change(hold=45), "wall#0": Change(hold=90)})
    assert reset_step(changes, "calf#0").steps == {"wall#0": Change(hold=90)}


def test_a_step_in_rounds_is_found() -> None:
    twice = routine(Rounds(2, (ExerciseStep("calf"),)))
    assert step_dials(twice, CATALOGUE, Adjustments(), "calf#0")[0].value == 30


def test_a_steps_time_leaves_out_the_way_to_it() -> None:
    timeline = compile_routine(routine(ExerciseStep("calf", hold=20, repetitions=1, rest=8)), CATALOGUE)
    assert step_ms(timeline, 0) == 2 * (4 + 20 + 4) * 1000


def test_within_every_dials_bounds_the_routine_compiles() -> None:
    for key in ("calf#0", "wall#0", "calf#1"):
        for dial in step_dials(ROUTINE, CATALOGUE, Adjustments(), key):
            for value in (dial.low, dial.high):
                changes = turn_step(ROUTINE, CATALOGUE, Adjustments(), key, dial.key, value)
                now = {d.key: d for d in step_dials(ROUTINE, CATALOGUE, changes, key)}[dial.key]
                assert now.value == value
                compile_routine(adjusted(ROUTINE, CATALOGUE, changes), CATALOGUE)


def test_a_setting_as_a_dial() -> None:
    tempo = setting_dial(BY_KEY["tempo"], 1.5)
    assert (tempo.low, tempo.high, tempo.own, tempo.changed) == (0.5, 2.0, 1.0, True)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(45, "s", "45 s"), (12.5, "s", "12.5 s"), (90, "s", "1:30 min"), (2, "×", "2 ×"), (1.2, "×", "1.2 ×"),
     (0.98, "×", "0.98 ×"), (0, "more", "±0"), (2, "more", "+2"), (-1, "more", "−1")],
)  # fmt: skip
def test_values_in_words(value: float, unit: str, words: str) -> None:
    assert value_text(value, unit) == words
