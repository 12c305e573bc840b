"""A practice of some twelve seconds, which rings from 5.5 s on, and the environment to play it in."""

from __future__ import annotations

from pathlib import Path

from tests.audio.aloud.sound_server import SoundServer

PROGRAM = Path(__file__).parent / "whole_app.py"
ROOT = Path(__file__).parents[3]
NAME = "heard"
_ROUTINE = """format: hinge-routine/1
name: Heard
ready: 3
rise: false
steps:
  - {{exercise: hip-hinge, variant: counter, hold: 5, repetitions: {repetitions}}}
"""


def write(home: Path, repetitions: int = 1) -> None:
    """So many repetitions, each of them ten seconds."""
    (home / "routines").mkdir(parents=True)
    (home / "routines" / f"{NAME}.yaml").write_text(_ROUTINE.format(repetitions=repetitions), encoding="utf-8")
    (home / "settings.yaml").write_text("tempo: 0.5\nguidance: bare\n", encoding="utf-8")


def environment(server: SoundServer, home: Path) -> dict[str, str]:
    return server.environment | {"HINGE_GUI_HOME": str(home), "PYTHONPATH": str(ROOT)}
