"""The same few figures are asked for in hundreds of tests of the window: each is reckoned once then copied.

What a stage changes when it is turned or painted is each copy's own.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from hinge_gui.figure.scene import Kept
from hinge_gui.figure.spec import FigureSpec
from hinge_gui.figure.stage import Stage


class StagesMadeOnce:
    """Called as `Stage` is."""

    def __init__(self) -> None:
        self._made: dict[str, Stage] = {}

    def __call__(self, spec: FigureSpec, **how: Any) -> Stage:
        key = repr((spec.raw, how))
        if key not in self._made:
            self._made[key] = Stage(spec, **how)
        stage = copy(self._made[key])
        stage._kept = Kept(stage.look, stage.camera, stage._on)
        return stage
