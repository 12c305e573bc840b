"""The figure as a picture in a room of its own, painted once and kept until body, size or colours change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QRegion

from hinge_gui.ui.player.small_picture import SmallPicture, empty_picture
from hinge_gui.ui.theme import Theme

if TYPE_CHECKING:
    from hinge_gui.figure.camera import Camera
    from hinge_gui.paint.palette import Palette
    from hinge_gui.ui.player.cast import Cast

BREATHS: Final = 6  # pictures from empty to full, each painted once in a hold…
_LEAST_BREATHS: Final = 3  # …or fewer where together…
_BREATHS_SHARE: Final = 0.6  # …they would take more of the frame's size: a breath moves by a pixel or two
FADE_STEPS: Final = 8
LEAST_STEP_PX: Final = 1.0  # of the joint that moves most
AROUND_PX: Final = 24  # room for marks and outlines about the joints' bounds


class FigureLayer:
    """Holds, and words over it, cost next to nothing: only a movement paints the figure anew.

    Three pictures lie over one another: all that there is, painted once; before a wall that fills the frame, the part
    in which the body moves, painted anew in a movement; what a breath changes, one for each of its levels.
    """

    def __init__(self, theme: Theme, radius: float = 0.0) -> None:
        """`radius` rounds the frame's corners."""
        self._theme, self._radius = theme, radius
        self.cast: Cast | None = None
        self._seen_from: Camera | None = None
        self._progress, self._breath = 0.0, 0
        self._told: Mapping[str, float] | None = None
        self._marks: tuple[float, ...] | None = None
        self._frame, self._room, self._ratio = QRect(), QRectF(), 1.0
        self._base: QPixmap | None = None
        self._base_shows: tuple[object, ...] = ()
        self._moving: QPixmap | None = None
        self._breaths: dict[int, QPixmap] = {}
        self._painted_breath = 0
        """How full the other two are: as the body was when a mark came, else empty."""
        self._chest, self._before_box = QRect(), QRect()
        self._free, self._small = QRectF(), SmallPicture()
        self._palette: Palette | None = None
        self._before: QPixmap | None = None
        self._fade = FADE_STEPS

    def place(self, frame: QRect, room: QRectF, ratio: float, free: QRectF | None = None) -> None:
        """`frame` may be painted on, in `room` lies what must be seen; `ratio` device pixels to a pixel.

        In the `free` part a small picture may show what the whole does not.
        """
        free = free or QRectF()
        if (frame, room, ratio, free) != (self._frame, self._room, self._ratio, self._free):
            self._frame, self._room, self._ratio, self._free = frame, room, ratio, free
            self._drop()
            self._before = None

    def show_cast(self, cast: Cast, *, fade: bool) -> bool:
        """Another figure steps on, the one before fades out; whether it is another, or has been turned elsewhere."""
        if cast is self.cast:
            turned = cast.seen_from != self._seen_from
            if turned:
                self._drop()
            return turned
        self._before = self._as_shown() if fade and self.cast and not self._frame.isEmpty() else None
        self._fade = -1
        if self.cast:
            self.cast.rest()
        self.cast, self._marks = cast, None
        self._drop()
        return True

    def set_pose(
        self, progress: float, breath: float, place_ms: float = 0.0, told: Mapping[str, float] | None = None
    ) -> QRegion:
        """How far from start to end, how full of breath, where in the practice; gives back what must be painted anew.

        A step that nobody would see is left for the next. Marks come with what is `told` there.
        """
        progress = self.cast.moment(progress, place_ms) if self.cast else progress
        moved = self.cast is not None and self._is_seen(self.cast, progress)
        if moved:
            self._progress, self._breath, self._chest = progress, 0, QRect()
        if self._marks_change(told) or moved:
            self._moving, self._painted_breath = None, self._breath
            if self.cast and not self.cast.fills_frame:
                self._base = None
            self._breaths.clear()
            return QRegion(self._body_box()) | self._small.to_paint(self.cast, self._progress, told)
        level = round(breath * (self._levels() - 1)) if breath else 0
        if level != self._breath:
            self._breath = level
            return QRegion(self._chest_box())
        return QRegion()

    def _marks_change(self, told: Mapping[str, float] | None) -> bool:
        """Take over what is told, and say whether any mark shows it."""
        marks = self.cast.marks_shown(self._progress, told) if self.cast else ()
        changed = marks != self._marks
        self._marks, self._told = marks, told
        return changed

    def _is_seen(self, cast: Cast, progress: float) -> bool:
        if progress == self._progress:
            return False
        step_px = cast.way_between(self._progress, progress) * cast.scale_in(self._room)
        return step_px >= LEAST_STEP_PX or progress in (0.0, 1.0)

    @property
    def fading(self) -> bool:
        return self._before is not None

    def step_fade(self) -> None:
        self._fade += 1
        if self._fade >= FADE_STEPS:
            self._before = None

    def forget(self) -> None:
        """Colours or looks changed."""
        self._palette, self._before = None, None
        self._drop()

    def let_go(self) -> None:
        """Nobody looks: the pictures are painted again when somebody does."""
        self._before = None
        self._drop()
        if self.cast:
            self.cast.rest()

    def horizon_y(self) -> float | None:
        """Where the floor ends, in px; None where one looks down on it."""
        if self.cast is None or self.cast.horizon is None:
            return None
        return self.cast.fitted(self._room).map(QPointF(0, self.cast.horizon)).y()

    def board_px(self) -> tuple[float, float] | None:
        """As the cast's, where it stands now."""
        return self.cast.board_px(self._room) if self.cast else None

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """In a fade one new picture a frame at most, so that no frame takes long."""
        if self.cast is None:
            return
        if self._before:
            share = max(0, self._fade) / FADE_STEPS
            painter.setOpacity(1 - share)
            painter.drawPixmap(self._before_box.topLeft(), self._before)
            if not share:
                painter.setOpacity(1.0)
                return
            painter.setOpacity(share)
        waits = self._before is not None and self._fade <= 1
        whole = self._whole()  # first: it knows at which progress it was painted
        body = QRect() if self._shows == self._base_shows else self._body_box()
        chest = QRect() if self._breath == self._painted_breath else self._chest_box()
        left = QRegion(clip)
        layers = ((chest, self._breath_picture), (body, self._moving_picture), (self._whole_box(), lambda _: whole))
        for box, picture in layers:
            if not box.isEmpty():
                painter.setClipRegion(left & QRegion(box))
                painter.drawPixmap(box.topLeft(), picture(box))
                left -= QRegion(box)
        if self._progress in (0.0, 1.0):
            self._come_to_rest()
        painter.setClipRect(clip)
        if not self._small.box.isEmpty() and not waits:
            colours = self._colours(self.cast)
            small = self._small.painted(self.cast, self._progress, self._told, colours, self._ratio)
            painter.drawPixmap(self._small.box.topLeft(), small)
        painter.setOpacity(1.0)

    def turn(self, yaw_deg: float, pitch_deg: float) -> None:
        """Look at the figure from another side."""
        if self.cast:
            self.cast.turn(yaw_deg, pitch_deg)
            self._drop()

    def turn_back(self) -> None:
        if self.cast:
            self.cast.turn_back()
            self._drop()

    def _drop(self) -> None:
        self._base, self._moving, self._chest, self._painted_breath = None, None, QRect(), 0
        self._seen_from = self.cast.seen_from if self.cast else None
        self._breaths.clear()
        self._small.place(self.cast, self._room, self._free)

    @property
    def _shows(self) -> tuple[object, ...]:
        return self._progress, self._marks

    def _whole(self) -> QPixmap:
        if self._base is None:
            self._base, self._base_shows = self._painted(self._whole_box(), self._painted_breath), self._shows
        return self._base

    def _whole_box(self) -> QRect:
        """The pixels that anything may touch."""
        return self._frame if self.cast and self.cast.fills_frame else self._body_box()

    def _come_to_rest(self) -> None:
        """What moved becomes part of the whole picture."""
        if self._base and self._moving:
            painter = QPainter(self._base)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawPixmap(self._body_box().topLeft() - self._frame.topLeft(), self._moving)
            painter.end()
            self._moving, self._base_shows = None, self._shows

    def _moving_picture(self, box: QRect) -> QPixmap:
        if self._moving is None:
            self._moving = self._painted(box, self._painted_breath)
        return self._moving

    def _breath_picture(self, box: QRect) -> QPixmap:
        if self._breath not in self._breaths:
            self._breaths[self._breath] = self._painted(box, self._breath)
        return self._breaths[self._breath]

    def _body_box(self) -> QRect:
        """The pixels that the whole movement may touch."""
        if self.cast is None:
            return QRect()
        box = self.cast.fitted(self._room).mapRect(self.cast.bounds).toAlignedRect()
        return box.adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX) & self._frame

    def _chest_box(self) -> QRect:
        """The pixels that a breath changes."""
        if self._chest.isNull() and self.cast:
            moves = self.cast.breath_moves(self._progress)
            self._chest = self.cast.fitted(self._room).mapRect(moves).toAlignedRect() & self._frame
        return self._chest

    def _levels(self) -> int:
        chest, frame = self._chest_box(), self._frame
        whole = _BREATHS_SHARE * frame.width() * frame.height()
        return max(_LEAST_BREATHS, min(BREATHS, 1 + int(whole / max(1, chest.width() * chest.height()))))

    def _as_shown(self) -> QPixmap:
        """Put together from the pictures that are there."""
        self._before_box = self._whole_box() | self._small.box
        picture = empty_picture(self._before_box.size(), self._ratio)
        painter = QPainter(picture)
        painter.translate(-self._before_box.topLeft())
        self.paint(painter, self._frame)
        painter.end()
        return picture

    def _painted(self, box: QRect, level: int) -> QPixmap:
        picture = empty_picture(box.size(), self._ratio)
        if self.cast is None:
            return picture
        painter = QPainter(picture)
        if box == self._frame and self._radius:
            card = QPainterPath()
            card.addRoundedRect(QRectF(0, 0, box.width(), box.height()), self._radius, self._radius)
            painter.setClipPath(card)
        to_pixels = self.cast.fitted(self._room.translated(-box.x(), -box.y()))
        breath = level / (self._levels() - 1) if level else 0.0
        self.cast.paint(painter, to_pixels, self._colours(self.cast), self._progress, breath, self._told)
        painter.end()
        return picture

    def _colours(self, cast: Cast) -> Palette:
        if self._palette is None:
            self._palette = cast.palette(self._theme)
        return self._palette
