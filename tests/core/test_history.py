"""Undo and redo."""

from __future__ import annotations

from hinge_gui.core.history import History


def test_a_knob_that_is_dragged_is_one_edit() -> None:
    history = History(10)
    for hold in (11, 12, 13):
        history.do(hold, "Hold", "hold 0")
    assert history.undo() == "Hold"
    assert history.now == 10
    assert history.redo() == "Hold"
    assert history.now == 13


def test_another_knob_or_an_undo_between_ends_the_drag() -> None:
    history = History(10)
    history.do(11, "Hold", "hold 0")
    history.do(12, "Rest", "rest 0")
    history.do(13, "Hold", "hold 0")
    assert [history.undo(), history.now] == ["Hold", 12]
    history.do(14, "Hold", "hold 0")
    assert [history.undo(), history.now] == ["Hold", 12]


def test_what_changes_nothing_is_no_edit_and_a_new_one_ends_what_could_be_redone() -> None:
    history = History(10, saved=10)
    assert not history.do(10, "Hold")
    assert [history.undo(), history.redo(), history.undo_words, history.redo_words] == ["", "", "", ""]
    history.do(11, "Hold")
    assert history.differs
    history.undo()
    assert not history.differs
    history.do(12, "Rest")
    assert [history.redo(), history.now] == ["", 12]
