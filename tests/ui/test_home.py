"""The home page, found and used as a person would."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.settings import Settings
from hinge_gui.ui.home.cards import Card, Spot, day_words, fitting, found_by
from hinge_gui.ui.home.page import Deed, HomePage
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, cut, named, words
from tests.ui.built_in import catalogue

TODAY = date(2026, 11, 22)
CALF = catalogue()["calf-stretch"]


class FakeShelf:
    """Three routines; remembers which of them were read."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.found_faulty: list[Exercise] = []  # by the second look
        self.faulty: frozenset[str] = frozenset()
        self.stars: set[str] = {"evening"}
        self.wrong: list[str] = []
        self.last: tuple[str, str, date] | None = ("gentle", "Gentle practice", date(2026, 11, 21))
        self.cards = {
            "gentle": Card("gentle", "Gentle practice", False, 900_000, ("chair",), ((CALF, "usual"),), TODAY),
            "evening": Card("evening", "Evening", False, 600_000, ("wall",)),
            "mine": Card("mine", "For my left calf", True, 300_000),
        }

    def spots(self) -> list[Spot]:
        return [Spot(key, card.id, card.own) for key, card in self.cards.items()]

    def card(self, spot: Spot) -> Generator[None, None, Card]:
        yield  # as if it were long work
        self.read.append(spot.key)
        return self.cards[spot.key]

    def check(self) -> Iterator[None]:
        yield
        self.faulty = frozenset(exercise.id for exercise in self.found_faulty)

    def doubtful(self) -> frozenset[str]:
        return self.faulty

    def again(self) -> tuple[str, str, date] | None:
        return self.last

    def practised(self) -> frozenset[date]:
        return frozenset({TODAY})

    def faults(self) -> list[str]:
        return self.wrong

    def favourites(self) -> frozenset[str]:
        return frozenset(self.stars)

    def set_favourite(self, routine_id: str, is_one: bool) -> None:
        self.stars = self.stars | {routine_id} if is_one else self.stars - {routine_id}


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf()


@pytest.fixture
def page(qtbot: QtBot, shelf: FakeShelf) -> Iterator[HomePage]:
    theme = Theme("light")
    deeds = (Deed("edit", "Edit"), Deed("delete", "Delete", own_only=True))
    made = HomePage(theme, shelf, lambda: Actor(Settings()), lambda: TODAY, deeds, can_make=True)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(1280, 800)
    made.show()
    made.finish_painting()
    yield made
    made.hide()


def cards(page: HomePage) -> QListView:
    return named(page, QListView, "Practices")


def names(page: HomePage) -> list[str]:
    model = cards(page).model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_each_routine_has_a_card_that_is_read_once(page: HomePage, shelf: FakeShelf) -> None:
    assert names(page) == ["Gentle practice", "Evening", "For my left calf"]
    assert sorted(shelf.read) == ["evening", "gentle", "mine"]


def test_a_card_whose_exercise_proves_faulty_is_read_once_more(page: HomePage, shelf: FakeShelf) -> None:
    shelf.read.clear()
    shelf.found_faulty.append(CALF)
    page.renew()
    page.finish_painting()
    assert sorted(shelf.read) == ["evening", "gentle", "gentle", "mine"]


def test_a_press_on_a_card_and_enter_open_it(qtbot: QtBot, page: HomePage) -> None:
    view = cards(page)
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(page.opened) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["evening"]
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["mine"]


def test_the_last_one_again_at_the_top(qtbot: QtBot, page: HomePage) -> None:
    assert "Practised yesterday" in words(page)
    with qtbot.waitSignal(page.opened) as opened:
        button(page, "Again").click()
    assert opened.args == ["gentle"]


def test_nothing_to_do_again_at_first(page: HomePage, shelf: FakeShelf) -> None:
    shelf.last = None
    page.renew()
    page.finish_painting()
    assert "Practised" not in words(page)


def test_search_by_name_exercise_and_prop(page: HomePage) -> None:
    search = named(page, QLineEdit, "Search practices")
    search.setText("left CALF")
    assert names(page) == ["For my left calf"]
    search.setText("calf stretch")
    assert names(page) == ["Gentle practice"]
    search.setText("wall")
    assert names(page) == ["Evening"]
    search.setText("unicorn")
    assert "Nothing here is called that" in words(page)


def test_letters_among_the_cards_go_to_the_search(page: HomePage) -> None:
    QTest.keyClicks(cards(page), "?e")
    assert named(page, QLineEdit, "Search practices").text() == "e"


def test_the_star_makes_a_favourite_and_the_filters_show_them(page: HomePage, shelf: FakeShelf) -> None:
    view = cards(page)
    rect = view.visualRect(view.model().index(0, 0))
    star = QPoint(rect.right() - 16 - 22, rect.top() + 24)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert shelf.stars == {"gentle", "evening"}
    button(page, "Favourites").click()
    assert names(page) == ["Gentle practice", "Evening"]
    button(page, "Yours").click()
    assert names(page) == ["For my left calf"]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt makes of it what the key for menus gives")
def test_the_menu_comes_by_shift_and_f10_for_keyboards_without_its_key(qtbot: QtBot, page: HomePage) -> None:
    view = cards(page)
    with qtbot.waitSignal(view.menu_asked) as asked:  # type: ignore[attr-defined]
        QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args
    assert asked.args[0] == view.currentIndex()


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_menu_offers_what_can_be_done(qtbot: QtBot, page: HomePage) -> None:
    view = cards(page)
    for row, wanted in ((0, ["Open", "Favourite", "Edit"]), (2, ["Open", "Favourite", "Edit", "Delete"])):
        view.menu_asked.emit(view.model().index(row, 0), page.mapToGlobal(QPoint(5, 5)))  # type: ignore[attr-defined]
        menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
        assert [a.text() for a in menu.actions()] == wanted
        if row == 2:
            with qtbot.waitSignal(page.asked) as asked:
                menu.actions()[-1].trigger()
            assert asked.args == ["delete", "mine"]
        menu.close()


def test_faults_of_exercises_are_told_with_their_place(qtbot: QtBot, page: HomePage, shelf: FakeShelf) -> None:
    assert "cannot be used" not in words(page)
    shelf.wrong = ["wall-angel.yaml, line 4: hold is missing; add it", "side-bend.yaml, line 1: odd", "c: 3", "d: 4"]
    page.renew()
    page.finish_painting()
    assert "wall-angel.yaml, line 4: hold is missing; add it" in words(page)
    assert "… and 1 more" in words(page)
    with qtbot.waitSignal(page.mend_asked):
        button(page, "What is wrong").click()
    shelf.wrong = []
    page.renew()
    page.finish_painting()
    assert "cannot be used" not in words(page)


def test_cards_grow_in_a_large_window_and_keep_their_size_when_few_are_looked_for(page: HomePage) -> None:
    def card() -> tuple[int, int]:
        return cards(page).gridSize().width(), cards(page).gridSize().height()

    page.resize(640, 480)
    small = card()
    page.resize(1920, 1080)
    large = card()
    assert large[0] > 1.4 * small[0]
    assert large[1] > 1.3 * small[1]
    button(page, "Yours").click()
    assert card() == large


def test_nothing_is_cut_where_there_is_little_room(page: HomePage) -> None:
    page.resize(400, 640)
    assert cut(page) == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 12), "10 days ago"),
        (date(2026, 3, 3), "on 3 March"),
        (date(2025, 12, 31), "on 31 December 2025"),
    ],
)
def test_days_in_words(day: date, said: str) -> None:
    assert day_words(day, TODAY) == said


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (99, "Rolled towel, chair, folded towel"),
        (28, "Rolled towel and 2 more"),
        (30, "Rolled towel, chair and 1 more"),
        (3, "Rolled towel and 2 more"),
    ],
)
def test_things_to_fetch_are_never_cut_in_the_middle(room: int, said: str) -> None:
    assert fitting(("rolled towel", "chair", "folded towel"), lambda words: len(words) <= room) == said
    assert fitting((), lambda _words: True) == ""


def test_what_was_not_read_is_found_by_its_id() -> None:
    assert found_by("left calf", Spot("x", "for-my-left-calf", True), None)
    assert not found_by("right", Spot("x", "for-my-left-calf", True), None)
