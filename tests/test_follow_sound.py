"""Bells and voice of the terminal: what is played when, and what is said of what lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from hinge_gui.audio.command import NO_ESPEAK
from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.events import CueDue, Paused
from hinge_gui.core.player import Player
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.core.settings import Settings
from hinge_gui.core.timeline import Cue
from hinge_gui.store.assets import asset
from hinge_gui.verbs.follow_sound import Sounds
from tests.core.builders import CATALOGUE, routine

TIMELINE = compile_routine(routine(ExerciseStep("calf", hold=20, repetitions=1), ready=5), CATALOGUE)
BELL = asset("resources", "bells", "bowls", "tick.wav")
SPEAKS = f'#!/bin/sh\nwhile [ "$1" != -w ]; do shift; done\ncp "{BELL}" "$2"\n'


class HeardOutput:
    """Keeps the names of the files that it was to play."""

    def __init__(self, trouble: str | None = None) -> None:
        self.trouble = trouble
        self.devices: Sequence[str] = ()
        self.played: list[str] = []
        self.stopped: list[str] = []

    def choose(self, device: str) -> None: ...

    def load(self, files: Sequence[Path]) -> None: ...

    def play(self, file: Path, gain: float) -> None:
        assert 0 < gain < 1
        self.played.append(file.stem)

    def stop(self, file: Path) -> None:
        self.stopped.append(file.stem)

    def begin(self) -> None: ...

    def rest(self) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def espeak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program named espeak-ng where it is found first."""

    def install(script: str) -> None:
        program = tmp_path / "espeak-ng"
        program.write_text(script, encoding="ascii")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    return install


def bell_only() -> Settings:
    return Settings({"voice": False})


def play_through(sounds: Sounds) -> None:
    player = Player(TIMELINE)
    for fact in player.play(0):
        sounds.hear(fact)
    for now_ms in range(0, TIMELINE.total_ms + 1000, 500):
        for fact in player.advance(now_ms):
            sounds.hear(fact)


def spoken(sounds: Sounds) -> None:
    """The phrases are files now: closing waits for the one at work, so wait before."""
    assert sounds._voice is not None
    assert sounds._voice._thread is not None
    sounds._voice._thread.join(10)


def test_every_bell_of_the_timeline_is_played_in_order() -> None:
    output = HeardOutput()
    sounds = Sounds(TIMELINE, bell_only(), None, output)
    play_through(sounds)
    sounds.close()
    assert output.played == [cue.bell for cue in TIMELINE.cues if cue.bell]


def test_without_an_output_the_terminal_rings_but_for_the_ticks() -> None:
    rung: list[None] = []
    output = HeardOutput("No sound output was found.")
    sounds = Sounds(TIMELINE, bell_only(), lambda: rung.append(None), output)
    play_through(sounds)
    sounds.close()
    assert output.played == []
    assert len(rung) == sum(cue.bell not in {None, "tick"} for cue in TIMELINE.cues)
    assert sounds.troubles == ["No sound output was found."]


def test_a_bell_that_comes_too_late_is_not_rung() -> None:
    output = HeardOutput()
    sounds = Sounds(TIMELINE, bell_only(), None, output)
    sounds.hear(CueDue(0, Cue(0, 0, "bell", bell="start"), late_ms=2500))
    sounds.close()
    assert output.played == []


def test_phrases_are_spoken_beforehand_and_played_when_due(espeak: Callable[[str], None]) -> None:
    espeak(SPEAKS)
    output = HeardOutput()
    sounds = Sounds(TIMELINE, Settings(), None, output)
    spoken(sounds)
    play_through(sounds)
    sounds.close()
    phrases = [cue.text for cue in TIMELINE.cues if cue.text]
    assert sum(name.startswith("phrase-") for name in output.played) == len(phrases)
    assert sounds.troubles == []


def test_a_pause_cuts_the_phrase_short(espeak: Callable[[str], None]) -> None:
    espeak(SPEAKS)
    output = HeardOutput()
    sounds = Sounds(TIMELINE, Settings(), None, output)
    spoken(sounds)
    first = next(cue for cue in TIMELINE.cues if cue.text)
    sounds.hear(CueDue(first.at_ms, first, late_ms=0))
    sounds.hear(Paused(first.at_ms + 100, "person"))
    sounds.close()
    assert output.stopped == ["phrase-0"]


def test_no_voice_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    sounds = Sounds(TIMELINE, Settings(), None, HeardOutput())
    assert sounds.troubles == [NO_ESPEAK]
    sounds.close()


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 1\n", "#!/no/such/shell\n"])
def test_a_voice_that_fails_is_told(espeak: Callable[[str], None], script: str) -> None:
    espeak(script)
    sounds = Sounds(TIMELINE, Settings(), None, HeardOutput())
    spoken(sounds)
    (trouble,) = sounds.troubles
    assert trouble.startswith("No voice: espeak-ng")
    sounds.close()
