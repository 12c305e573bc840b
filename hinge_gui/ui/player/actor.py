"""Casts the figures as the settings want them to look; what makes figures is loaded with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_gui.core.exercise import Exercise, Range, Side
from hinge_gui.core.settings import Settings

if TYPE_CHECKING:
    from hinge_gui.ui.player.cast import Cast

_Key = tuple[str, str | None, Range, Side]
_KEPT = 3  # both sides of an exercise and what comes next; half a megabyte each
_LOOKS = ("body", "skin", "hair", "hair_colour", "clothes", "marks")


class Actor:
    """Keeps the last that it has cast, so that a figure that comes again costs nothing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._casts: dict[_Key, tuple[Exercise | None, Cast]] = {}

    def looks_like(self, settings: Settings) -> bool:
        """Whether these settings would show the same figure."""
        return all(settings[key] == self._settings[key] for key in _LOOKS)

    def cast(
        self, exercise: Exercise | None, range_: Range = "usual", side: Side = "right", *, keep: bool = True
    ) -> Cast:
        """Not to `keep` is for a picture that is made once: it drives out no figure that comes again."""
        key = (exercise.id if exercise else "", exercise.variant if exercise else None, range_, side)
        known, kept = self._casts.get(key, (None, None))
        cast = kept if kept and (known is exercise or known == exercise) else self._made(exercise, range_, side)
        if not keep:
            return cast
        self._casts.pop(key, None)
        self._casts[key] = exercise, cast  # the latest stands last
        if len(self._casts) > _KEPT:
            del self._casts[next(iter(self._casts))]
        return cast

    def _made(self, exercise: Exercise | None, range_: Range, side: Side) -> Cast:
        from hinge_gui.ui.player.cast import Cast

        if exercise and exercise.pictures:
            from hinge_gui.ui.player.picture_cast import PictureCast, showable

            if pictures := showable(exercise.pictures):
                return PictureCast(pictures, self._settings, mirrored=exercise.sides == "each" and side == "left")
        return Cast(exercise, range_, side, self._settings)
