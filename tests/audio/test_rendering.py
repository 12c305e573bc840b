"""The folder in which spoken phrases are kept, and the line that a person types to have them spoken."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.audio import rendering
from hinge_gui.audio.command import Command, own_command
from hinge_gui.audio.rendered_voice import RenderedVoice
from hinge_gui.audio.rendering import Renderer
from tests.silence import Notes
from tests.store.files import write

SPEAKS = Command((sys.executable, "-c", "", "{wav}"))
AN_HOUR_S = 3600


def aged(file: Path, age_s: float) -> Path:
    write(file, bytes(100))
    os.utime(file, times=(time.time() - age_s,) * 2)
    return file


def test_what_another_window_is_making_stays_and_what_was_abandoned_goes(tmp_path: Path, qtbot: QtBot) -> None:
    under_way, abandoned = aged(tmp_path / "a.1-2.part", 1), aged(tmp_path / "b.1-2.part", AN_HOUR_S)
    Renderer(SPEAKS, tmp_path)
    assert under_way.exists()
    assert not abandoned.exists()


def test_of_too_many_phrases_the_oldest_go(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_CACHE_BYTES", 250)
    files = [aged(tmp_path / f"{hours}.wav", hours * AN_HOUR_S) for hours in range(4)]
    Renderer(SPEAKS, tmp_path)
    assert [file.exists() for file in files] == [True, True, False, False]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    voice = RenderedVoice(Notes(), SPEAKS, write(tmp_path / "file", "in the way") / "phrases")
    assert str(voice.trouble).startswith(f"The voice is silent: {tmp_path / 'file' / 'phrases'} cannot be written")
    assert voice.length_ms("Left side.") is None
    voice.say("Left side.")
    voice.close()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (r"C:\piper\piper.exe -f {wav}", (r"C:\piper\piper.exe", "-f", "{wav}")),
        (r'"C:\Program Files\piper.exe" "a b"', (r"C:\Program Files\piper.exe", "a b")),
    ],
)
def test_on_windows_a_backslash_is_part_of_a_path(line: str, words: tuple[str, ...]) -> None:
    assert own_command(line, windows=True).words == words


def test_elsewhere_a_backslash_takes_the_next_letter_as_it_is() -> None:
    assert own_command(r"say a\ b # {wav}", windows=False).words == ("say", "a b", "#", "{wav}")
