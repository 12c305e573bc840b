"""Poses that a mistake writes out itself, instead of naming one of the figure: they become the figure's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def posed(figure: Any, learn: Any) -> tuple[Any, dict[int, str]]:
    """The figure with those poses, and by what name it has each, by the mistake's number; nothing is changed in place.

    Data that no validator has seen may be of any shape.
    """
    mistakes = learn.get("mistakes") if isinstance(learn, Mapping) else None
    written = {
        n: mistake
        for n, mistake in enumerate(mistakes if isinstance(mistakes, list | tuple) else ())
        if isinstance(mistake, Mapping) and isinstance(mistake.get("pose"), Mapping)
    }
    inside = figure.get("instead", figure) if isinstance(figure, Mapping) else None
    poses = inside.get("poses") if isinstance(inside, Mapping) else None
    if not written or not isinstance(inside, Mapping) or not isinstance(poses, Mapping):
        return figure, {}
    more, names = dict(poses), dict[int, str]()
    for n, mistake in written.items():
        name = str(mistake.get("id"))
        while name in more:
            name += "-2"
        more[name], names[n] = mistake["pose"], name
    inside = {**inside, "poses": more}
    return ({**figure, "instead": inside} if "instead" in figure else inside), names
