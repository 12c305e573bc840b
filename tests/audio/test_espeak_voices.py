"""Which voices there are, read from what the program tells."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from hinge_gui.audio.espeak_voices import VoiceList, voices_in

TOLD = """Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 4  en-gb           --/M      english-mbrola-1   mb/mb-en1            (en 3)
 4  en-us           --/F      us-mbrola-1        mb/mb-us1            (en 9)
torn
"""


def test_recorded_voices_are_named_only_where_they_are_installed(tmp_path: Path) -> None:
    usual = [("de", "German"), ("en-gb", "English (Great Britain)")]
    assert list(voices_in(TOLD, tmp_path)) == usual
    (tmp_path / "en1").mkdir()
    (tmp_path / "en1" / "en1").touch()
    assert list(voices_in(TOLD, tmp_path)) == [*usual, ("mb-en1", "English 1, MBROLA")]


def test_the_program_is_asked_in_the_background(qtbot: QtBot, tmp_path: Path, monkeypatch: object) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\ncat <<'X'\n{TOLD}X\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")  # type: ignore[attr-defined]
    voices = VoiceList()
    with qtbot.waitSignal(voices.found) as told:
        voices.ask()
    assert told.args is not None
    assert told.args[0][0] == ("en-gb", "English (Great Britain)")
    voices.close()
