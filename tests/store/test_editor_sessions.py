"""Whole sessions in the editor on texts that people wrote: saved they say what is meant, undone they are as before."""

from __future__ import annotations

from random import Random

import pytest

from hinge_gui.core.history import History
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.store.build import build_routine
from hinge_gui.store.differ import same
from hinge_gui.store.routine_text import routine_data, update_routine
from hinge_gui.store.yaml_text import parse
from tests.core.test_editing import KINDS, Deed
from tests.helpers import tortured
from tests.store.written import written

DEEDS = 100
STEPS = (ExerciseStep("calf", rest=12), ExerciseStep("hinge", "knees", repetitions=3), ExerciseStep("wall", wait=True))
_KINDS = tuple(kind for kind in KINDS if kind != "repeat")  # a hundred rounds within each other are no routine


def routine_of(text: str) -> Routine:
    document = parse(text.removeprefix("\ufeff"))
    assert not document.problems
    return build_routine("any", document.data)


def deed(random: Random) -> Deed:
    kind = "repeat" if random.random() < 0.02 else random.choice(_KINDS)
    number = round(random.uniform(-50, 500), 1) if random.random() < 0.8 else None
    key = random.choice(["hold", "repetitions", "rest"])
    pick, to = random.randrange(10_000), random.randrange(10_000)
    return Deed(kind, pick, to, random.choice([-1, 1]), key, number, random.choice(STEPS))


@pytest.mark.torture
def test_a_hundred_deeds_undone_leave_the_first_bytes() -> None:
    for seed in range(tortured(500)):
        random, text = Random(seed), written(seed).text
        start = routine_of(text)
        history = History(start, start)
        for n in range(DEEDS):
            history.do(deed(random)(history.now), f"deed {n}")
            if n % 25 == 24 and history.now.steps:  # without steps nothing can be saved
                saved = update_routine(text, history.now)
                assert same(routine_data(routine_of(saved)), routine_data(history.now)), f"seed {seed}, deed {n}"
        while history.undo():
            pass
        assert not history.differs
        assert update_routine(text, history.now) == text, f"seed {seed}"
