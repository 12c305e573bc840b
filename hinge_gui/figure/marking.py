"""The marks and muscles of one figure, from frame to frame; what looks as it did is handed out again as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hinge_gui.figure.body import Part
from hinge_gui.figure.flesh import is_still
from hinge_gui.figure.marks import Moment, Told, is_left, made_from, mark_shapes, shown_by
from hinge_gui.figure.muscles import MUSCLES, Glows, show_muscle
from hinge_gui.figure.shapes import Shape

Marks = Sequence[Mapping[str, Any]]
_SHOWN_WRONG = ("plumb", "spine", "pivot", "contact", "differs")  # these say what is wrong, others what to do
_AT_START = 0.3  # how much of a muscle's colour is there before the movement
_SHADES = 40  # as many strengths of a muscle are told apart


class Marking:
    """As one camera sees them."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[object, list[float], tuple[Shape, ...]]] = {}
        self._faded: dict[int, tuple[object, float, tuple[Shape, ...]]] = {}
        self._glows: Glows = {}

    def drawn(
        self, marks: Marks, now: Moment, parts: Sequence[Part], told: Told | None
    ) -> list[tuple[str, tuple[Shape, ...]]]:
        """The marks by kind; muscles are laid over the parts that carry them instead."""
        hinges = any(mark.get("kind") == "pivot" for mark in marks)  # its arc says in the end what the arrow did
        drawn: list[tuple[str, tuple[Shape, ...]]] = []
        for n, mark in enumerate(marks):
            kind, strength = str(mark.get("kind")), shown_by(mark, now.progress, told)
            if strength <= 0.0 or (now.wrong and kind not in _SHOWN_WRONG and not mark.get("kept")):
                continue
            if kind == "muscle" and mark.get("name") in MUSCLES:
                sides = str(mark.get("side", "rl")).strip("_")
                felt = round(strength * (_AT_START + (1.0 - _AT_START) * now.progress) * _SHADES) / _SHADES
                show_muscle(str(mark["name"]), sides, felt, now.body, parts, now.camera, self._glows)
            else:
                strength *= is_left(mark, now.progress, fades=hinges)
                drawn.append((kind, self._shown(n, mark, now, strength) if strength > 0.0 else ()))
        return drawn

    def _shown(self, n: int, mark: Mapping[str, Any], now: Moment, strength: float) -> tuple[Shape, ...]:
        whole = self._whole(n, mark, now)
        if strength >= 1.0:
            return whole
        faded = self._faded.get(n)
        if faded is None or faded[0] is not whole or faded[1] != strength:
            faded = self._faded[n] = whole, strength, tuple(shape.faded(strength) for shape in whole)
        return faded[2]

    def _whole(self, n: int, mark: Mapping[str, Any], now: Moment) -> tuple[Shape, ...]:
        made, near = self._made.get(n), made_from(mark, now)
        if made is None or made[0] is not mark or not is_still(made[1], near):
            made = self._made[n] = mark, near, tuple(mark_shapes(mark, now))
        return made[2]
