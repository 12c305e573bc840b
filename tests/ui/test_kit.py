"""The kit's widgets by themselves: choices, sliders, texts that give way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.adjustable import Dial
from hinge_gui.ui.check_row import CheckRow
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.cue_line import CueLine
from hinge_gui.ui.player.fetch_list import FetchList
from hinge_gui.ui.text_fit import WRAPPED, even_box
from hinge_gui.ui.theme import TARGET, Theme
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.dial_row import DialRow
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.picker import Picker
from hinge_gui.ui.widgets.prose import breakable, paragraph, points, section, steps
from hinge_gui.ui.widgets.segments import Segments
from hinge_gui.ui.widgets.track import Track
from tests.ui.asking import button, cut, slider, words

LONG = "Wadenbeinmuskeldehnungsübungsanleitung"
HOLD = Dial("hold", "Hold", "How long.", "s", 5, 90, 5, 12.5, 30, changed=True)


def put(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    qtbot.addWidget(widget)
    Theme("light").dress(widget)
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    return widget


@pytest.fixture
def row(qtbot: QtBot) -> DialRow:
    made = DialRow(Theme("light"), HOLD)
    put(qtbot, made, 320, 100)
    return made


@pytest.mark.parametrize(
    ("press", "value"), [("Hold: more", 15), ("Hold: less", 10)], ids=["up to the next step", "down to the next step"]
)
def test_a_value_between_steps_goes_to_the_nearest_one(qtbot: QtBot, row: DialRow, press: str, value: float) -> None:
    with qtbot.waitSignal(row.turned) as asked:
        button(row, press).click()
    assert asked.args == ["hold", value]


def test_a_dial_changes_only_when_it_is_shown_another_value(row: DialRow) -> None:
    button(row, "Hold: more").click()
    assert "12.5 s" in words(row)


def test_where_a_value_came_from_is_told_once_it_differs_and_nothing_moves(row: DialRow) -> None:
    row.show_dial(Dial("hold", "Hold", "How long.", "s", 5, 90, 5, 30, 30, changed=False))
    assert "Routine" not in words(row)
    knob = slider(row, "Hold").geometry()
    row.show_dial(Dial("hold", "Hold", "How long.", "s", 5, 90, 5, 45, 30, changed=True))
    assert "Routine: 30 s" in words(row)
    assert slider(row, "Hold").geometry() == knob


def test_showing_a_value_asks_for_nothing(qtbot: QtBot, row: DialRow) -> None:
    with qtbot.assertNotEmitted(row.turned):
        row.show_dial(Dial("hold", "Hold", "How long.", "s", 5, 90, 5, 45, 30, changed=True))
    assert slider(row, "Hold").value() == 450


def test_at_its_end_a_dial_goes_no_further(row: DialRow) -> None:
    row.show_dial(Dial("hold", "Hold", "How long.", "s", 5, 90, 5, 90, 30, changed=True))
    assert not button(row, "Hold: more").isEnabled()
    assert button(row, "Hold: less").isEnabled()


def test_a_drag_finds_the_routines_own_value_again(qtbot: QtBot, row: DialRow) -> None:
    row.show_dial(Dial("hold", "Hold", "How long.", "s", 5, 90, 5, 20, 33, changed=True))
    with qtbot.waitSignal(row.turned) as asked:
        slider(row, "Hold").setValue(328)
    assert asked.args == ["hold", 33]


def test_the_wheel_turns_no_dial(qtbot: QtBot) -> None:
    track = Track(Theme("light"))
    put(qtbot, track, 200, TARGET)
    middle = QPointF(100, 22)
    wheel = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(track, wheel)
    assert track.value() == 0


def test_a_choice_takes_the_focus_by_key_and_press_but_not_by_the_wheel(qtbot: QtBot) -> None:
    picker = Picker(Theme("light"), "Played on")
    qtbot.addWidget(picker)
    assert picker.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_dragged_knob_follows_the_pointer(qtbot: QtBot) -> None:
    track = Track(Theme("light"))
    put(qtbot, track, 224, TARGET)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(12, 22))
    QTest.mouseMove(track, QPoint(112, 22))
    assert track.value() == pytest.approx(50, abs=1)
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(112, 22))


@pytest.mark.parametrize(("width", "lines"), [(500, [4]), (400, [2, 2]), (230, [2, 2]), (220, [1, 1, 1, 1])])
def test_what_flows_stands_on_even_lines(qtbot: QtBot, width: int, lines: list[int]) -> None:
    whole, flow = QWidget(), Flow(gap=10)
    whole.setLayout(flow)
    for _ in range(4):
        part = QWidget()
        part.setFixedSize(110, 44)
        flow.addWidget(part)
    put(qtbot, whole, width, 300)
    tops = [part.y() for part in whole.findChildren(QWidget)]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == lines
    assert flow.heightForWidth(width) == len(lines) * 54 - 10


def test_everything_that_is_pressed_is_large_enough(row: DialRow) -> None:
    for name in ("Hold: more", "Hold: less", "Hold: as in the routine"):
        assert min(button(row, name).width(), button(row, name).height()) >= TARGET
    assert slider(row, "Hold").height() >= TARGET


CHOICES = (("a", "Short"), ("b", "Longer one"), ("c", "The longest of all"))


@pytest.mark.parametrize(("width", "beside"), [(60, False), (240, False), (420, True), (600, True)])
def test_choices_stand_beside_one_another_or_below_and_are_never_cut(qtbot: QtBot, width: int, beside: bool) -> None:
    holder = QWidget()
    made = Segments("Choice", CHOICES, holder)
    made.resize(width, 200)
    put(qtbot, holder, width, 200)
    assert (button(made, "Short").y() == button(made, "Longer one").y()) == beside
    assert cut(made) == []


def test_choices_take_as_many_rows_as_they_need_and_give_them_back(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    four = [(word, word) for word in ("Left", "Right", "Both", "None")]
    made, below = Segments("Choice", four), QPushButton("Below")
    for widget in (made, below):
        column.addWidget(widget)
    column.addStretch(1)
    put(qtbot, holder, 600, 400)
    one_row, beside = made.height(), below.y()
    for width, rows in ((made.sizeHint().width(), 2), (100, 4), (600, 1)):
        holder.resize(width, 400)
        qtbot.waitUntil(lambda: below.y() - beside == made.height() - one_row, timeout=1000)
        tops = sorted({b.y() for b in made.findChildren(QPushButton)})
        assert len(tops) == rows
        assert made.height() - one_row == tops[-1] - tops[0]


def test_a_screen_reader_is_told_that_one_of_several_is_chosen(qtbot: QtBot) -> None:
    made = Segments("Choice", CHOICES)
    put(qtbot, made, 500, 60)
    told = QAccessible.queryAccessibleInterface(button(made, "Short"))
    assert told is not None
    assert (told.role(), bool(told.state().checked)) == (QAccessible.Role.RadioButton, True)


def test_a_choice_is_told_once_and_not_when_set(qtbot: QtBot) -> None:
    made = Segments("Choice", CHOICES)
    put(qtbot, made, 500, 60)
    with qtbot.assertNotEmitted(made.chosen):
        made.choose("c")
    made.activateWindow()
    button(made, "The longest of all").setFocus()
    qtbot.waitUntil(button(made, "The longest of all").hasFocus)
    with qtbot.waitSignal(made.chosen) as chosen:
        QTest.keyClick(button(made, "The longest of all"), Qt.Key.Key_Left)
    assert (chosen.args, made.choice) == (["b"], "b")


def test_a_line_without_room_gives_way_and_shows_all_on_hover(qtbot: QtBot) -> None:
    made = Elided(LONG)
    put(qtbot, made, 90, 30)
    assert made.minimumSizeHint().width() < 90


def test_prose_holds_every_word_and_needs_no_scroll_bar_that_it_does_not_need(qtbot: QtBot) -> None:
    long = "A point that is long enough to wrap in this column."
    text = section("Head", paragraph("A few words."), steps(["One.", "Two."]), points([long]))
    column = Column(text)
    put(qtbot, column, 400, 400)
    assert all(part in words(column) for part in ("Head", "A few words.", "One.", "A point"))
    assert not column.verticalScrollBar().isVisible()


def test_a_word_too_long_for_its_line_is_broken(qtbot: QtBot) -> None:
    made = paragraph(LONG)
    put(qtbot, made, 120, 200)
    assert made.heightForWidth(120) >= 3 * made.fontMetrics().height()
    assert made.text().replace("\u00ad", "") == LONG


def test_a_files_name_breaks_where_it_is_joined_and_no_hyphen_comes_into_it() -> None:
    shown = breakable("It comes as my-morning/before-breakfast.yaml.")
    assert shown == "It comes as my-\u200bmorning/\u200bbefore-\u200bbreakfast.\u200byaml."


def test_a_low_column_scrolls_to_its_end(qtbot: QtBot) -> None:
    column = Column(steps(f"Step {n}." for n in range(30)))
    put(qtbot, column, 300, 200)
    last = next(w for w in column.findChildren(QLabel) if w.text() == "Step 29.")
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())
    bottom = last.mapTo(column, last.rect().bottomLeft()).y()
    assert 0 < bottom <= 200


def test_no_way_back_stands_where_a_dial_reads_as_usual(row: DialRow) -> None:
    for value, seen in ((20, True), (33, False)):
        row.show_dial(Dial("hold", "Hold", "How long.", "s", 5, 90, 5, value, 33, changed=True))
        (back,) = (b for b in row.findChildren(IconButton) if b.accessibleName() == "Hold: as in the routine")
        assert back.isVisibleTo(row) == seen


@pytest.mark.parametrize("text", ["Up from the floor", "עקום וישר בגב הרגל"])
def test_a_title_leaves_no_single_word_for_its_last_line(text: str) -> None:
    metrics = QFontMetrics(Theme("light").font("display"))
    room = QRectF(0, 0, metrics.horizontalAdvance(text) - 4, 200)
    box = even_box(metrics, room, text)
    assert metrics.horizontalAdvance(text.rsplit(" ", 1)[0]) > box.width() > room.width() / 2
    from_right = text != "Up from the floor"
    assert (box.right() == room.right(), box.left() == room.left()) == (from_right, not from_right)


def test_what_is_fetched_for_another_practice_takes_the_place_of_what_was(qtbot: QtBot) -> None:
    fetch = FetchList(Theme("light"))
    put(qtbot, fetch, 400, 200)
    for props in (["chair", "wall"], ["mat"]):
        fetch.show_props(props)
        QApplication.processEvents()
    assert [t.text() for t in fetch.findChildren(CheckRow) if t.isVisibleTo(fetch)] == ["Mat"]


def test_a_cue_with_a_word_longer_than_its_line_is_written_in_full(qtbot: QtBot) -> None:
    line = CueLine(Theme("light"))
    put(qtbot, line, 240, 120)
    line.set_text(f"{LONG}, left side.")
    assert line.text == f"{LONG}, left side."
    needed = QFontMetrics(line.fitted_font()).boundingRect(line.rect(), WRAPPED, breakable(line.text))
    assert needed.width() <= line.width()
    assert needed.height() <= line.height()
