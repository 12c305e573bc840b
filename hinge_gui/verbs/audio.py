"""`hinge-gui audio`: a whole practice as sound, for a phone or a player without a screen."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hinge_gui.audio import wav
from hinge_gui.audio.command import command_of
from hinge_gui.audio.mixdown import Placed, mix
from hinge_gui.audio.phrase_files import PhraseFiles, VoiceError
from hinge_gui.audio.protocols import gain_of
from hinge_gui.core.errors import MachineError, PersonError
from hinge_gui.core.settings import Settings
from hinge_gui.core.speech import spoken_at
from hinge_gui.core.timeline import Timeline
from hinge_gui.store.assets import asset
from hinge_gui.store.places import places
from hinge_gui.store.settings_file import SettingsFile
from hinge_gui.verbs.output import demand_place, output_file
from hinge_gui.verbs.timeline import add_choices, chosen

RING_OUT_MS = 1900  # after the last moment, for the last bell
LINES_AT_ONCE = 2
TRIAL_MS = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_choices(parser)
    parser.add_argument("-o", dest="output", type=output_file, required=True, metavar="F.wav", help="the sound file")


def run(args: argparse.Namespace) -> int:
    target: Path = args.output
    converter = _converter(target)
    demand_place(target)
    timeline, library = chosen(args)
    settings, _ = SettingsFile(places().settings, library.reader).load()
    with tempfile.TemporaryDirectory(prefix="hinge-gui-") as folder:
        finished = Path(folder, "practice.wav")
        if converter is not None:  # before minutes of speech are made for nothing
            mix((), TRIAL_MS, finished)
            _converted(finished, target, converter)
        phrases = _spoken(timeline, settings, Path(folder))
        mix(_sounds(timeline, settings, phrases), timeline.total_ms + RING_OUT_MS, finished)
        _deliver(finished, target, converter)
    return 0


def _converter(target: Path) -> str | None:
    """The program that makes other formats; None for a WAV file, which needs none."""
    if target.suffix.lower() in {".wav", ""}:
        return None
    program = shutil.which("ffmpeg")
    if program is None:
        raise MachineError(f"{target.suffix} needs ffmpeg.", "sudo apt install ffmpeg, or name the file F.wav.")
    return program


def _spoken(timeline: Timeline, settings: Settings, folder: Path) -> Mapping[str, Path]:
    """A file for each phrase; none where there is no voice, which is said."""
    command = command_of(settings)
    trouble = command.trouble if settings.flag("voice") else "The voice is switched off in the preferences."
    if trouble is None:
        files = PhraseFiles(command, folder)
        texts = list(dict.fromkeys(cue.text for cue in timeline.cues if cue.text))
        try:
            with ThreadPoolExecutor(LINES_AT_ONCE) as lines:
                return dict(zip(texts, lines.map(files.file, texts), strict=True))
        except VoiceError as error:
            trouble = f"The voice failed: {error}."
    print(f"hinge-gui: bells only. {trouble}", file=sys.stderr)
    return {}


def _sounds(timeline: Timeline, settings: Settings, phrases: Mapping[str, Path]) -> Iterator[Placed]:
    bells, voice = gain_of(settings.number("bells_volume")), gain_of(settings.number("voice_volume"))
    folder = asset("resources", "bells") / settings.word("bell_set")
    for cue in timeline.cues:
        if cue.bell:
            yield Placed(cue.at_ms, folder / f"{cue.bell}.wav", bells)
    lengths = {text: wav.length_ms(file) for text, file in phrases.items()}
    if lengths:
        for at_ms, text in spoken_at(timeline, lengths.get):
            yield Placed(at_ms, phrases[text], voice)


def _deliver(finished: Path, target: Path, converter: str | None) -> None:
    """Into place once it is whole."""
    if converter is not None:
        finished = _converted(finished, target, converter)
    try:
        shutil.move(finished, target)
    except OSError as error:
        raise PersonError(f"{target} cannot be written: {error.strerror}.") from error


def _converted(wav_file: Path, target: Path, converter: str) -> Path:
    """The same sound beside it, in the format that the target's ending names."""
    made = wav_file.with_name(f"made{target.suffix}")
    words = [converter, "-nostdin", "-y", "-loglevel", "error", "-i", str(wav_file), str(made)]
    try:
        subprocess.run(words, check=True, capture_output=True, text=True, errors="replace")
    except OSError as error:
        raise PersonError(f"{target} cannot be written: {error.strerror}.") from error
    except subprocess.CalledProcessError as error:
        said: str = error.stderr.strip()
        if "output format" in said:
            told = f"ffmpeg knows no sound file {target.suffix}."
            raise PersonError(told, "Name it .wav, .mp3, .ogg, .flac or .m4a.") from error
        why = (said.splitlines() or ["it does not say why"])[-1]
        raise PersonError(f"ffmpeg cannot make {target}: {why}") from error
    return made
