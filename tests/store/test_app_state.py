"""What the window remembers of itself, and that whatever stands in its file lets it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_gui.store.app_state import AppState, AppStateFile
from hinge_gui.store.places import places
from tests.store.files import write


def test_what_was_written_is_read_back() -> None:
    state = AppState(1024, 640, maximised=True, safety_read=True)
    AppStateFile(places()).write(state)
    assert AppStateFile(places()).read() == state


@pytest.mark.parametrize("torn", ["", "{", "[]", "3", "{}", '{"width": 9}', '{"width": 1e999, "height": 800}', "\0"])
def test_a_torn_file_says_nothing(home: Path, torn: str) -> None:
    write(home / "state" / "window.json", torn)
    assert AppStateFile(places()).read() == AppState()


def test_a_window_fits_on_some_screen(home: Path) -> None:
    write(home / "state" / "window.json", '{"width": 3, "height": 900000}')
    state = AppStateFile(places()).read()
    assert (state.width, state.height) == (100, 20_000)
