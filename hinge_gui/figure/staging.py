"""From an exercise's `figure` section to what can be painted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.look import Look
from hinge_gui.figure.spec import FigureSpec, standing
from hinge_gui.figure.stage import Stage


def stage_of(
    figure: Mapping[str, Any],
    *,
    side: str = "right",
    range_: str = "usual",
    look: Look | None = None,
    mistake: str | None = None,
) -> Stage:
    """The stage of an exercise's `figure` section; a person standing at ease where the section has a fault."""
    try:
        spec = FigureSpec.from_mapping(figure)
        return Stage(spec, side=side, range_=range_, look=look, mistake=mistake)
    except PoseFault:
        return Stage(standing(), side=side, look=look)
