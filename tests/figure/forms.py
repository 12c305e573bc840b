"""Every form of the built-in exercises, as the figure's tests go through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hinge_gui.figure.spec import FigureSpec
from hinge_gui.store.build import merged
from tests.helpers import yaml_of

EXERCISES = Path(__file__).parents[2] / "resources" / "exercises"


@dataclass(frozen=True)
class Form:
    """One exercise, or one variant of it."""

    exercise: str
    variant: str | None
    data: Mapping[str, Any]
    spec: FigureSpec

    def __str__(self) -> str:
        return f"{self.exercise}/{self.variant or 'base'}"

    @property
    def breaks(self) -> dict[str, set[str]]:
        """The mistakes, with the measures that each is said to break."""
        return {m["id"]: set(m["breaks"]) for m in self.data["learn"].get("mistakes", ())}


@cache
def forms() -> tuple[Form, ...]:
    return tuple(_read())


def form(exercise: str, variant: str | None = None) -> Form:
    return next(f for f in forms() if (f.exercise, f.variant) == (exercise, variant))


def _read() -> Iterator[Form]:
    for file in sorted(EXERCISES.glob("*.yaml")):
        data = yaml_of(file)
        yield Form(data["id"], None, data, FigureSpec.from_mapping(data["figure"]))
        for variant in data.get("variants", ()):
            changed = merged(data, variant)
            yield Form(data["id"], variant["id"], changed, FigureSpec.from_mapping(changed["figure"]))
