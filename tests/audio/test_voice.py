"""The rendered voice, with espeak-ng itself and with programs that misbehave."""

from __future__ import annotations

import os
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.audio import rendered_voice, rendering, wav
from hinge_gui.audio.command import NO_ESPEAK, Command, espeak, own_command
from hinge_gui.audio.rendered_voice import RenderedVoice
from hinge_gui.audio.rendering import key
from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.store.library import DEFAULT_ROUTINE, Library
from hinge_gui.store.places import places
from tests.audio.test_eyes_off import need_espeak
from tests.silence import Notes

Make = Callable[[Command], RenderedVoice]


@pytest.fixture
def output() -> Notes:
    return Notes()


@pytest.fixture
def make(output: Notes, tmp_path: Path, qtbot: QtBot) -> Iterator[Make]:
    made: list[RenderedVoice] = []

    def voice(command: Command) -> RenderedVoice:
        made.append(RenderedVoice(output, command, tmp_path / "phrases"))
        return made[-1]

    yield voice
    for each in made:
        each.close()


def program(code: str) -> Command:
    """A voice written in Python: `out` is where the sound belongs, `text` what is to be said."""
    head = "import sys, time, wave; out = sys.argv[1]; text = sys.stdin.read()\n"
    return Command((sys.executable, "-c", head + code, "{wav}"))


GOOD = """
with wave.open(out, "wb") as f:
    f.setnchannels(1); f.setsampwidth(2); f.setframerate(8000); f.writeframes(bytes(160 * len(text)))
"""


def test_espeak_renders_ahead_and_knows_the_lengths(make: Make, output: Notes, qtbot: QtBot) -> None:
    need_espeak()
    voice = make(espeak())
    phrases = ["Left side.", "-v is no option here", "Half way."]
    voice.prepare(phrases)
    qtbot.waitUntil(lambda: None not in map(voice.length_ms, phrases), timeout=10_000)
    assert voice.trouble is None
    assert 400 < (voice.length_ms("Left side.") or 0) < 3000
    voice.say("Left side.")
    assert len(output.played) == 1


def test_what_is_not_ready_is_said_once_it_is(make: Make, output: Notes, qtbot: QtBot) -> None:
    voice = make(program(GOOD))
    voice.say("Now")
    assert output.played == []
    qtbot.waitUntil(lambda: len(output.played) == 1, timeout=5000)
    assert voice.length_ms("Now") == 30


def test_a_phrase_cuts_off_the_one_before_and_mute_cuts_off_both(make: Make, output: Notes, qtbot: QtBot) -> None:
    voice = make(program(GOOD))
    voice.prepare(["one", "two"])
    qtbot.waitUntil(lambda: voice.length_ms("two") is not None and voice.length_ms("one") is not None, timeout=5000)
    voice.say("one")
    voice.say("two")
    assert len(output.stopped) == 1
    voice.set_muted(True)
    voice.say("one")
    assert len(output.played) == len(output.stopped) == 2


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(3)", "code 3"),
        ("pass", "cannot be read"),
        ("open(out, 'w').write('no sound')", "not a WAV file"),
        ("time.sleep(60)", "no sound in"),
        ("f = open(out, 'wb')\nwhile True: f.write(bytes(1000)); f.flush(); time.sleep(0.001)", "more than"),
    ],
    ids=["fails", "writes nothing", "writes text", "hangs", "writes for ever"],
)
def test_a_command_that_misbehaves_is_said(
    code: str, words: str, make: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "_PATIENCE_MS", 1500)
    monkeypatch.setattr(wav, "MAX_BYTES", 50_000)
    voice = make(program(code))
    with qtbot.waitSignal(voice.changed, timeout=8000):
        voice.prepare(["Hello"])
    assert voice.trouble is not None
    assert voice.length_ms("Hello") is None
    voice.close()
    assert list((tmp_path / "phrases").iterdir()) == []


def test_a_voice_that_hangs_is_said_when_its_first_phrase_is_due(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long before the program is given up."""
    monkeypatch.setattr(rendered_voice, "_SLOW_MS", 100)
    voice = make(program("time.sleep(60)"))
    voice.prepare(["Hello"])
    assert voice.trouble is None, "nobody needs it yet"
    with qtbot.waitSignal(voice.changed, timeout=2000):
        voice.hurry("Hello")
    assert voice.trouble == rendered_voice.SLOW


def test_what_writes_fast_and_without_end_is_stopped_early_and_never_read(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    """As a voice would that writes a gigabyte: the limit is some twenty megabytes, looked at four times a second."""
    code = """
with open(out, 'wb') as f:
    while True: f.write(bytes(1_000_000)); time.sleep(0.002)
"""
    voice = make(program(code))
    tracemalloc.start()
    with qtbot.waitSignal(voice.changed, timeout=8000):
        voice.prepare(["Hello"])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "more than" in str(voice.trouble)
    assert most < 5_000_000
    voice.close()
    assert list((tmp_path / "phrases").iterdir()) == []


def computed_s() -> float:
    """Of a core, by this process and those it started: another's work beside it does not count."""
    return sum(os.times()[:4])


def test_the_default_routine_is_spoken_ahead_within_four_seconds(make: Make, qtbot: QtBot) -> None:
    need_espeak()
    library = Library(places())
    routine = library.playable(DEFAULT_ROUTINE)
    cues = compile_routine(routine, library.catalogue, Manner("full")).cues
    texts = list(dict.fromkeys(cue.text for cue in cues if cue.text))
    voice, begun_s = make(espeak()), computed_s()
    voice.prepare(texts)
    qtbot.waitUntil(lambda: all(voice.length_ms(text) is not None for text in texts), timeout=20_000)
    assert computed_s() - begun_s < 4


def test_a_program_that_is_not_there_is_said_with_the_remedy(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "there is no 'my-voice'" in str(make(own_command("my-voice -o {wav}")).trouble)
    monkeypatch.setenv("PATH", "")
    voice = make(espeak())
    assert voice.trouble == NO_ESPEAK
    voice.prepare(["Hello"])
    voice.say("Hello")
    assert voice.length_ms("Hello") is None


def test_the_same_words_at_another_speed_are_another_file() -> None:
    assert key(espeak(140), "Left") != key(espeak(160), "Left")
    assert own_command("say 'a b' {wav}").words == ("say", "a b", "{wav}")
