"""The window, driven by keys and by what a screen reader would press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.moment import clock as clock_words
from hinge_gui.core.routine import ExerciseStep, PauseStep, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.player.cue_line import CueLine
from hinge_gui.ui.player.fetch_list import FetchList
from hinge_gui.ui.player.keys import Keymap
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.window import Window
from tests.helpers import FakeClock
from tests.ui.asking import button, cut, named, words
from tests.ui.practices import ROUTINE, place_of, play_to, practice_of

Key = Qt.Key


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock) -> Practice:
    return practice_of(clock)


@pytest.fixture
def window(qtbot: QtBot, practice: Practice) -> Iterator[Window]:
    shown = Window(Theme("light"), practice)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitSignal(shown.painted):
        shown.show()
    shown.activateWindow()
    yield shown
    practice.stop()


def press(qtbot: QtBot, window: Window, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget(), key)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_J, Key.Key_B, Key.Key_PageDown])
def test_any_key_starts(qtbot: QtBot, window: Window, practice: Practice, key: Key) -> None:
    press(qtbot, window, key)
    assert (practice.state, practice.view) == ("playing", "play")


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Tab, Key.Key_Escape, Key.Key_M, Key.Key_I])
def test_keys_that_mean_something_else_do_not_start(qtbot: QtBot, window: Window, practice: Practice, key: Key) -> None:
    press(qtbot, window, key)
    assert practice.view == "start"


def test_start_screen_says_what_is_to_be_done(window: Window, practice: Practice) -> None:
    assert ROUTINE.name in words(window)
    assert clock_words(practice.timeline.total_ms) in words(window)
    assert button(window, "Towel").isCheckable()
    assert button(window, "Start").isEnabled()


def test_start_screen_of_an_hour_and_more_with_nothing_to_fetch(window: Window, practice: Practice) -> None:
    practice.open(Routine("rest", "Rest", (PauseStep(300),) * 13, ready=0))
    assert "1:05:00\nhours\n" in words(window)
    assert "Have ready" not in words(window)


def test_where_nothing_was_ever_to_be_fetched_there_is_no_list_of_it(qtbot: QtBot) -> None:
    fetch = FetchList(Theme("light"))
    qtbot.addWidget(fetch)
    fetch.show_props([])
    assert fetch.isHidden()


def test_words_and_start_stay_as_the_first_picture_shows_them(qtbot: QtBot, practice: Practice) -> None:
    window = Window(Theme("light"), practice)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitSignal(window.painted):
        first = window.grab()
    assert window.page.list.isVisibleTo(window)
    later = window.grab()
    words = QRect(290, 0, 445, 800)
    assert first.copy(words).toImage() == later.copy(words).toImage()
    assert first.toImage() != later.toImage()  # list and figure have come


def test_space_ticks_a_prop_that_has_the_focus_and_does_not_start(
    qtbot: QtBot, window: Window, practice: Practice
) -> None:
    towel = button(window, "Towel")
    towel.setFocus()
    press(qtbot, window, Key.Key_Space)
    assert towel.isChecked()
    assert practice.view == "start"


def test_no_floor_today(qtbot: QtBot, window: Window, practice: Practice) -> None:
    QTest.mouseClick(button(window, "No floor today"), Qt.MouseButton.LeftButton)
    assert "Left out today: Legs on the wall." in words(window)
    assert practice.order.no_floor


@pytest.mark.parametrize(
    ("key", "name", "moves_to"),
    [
        (Key.Key_Up, "Ten seconds on", 22_000),
        (Key.Key_Down, "Ten seconds back", 2_000),
        (Key.Key_Right, "Next exercise", "travel"),
        (Key.Key_PageDown, "Next exercise", "travel"),
        (Key.Key_Left, "Previous exercise", 0),
        (Key.Key_S, "This side again", "in"),
    ],
)
def test_keys_and_buttons_do_the_same(
    qtbot: QtBot, window: Window, practice: Practice, key: Key, name: str, moves_to: int | str
) -> None:
    wanted = moves_to if isinstance(moves_to, int) else place_of(practice, moves_to)  # type: ignore[arg-type]
    play_to(practice, 12_000)
    press(qtbot, window, key)
    by_key = practice.player.place_ms
    practice.undo()
    practice.seek(12_000)
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
    assert by_key == practice.player.place_ms
    assert by_key == wanted or (moves_to == 0 and by_key == place_of(practice, "in"))


def test_space_pauses_whatever_has_the_focus(qtbot: QtBot, window: Window, practice: Practice) -> None:
    play_to(practice, 12_000)
    button(window, "Next exercise").setFocus()
    press(qtbot, window, Key.Key_Space)
    assert practice.state == "paused"
    assert practice.player.place_ms == 12_000


def test_any_key_goes_on_when_the_practice_waits(
    qtbot: QtBot, clock: FakeClock, window: Window, practice: Practice
) -> None:
    practice.open(replace(ROUTINE, advance="wait"))
    play_to(practice, 9_900)
    with qtbot.waitSignal(practice.fact, check_params_cb=lambda _: practice.state == "waiting"):
        clock.advance(200)
    press(qtbot, window, Key.Key_J)
    assert practice.state == "playing"


def test_escape_leaves_and_u_comes_back(qtbot: QtBot, window: Window, practice: Practice) -> None:
    play_to(practice, 12_000)
    press(qtbot, window, Key.Key_Escape)
    assert practice.view == "start"
    press(qtbot, window, Key.Key_U)
    assert (practice.view, practice.state) == ("play", "playing")


def test_follow_view_and_back(qtbot: QtBot, window: Window, practice: Practice) -> None:
    play_to(practice, 12_000)
    press(qtbot, window, Key.Key_F)
    assert window.is_following
    assert window.isFullScreen()
    press(qtbot, window, Key.Key_R, Key.Key_Escape)
    assert not window.is_following
    assert not window.isFullScreen()
    assert practice.view == "play"


def test_a_pause_that_the_player_made_asks_how_to_go_on(
    qtbot: QtBot, window: Window, clock: FakeClock, practice: Practice
) -> None:
    hold = place_of(practice, "hold")
    play_to(practice, hold)
    with qtbot.waitSignal(practice.fact, check_params_cb=lambda _: practice.state == "paused", timeout=3000):
        clock.advance(60_000)
    assert "Interrupted: Calf stretch, left side, 30 s left" in words(window)
    asked = next(b for b in window.findChildren(QPushButton) if b.text() == "This side again" and b.isVisible())
    QTest.mouseClick(asked, Qt.MouseButton.LeftButton)
    assert (practice.state, practice.player.place_ms) == ("playing", place_of(practice, "in"))


def test_words_of_side_and_phase_are_on_the_screen(window: Window, practice: Practice) -> None:
    play_to(practice, place_of(practice, "hold", 1))
    names = [w.accessibleName() for w in window.findChildren(QWidget) if w.isVisible()]
    assert {"Hold", "Right side", "30 seconds left"} <= set(names)


def test_buttons_are_large_enough_for_a_finger(window: Window, practice: Practice) -> None:
    play_to(practice, 12_000)
    small = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and min(b.width(), b.height()) < 44]
    assert small == []


def test_everything_that_can_be_pressed_has_a_name(window: Window, practice: Practice) -> None:
    play_to(practice, 12_000)
    shown = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
    assert [b for b in shown if not (b.accessibleName() or b.text())] == []


@pytest.mark.parametrize("width", [360, 700, 1024, 1920])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_window_can_be_as_narrow_as_it_promises(qtbot: QtBot, practice: Practice, width: int, scale: float) -> None:
    shown = Window(Theme("light", scale), practice)
    qtbot.addWidget(shown)
    shown.resize(width, 640)
    with qtbot.waitSignal(shown.painted):
        shown.show()
    play_to(practice, 12_000)
    shown.grab()
    assert shown.page.play.minimumSizeHint().width() <= max(width, 360)
    practice.stop()


def test_each_key_has_one_meaning_and_calm_ones_do_not_go_on() -> None:
    assert Keymap(Settings()).deed_of(Key.Key_M, waiting=True) == "mute"
    assert Keymap(Settings()).deed_of(Key.Key_Right, waiting=True) == "play_pause"
    assert Keymap(Settings()).deed_of(Key.Key_Control, waiting=True) is None
    deeds = set(Keymap(Settings()).deeds.values())
    assert {"play_pause", "previous", "next", "back", "on", "again", "mute", "follow", "leave"} <= deeds


def test_the_whole_keyboard_can_be_one_button(qtbot: QtBot, window: Window, practice: Practice) -> None:
    practice.set_settings(practice.settings.with_value("one_button", True))
    play_to(practice, 12_000)
    states = []
    for key in (Key.Key_Right, Key.Key_M, Key.Key_J):
        press(qtbot, window, key)
        states.append(practice.state)
    assert (states, practice.player.place_ms) == (["paused", "playing", "paused"], 12_000)


def test_nothing_ticks_when_nothing_moves(window: Window, practice: Practice) -> None:
    def ticking() -> list[QTimer]:
        """What goes on and on: a deed that is put off ends by itself."""
        timers = window.findChildren(QTimer) + practice.findChildren(QTimer)
        return [t for t in timers if t.isActive() and not t.isSingleShot()]

    QCoreApplication.processEvents()
    assert ticking() == []
    play_to(practice, place_of(practice, "hold"))
    assert ticking() != []
    practice.play_pause()
    QCoreApplication.processEvents()
    assert ticking() == []
    practice.undo()


def test_enter_presses_a_round_button_and_does_not_start(qtbot: QtBot, window: Window, practice: Practice) -> None:
    button(window, "Adjust").setFocus()
    press(qtbot, window, Key.Key_Return)
    assert practice.view == "start"
    assert window.page.panel.open_kind == "adjust"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_J, Key.Key_Right])
def test_any_key_goes_on_at_a_kept_place(qtbot: QtBot, window: Window, practice: Practice, key: Key) -> None:
    start = window.page.start
    start.offer_kept_place("Calf stretch, left side, 22 s left")
    with qtbot.waitSignal(start.kept_place_chosen, check_params_cb=lambda choice: choice == "on"):
        press(qtbot, window, key)
    assert practice.view == "start"  # whoever knows the place plays from there
    assert button(window, "Start").isEnabled()


def test_in_a_narrow_window_a_panel_takes_the_page_until_it_is_closed(
    qtbot: QtBot, window: Window, practice: Practice
) -> None:
    play_to(practice, 12_000)
    window.resize(400, 700)
    press(qtbot, window, Key.Key_A)
    assert "Adjust" in words(window)
    assert not window.page.play.isVisible()
    assert window.page.panel.geometry().right() < window.page.width()
    press(qtbot, window, Key.Key_X)
    assert window.page.is_comparing
    press(qtbot, window, Key.Key_X)
    press(qtbot, window, Key.Key_I)
    press(qtbot, window, Key.Key_I)
    assert window.page.play.isVisible()


@pytest.mark.parametrize("width", [360, 420, 560, 700, 1280])
def test_the_top_bar_keeps_its_buttons_whole(window: Window, practice: Practice, width: int) -> None:
    window.page.set_badge("sound", "No sound. Plug a speaker in.")
    window.page.set_badge("awake", "The screen may go dark.")
    play_to(practice, 12_000)
    window.resize(width, 640)
    practice.next()
    assert not cut(window.page.top)
    assert button(window.page.top, "Menu").geometry().right() < window.page.top.width()


def test_tab_goes_down_the_start_screen(qtbot: QtBot, window: Window) -> None:
    window.page.start.show_safety()
    button(window, "I understand").setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(6):
        press(qtbot, window, Key.Key_Tab)
        at = window.focusWidget()
        reached.append(at.accessibleName() or at.property("text"))
    dial = ["I have", "I have: more"]  # it takes as little time as it may
    assert reached == [*dial, "No floor today", "Towel", "Wall", "Start"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_f10_opens_the_menu_and_does_not_start(qtbot: QtBot, window: Window, practice: Practice) -> None:
    window.make_menu()
    press(qtbot, window, Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert practice.view == "start"


def test_where_play_stands_before_anything_was_said_the_card_says_how_to_go_on(
    qtbot: QtBot, window: Window, practice: Practice
) -> None:
    play_to(practice, place_of(practice, "hold"))
    press(qtbot, window, Key.Key_Space, Key.Key_Right)
    QCoreApplication.processEvents()
    assert named(window.page.play, CueLine, "Space goes on.").isVisible()
    press(qtbot, window, Key.Key_Space)
    QCoreApplication.processEvents()
    assert window.page.play.findChildren(CueLine)[0].text != "Space goes on."


def test_a_step_that_was_skipped_has_a_sign_of_its_own_in_the_list(
    qtbot: QtBot, window: Window, practice: Practice
) -> None:
    press(qtbot, window, Key.Key_Space, Key.Key_Right, Key.Key_Right)
    model = window.page.list.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", left out")
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", now")


def test_the_offer_to_undo_says_less_in_a_window_that_has_become_narrow(
    qtbot: QtBot, window: Window, practice: Practice
) -> None:
    press(qtbot, window, Key.Key_Space, Key.Key_Right)
    assert button(window, "Skipped ahead. Undo").property("text") == "Skipped ahead. Undo (U)"
    window.resize(360, 480)
    assert button(window, "Skipped ahead. Undo").property("text") == "Undo"
    assert cut(window.page.top) == []


def test_no_floor_is_offered_where_there_is_floor_to_do_without(window: Window, practice: Practice) -> None:
    assert "No floor today" in {b.text() for b in window.findChildren(QAbstractButton) if b.isVisible()}
    practice.open(replace(ROUTINE, steps=(ExerciseStep("calf"),)))
    QCoreApplication.processEvents()
    assert "No floor today" not in {b.text() for b in window.findChildren(QAbstractButton) if b.isVisible()}


def test_a_press_on_a_step_before_the_practice_shows_how_it_looks(window: Window, practice: Practice) -> None:
    window.page.list.chosen.emit(1)
    assert practice.view == "start"
    assert named(window.page.start, Stage, "Legs on the wall").isVisible()
    practice.set_no_floor(True)  # which leaves it out
    assert named(window.page.start, Stage, "Calf stretch").isVisible()


@pytest.mark.parametrize("panel", [Key.Key_A, Key.Key_I], ids=["adjust", "about"])
def test_once_a_panel_is_closed_space_starts(qtbot: QtBot, window: Window, practice: Practice, panel: Key) -> None:
    press(qtbot, window, panel)
    buttons = window.page.panel.findChildren(QAbstractButton)
    next(b for b in buttons if b.isVisible() and b.isEnabled()).setFocus()
    window.do("leave")
    assert window.focusWidget() is button(window, "Start")
    press(qtbot, window, Key.Key_Space)
    assert practice.state == "playing"
