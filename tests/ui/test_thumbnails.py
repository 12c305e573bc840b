"""Pictures that are painted one by one while the window goes on."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.thumbnails import Thumbnails
from hinge_gui.ui.theme import Mode, Theme
from hinge_gui.ui.turns import Turns
from tests.paint.figures import differing
from tests.ui.built_in import catalogue

NAMES = ("hip-hinge", "calf-stretch", "soleus-stretch")
SIX = (*NAMES, "top-of-foot-stretch", "legs-on-the-wall", "twist-on-the-floor")
SIZE_PX = 20


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def came(thumbnails: Thumbnails) -> list[str]:
    return [name for name in NAMES if thumbnails.of(catalogue()[name]) is not None]


def test_one_is_painted_in_each_turn_in_the_order_of_asking(owner: QObject, qtbot: QtBot) -> None:
    thumbnails, seen = Thumbnails(Theme("light"), SIZE_PX, owner), list[list[str]]()
    thumbnails.cast_by(Actor(Settings()))
    assert came(thumbnails) == []
    thumbnails.changed.connect(lambda: seen.append(came(thumbnails)))
    qtbot.waitUntil(lambda: len(seen) == len(NAMES), timeout=5000)
    assert seen == [list(NAMES[:n]) for n in (1, 2, 3)]
    assert not thumbnails.paint_next()


def test_nothing_is_painted_before_somebody_casts(owner: QObject) -> None:
    thumbnails = Thumbnails(Theme("light"), SIZE_PX, owner)
    assert came(thumbnails) == []
    thumbnails.finish()
    assert came(thumbnails) == []


def test_another_theme_and_another_actor_paint_anew(owner: QObject) -> None:
    theme = Theme("light")
    thumbnails, pictures = Thumbnails(theme, SIZE_PX, owner), list[QImage | None]()

    def paint() -> None:
        assert came(thumbnails) == [], "an old picture"
        thumbnails.finish()
        pictures.append(thumbnails.of(catalogue()["hip-hinge"]))

    thumbnails.cast_by(Actor(Settings()))
    paint()
    theme.set("dark", 1.0)
    paint()
    thumbnails.cast_by(Actor(Settings().with_value("clothes", "plum")))
    paint()
    assert None not in pictures
    assert pictures[0] != pictures[1] != pictures[2]


def test_where_there_is_other_work_a_picture_waits_for_its_turn(owner: QObject, qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> bool:
        if len(done) < 2:
            done.append("read")
        elif thumbnails.paint_next():
            done.append("painted")
        else:
            return False
        return True

    turns = Turns(work, owner)
    thumbnails = Thumbnails(Theme("light"), SIZE_PX, owner, turns)
    thumbnails.cast_by(Actor(Settings()))
    came(thumbnails)
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 5, timeout=5000)
    assert done == ["read", "read", "painted", "painted", "painted"]


def test_turns_that_were_stopped_leave_the_rest_undone(owner: QObject, qtbot: QtBot) -> None:
    left, beside = [3], [3]

    def piece(of: list[int]) -> bool:
        of[0] -= 1
        return of[0] > 0

    stopped, other = Turns(lambda: piece(left), owner), Turns(lambda: piece(beside), owner)
    stopped.start()
    other.start()
    stopped.stop()
    qtbot.waitUntil(lambda: beside == [0], timeout=2000)
    assert left == [3]
    stopped.finish()
    assert left == [0]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_six_are_told_apart_where_they_are_smallest(owner: QObject, mode: Mode) -> None:
    thumbnails = Thumbnails(Theme(mode), 48, owner)
    thumbnails.cast_by(Actor(Settings()))
    six = [exercise for name, exercise in catalogue().items() if name in SIX]
    for exercise in six:
        thumbnails.of(exercise)
    thumbnails.finish()
    pictures = [picture for picture in map(thumbnails.of, six) if picture]
    assert len(pictures) == len(SIX)
    assert min(differing(a, b) for a, b in combinations(pictures, 2)) > 0.1
