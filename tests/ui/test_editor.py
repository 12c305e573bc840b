"""The editor, found and used as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.routine import ExerciseStep, PauseStep, Rounds, Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.editor.outline import FIGURE
from hinge_gui.ui.editor.page import EditorPage
from hinge_gui.ui.editor.strip import OrderStrip
from hinge_gui.ui.editor.trial import step_number
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.segments import Segments
from hinge_gui.ui.widgets.switch import Switch
from tests.helpers import FakeClock
from tests.ui.asking import button, cut, named, slider, words
from tests.ui.built_in import catalogue

Key = Qt.Key
CALF, TWIST = ExerciseStep("calf-stretch"), ExerciseStep("twist-on-the-floor")
STILL = Settings().with_value("reduced_motion", True)


@pytest.fixture
def page(qtbot: QtBot, clock: FakeClock) -> Iterator[EditorPage]:
    theme = Theme("light")
    made = EditorPage(theme, catalogue(), lambda: STILL, clock=clock)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(1280, 800)
    made.edit(Routine("mine", "Mine", (CALF, TWIST)), saved=True)
    made.show()
    made.finish_painting()
    yield made
    made.hide()


def steps(page: EditorPage) -> QListView:
    return named(page, QListView, "Steps of the routine")


def titles(page: EditorPage) -> list[str]:
    model = steps(page).model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def total(page: EditorPage) -> str:
    return next(w.text() for w in page.findChildren(QLabel) if w.accessibleName() == "Total")


def choose(page: EditorPage, row: int) -> None:
    steps(page).setCurrentIndex(steps(page).model().index(row, 0))


def test_it_shows_the_steps_and_what_they_come_to(page: EditorPage) -> None:
    assert titles(page) == ["Calf stretch", "Twist on the floor"]
    assert "One trip to the floor" in words(page)
    assert "Have ready: rolled towel, chair" in words(page)
    assert not button(page, "Save").isEnabled()


def test_a_longer_hold_and_a_longer_left_side(page: EditorPage) -> None:
    before = total(page)
    button(page, "Hold: more").click()
    button(page, "Longer on the left: more").click()
    assert page.routine.steps[0] == replace(CALF, hold=35, extra={"left": 5})
    assert total(page) != before
    assert button(page, "Save").isEnabled()


def test_undo_and_redo_by_buttons_and_keys(page: EditorPage) -> None:
    before = page.routine
    button(page, "Repetitions: more").click()
    after = page.routine
    button(page, "Undo: Repetitions").click()
    assert page.routine == before
    assert not page.differs
    QTest.keyClick(page, Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.routine == after
    QTest.keyClick(page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.routine == before


def test_a_knob_that_is_dragged_is_undone_at_once(page: EditorPage) -> None:
    for position in (320, 350, 400):
        slider(page, "Hold").setValue(position)
    button(page, "Undo: Hold").click()
    assert page.routine.steps[0] == CALF


def test_a_step_moves_by_keys(page: EditorPage) -> None:
    QTest.keyClick(steps(page), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.routine.steps == (TWIST, CALF)
    assert "comes first" in words(page) or "remark" in words(page)
    QTest.keyClick(steps(page), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.routine.steps == (CALF, TWIST)


def test_a_step_moves_by_drag(page: EditorPage) -> None:
    model = steps(page).model()
    data = model.mimeData([model.index(1, 0)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index(-1, 0))
    assert page.routine.steps == (TWIST, CALF)


def test_from_the_gallery_into_the_routine(page: EditorPage) -> None:
    button(page, "Add exercise").click()
    gallery = named(page, QListView, "Exercises to add")
    forms = [str(gallery.model().index(n, 0).data()) for n in range(gallery.model().rowCount())]
    assert len(forms) > len(catalogue())
    gallery.setCurrentIndex(gallery.model().index(forms.index("Hip hinge, Hands on a stool"), 0))
    QTest.keyClick(gallery, Key.Key_Return)
    assert titles(page) == ["Calf stretch", "Hip hinge, hands on a stool", "Twist on the floor"]


def test_another_form_another_range_and_waiting(page: EditorPage) -> None:
    button(page, "Seated, with a strap").click()
    button(page, "Regular").click()
    button(page, "Wait for me").click()
    step = page.routine.steps[0]
    assert isinstance(step, ExerciseStep)
    assert (step.variant, step.range, step.wait) == ("seated", "regular", True)


def test_a_pause_with_words_of_ones_own(page: EditorPage) -> None:
    button(page, "Add pause").click()
    line = named(page, QLineEdit, "What to say in this pause")
    line.selectAll()
    QTest.keyClicks(line, "Drink something. ")
    assert page.routine.steps[1] == PauseStep(30, "Drink something.")
    assert line.text() == "Drink something. "
    button(page, "Undo: Words").click()
    assert page.routine.steps[1] == PauseStep(30, "Rest a moment.")
    assert line.text() == "Rest a moment."


def test_what_is_typed_can_be_saved_without_leaving_the_line(qtbot: QtBot, page: EditorPage) -> None:
    page.edit(page.routine, saved=True)
    button(page, "Whole routine").click()
    QTest.keyClicks(named(page, QLineEdit, "About"), "For rainy days")
    assert button(page, "Save").isEnabled()
    with qtbot.waitSignal(page.save_asked) as asked:
        QTest.keyClick(named(page, QLineEdit, "About"), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0].about == "For rainy days"


def test_rounds(page: EditorPage) -> None:
    button(page, "As rounds").click()
    assert page.routine.steps[0] == Rounds(2, (CALF,))
    assert titles(page) == ["2 rounds", "Calf stretch", "Twist on the floor"]
    button(page, "Rounds: more").click()
    assert page.routine.steps[0] == Rounds(3, (CALF,))
    button(page, "Dissolve the rounds").click()
    assert page.routine.steps == (CALF, TWIST)


def test_take_out_by_button_and_key(page: EditorPage) -> None:
    button(page, "Take out").click()
    QTest.keyClick(steps(page), Key.Key_Delete)
    assert page.routine.steps == ()
    assert not button(page, "Save").isEnabled()


def test_the_whole_routine(page: EditorPage) -> None:
    button(page, "Whole routine").click()
    button(page, "Right").click()
    button(page, "Wait before each exercise").click()
    button(page, "Get ready: more").click()
    assert (page.routine.first_side, page.routine.advance, page.routine.ready) == ("right", "wait", 25)


def test_a_routine_is_never_without_a_name(page: EditorPage) -> None:
    line = named(page, QLineEdit, "Name of the routine")
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClick(line, Key.Key_Return)
    assert (page.routine.name, line.text()) == ("Mine", "Mine")


def test_nothing_is_lost_by_leaving(qtbot: QtBot, page: EditorPage) -> None:
    button(page, "Hold: more").click()
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))
    QTest.keyClick(page, Key.Key_Escape)
    assert closed == []
    button(page, "Go on editing").click()
    assert "Your changes are not saved." not in words(page)
    button(page, "Back").click()
    with qtbot.waitSignal(page.save_asked) as asked:
        named(page, Notice, "Your changes are not saved.").findChildren(QPushButton)[0].click()
    assert asked.args == [page.routine]
    page.saved(page.routine)
    button(page, "Back").click()
    assert closed


def test_an_empty_routine_begins_in_the_gallery(page: EditorPage) -> None:
    page.edit(Routine("", "My routine", ()), saved=False)
    gallery = named(page, QListView, "Exercises to add")
    QTest.keyClick(gallery, Key.Key_Return)
    assert titles(page) == ["Calf stretch"]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 640), (520, 900), (400, 800)])
def test_nothing_is_cut(page: EditorPage, width: int, height: int) -> None:
    page.resize(width, height)
    assert cut(page) == []


def test_several_steps_become_one_section_of_rounds(page: EditorPage) -> None:
    view = steps(page)
    choose(page, 0)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    button(page, "As rounds").click()
    assert list(page.routine.steps) == [Rounds(2, (CALF, TWIST))]
    button(page, "Undo: Rounds").click()
    assert list(page.routine.steps) == [CALF, TWIST]


def test_a_name_is_kept_as_it_is_typed(qtbot: QtBot, page: EditorPage) -> None:
    line = named(page, QLineEdit, "Name of the routine")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "For mornings")
    with qtbot.waitSignal(page.save_asked) as asked:
        QTest.keyClick(line, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0].name == "For mornings"
    button(page, "Undo: Name").click()
    assert page.routine.name == "Mine"


def test_a_step_is_tried_out_and_the_edit_stays(page: EditorPage, clock: FakeClock) -> None:
    button(page, "Hold: more").click()
    choose(page, 1)
    button(page, "Try it").click()
    assert "Twist on the floor" in words(page)
    assert "Try it" not in words(page)
    QTest.keyClick(page.focusWidget(), Key.Key_Space)
    assert button(page, "Play").isEnabled()
    button(page, "Back to editing").click()
    assert titles(page) == ["Calf stretch", "Twist on the floor"]
    assert page.differs
    button(page, "Try it").click()
    QTest.keyClick(page, Key.Key_Escape)
    assert titles(page) == ["Calf stretch", "Twist on the floor"]


def test_a_press_on_the_strip_looks_at_that_step(page: EditorPage) -> None:
    strip = named(page, OrderStrip, "The order at a glance")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(80, 40))
    assert "Twist on the floor" in words(page)
    assert steps(page).currentIndex().row() == 1


@pytest.mark.parametrize(
    ("at", "number"), [((0,), 0), ((1,), 1), ((1, 0), 1), ((1, 1), 2), ((2,), 5), (None, 0)], ids=str
)
def test_a_step_in_rounds_is_tried_from_its_first_time(at: tuple[int, ...] | None, number: int) -> None:
    routine = Routine("r", "R", (CALF, Rounds(2, (CALF, TWIST)), PauseStep(5)))
    assert step_number(routine, at) == number


def test_whoever_goes_through_the_steps_waits_for_no_figure(page: EditorPage) -> None:
    stage = named(page, Stage, "The movement")
    calf = stage.grab().toImage()
    choose(page, 1)
    assert button(page, "Take out").isVisible()
    assert stage.grab().toImage() == calf
    page.finish_painting()
    assert stage.grab().toImage() != calf


@pytest.mark.parametrize(("width", "height"), [(1280, 480), (480, 800), (400, 800)])
def test_a_low_window_still_shows_four_steps(page: EditorPage, width: int, height: int) -> None:
    page.edit(Routine("mine", "Mine", (CALF, TWIST) * 4), saved=True)
    page.resize(width, height)
    assert "trips to the floor" in words(page)
    shown = steps(page)
    assert shown.viewport().height() >= 3.5 * shown.sizeHintForRow(0)


def test_steps_grow_where_a_high_window_would_stay_empty(page: EditorPage) -> None:
    def height() -> int:
        return steps(page).sizeHintForRow(0)

    page.resize(1280, 1080)
    assert (large := height()) > 1.3 * FIGURE + 20
    page.edit(replace(page.routine, steps=(CALF, TWIST) * 40), saved=True)
    assert height() < large
    assert height() == FIGURE + 20


def test_tab_goes_through_a_step_as_one_reads(page: EditorPage) -> None:
    at: QWidget | None = button(page, "Try it")
    stops: list[QWidget] = []
    while len(stops) < 30 and at is not None:
        if at.isVisibleTo(page) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(at)
        at = at.nextInFocusChain()
    panel = stops[: stops.index(named(page, Switch, "Wait for me")) + 1]
    assert len(panel) > 15
    middles = [w.mapTo(page, w.rect().center()).y() for w in panel]
    assert middles == sorted(middles)
    assert named(page, Segments, "How far").choice == "usual"
    assert button(page, "Usual") in panel
