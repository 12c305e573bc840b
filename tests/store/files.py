"""Files for the tests of the store: a sound routine and a sound exercise, to be spoilt."""

from __future__ import annotations

from pathlib import Path

ROUTINE = """\
format: hinge-routine/1
name: Mine
steps:
  - exercise: calf-stretch
"""

EXERCISE = """\
format: hinge-exercise/1
id: side-bend
name: Side bend
kind: stretch
posture: standing
sides: each
hold: {default: 20, min: 5, max: 60}
repetitions: {default: 2, min: 1, max: 4}
pace: {in: 4, out: 4, rest: 8}
cues:
  in:
    - Reach the {side} arm up and over.
learn:
  mistakes:
    - {id: forward, name: Tipping, text: Stay between two panes of glass.}
variants:
  - id: seated
    name: On a chair
    posture: seated
    hold: {max: 40}
"""


def write(path: Path, text: str | bytes) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
