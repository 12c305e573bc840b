"""The drawer and the comparison: what is shown of the exercise at hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.compare import Compare
from hinge_gui.ui.player.drawer import Drawer
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, cut, named, words

STILL = Settings({"reduced_motion": True})


@pytest.fixture
def settings() -> Settings:
    return STILL


@pytest.fixture
def drawer(qtbot: QtBot, practice: Practice) -> Drawer:
    return _drawer(qtbot, practice, Theme("light"), 400)


def _drawer(qtbot: QtBot, practice: Practice, theme: Theme, width: int) -> Drawer:
    made = Drawer(practice, theme)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(width, 800)
    made.show()
    return made


@pytest.fixture
def compare(qtbot: QtBot, practice: Practice) -> Compare:
    return _compare(qtbot, practice, (900, 640))


def _compare(qtbot: QtBot, practice: Practice, size: tuple[int, int]) -> Compare:
    theme = Theme("light")
    made = Compare(practice, theme)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(*size)
    made.show()
    return made


def go_to(practice: Practice, exercise: str, kind: str = "hold") -> None:
    if practice.view == "start":
        practice.play_pause()
    found = next(s for s in practice.timeline.segments if s.exercise == exercise and s.kind == kind)
    practice.seek(found.start_ms)


@pytest.mark.parametrize(
    ("tab", "holds"),
    [
        ("How", ["Step by step", "How far", "Pain means stop"]),
        ("Why", ["What it helps", "In the day"]),
        ("Mistakes", ["Bottom behind", "Back knee bent"]),
        ("Care", ["Ask first", "Pain means stop", "Sources"]),
    ],
)
def test_each_page_says_its_part(drawer: Drawer, tab: str, holds: list[str]) -> None:
    button(drawer, tab).click()
    read = words(drawer)
    assert all(part in read for part in holds)


def test_every_word_of_the_teaching_is_there(practice: Practice, drawer: Drawer) -> None:
    learn = practice.catalogue["calf-stretch"].learn
    read = ""
    for tab in ("How", "Why", "Mistakes", "Care"):
        button(drawer, tab).click()
        read += words(drawer)
    texts = [*learn.how, learn.far, learn.helps, *learn.daily, *learn.care, *learn.sources]
    texts += [text for m in learn.mistakes for text in (m.name, m.text)]
    assert [text for text in texts if text not in read] == []


def test_it_follows_the_practice_and_shows_the_coming_exercise_on_the_way(practice: Practice, drawer: Drawer) -> None:
    go_to(practice, "legs-on-the-wall", "travel")
    assert "Legs on the wall" in words(drawer)


def test_each_mistake_stands_beside_the_right_way(practice: Practice, drawer: Drawer) -> None:
    button(drawer, "Mistakes").click()
    cards = [c.accessibleName() for c in drawer.findChildren(FigureCard) if c.isVisibleTo(drawer)]
    mistakes = practice.catalogue["calf-stretch"].learn.mistakes
    assert cards == [name for m in mistakes for name in ("The right way", f"Mistake: {m.name}")]


def test_a_mistake_can_be_seen_large(qtbot: QtBot, drawer: Drawer) -> None:
    button(drawer, "Mistakes").click()
    with qtbot.waitSignal(drawer.compare_asked) as asked:
        button(drawer, "Show them large").click()
    assert asked.args == ["hips-back"]


def test_the_drawer_asks_to_be_closed(qtbot: QtBot, drawer: Drawer) -> None:
    with qtbot.waitSignal(drawer.closed):
        button(drawer, "Close the drawer").click()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 400), (1.5, 500), (2.0, 600)])
def test_no_text_of_the_drawer_is_cut(qtbot: QtBot, practice: Practice, scale: float, width: int) -> None:
    large = _drawer(qtbot, practice, Theme("dark", scale), width)
    for tab in ("How", "Why", "Mistakes", "Care"):
        button(large, tab).click()
        assert cut(large) == []


def test_the_comparison_names_both_and_the_mistake(compare: Compare) -> None:
    assert named(compare, FigureCard, "The right way").isVisible()
    assert named(compare, FigureCard, "Mistake: Bottom behind").isVisible()
    assert "Bottom behind" in words(compare)


def test_arrow_keys_turn_to_the_next_mistake_and_round(practice: Practice, compare: Compare) -> None:
    names = [m.name for m in practice.catalogue["calf-stretch"].learn.mistakes]
    for name in [*names[1:], names[0]]:
        QTest.keyClick(compare, Qt.Key.Key_Right)
        assert named(compare, FigureCard, f"Mistake: {name}").isVisible()
    QTest.keyClick(compare, Qt.Key.Key_Left)
    assert button(compare, names[-1]).isChecked()


def test_a_mistake_is_chosen_by_its_name(compare: Compare) -> None:
    button(compare, "Back knee bent").click()
    assert named(compare, FigureCard, "Mistake: Back knee bent").isVisible()


def test_right_and_wrong_look_different(qtbot: QtBot, practice: Practice, compare: Compare) -> None:
    go_to(practice, "hip-hinge")
    right, wrong = (named(compare, FigureCard, name) for name in ("The right way", "Mistake: Rounded back"))
    qtbot.waitUntil(lambda: has_figure(right) and has_figure(wrong))
    assert below_badge(right) != below_badge(wrong)


def below_badge(card: QWidget) -> QImage:
    return card.grab().toImage().copy(card.rect().adjusted(0, card.height() // 4, 0, 0))


def has_figure(card: QWidget) -> bool:
    """The empty card has a colour or two."""
    picture = below_badge(card)
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)}) > 10


def test_another_exercise_brings_its_own_mistakes(practice: Practice, compare: Compare) -> None:
    go_to(practice, "hip-hinge")
    words(compare)
    names = [b.text() for b in compare.findChildren(QAbstractButton) if b.isCheckable() and b.isVisibleTo(compare)]
    assert names == [m.name for m in practice.catalogue["hip-hinge"].learn.mistakes]


def test_the_movement_is_shown_once_and_rests(qtbot: QtBot, practice: Practice) -> None:
    practice.set_settings(STILL.with_value("reduced_motion", False))
    moving = _compare(qtbot, practice, (500, 400))
    card = named(moving, FigureCard, "The right way")
    seen: set[bytes] = set()

    def rests() -> bool:
        seen.add(bytes(card.grab().toImage().constBits()))
        return card.progress == 1.0

    qtbot.waitUntil(rests, timeout=8000)
    assert len(seen) > 3


@pytest.mark.parametrize("size", [(900, 640), (360, 640), (1400, 900)])
def test_no_text_of_the_comparison_is_cut(qtbot: QtBot, practice: Practice, size: tuple[int, int]) -> None:
    go_to(practice, "hip-hinge")
    compare = _compare(qtbot, practice, size)
    assert cut(compare) == []
    compare.close()  # else it may be collected while its figures are being made


def test_the_comparison_keeps_the_phase_and_the_seconds_in_sight(practice: Practice, compare: Compare) -> None:
    assert not any("Hold" in text for text in words(compare))
    hold = next(s for s in practice.timeline.segments if s.kind == "hold")
    practice.play_from(hold.start_ms + 2000)
    assert f"Hold  {hold.duration_ms // 1000 - 2}" in words(compare)
    practice.play_pause()
    assert f"Paused  {hold.duration_ms // 1000 - 2}" in words(compare)
