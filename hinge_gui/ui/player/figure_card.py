"""A small stage of its own: one figure at one moment, with a badge where it shows a right or a wrong way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.look import Look
from hinge_gui.figure.scene import Scene
from hinge_gui.figure.stage import Stage
from hinge_gui.paint.painter import Fit, paint_scene
from hinge_gui.ui.icons import paint_icon
from hinge_gui.ui.player.looks import palette_of
from hinge_gui.ui.player.turning import Turning
from hinge_gui.ui.text_fit import LEAST_PX, fitted
from hinge_gui.ui.theme import RADIUS, Theme

Verdict = Literal["right", "wrong"]
_BADGE: Final = 32.0  # px
_ICONS: Final[dict[Verdict, str]] = {"right": "tick", "wrong": "close"}
VERDICTS: Final[dict[Verdict, str]] = {"right": "Like this", "wrong": "Not so"}


class FigureCard(QWidget):
    """Painted empty first, its figure a moment later: one out of sight costs nothing, none keeps the person waiting.

    A drag turns the figure, a double click brings it back.
    """

    turned = Signal(object)
    """The camera from which the person now looks."""

    def __init__(
        self, theme: Theme, height: int, verdict: Verdict | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._height, self._verdict = theme, height, verdict
        self._make: Callable[[], Stage] | None = None
        self._stage: Stage | None = None
        self._look = Look()
        self._progress = 1.0
        self._picture: QPixmap | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.build)
        turning = Turning(self)
        turning.turned.connect(self.turn)
        turning.brought_back.connect(self.turn_back)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme.changed.connect(self._forget)

    def show_figure(self, make: Callable[[], Stage], look: Look, name: str) -> None:
        """Another figure; `name` says in words what is to be seen."""
        self._make, self._stage, self._look = make, None, look
        self.setAccessibleName(name)
        self._forget()

    def set_verdict(self, verdict: Verdict | None) -> None:
        if verdict != self._verdict:
            self._verdict = verdict
            self._forget()

    @property
    def progress(self) -> float:
        """How much of the way from start to end is shown."""
        return self._progress

    def set_progress(self, progress: float) -> None:
        if progress != self._progress:
            self._progress = progress
            self._forget()

    def look_from(self, camera: Camera, beside: FigureCard | None = None) -> None:
        """See the figure from there; in one frame with the figure `beside` it, once that one looks from there, too."""
        if self._stage is None:
            return
        self._stage.look_from(camera)
        if beside and beside._stage:
            self._stage.beside(beside._stage)
            beside._forget()
        self._forget()

    def turn(self, yaw_deg: float, pitch_deg: float) -> None:
        if self._stage:
            self.look_from(self._stage.camera.turned(yaw_deg, pitch_deg))
            self.turned.emit(self._stage.camera)

    def turn_back(self) -> None:
        if self._stage:
            self.look_from(self._stage.home)
            self.turned.emit(self._stage.camera)

    def build(self) -> None:
        """Make the figure; it is made by itself a moment after the card was first painted."""
        if self._stage is None and self._make:
            self._stage = self._make()
            self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: what is painted again asks for its figure again."""
        self._soon.stop()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._height, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self._height)

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint(self._picture)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _paint(self, picture: QPixmap) -> None:
        painter, rect = QPainter(picture), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(rect, RADIUS, RADIUS)
        painter.fillPath(card, self._theme.colours.stage)
        painter.setClipPath(card)
        if self._stage is None and self._make:
            self._soon.start(0)
        if self._stage:
            self._paint_scene(painter, self._stage.scene(self._progress))
        if self._verdict:
            self._paint_badge(painter, self._verdict)
        painter.end()

    def _paint_scene(self, painter: QPainter, scene: Scene) -> None:
        """The floor through the whole card, the figure in its room."""
        rect, fit, palette = QRectF(self.rect()), Fit(0.06, 0.07, 0.06, 0.10), palette_of(self._theme, self._look)
        room = self._room(rect)
        floor_y = fit.to_pixels(room, scene.bounds).map(QPointF(0, scene.horizon)).y()
        painter.fillRect(rect.adjusted(0, floor_y, 0, 0), self._theme.colours.ground)
        paint_scene(painter, room, scene, palette, fit=fit, background=False)

    def _room(self, rect: QRectF) -> QRectF:
        """Beside the badge where the card is wide, else below it."""
        if self._verdict is None:
            return rect
        if rect.width() > 1.6 * rect.height():
            beside = self._badge_height() * 3
            return rect.adjusted(beside, 0, -beside if rect.width() > 2.4 * rect.height() else 0, 0)
        return rect.adjusted(0, self._badge_height(), 0, 0)

    def _badge_height(self) -> float:
        return max(_BADGE, self._theme.px("strong") * 1.25 + 8)

    def _paint_badge(self, painter: QPainter, verdict: Verdict) -> None:
        """Told apart by its sign, its word and its outline; the colour only helps."""
        colours, word = self._theme.colours, VERDICTS[verdict]
        painter.setFont(self._theme.font("strong"))
        width, height = painter.fontMetrics().horizontalAdvance(word), self._badge_height()
        badge = QRectF(8, 8, min(self.width() - 16.0, height + width + 12), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if verdict == "right" else colours.signal_text)
        radius = height / 2 if verdict == "right" else 6.0
        painter.drawRoundedRect(badge, radius, radius)
        ink = colours.on_accent if verdict == "right" or not self._theme.dark else colours.paper
        inset = height * 0.26
        sign = QRectF(badge.left(), badge.top(), height, height).adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, sign, _ICONS[verdict], ink)
        painter.setPen(ink)
        words = badge.adjusted(height - 2, 0, -4, 0)
        painter.setFont(fitted(painter.font(), word.replace(" ", "\u00a0"), words.size().toSize(), LEAST_PX))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, word)
