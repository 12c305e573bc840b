"""The adjust panel, found and used as a person would."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hinge_gui.core.adjust import Adjustments, Change
from hinge_gui.ui.player.adjust_panel import AdjustPanel
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme
from tests.ui.asking import button, cut, named, slider, words
from tests.ui.built_in import routine


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


@pytest.fixture
def panel(qtbot: QtBot, practice: Practice, theme: Theme) -> AdjustPanel:
    return shown(qtbot, practice, theme, 344, 800)


def shown(qtbot: QtBot, practice: Practice, theme: Theme, width: int, height: int) -> AdjustPanel:
    made = AdjustPanel(practice, theme)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(width, height)
    made.show()
    return made


def changed(qtbot: QtBot, practice: Practice, deed: Callable[[], object]) -> None:
    """Do something, and wait until the practice has another timeline."""
    with qtbot.waitSignal(practice.timeline_changed):
        deed()


def total(panel: QWidget, name: str) -> str:
    return next(w.text() for w in panel.findChildren(QLabel) if w.accessibleName() == name)


def test_it_begins_with_the_exercise_at_hand_as_the_routine_has_it(panel: AdjustPanel) -> None:
    assert "Calf stretch" in words(panel)
    assert slider(panel, "Hold").value() == 300
    assert not button(panel, "Reset this exercise").isEnabled()


def test_more_hold_lengthens_the_practice_at_once(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    before_ms = practice.timeline.total_ms
    changed(qtbot, practice, button(panel, "Hold: more").click)
    assert practice.adjustments.steps == {"calf-stretch#0": Change(hold=35)}
    sides = sum(s.kind == "hold" and s.exercise == "calf-stretch" for s in practice.timeline.segments)
    assert practice.timeline.total_ms == before_ms + sides * 5000
    assert "35 s" in words(panel)


def test_a_slider_turns_by_keys(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    track = slider(panel, "Repetitions")
    changed(qtbot, practice, lambda: QTest.keyClick(track, Qt.Key.Key_Right))
    assert practice.adjustments.steps["calf-stretch#0"].repetitions == 3


def test_a_press_on_the_groove_takes_the_knob_there(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    track = slider(panel, "Hold")
    far = track.rect().center()
    far.setX(track.width() - 1)
    changed(qtbot, practice, lambda: QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=far))
    assert practice.adjustments.steps["calf-stretch#0"].hold == practice.catalogue["calf-stretch"].hold.max


def test_a_drag_makes_one_timeline_a_frame(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    made: list[int] = []
    practice.timeline_changed.connect(lambda: made.append(practice.timeline.total_ms))
    track = slider(panel, "Hold")

    def drag() -> None:
        for position in range(300, 600, 10):
            track.setValue(position)

    changed(qtbot, practice, drag)
    assert len(made) == 1
    assert practice.adjustments.steps["calf-stretch#0"].hold == 60  # the nearest step of five seconds


def test_one_value_goes_back_alone(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    changed(qtbot, practice, button(panel, "Hold: more").click)
    changed(qtbot, practice, button(panel, "Rest: more").click)
    changed(qtbot, practice, button(panel, "Hold: as in the routine").click)
    assert practice.adjustments.steps["calf-stretch#0"].hold is None
    assert practice.adjustments.steps["calf-stretch#0"].rest is not None


def test_reset_of_the_exercise_leaves_the_others(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    other = {"hip-hinge#0": Change(repetitions=3)}
    practice.set_adjustments(Adjustments(steps={**other, "calf-stretch#0": Change(hold=60)}))
    changed(qtbot, practice, button(panel, "Reset this exercise").click)
    assert practice.adjustments.steps == other


def test_the_whole_practice(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    button(panel, "Whole practice").click()
    changed(qtbot, practice, button(panel, "All holds: more").click)
    changed(qtbot, practice, button(panel, "Get ready: less").click)
    assert (practice.adjustments.hold_scale, practice.adjustments.ready) == (1.1, 15)
    with qtbot.waitSignal(practice.settings_changed):
        button(panel, "Pace: more").click()
    assert practice.settings.number("tempo") == 1.1
    changed(qtbot, practice, button(panel, "Reset everything").click)
    qtbot.waitUntil(lambda: not practice.adjustments)
    assert practice.settings.number("tempo") == 1.0


def test_totals_stand_beside_what_they_were(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    before = total(panel, "This exercise")
    changed(qtbot, practice, button(panel, "Hold: more").click)
    assert total(panel, "This exercise") != before
    assert "+0:" in words(panel)


def test_it_turns_to_the_exercise_after(panel: AdjustPanel) -> None:
    button(panel, "Exercise after").click()
    assert "2 of" in words(panel)
    assert "Calf stretch" not in words(panel)


def test_it_goes_along_with_the_practice(practice: Practice, panel: AdjustPanel) -> None:
    practice.play_pause()
    hold = next(s for s in practice.timeline.segments if s.exercise == "soleus-stretch" and s.kind == "hold")
    practice.seek(hold.start_ms)
    assert "Soleus stretch" in words(panel)


def test_during_play_the_place_is_kept(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    practice.play_pause()
    hold = next(s for s in practice.timeline.segments if s.kind == "hold")
    practice.seek(hold.start_ms + 7000)
    changed(qtbot, practice, button(panel, "Hold: more").click)
    now = practice.player.segment
    assert (now.kind, now.side, now.duration_ms) == ("hold", hold.side, 35_000)
    assert practice.player.place_ms - now.start_ms == pytest.approx(7000, abs=50)


def test_another_routine_is_shown_afresh(practice: Practice, panel: AdjustPanel) -> None:
    practice.open(routine("hinge-skill"))
    assert "Hip hinge" in words(panel)


def test_closing_is_asked_for(qtbot: QtBot, panel: AdjustPanel) -> None:
    with qtbot.waitSignal(panel.closed):
        button(panel, "Close the adjust panel").click()


def test_every_dial_says_what_it_is(panel: AdjustPanel) -> None:
    for name in ("Hold", "Repetitions", "Rest"):
        assert slider(panel, name).accessibleDescription()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 344), (1.5, 430), (2.0, 516)])
@pytest.mark.parametrize("tab", ["This exercise", "Whole practice"])
def test_no_text_is_cut(qtbot: QtBot, practice: Practice, scale: float, width: int, tab: str) -> None:
    large = shown(qtbot, practice, Theme("dark", scale), width, 800)
    button(large, tab).click()
    assert cut(large) == []


def test_how_far_the_figure_goes(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    changed(qtbot, practice, button(panel, "Regular").click)
    assert practice.timeline.segments[1].range == "regular"
    assert named(panel, QLabel, "How far").isVisible()


def test_so_many_minutes(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    button(panel, "Whole practice").click()
    track = slider(panel, "I have")
    changed(qtbot, practice, lambda: track.setValue(120))
    assert abs(practice.timeline.total_ms - 12 * 60_000) <= 5000
    assert "on both sides alike." in words(panel)
    changed(qtbot, practice, button(panel, "I have: as in the routine").click)
    assert not practice.adjustments
    assert "on both sides alike." not in words(panel)


def test_the_longest_is_what_the_exercises_allow(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    button(panel, "Whole practice").click()
    track = slider(panel, "I have")
    changed(qtbot, practice, lambda: track.setValue(track.maximum()))
    assert practice.timeline.total_ms <= track.maximum() / 10 * 60_000 + 5000


def test_as_adjusted_it_can_be_kept(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    assert not button(panel, "Save as my routine").isEnabled()
    changed(qtbot, practice, button(panel, "Hold: more").click)
    with qtbot.waitSignal(panel.save_asked):
        button(panel, "Save as my routine").click()


def test_every_change_can_be_undone(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    assert not button(panel, "Undo").isEnabled()
    for _ in range(3):
        changed(qtbot, practice, button(panel, "Hold: more").click)
    changed(qtbot, practice, button(panel, "Rest: more").click)
    changed(qtbot, practice, button(panel, "Undo: Rest").click)
    assert practice.adjustments.steps == {"calf-stretch#0": Change(hold=45)}
    changed(qtbot, practice, button(panel, "Undo: Hold").click)
    assert not practice.adjustments
    practice.open(routine("hinge-skill"))
    assert not button(panel, "Undo").isEnabled()


def test_a_longer_left_side_and_another_pace(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    changed(qtbot, practice, button(panel, "Longer on the left: more").click)
    changed(qtbot, practice, button(panel, "Pace: more").click)
    assert practice.adjustments.steps == {"calf-stretch#0": Change(extra_left=5, pace=1.1)}
    holds = [s for s in practice.timeline.segments if s.kind == "hold" and s.exercise == "calf-stretch"]
    assert {(s.side, s.duration_ms) for s in holds} == {("left", 35_000), ("right", 30_000)}


def test_another_form(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    changed(qtbot, practice, button(panel, "Seated, with a strap").click)
    assert "Calf stretch, seated, with a strap" in words(panel)
    assert practice.timeline.segments[0].variant == "seated"
    changed(qtbot, practice, button(panel, "Reset this exercise").click)
    assert practice.timeline.segments[0].variant is None


def test_leaving_one_out_and_taking_it_in_again(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    before_ms = practice.timeline.total_ms
    changed(qtbot, practice, button(panel, "Leave this one out").click)
    assert "calf-stretch" not in {s.exercise for s in practice.timeline.segments}
    assert "Calf stretch" in words(panel)
    changed(qtbot, practice, button(panel, "Leave this one out").click)
    assert practice.timeline.total_ms == before_ms


def test_the_last_one_cannot_be_left_out(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    keys = ["calf-stretch#0", "soleus-stretch#0", "top-of-foot-stretch#0", "hip-hinge#0", "hip-hinge#1",
            "legs-on-the-wall#0"]  # fmt: skip
    practice.set_adjustments(Adjustments({key: Change(skip=True) for key in keys}))
    while "Twist on the floor" not in words(panel):
        button(panel, "Exercise after").click()
    assert not button(panel, "Leave this one out").isEnabled()


def test_marks_and_how_far_for_the_whole_practice(qtbot: QtBot, practice: Practice, panel: AdjustPanel) -> None:
    button(panel, "Whole practice").click()
    changed(qtbot, practice, button(panel, "First weeks").click)
    assert {s.range for s in practice.timeline.segments if s.exercise} == {"first-weeks"}
    with qtbot.waitSignal(practice.settings_changed):
        button(panel, "Teaching marks").click()
    assert not practice.settings.flag("marks")
