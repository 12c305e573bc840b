"""Eyes off: from the sound alone one knows which exercise, which side, half way, the change of sides and the end."""

from __future__ import annotations

import os
import shutil
import typing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from hinge_gui.audio import wav
from hinge_gui.audio.command import espeak
from hinge_gui.audio.phrase_files import PhraseFiles
from hinge_gui.audio.protocols import gain_of
from hinge_gui.cli import main
from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.routine import ExerciseStep, Step
from hinge_gui.core.script import Guidance
from hinge_gui.core.settings import Settings
from hinge_gui.core.speech import spoken_at
from hinge_gui.core.timeline import BELLS, Timeline
from hinge_gui.store.assets import asset
from hinge_gui.store.library import DEFAULT_ROUTINE, Library
from hinge_gui.store.places import places
from tests.audio import ears

SIX = {
    "calf-stretch", "soleus-stretch", "top-of-foot-stretch", "hip-hinge", "legs-on-the-wall", "twist-on-the-floor",
}  # fmt: skip
HALVED_S = 12  # a hold long enough for a half-way bell


def need_espeak() -> None:
    if shutil.which("espeak-ng") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("espeak-ng missing: sudo apt install espeak-ng")


def six(home: Path) -> Path:
    """The default routine, each of its steps once and as briefly as it may be."""
    usual = Library(places()).playable(DEFAULT_ROUTINE)
    file = home / "routines" / "six.yaml"
    file.parent.mkdir(parents=True)
    steps = "".join(_briefly(step) for step in usual.steps)
    file.write_text(f"format: hinge-routine/1\nname: Six\nready: 8\nrise: false\nsteps:\n{steps}", encoding="utf-8")
    return file


def _briefly(step: Step) -> str:
    if not isinstance(step, ExerciseStep):
        return "  - {pause: 8, say: Turn round.}\n"
    hold = 5 if step.variant == "counter" else HALVED_S
    form = f"exercise: {step.exercise}" + (f", variant: {step.variant}" if step.variant else "")
    return f"  - {{{form}, repetitions: 1, hold: {hold}, travel: 8}}\n"


def known_sounds(timeline: Timeline, folder: Path) -> dict[str, tuple[ears.Wave, float]]:
    """Everything that may be heard, and how loud."""
    spoken, settings = PhraseFiles(espeak(), folder), Settings()
    voice, bells = gain_of(settings.number("voice_volume")), gain_of(settings.number("bells_volume"))
    known = {cue.text: (ears.of_file(spoken.file(cue.text)), voice) for cue in timeline.cues if cue.text}
    for bell in BELLS:
        known[f"bell:{bell}"] = (ears.of_file(asset("resources", "bells", "bowls", f"{bell}.wav")), bells)
    return known


def told(heard: list[ears.Heard], names: dict[str, str]) -> Iterator[str]:
    """What somebody who knows the names of the exercises makes of what is heard."""
    for sound in heard:
        words = sound.name.removeprefix("Next: ").rstrip(".")
        name = next((id_ for name, id_ in names.items() if words.startswith(name)), None)
        if name:
            yield name
        if words.endswith("left side") or words == "Left side":
            yield "left"
        elif words.endswith("right side") or words == "Right side":
            yield "right"
        elif words in {"bell:half", "bell:switch", "bell:end", "bell:finish"}:
            yield words.removeprefix("bell:")


def happens(timeline: Timeline) -> Iterator[str]:
    """The same from the segments of the timeline, which know nothing of cues."""
    step = -1
    for n, segment in enumerate(timeline.segments):
        if segment.step != step and segment.exercise:
            step = segment.step
            yield segment.exercise
        if segment.kind == "in" and segment.side in {"left", "right"}:
            yield segment.side
        if segment.kind == "hold" and segment.duration_ms >= 10_000:
            yield "half"
        if segment.kind == "out":
            yield "end"
        if segment.kind == "switch":
            yield "switch"
        if n == len(timeline.segments) - 1:
            yield "finish"


def test_the_six_exercises_are_followed_by_ear_alone(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    need_espeak()
    file, target = six(home), tmp_path / "six.wav"
    assert main(["audio", str(file), "-o", str(target), "--guidance", "bare"]) == 0
    assert capsys.readouterr().err == ""
    library = Library(places())
    timeline = compile_routine(library.playable(str(file)), library.catalogue, Manner("bare"))
    heard = ears.listen(ears.of_file(target), known_sounds(timeline, tmp_path))
    names = {library.catalogue[id_].name: id_ for id_ in SIX}
    assert {segment.exercise for segment in timeline.segments} >= SIX
    assert list(told(heard, names)) == list(happens(timeline))
    spoken = [h for h in heard if not h.name.startswith("bell:")]
    for before, after in pairwise(spoken):
        assert after.at_ms - before.at_ms - before.length_ms >= 480, f"{after.name} follows too soon"


def test_every_phrase_of_every_routine_is_said_in_time(tmp_path: Path) -> None:
    """By real lengths, which differ from those that the timeline reckons with."""
    need_espeak()
    library, voice = Library(places()), PhraseFiles(espeak(), tmp_path)
    routines, guidances = [entry.id for entry in library.routines()], typing.get_args(Guidance)
    manners = [(library.playable(id_), Manner(guidance)) for id_ in routines for guidance in guidances]
    timelines = [compile_routine(routine, library.catalogue, manner) for routine, manner in manners]
    texts = {cue.text for timeline in timelines for cue in timeline.cues if cue.text}
    with ThreadPoolExecutor(2) as lines:
        lengths = dict(zip(texts, map(wav.length_ms, lines.map(voice.file, texts)), strict=True))
    for timeline in timelines:
        said = [text for _, text in spoken_at(timeline, lengths.get)]
        assert said == [cue.text for cue in timeline.cues if cue.text], timeline.routine


def test_it_is_as_long_as_the_timeline_and_says_what_lacks(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    file, target = six(home), tmp_path / "six.wav"
    assert main(["audio", str(file), "-o", str(target)]) == 0
    assert "espeak-ng" in capsys.readouterr().err
    library = Library(places())
    timeline = compile_routine(library.playable(str(file)), library.catalogue)
    monkeypatch.setattr(wav, "MAX_BYTES", 1_000_000_000)
    assert 0 <= wav.length_ms(target) - timeline.total_ms <= 2000


def test_a_voice_that_is_switched_off_is_not_written_either(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PhraseFiles, "file", lambda *_: pytest.fail("spoke"))
    places().settings.parent.mkdir(parents=True, exist_ok=True)
    places().settings.write_text("voice: false\n")
    assert main(["audio", str(six(home)), "-o", str(tmp_path / "six.wav")]) == 0
    assert "switched off" in capsys.readouterr().err


def test_another_format_needs_its_program(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["audio", str(six(home)), "-o", str(tmp_path / "six.ogg")]) == 3
    assert "ffmpeg" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="the pretended program is a shell script")
def test_a_program_that_breaks_off_leaves_the_file_as_it_was(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    routine, program, target = str(six(home)), tmp_path / "ffmpeg", tmp_path / "six.ogg"
    program.write_text('#!/bin/sh\neval "made=\\${$#}"\necho half > "$made"\necho no such codec >&2\nexit 1\n')
    program.chmod(0o755)
    target.write_text("the old one")
    monkeypatch.setenv("PATH", str(tmp_path))
    with monkeypatch.context() as before_it_speaks:
        before_it_speaks.setattr(PhraseFiles, "file", lambda *_: pytest.fail("spoke"))
        assert main(["audio", routine, "-o", str(target)]) == 1
    assert "no such codec" in capsys.readouterr().err
    assert target.read_text() == "the old one"
    program.write_text(program.read_text().replace("exit 1", "exit 0"))
    assert main(["audio", routine, "-o", str(target)]) == 0
    assert target.read_text() == "half\n"


@pytest.mark.parametrize(("place", "words"), [("no/six.wav", "there is no folder"), ("", "is a folder")])
def test_a_place_that_cannot_be_written_is_told_before_anything_is_spoken(
    place: str, words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PhraseFiles, "file", lambda *_: pytest.fail("spoke"))
    assert main(["audio", "standing-break", "-o", str(tmp_path / place)]) == 1
    assert words in capsys.readouterr().err
