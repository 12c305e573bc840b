"""How the window bears a library far larger than anybody's, and a routine of a thousand steps."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.bench.large_library import write_library
from tools.bench.screen import Screen


@dataclass(frozen=True, slots=True)
class Scale:
    """ms. `first` is from asking for home until every card at sight is read; `hitch` the longest that the wheel waits
    then, while the rest is read; an edit is timed until it is on the screen."""

    first: float
    hitch: float
    edit: float
    edit_p95: float


def measure(screen: Screen, home: Path) -> Scale:
    """Nothing of the library was ever read before."""
    write_library(home / "hinge")
    found = _probe(screen, home, "home") | _probe(screen, home, "editor")
    return Scale(found["first_ms"], found["hitch_ms"], found["median_ms"], found["p95_ms"])


def _probe(screen: Screen, home: Path, what: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.scale_probe", what],
        env=screen.environment(home), cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True,
    )  # fmt: skip
    said: dict[str, float] = json.loads(done.stdout)
    return said
