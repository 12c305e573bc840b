"""A disk that is full or may only be read: the person is told what to do, nothing is lost, and later it is saved."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hinge_gui.ui.editor.page import EditorPage
from hinge_gui.ui.messages import Sheet
from tests.helpers import OpenApp
from tests.ui.asking import button, words

MINE = """format: hinge-routine/1
name: Mine
steps:
  - exercise: calf-stretch   # the left one is stiff
    hold: 30
"""


@pytest.fixture
def page(open_app: OpenApp, mine: Path) -> EditorPage:
    app = open_app("mine")
    app.show_page("editor")
    made = app.window.beside.page
    assert isinstance(made, EditorPage)
    return made


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "Make room on it and try again."),
        (errno.EROFS, "Set HINGE_GUI_HOME to a folder that you may write to."),
        (errno.EACCES, "Give yourself the right, or set HINGE_GUI_HOME to another."),
    ],
    ids=["full", "read only", "not mine"],
)
def test_what_cannot_be_saved_is_told_kept_and_saved_later(
    page: EditorPage, mine: Path, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    button(page, "Hold: more").click()
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        button(page, "Save").click()
    (told,) = [sheet for sheet in page.window().findChildren(Sheet) if sheet.isVisible()]
    assert "mine.yaml cannot be written" in words(told).replace("\u200b", "")
    assert remedy in words(told)
    assert mine.read_text() == MINE
    assert [file.name for file in mine.parent.iterdir()] == [mine.name]
    button(told, "Close").click()
    assert page.differs
    button(page, "Save").click()
    assert mine.read_text() == MINE.replace("hold: 30", "hold: 35")
    assert not page.differs
