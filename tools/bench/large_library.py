"""A library far larger than anybody's: 2,000 routines of 500 exercises of one's own, and a routine of 1,000 steps."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from random import Random

from hinge_gui.store.assets import asset

ROUTINES, EXERCISES, STEPS = 2000, 500, 1000
LONG = "long"
_DAY_S = 86_400


def write_library(home: Path, *, routines: int = ROUTINES, exercises: int = EXERCISES, steps: int = STEPS) -> None:
    """Into a person's folder that is still empty; the same files each time, as old as yesterday."""
    built_in = sorted(asset("resources", "exercises").glob("*.yaml"))
    texts = {file.stem: file.read_text(encoding="utf-8") for file in built_in}
    names = [f"{name}-{n}" for n, name in zip(range(exercises), list(texts) * exercises, strict=False)]
    for name in names:
        kind = name.rpartition("-")[0]
        text = re.sub(r"(?m)^id: .*$", f"id: {name}", texts[kind])
        _write(home / "exercises" / f"{name}.yaml", re.sub(r"(?m)^name: (.*)$", rf"name: \1, {name[-3:]}", text))
    random, known = Random(5), [*texts, *names]
    for n in range(routines):
        chosen = random.sample(known, random.randint(3, 9))
        written = "".join(f"  - {{exercise: {name}, rest: {random.randint(8, 20)}}}\n" for name in chosen)
        _write(home / "routines" / f"practice-{n:04}.yaml", _headed(f"Practice {n}", written))
    many = (f"  - {{exercise: {random.choice(list(texts))}, rest: {n % 12 + 8}}}\n" for n in range(steps))
    _write(home / "routines" / f"{LONG}.yaml", _headed("Long", "".join(many)))


def _headed(name: str, steps: str) -> str:
    return f"format: hinge-routine/1\nname: {name}\nsteps:\n{steps}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    yesterday = time.time() - _DAY_S  # what was written a moment ago is not remembered for the next start
    os.utime(file, (yesterday, yesterday))
