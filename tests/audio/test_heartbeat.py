"""When a device is taken for gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hinge_gui.audio.heartbeat import MOST_LOOKS, Heartbeat


@pytest.fixture
def told() -> list[bool]:
    return []


@pytest.fixture
def heart(told: list[bool]) -> Heartbeat:
    made = Heartbeat(lambda: told.append(made.is_lost))
    made.begin()
    return made


def look(heart: Heartbeat, times: int) -> bool:
    for _ in range(times):
        heart.look()
    return heart.is_lost


def test_a_device_that_never_played_is_not_taken_for_gone(heart: Heartbeat) -> None:
    assert not look(heart, 100)


def test_a_device_that_no_longer_plays_is_gone_until_it_plays_again(heart: Heartbeat, told: list[bool]) -> None:
    heart.beat()
    assert not look(heart, MOST_LOOKS - 1)
    assert look(heart, 1)
    assert look(heart, 5)
    heart.beat()
    assert told == [True, False]
    assert not look(heart, MOST_LOOKS - 1)


def test_a_window_that_was_held_up_does_not_take_itself_for_deaf(heart: Heartbeat) -> None:
    """However long that was, Qt's timer tells of one look, and before or after it of what was played meanwhile."""
    assert MOST_LOOKS > 2, "the look before it and the one after it"
    for _ in range(3):
        heart.beat()
        assert not look(heart, 2)


@pytest.mark.parametrize("way", [Heartbeat.rest, Heartbeat.begin])
def test_at_rest_and_on_another_device_no_beat_is_missed(heart: Heartbeat, way: Callable[[Heartbeat], None]) -> None:
    heart.beat()
    look(heart, MOST_LOOKS - 1)
    way(heart)
    assert not look(heart, 100)


def test_another_device_is_not_the_one_that_is_gone(heart: Heartbeat) -> None:
    heart.beat()
    assert look(heart, MOST_LOOKS)
    heart.begin()
    assert not heart.is_lost
