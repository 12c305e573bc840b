"""The settings' words for the figure are the figure's own words."""

from __future__ import annotations

import pytest

from hinge_gui.core.settings import BY_KEY, Settings
from hinge_gui.figure.look import BUILDS, CLOTHES, HAIR, HAIR_COLOURS, SKIN, Look
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.looks import look_of


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("body", tuple(BUILDS)), ("skin", SKIN), ("hair", HAIR), ("hair_colour", HAIR_COLOURS), ("clothes", CLOTHES),
    ],
)  # fmt: skip
def test_every_choice_is_one_that_the_figure_knows(key: str, words: tuple[str, ...]) -> None:
    assert tuple(BY_KEY[key].choices or ()) == words


def test_the_usual_figure_is_the_usual_one() -> None:
    assert look_of(Settings()) == Look()


@pytest.mark.parametrize(
    ("key", "word"), [("body", "older"), ("skin", "ebony"), ("hair", "long"), ("hair_colour", "grey"),
                      ("clothes", "plum"), ("marks", False)],
)  # fmt: skip
def test_another_choice_is_another_figure(key: str, word: str | bool) -> None:
    changed = Settings().with_value(key, word)
    assert not Actor(Settings()).looks_like(changed)
    if key != "marks":
        assert look_of(changed) != look_of(Settings())
