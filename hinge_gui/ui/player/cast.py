"""One exercise's figure on one side, ready to be painted: here alone the practice meets what figures are made of."""

from __future__ import annotations

from dataclasses import replace
from math import dist

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTransform

from hinge_gui.core.exercise import Exercise, Range, Side
from hinge_gui.core.settings import Settings
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.ground import horizon, looked_down_on
from hinge_gui.figure.marks import Told
from hinge_gui.figure.scene import changed
from hinge_gui.figure.small import TINY_PX
from hinge_gui.figure.staging import stage_of
from hinge_gui.paint.inset import INSET_FIT, empty_corner, paint_inset
from hinge_gui.paint.painter import paint_scene
from hinge_gui.paint.palette import Palette
from hinge_gui.paint.retained import Retained
from hinge_gui.paint.strokes import paint_shapes
from hinge_gui.ui.player.looks import look_of, palette_of
from hinge_gui.ui.theme import Theme

_INSET_SHARE = 0.6  # of the free room, at most
_CLOSE_SHARE = 0.54  # of a thumbnail: the leg close up


class Cast:
    """Its bounds hold the whole movement, so nothing zooms. One that has no figure, or a faulty one, stands at ease."""

    def __init__(self, exercise: Exercise | None, range_: Range, side: Side, settings: Settings) -> None:
        self._look = look_of(settings)
        figure = (exercise.figure if exercise else None) or {}
        self._stage = stage_of(figure, side="left" if side == "left" else "right", range_=range_, look=self._look)
        if not settings.flag("marks"):
            self._stage.hide_marks()
        self._retained = Retained()
        self.bounds = QRectF()
        """In statures, y upwards."""
        self.horizon: float | None = None  # there are casts without a floor
        """How high the floor ends, in statures; None where one looks down on it."""
        self.words = ""
        """What there is to see, for a screen reader; the practice's own words tell the figure."""
        self._longest = 0.0
        self._skirting: tuple[float, float] | None = None
        self._measure()

    @property
    def fills_frame(self) -> bool:
        """Whether a wall goes on beyond the bounds."""
        return self._stage.has_backdrop

    def board_px(self, room: QRectF) -> tuple[float, float] | None:
        """From where down to where a board lies along the foot of the wall in this room; None where there is none."""
        if self._skirting is None and self.fills_frame:
            boards = [shape for shape in self._stage.scene(0.0).shapes if shape.role == "skirting"]
            heights = [y for board in boards for contour in board.contours for _, y in contour.ends()]
            self._skirting = (min(heights), max(heights)) if heights else None
        if self._skirting is None:
            return None
        bottom, top = (self.fitted(room).map(QPointF(0, y)).y() for y in self._skirting)
        return top, bottom

    def rest(self) -> None:
        """Nobody looks at it now: what makes the next frame cheap is let go of."""
        self._stage.rest()
        self._retained = Retained()

    def moment(self, progress: float, _place_ms: float) -> float:
        """How far on the way it is at this place of the practice, when the practice says `progress`."""
        return progress

    @property
    def seen_from(self) -> Camera:
        return self._stage.camera

    def turn(self, yaw_deg: float, pitch_deg: float) -> None:
        """Look from another side."""
        self._look_from(self._stage.camera.turned(yaw_deg, pitch_deg))

    def turn_back(self) -> None:
        """Look from the side from which the exercise is seen best."""
        self._look_from(self._stage.home)

    def _look_from(self, camera: Camera) -> None:
        self._stage.look_from(camera)
        self._measure()

    def _measure(self) -> None:
        left, bottom, right, top = self._stage.bounds
        self.bounds = QRectF(left, bottom, right - left, top - bottom)
        self.horizon = horizon(self._stage.camera)
        self._skirting = None
        project = self._stage.camera.project
        first, last = self._stage.way[0].joints, self._stage.way[-1].joints
        self._longest = max(dist(project(first[name])[:2], project(last[name])[:2]) for name in first)

    def way_between(self, progress: float, other: float) -> float:
        """How far the joint that moves most goes between two moments, in statures."""
        ease = self._stage.motion.ease
        return self._longest * abs(ease(progress) - ease(other))

    def palette(self, theme: Theme) -> Palette:
        """The figure's colours before the window's."""
        return palette_of(theme, self._look)

    def marks_shown(self, progress: float, told: Told | None) -> tuple[float, ...]:
        """How much of each mark is there when so much was told; where it changes, so does the picture."""
        return self._stage.marks_shown(progress, told)

    def muscles_shown(self, progress: float, told: Told | None) -> tuple[float, ...]:
        """The same of those marks that the small picture has, too."""
        return self._stage.marks_shown(progress, told, only="muscle")

    def paint(
        self,
        painter: QPainter,
        to_pixels: QTransform,
        palette: Palette,
        progress: float,
        breath: float = 0.0,
        told: Told | None = None,
    ) -> None:
        """When so much of the way from start to end is done, `breath` 0 empty to 1 full; on whatever is there."""
        scene = self._stage.scene(progress, breath, told)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(scene.opacity)
        self._retained.paint(painter, scene.painted(), palette, to_pixels)

    def breath_moves(self, progress: float) -> QRectF:
        """What of the picture a breath changes, in statures."""
        moved = changed(self._stage.scene(progress, 0.0), self._stage.scene(progress, 1.0))
        left, bottom, right, top = moved or (0.0, 0.0, 0.0, 0.0)
        return QRectF(left, bottom, right - left, top - bottom)

    def thumbnail(self, theme: Theme, size: int, ratio: float, progress: float = 1.0) -> QImage:
        """So far on the way to the end pose, without marks and small picture, on nothing."""
        image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(image.rect()), image.width() * 0.18, image.width() * 0.18)
        painter.setClipPath(card)
        self._paint_thumbnail(painter, QRectF(image.rect()), ratio, self.palette(theme), progress)
        painter.end()
        return image

    def _paint_thumbnail(
        self, painter: QPainter, room: QRectF, ratio: float, palette: Palette, progress: float
    ) -> None:
        small, size_px, margin = self._stage.small, room.width() / ratio, 4 * ratio
        scene = small.scene(progress, size_px)
        if small.close and size_px <= TINY_PX:
            paint_scene(painter, room, scene, palette, marks=False, fit=INSET_FIT)
            return
        left, bottom, right, top = scene.bounds
        seen = QRectF(left, bottom, right - left, top - bottom)
        to_pixels = self._fitted(room.adjusted(margin, margin, -margin, -margin), seen)
        paint_shapes(painter, scene.shapes, palette, to_pixels)
        if small.close:
            side = _CLOSE_SHARE * room.width()
            x = room.right() - side - margin / 2 if small.faces_right else room.left() + margin / 2
            square = QRectF(x, room.top() + margin / 2, side, side)
            paint_inset(painter, square, replace(scene, bounds=small.close), palette)

    def inset_square(self, room: QRectF, free: QRectF) -> QRectF:
        """Where in `free` the small picture covers nothing of the figure; null without one, or without room for it."""
        if not self._stage.has_inset or self._stage.camera != self._stage.home:
            return QRectF()
        taken = self.fitted(room).mapRect(self.bounds)
        return empty_corner(free, [taken], _INSET_SHARE * min(free.width(), free.height()))

    def paint_inset(
        self, painter: QPainter, square: QRectF, palette: Palette, progress: float, told: Told | None = None
    ) -> None:
        scene = self._stage.inset(progress, told=told)
        if scene is not None:
            paint_inset(painter, square, scene, palette)

    def scale_in(self, room: QRectF) -> float:
        """Pixels to a stature, as large as the room allows."""
        return _scale(room, self.bounds)

    def fitted(self, room: QRectF) -> QTransform:
        """From statures, y up, to pixels, y down: as large as fits, on the edge of the room; from above amid it."""
        return self._fitted(room, self.bounds)

    def _fitted(self, room: QRectF, bounds: QRectF) -> QTransform:
        k = _scale(room, bounds)
        spare = room.height() - k * bounds.height()
        x = room.center().x() - k * bounds.center().x()
        y = room.bottom() + k * bounds.y() - looked_down_on(self._stage.camera) * spare / 2
        return QTransform(k, 0, 0, -k, x, y)


def _scale(room: QRectF, bounds: QRectF) -> float:
    return max(1.0, min(room.width() / bounds.width(), room.height() / bounds.height()))
