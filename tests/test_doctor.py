"""What doctor says of this machine, and of machines that lack things."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hinge_gui.audio import pulse
from hinge_gui.core.remedies import PIPER
from hinge_gui.core.settings import Settings
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from hinge_gui.verbs import doctor_checks as checks
from hinge_gui.verbs.doctor import can_follow, lines
from hinge_gui.verbs.doctor_checks import Finding, State

REPOSITORY = Path(__file__).resolve().parents[1]
NAMES = [
    "Python", "PySide6", "Display", "Fonts", "Sound by Qt", "Sound by playsound", "Voice", "A better voice",
    "Keep awake", "Media keys", "Camera", "Data folder", "Settings", "Own routines",
]  # fmt: skip
WELL = {
    "qt": {"found": "6.11.3"}, "display": {"found": "xcb, 1920 × 1080"}, "fonts": {"found": 12},
    "sound": {"found": "Speakers"}, "camera": {"found": 1}, "bus": {"found": ["org.freedesktop.ScreenSaver"]},
}  # fmt: skip


def doctor(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hinge_gui", "doctor", *words], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8", **env},
    )  # fmt: skip


def without(name: str) -> dict[str, Any]:
    return {step: found for step, found in WELL.items() if step != name}


def test_every_line_is_there_within_five_seconds() -> None:
    began = time.monotonic()
    done = doctor()
    took_s = time.monotonic() - began
    assert [name for name in NAMES if f" {name} " not in done.stdout] == []
    assert done.stderr == ""
    assert took_s < 8  # five on a machine that has nothing else to do
    assert done.returncode in {0, 3}
    assert ("can be followed with sight and sound" in done.stdout) == (done.returncode == 0)


def test_without_any_display_it_says_so_and_names_the_terminal() -> None:
    done = doctor(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert "hinge-gui follow" in done.stdout
    assert done.returncode == 3


def test_a_display_that_cannot_be_reached_gives_qts_own_reason() -> None:
    done = doctor(DISPLAY=":94", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="xcb")
    line = next(line for line in done.stdout.splitlines() if " Display " in line)
    assert line.startswith("! missing")
    assert ":94" in line or "libxcb" in line
    assert "families" in done.stdout, "fonts and sound are looked at all the same"


def test_the_probe_tells_step_by_step() -> None:
    done = doctor("--probe", QT_QPA_PLATFORM="offscreen")
    steps = [json.loads(line)["step"] for line in done.stdout.splitlines()]
    assert steps == ["qt", "display", "fonts", "bus", "sound", "camera"]


def test_where_qts_libraries_lack_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"qt": {"error": "libEGL.so.1: cannot open shared object file"}}
    monkeypatch.setattr(checks, "LINUX", True)
    found = checks.pyside(told)
    assert found.state == "missing"
    assert "libEGL.so.1" in found.words
    assert "libegl1" in found.remedy
    assert checks.display(told).state == "not tried"


def test_a_qt_that_dies_is_told_with_its_last_words() -> None:
    assert "Aborted" in checks.pyside({"why": "Aborted"}).words


@pytest.mark.parametrize(("here", "python", "state"), [
    ("6.12.0", (3, 11), "missing"), ("6.12.0", (3, 12), "ok"), ("6.11.3", (3, 11), "ok"), ("6.12.1", (3, 11), "ok"),
])  # fmt: skip
def test_the_pair_that_breaks_down_is_known(
    monkeypatch: pytest.MonkeyPatch, here: str, python: tuple[int, int], state: State
) -> None:
    monkeypatch.setattr(checks, "version", lambda _name: here)
    monkeypatch.setattr(sys, "version_info", (*python, 0, "final", 0))
    assert checks.pyside(WELL).state == state


@pytest.mark.parametrize(
    ("check", "step", "state"),
    [
        (checks.display, "display", "missing"), (checks.fonts, "fonts", "not tried"),
        (checks.sound_by_qt, "sound", "not tried"), (checks.camera, "camera", "not tried"),
        (checks.keep_awake, "bus", "not tried"), (checks.media_keys, "bus", "not tried"),
    ],
)  # fmt: skip
def test_a_step_that_was_not_reached(monkeypatch: pytest.MonkeyPatch, check: Any, step: str, state: State) -> None:
    monkeypatch.setattr(checks, "LINUX", True)
    assert check(WELL).state == "ok"
    assert check(without(step)).state == state


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (checks.fonts, {"fonts": {"found": 0}}), (checks.sound_by_qt, {"sound": {"found": ""}}),
        (checks.sound_by_qt, {"sound": {"error": "libpulse.so.0"}}), (checks.camera, {"camera": {"found": 0}}),
        (checks.keep_awake, {"bus": {"found": []}}), (checks.media_keys, {"bus": {"found": None}}),
    ],
)  # fmt: skip
def test_what_is_missing_comes_with_a_remedy(monkeypatch: pytest.MonkeyPatch, check: Any, told: dict[str, Any]) -> None:
    monkeypatch.setattr(checks, "LINUX", True)
    found = check(told)
    assert (found.state, bool(found.remedy)) == ("missing", True)


def program(folder: Path, script: str) -> Settings:
    """A voice of one's own that does what the script says; `$1` is the file."""
    file = folder / "own-voice"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    file.chmod(0o755)
    return Settings({"voice_command": f"{file} {{wav}}"})


def test_the_voice_is_tried_with_one_sentence(tmp_path: Path) -> None:
    bell = REPOSITORY / "resources" / "bells" / "bowls" / "tick.wav"
    found = checks.voice(program(tmp_path, f'cp "{bell}" "$1"'))
    assert found.state == "ok"
    assert "a sentence of" in found.words


@pytest.mark.parametrize(("script", "why"), [("exit 3", "code 3"), ("echo no > $1", "not a WAV"), ("sleep 9", "time")])
def test_a_voice_that_fails_or_hangs_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
) -> None:
    monkeypatch.setattr(checks, "VOICE_S", 0.3)
    found = checks.voice(program(tmp_path, script))
    assert (found.state, found.remedy) == ("missing", checks.MEND_VOICE)
    assert why in found.words


def test_how_to_get_a_better_voice_is_told_until_there_is_one(tmp_path: Path) -> None:
    usual = checks.better_voice(Settings())
    assert f"voice_command: {PIPER}" in usual.remedy
    assert checks.better_voice(Settings({"voice_name": "mb-en1"})).state == "ok"
    assert checks.better_voice(program(tmp_path, "")).state == "ok"


def test_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LINUX", True)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert "apt install espeak-ng" in checks.voice(Settings()).remedy


@pytest.mark.parametrize(("found", "server", "state"), [
    ("", True, "missing"), ("", False, "ok"), ("Speakers", True, "ok"),
])  # fmt: skip
def test_an_output_that_nobody_hears_is_none(
    monkeypatch: pytest.MonkeyPatch, found: str, server: bool, state: State
) -> None:
    """PulseAudio makes one in the place of the last device that has gone."""
    monkeypatch.setattr(checks, "LINUX", True)
    monkeypatch.setattr(pulse, "server_answers", lambda: server)
    plays = Finding("Sound by playsound", "ok", "it plays")
    assert checks.unless_unheard(plays, {"sound": {"found": found}}).state == state


def test_a_data_folder_that_cannot_be_written(home: Path) -> None:
    home.write_text("a file where the folder would be", encoding="utf-8")
    found = checks.data_folder(places())
    assert (found.state, "HINGE_GUI_HOME" in found.remedy) == ("missing", True)


def test_looking_makes_nothing(home: Path) -> None:
    assert checks.data_folder(places()).state == "ok"
    assert checks.settings(places(), Library(places()).reader).state == "ok"
    assert not home.exists()


def test_broken_settings_are_told_and_left_alone(home: Path) -> None:
    home.mkdir()
    file = home / "settings.yaml"
    file.write_text("tempo: [1\n", encoding="utf-8")
    found = checks.settings(places(), Library(places()).reader)
    assert found.state == "missing"
    assert "settings.yaml:" in found.words
    assert file.read_text(encoding="utf-8") == "tempo: [1\n"


def test_a_setting_that_nobody_knows_is_told(home: Path) -> None:
    home.mkdir()
    (home / "settings.yaml").write_text("tempoo: 1.5\n", encoding="utf-8")
    found = checks.settings(places(), Library(places()).reader)
    assert (found.state, found.words.partition(": ")[2]) == (
        "missing", "there is no setting tempoo; did you mean tempo?",
    )  # fmt: skip


def test_own_routines_with_faults_are_counted(home: Path) -> None:
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "mine.yaml").write_text("format: hinge-routine/1\nname: Mine\nsteps: []\n", encoding="utf-8")
    found = checks.own_things(Library(places()))
    assert (found.state, found.words) == ("missing", "1 of 1 have faults")
    assert "hinge-gui check" in found.remedy


def findings(**states: State) -> Sequence[Finding]:
    needed = {"Python", "PySide6", "Display", "Fonts"}
    return [
        Finding(name, states.get(name.replace(" ", "_"), "ok"), "words", "do this", needed=name in needed)
        for name in NAMES
    ]


@pytest.mark.parametrize(
    ("states", "well"),
    [
        ({}, True), ({"Sound_by_Qt": "missing"}, True), ({"Sound_by_playsound": "missing"}, True),
        ({"Sound_by_Qt": "missing", "Sound_by_playsound": "missing"}, False), ({"Display": "missing"}, False),
        ({"Fonts": "missing"}, False), ({"Camera": "missing", "Voice": "missing", "Media_keys": "missing"}, True),
    ],
)  # fmt: skip
def test_sight_and_sound_are_enough(states: dict[str, State], well: bool) -> None:
    assert can_follow(findings(**states)) == well


def test_only_what_keeps_from_following_is_marked() -> None:
    table = list(lines(findings(Camera="missing", Display="missing", Sound_by_Qt="missing")))
    assert [line.split()[2] for line in table if line.startswith("!")] == ["Display"]
    assert sum("do this" in line for line in table) == 3
