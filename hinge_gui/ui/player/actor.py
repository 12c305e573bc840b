"""Whom one sees: an exercise's figure, on a side and as far as the range goes, as shapes ready to be stroked.

The one place of the window that knows how figures are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from hinge_gui.core.exercise import Exercise, Range, Side
from hinge_gui.core.settings import Settings
from hinge_gui.figure.faults import PoseFault
from hinge_gui.figure.ground import horizon
from hinge_gui.figure.look import Look
from hinge_gui.figure.scene import Scene
from hinge_gui.figure.spec import FigureSpec, standing
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.painter import paint_shapes
from hinge_gui.paint.palette import Palette
from hinge_gui.ui.theme import Theme

_SKINS: Final[Mapping[str, str]] = {"light": "sand", "tan": "honey", "brown": "umber", "dark": "ebony"}


class Cast:
    """One exercise's figure on one side. Its bounds hold the whole movement, so nothing zooms."""

    def __init__(self, exercise: Exercise | None, range_: Range, side: Side, look: Look) -> None:
        self._stage = _stage(exercise, range_, side, look)
        left, bottom, right, top = self._stage.bounds
        self.bounds = QRectF(left, bottom, right - left, top - bottom)
        """In statures, y upwards."""
        self.horizon = horizon(self._stage.camera)
        """How high the floor ends, in statures; None where one looks down on it."""

    def scene(self, progress: float, breath: float = 0.0) -> Scene:
        """When so much of the way from start to end is done; `breath` 0 is empty, 1 full."""
        return self._stage.scene(progress, breath)


class Actor:
    """Casts figures as the settings want them to look."""

    def __init__(self, settings: Settings) -> None:
        hair = settings.word("hair")
        self._look = Look(
            settings.word("body"), "short" if hair == "grey" else hair, _SKINS.get(settings.word("skin"), "honey"),
            "grey" if hair == "grey" else "brown",
        )  # fmt: skip
        self._marks = settings.flag("marks")
        self._casts: dict[tuple[str, str | None, Range, Side], Cast] = {}

    def cast(self, exercise: Exercise | None, range_: Range = "usual", side: Side = "right") -> Cast:
        key = (exercise.id if exercise else "", exercise.variant if exercise else None, range_, side)
        if key not in self._casts:
            self._casts[key] = Cast(exercise, range_, side, self._look)
        return self._casts[key]

    @property
    def face(self) -> tuple[Look, bool]:
        """What tells one actor from another: looks, and whether the teaching marks are drawn."""
        return self._look, self._marks

    def palette(self, theme: Theme, background: QColor) -> Palette:
        """The figure's colours before this background, which also parts its limbs."""
        palette = Palette.named("dark" if theme.dark else "light", self._look)
        palette.colours["background"] = background
        return palette

    def paint(self, painter: QPainter, scene: Scene, palette: Palette, to_pixels: QTransform) -> None:
        """The figure and, if wanted, its marks, on whatever is there."""
        painter.setOpacity(painter.opacity() * scene.opacity)
        paint_shapes(painter, scene.shapes, palette, to_pixels)
        for _, shapes in scene.marks if self._marks else ():
            paint_shapes(painter, shapes, palette, to_pixels)

    def thumbnail(self, exercise: Exercise | None, theme: Theme, size: int, ratio: float) -> QImage:
        """The end pose alone, on nothing."""
        cast = self.cast(exercise)
        image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(image.rect()).adjusted(4 * ratio, 4 * ratio, -4 * ratio, -4 * ratio)
        scene = cast.scene(1.0)
        paint_shapes(painter, scene.shapes, self.palette(theme, theme.colours.stage), fitted(cast, room))
        painter.end()
        return image


def fitted(cast: Cast, room: QRectF) -> QTransform:
    """From statures, y up, to pixels, y down: as large as the room allows, standing on its lower edge."""
    bounds, k = cast.bounds, scale_in(cast, room)
    x = room.center().x() - k * bounds.center().x()
    spare = room.height() - k * bounds.height()
    y = room.bottom() + k * bounds.y() - (spare / 2 if cast.horizon is None else 0)
    return QTransform(k, 0, 0, -k, x, y)


def scale_in(cast: Cast, room: QRectF) -> float:
    """Pixels to a stature."""
    return max(1.0, min(room.width() / cast.bounds.width(), room.height() / cast.bounds.height()))


def _stage(exercise: Exercise | None, range_: Range, side: Side, look: Look) -> Stage:
    """The exercise's figure; one that stands there where it has none or a faulty one."""
    if exercise and exercise.figure:
        try:
            return Stage(FigureSpec.from_mapping(exercise.figure), side=side, range_=range_, look=look)
        except PoseFault:  # told when the file was read
            pass
    return Stage(standing(), side=side, look=look)
