"""What doctor looks at: one function a line of its table, each with the remedy where something is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

from hinge_gui.audio import pulse, wav
from hinge_gui.audio.command import NO_ESPEAK, command_of
from hinge_gui.audio.phrase_files import PhraseFiles, VoiceError
from hinge_gui.audio.process_output import ProcessOutput
from hinge_gui.core.remedies import APT_SOUND, APT_VOICE, PIPER, TEST_SENTENCE, better_voices
from hinge_gui.core.settings import Settings, from_mapping
from hinge_gui.records import dataclass
from hinge_gui.store.assets import asset
from hinge_gui.store.exercises import ExerciseEntry
from hinge_gui.store.library import Library, RoutineEntry
from hinge_gui.store.places import Places
from hinge_gui.store.read import Reader
from hinge_gui.verbs.display import APT_QT, APT_X11

State = Literal["ok", "missing", "not tried"]
LINUX = sys.platform.startswith("linux")
PROBE_S = 3.0  # for Qt on this display; half of it for Qt without any
SILENCE_S = 1.0  # a program that cannot play ends within this
VOICE_S = 3.5  # for one sentence; a neural voice loads its model first
MEND_VOICE = "Try the line in a terminal, with a file for {wav} and a word for {text}; or empty Voice of your own."
Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `needed` is without which no practice can be followed with sight and sound."""

    name: str
    state: State
    words: str
    remedy: str = ""
    needed: bool = False


def ask_qt() -> dict[str, Any]:
    """What the probe told, by step; `why` where it did not come to its end."""
    told, why = _probe(None, PROBE_S)
    if "display" not in told and "qt" in told and "error" not in told["qt"]:
        blind, _ = _probe("offscreen", PROBE_S / 2)
        told = {**blind, **told}
        told.pop("display", None)
    return {**told, "why": why}


def _probe(platform: str | None, limit_s: float) -> tuple[dict[str, Any], str]:
    me = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hinge_gui"]
    environment = {**os.environ, **({"QT_QPA_PLATFORM": platform} if platform else {})}
    child = subprocess.Popen(
        [*me, "doctor", "--probe"], env=environment, text=True, encoding="utf-8", errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        out, err = child.communicate(timeout=limit_s)
    except subprocess.TimeoutExpired:
        child.kill()
        out, err = child.communicate()
        err = f"no answer within {limit_s:g} s"
    steps = [json.loads(line) for line in out.splitlines() if line.startswith("{") and line.endswith("}")]
    why = next((line for line in err.splitlines() if line.strip()), "")  # Qt gives its reason first
    return {step["step"]: step for step in steps}, why.removeprefix("qt.qpa.").partition(": ")[2] or why


def python() -> Finding:
    """Old ones cannot install the app; what is left to tell is the version."""
    return Finding("Python", "ok", ".".join(map(str, sys.version_info[:3])), needed=True)


def pyside(told: Found) -> Finding:
    try:
        here = version("PySide6-Essentials")
    except PackageNotFoundError:
        return Finding("PySide6", "missing", "not installed", "Run: pip install hinge-gui", needed=True)
    if here.startswith("6.12.0") and sys.version_info < (3, 12):
        remedy = "Run: pip install 'PySide6-Essentials<6.12' 'PySide6-Addons<6.12'"
        return Finding("PySide6", "missing", f"{here} breaks down on Python 3.11", remedy, needed=True)
    error = told.get("qt", {}).get("error")
    if error:
        return Finding("PySide6", "missing", f"{here}, but {error}", APT_QT if LINUX else "", needed=True)
    if "qt" not in told:
        return Finding("PySide6", "missing", f"{here} does not start: {told.get('why', '')}", needed=True)
    return Finding("PySide6", "ok", f"{here}, Qt {told['qt']['found']}", needed=True)


def display(told: Found) -> Finding:
    if "display" in told:
        return Finding("Display", "ok", str(told["display"]["found"]), needed=True)
    if "qt" not in told or "error" in told["qt"]:
        return Finding("Display", "not tried", "without PySide6", needed=True)
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")) or not LINUX
    if not named:
        remedy = "Start it on a desktop; here the practice goes in the terminal: hinge-gui follow"
        return Finding("Display", "missing", "no display", remedy, needed=True)
    remedy = f"Where libraries lack: {APT_X11}" if LINUX else ""
    return Finding("Display", "missing", f"no window can be opened: {told.get('why', '')}", remedy, needed=True)


def fonts(told: Found) -> Finding:
    if "fonts" not in told:
        return Finding("Fonts", "not tried", "without Qt", needed=True)
    count = told["fonts"].get("found", 0)
    if not count:
        remedy = "sudo apt install fonts-dejavu-core" if LINUX else "Install a font."
        return Finding("Fonts", "missing", "none; every letter would be a box", remedy, needed=True)
    return Finding("Fonts", "ok", f"{count} families", needed=True)


def sound_by_qt(told: Found) -> Finding:
    step = told.get("sound")
    if step is None:
        return Finding("Sound by Qt", "not tried", "without Qt")
    if "error" in step:
        return Finding("Sound by Qt", "missing", step["error"], APT_SOUND if LINUX else "")
    if not step["found"]:
        return Finding("Sound by Qt", "missing", "no output device", f"Connect a speaker. {APT_SOUND}" if LINUX else "")
    return Finding("Sound by Qt", "ok", step["found"])


def sound_by_programs() -> Finding:
    """Plays silence, and sees whether the program ends in failure."""
    output = ProcessOutput(lambda: None)
    output.load([asset("resources", "bells", "bowls", "tick.wav")])
    output.begin()
    until = time.monotonic() + SILENCE_S
    while output.trouble is None and time.monotonic() < until:
        time.sleep(0.02)
    trouble = output.trouble
    output.close()
    if trouble:
        what, _, remedy = trouble.partition(". ")
        return Finding("Sound by playsound", "missing", what.rstrip("."), remedy)
    return Finding("Sound by playsound", "ok", "a program of this machine plays")


def unless_unheard(by_programs: Finding, told: Found) -> Finding:
    """Where a server plays on an output that nobody hears, programs play on it, too."""
    qt_found_none = told.get("sound", {}).get("found") == ""
    if LINUX and by_programs.state == "ok" and qt_found_none and pulse.server_answers():
        return Finding(by_programs.name, "missing", "only an output that nobody hears", "Connect a speaker.")
    return by_programs


def wishes(here: Places, reader: Reader) -> Settings:
    """The settings as far as they can be read; a broken file is not set aside for that."""
    data, _ = reader.plain(here.settings) if os.path.exists(here.settings) else (None, ())
    return from_mapping(data)[0] if isinstance(data, dict) else Settings()


def voice(wished: Settings) -> Finding:
    """Speaks one sentence into a file with the voice that is set."""
    own = wished.word("voice_command").strip()
    if not own and not LINUX:
        return Finding("Voice", "not tried", "the system's own speaks; try it in Preferences, Voice, Say a sentence")
    command = command_of(wished)
    if trouble := command.trouble:
        words = "espeak-ng is not installed" if trouble == NO_ESPEAK else trouble
        return Finding("Voice", "missing", words, APT_VOICE if trouble == NO_ESPEAK else MEND_VOICE)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hinge-gui-") as folder:
        try:
            length_ms = wav.length_ms(PhraseFiles(command, Path(folder), VOICE_S).file(TEST_SENTENCE))
        except (VoiceError, wav.NotWavError) as error:
            return Finding("Voice", "missing", str(error), MEND_VOICE if own else "Choose another Speaker.")
    took_ms = (time.monotonic() - began) * 1000
    words = f"{command.words[0]}: a sentence of {length_ms / 1000:.1f} s, ready in {took_ms:.0f} ms"
    return Finding("Voice", "ok", words)


def better_voice(wished: Settings) -> Finding:
    """How to get one, unless there is one already."""
    if own := wished.word("voice_command").strip():
        return Finding("A better voice", "ok", f"your own: {own.split()[0]}")
    if wished.word("voice_name").startswith("mb-"):
        return Finding("A better voice", "ok", f"MBROLA, {wished.word('voice_name')}")
    typed = [line for advice in better_voices(LINUX) if advice.typed != (APT_VOICE,) for line in advice.typed]
    if LINUX:
        typed.insert(1, "then in settings.yaml:  voice_name: mb-en1")
    typed[-1:] = ["then in settings.yaml:", f"voice_command: {PIPER}"]
    words = "the usual one speaks; for a softer one, or the finest:"
    return Finding("A better voice", "not tried", words, "\n".join(typed))


def keep_awake(told: Found) -> Finding:
    if not LINUX:
        return Finding("Keep awake", "not tried", "the system's own is used")
    services = told.get("bus", {}).get("found")
    if "bus" not in told:
        return Finding("Keep awake", "not tried", "without Qt")
    if not services:
        words = "no service on the desktop's bus" if services == [] else "no desktop bus"
        return Finding("Keep awake", "missing", words, "Set the screen's blanking to longer than a practice.")
    return Finding("Keep awake", "ok", ", ".join(services))


def media_keys(told: Found) -> Finding:
    if not LINUX:
        return Finding("Media keys", "not tried", "they work while the window has the focus")
    if "bus" not in told:
        return Finding("Media keys", "not tried", "without Qt")
    if told["bus"].get("found") is None:
        words = "no desktop bus; they work while the window has the focus"
        return Finding("Media keys", "missing", words, "sudo apt install dbus-user-session")
    return Finding("Media keys", "ok", "through the desktop's bus")


def camera(told: Found) -> Finding:
    step = told.get("camera")
    if step is None or "error" in step:
        return Finding("Camera", "not tried", "without Qt Multimedia")
    if not step["found"]:
        return Finding("Camera", "missing", "none", "Only a mirror view would need one.")
    return Finding("Camera", "ok", f"{step['found']} found")


def data_folder(here: Places) -> Finding:
    """Writes a file into the folder, or where the folder would be made."""
    folder = here.data
    while not os.path.exists(folder) and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".hinge-gui-"):
            return Finding("Data folder", "ok", str(here.data), needed=True)
    except OSError as error:
        remedy = "Make it writable, or set HINGE_GUI_HOME to a folder that is; a practice plays all the same."
        return Finding("Data folder", "missing", f"{here.data}: {error.strerror}", remedy)


def settings(here: Places, reader: Reader) -> Finding:
    """Only looks: a broken file is set aside when the app itself starts."""
    path: Path = here.settings
    if not os.path.exists(path):
        return Finding("Settings", "ok", "as usual; nothing was changed yet")
    data, faults = reader.plain(path)
    if faults:
        return Finding("Settings", "missing", str(faults[0]), "Mend that line, or move the file away.")
    refused = from_mapping(data)[1] if isinstance(data, dict) else []
    if refused:
        return Finding("Settings", "missing", f"{path}: {refused[0][1]}", "Mend that line, or take it out.")
    return Finding("Settings", "ok", str(path))


def own_things(library: Library) -> Finding:
    entries: list[RoutineEntry | ExerciseEntry] = [*library.routines(), *library.exercises.all()]
    own = [e for e in entries if e.own]
    broken = [e for e in own if e.faults]
    if broken:
        remedy = f"hinge-gui check {' '.join(str(e.file) for e in broken)}"
        return Finding("Own routines", "missing", f"{len(broken)} of {len(own)} have faults", remedy)
    return Finding("Own routines", "ok", f"{len(own)} file{'' if len(own) == 1 else 's'}")
