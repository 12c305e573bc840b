"""The follow view: the practice as large as the screen, to be read from the mat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hinge_gui.core.moment import PAUSED, PHASES, WAITING, Moment, PhaseLook, digits, phase_shown
from hinge_gui.core.player import State
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.player.figure_layer import FigureLayer
from hinge_gui.ui.player.follow_layout import FollowLayout, lay_out
from hinge_gui.ui.player.phase_sign import tone_colours
from hinge_gui.ui.player.ring import paint_ring
from hinge_gui.ui.player.turning import Turning
from hinge_gui.ui.player.veil import paint_veil
from hinge_gui.ui.text_fit import WRAPPED, even_box, fitted, px_for_height, write_even
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.prose import breakable

if TYPE_CHECKING:
    from hinge_gui.ui.player.cast import Cast

_LEAST_CUE = 0.03  # of the shorter side: only what would be cut, as a long list, is written so small
_NAME_HIGH, _FORM_HIGH = 3.8, 1.4  # of the other words' size: two lines of a name, one of its form among them
_LEAST_NAME = 0.7  # of the other words' size, where a long name would be cut
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class FollowView(QWidget):
    """A `Screen` of the conductor's, painted whole; `turn` turns it by a quarter for somebody who lies on the side."""

    pressed = Signal()
    """A click; a drag turns the figure, a double click brings it back."""

    def __init__(self, theme: Theme, distance_m: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._distance_m = theme, distance_m
        self._figure = FigureLayer(theme)
        self._moment: Moment | None = None
        self._phase: PhaseLook | None = None
        self._seconds, self._share, self._cue, self._undo = 0, 1.0, "", ""
        self._turned = False
        self._layout = self._lay_out()
        self.setAccessibleName("Follow view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        turning = Turning(self)
        turning.clicked.connect(self.pressed)
        turning.turned.connect(self._drag)
        turning.brought_back.connect(self.turn_figure_back)
        theme.changed.connect(self._forget)

    # -- a screen of the conductor's -----------------------------------------------------------------------

    def show_moment(self, moment: Moment, cast: Cast, state: State) -> None:
        self._moment, self._phase = moment, phase_shown(moment.segment.kind, state)
        self._figure.show_cast(cast, fade=self.isVisible())
        self._arrange()

    def show_seconds(self, seconds: int) -> None:
        kept = self._widest_digits()
        self._seconds = seconds
        if self._widest_digits() != kept:
            self._arrange()
        self._update(self._layout.ring)

    def show_cue(self, text: str) -> None:
        if breakable(text) != self._cue:
            self._cue = breakable(text)
            self.setAccessibleDescription(text)
            self._update(self._layout.cue)

    def show_frame(
        self, progress: float, breath: float, share_left: float, place_ms: float, told: Mapping[str, float]
    ) -> None:
        dirty = self._figure.set_pose(progress, breath, place_ms, told)
        if self._figure.fading:
            self._figure.step_fade()
            self.update()
        elif self._turned and not dirty.isEmpty():
            self.update()
        else:
            self.update(dirty)
        if abs(share_left - self._share) * self._layout.ring[2] * 3 >= 1:
            self._share = share_left
            self._update(self._layout.ring)

    def is_fading(self) -> bool:
        return self._figure.fading

    # -- what the window tells -----------------------------------------------------------------------------

    def show_undo(self, words: str) -> None:
        """What may be taken back, for a while in place of what comes next."""
        self._undo = words
        self._update(self._layout.next_up)

    def turn(self) -> None:
        self._turned = not self._turned
        self._arrange()

    @property
    def is_turned(self) -> bool:
        return self._turned

    def turn_figure(self, yaw_deg: float, pitch_deg: float) -> None:
        self._figure.turn(yaw_deg, pitch_deg)
        self._arrange()

    def turn_figure_back(self) -> None:
        self._figure.turn_back()
        self._arrange()

    def _drag(self, yaw_deg: float, pitch_deg: float) -> None:
        """As the person sees it who lies beside the turned view."""
        self.turn_figure(*((-pitch_deg, yaw_deg) if self._turned else (yaw_deg, pitch_deg)))

    def set_distance(self, distance_m: float) -> None:
        self._distance_m = distance_m
        self._arrange()

    def cue_font(self) -> QFont:
        """In which the cue is written: all of it has room."""
        wanted = px_for_height(self._theme.sized(100), self._layout.cue_px)
        least = round(min(self.width(), self.height()) * _LEAST_CUE)
        return fitted(self._theme.sized(wanted), self._cue, QRectF(*self._layout.cue).size().toSize(), least)

    # -- within --------------------------------------------------------------------------------------------

    def _upright_size(self) -> QSize:
        return self.size().transposed() if self._turned else self.size()

    def _lay_out(self) -> FollowLayout:
        size, font = self._upright_size(), self._theme.sized(1000, 700)
        high = QFontMetrics(font).tightBoundingRect("0").height()
        aspect = QFontMetrics(font).horizontalAdvance(self._widest_digits()) / high
        px_per_mm = self.physicalDpiY() / 25.4
        return lay_out(size.width(), size.height(), aspect, self._words_aspect(), px_per_mm, self._distance_m)

    def _widest_digits(self) -> str:
        """Nothing moves when ten becomes nine, nor from phase to phase of an exercise."""
        longest_s = max(self._seconds, self._moment.longest_s if self._moment else 0)
        return digits(longest_s) if longest_s >= 100 else "88"

    def _words_aspect(self) -> float:
        """How wide the words want to be, over the height of their capitals; a long name goes on two lines."""
        font = self._theme.sized(1000)
        metrics, name = QFontMetrics(font), QFontMetrics(self._theme.sized(1450, 700))
        if self._moment is None:
            return 0.0
        phase = max(metrics.horizontalAdvance(look.word) for look in (*PHASES.values(), PAUSED, WAITING)) + 3000
        now = self._moment.side_and_count
        side = max(metrics.horizontalAdvance(now.replace("Left", each)) for each in ("Left", "Right")) + 1800
        form = min(metrics.horizontalAdvance(self._moment.form) + 100, 12_000)
        wanted = max(phase, side, form, min(name.horizontalAdvance(self._moment.name) + 100, 12_000))
        return wanted / metrics.tightBoundingRect("0").height()

    def _arrange(self) -> None:
        self._layout = self._lay_out()
        cast = self._figure.cast
        if cast:
            rooms = (QRectF(*self._layout.between), QRectF(*self._layout.under))
            room = max(rooms, key=cast.scale_in)
            frame = QRect(0, 0, self._upright_size().width(), round(self._layout.cue[1]))
            self._figure.place(frame, room, self.devicePixelRatioF(), self._free(frame))
        self.update()

    def _free(self, frame: QRect) -> QRectF:
        """Below the words: there a small picture may stand beside the figure."""
        left, top, _, height = self._layout.words
        ring_left, ring_top, _, ring_height = self._layout.ring
        below, inset = top + height, left / 3  # with its own distance from a corner it stands below the words' edge
        right = frame.width() - inset if ring_top + ring_height <= below else ring_left
        return QRectF(inset, below, right - inset, frame.height() - below)

    def _update(self, rect: tuple[float, float, float, float]) -> None:
        if self._turned:
            self.update()
        else:
            self.update(QRectF(*rect).toAlignedRect().adjusted(-2, -2, 2, 2))

    def _forget(self) -> None:
        self._figure.forget()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._figure.let_go()
        super().hideEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = event.rect()
        if self._turned:
            painter.translate(self.width(), 0)
            painter.rotate(90)
            clip = QRect(0, 0, self.height(), self.width())
        self._paint_room(painter, clip)
        self._figure.paint(painter, clip & QRect(0, 0, clip.right() + 1, round(self._layout.cue[1])))
        painter.setClipRect(clip)
        left, top, width, height = self._layout.words
        words = QRectF(left / 2, top / 2, width + left, height)
        paint_veil(painter, self._theme, words, self._figure.board_px())
        if self._moment:
            self._paint_words(painter, self._moment)
            self._paint_cue(painter, self._moment)
            self._paint_seconds(painter)

    def _paint_room(self, painter: QPainter, clip: QRect) -> None:
        colours, top = self._theme.colours, round(self._layout.cue[1])
        painter.fillRect(clip, colours.stage)
        horizon = self._figure.horizon_y()
        if horizon is not None:
            painter.fillRect(clip & QRect(0, round(horizon), clip.right() + 1, top - round(horizon)), colours.ground)
        painter.fillRect(clip & QRect(0, top, clip.right() + 1, 10_000), colours.card)

    def _paint_seconds(self, painter: QPainter) -> None:
        px = px_for_height(self._theme.sized(100, 700), self._layout.seconds_px)
        tone = self._phase.tone if self._phase else "calm"
        paint_ring(painter, QRectF(*self._layout.ring), self._theme, self._seconds, self._share, tone, px)

    def _paint_words(self, painter: QPainter, moment: Moment) -> None:
        """Phase, name and form, side and repetition, below one another."""
        colours, px = self._theme.colours, px_for_height(self._theme.sized(100), self._layout.words_px)
        left, top, width, _ = self._layout.words
        self._paint_phase(painter, left, top, px)
        box = QRectF(left, top + px * 2.3, width, px * (_NAME_HIGH - _FORM_HIGH * bool(moment.form)))
        name = breakable(moment.name)
        large = self._theme.sized(round(px * 1.45), 700)
        painter.setFont(fitted(large, name, box.size().toSize(), round(px * _LEAST_NAME)))
        painter.setPen(colours.ink)
        box = even_box(painter.fontMetrics(), box, name)
        painter.drawText(box, _WRAP, name)
        y = painter.boundingRect(box, _WRAP, name).bottom() + px * 0.3
        if moment.form:
            painter.setFont(self._theme.sized(px, 400))
            row = QRectF(left, y, width, px * _FORM_HIGH)
            painter.setFont(fitted(painter.font(), moment.form, row.size().toSize(), px // 2))
            painter.drawText(row, _LEFT, moment.form)
            y = row.bottom()
        painter.setFont(self._theme.sized(px))
        if moment.side_words:
            paint_icon(painter, QRectF(left, y, px * 1.4, px * 1.4), moment.side or "both", colours.accent_text)
            left, width = left + px * 1.8, width - px * 1.8
        line = moment.side_and_count
        row = QRectF(left, y, width, px * 1.4)
        painter.setFont(fitted(painter.font(), line, row.size().toSize(), px // 2))
        painter.drawText(row, _LEFT, line)

    def _paint_phase(self, painter: QPainter, left: float, top: float, px: int) -> None:
        if self._phase is None:
            return
        fill, ink = tone_colours(self._theme, self._phase.tone)
        font = self._theme.sized(px)
        pill = QRectF(left, top, QFontMetrics(font).horizontalAdvance(self._phase.word) + px * 3, px * 1.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(pill, px * 0.9, px * 0.9)
        paint_icon(painter, QRectF(left + px * 0.6, top + px * 0.4, px, px), self._phase.icon, ink)
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(pill.adjusted(px * 2, 0, 0, 0), _LEFT, self._phase.word)

    def _last_line(self, moment: Moment) -> str:
        return self._undo or f"Next: {moment.next_up}"

    def _paint_cue(self, painter: QPainter, moment: Moment) -> None:
        colours, cue = self._theme.colours, QRectF(*self._layout.cue)
        painter.setFont(self.cue_font())
        painter.setPen(colours.ink)
        write_even(painter, cue, self._cue)
        words = self._theme.sized(px_for_height(self._theme.sized(100), self._layout.words_px))
        room, row = QRectF(*self._layout.next_up), self._last_line(moment)
        painter.setFont(fitted(words, row, room.size().toSize(), 12))
        painter.setPen(colours.ink_soft)
        painter.drawText(room, WRAPPED, row)
