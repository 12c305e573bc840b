"""The practice being played: the stage with its words and its ring, the cue, the bar, the buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hinge_gui.core.moment import PAUSED, REPETITION, Moment, clock, phase_shown, place_words
from hinge_gui.core.player import State
from hinge_gui.ui.player.cue_line import CUE_PX, CueLine
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.player.phase_sign import PhaseSign
from hinge_gui.ui.player.ring import Ring
from hinge_gui.ui.player.side_sign import SideSign
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.player.timeline_bar import TimelineBar
from hinge_gui.ui.player.transport import Transport
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.text_fit import least_width
from hinge_gui.ui.theme import Role, Theme, label
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.prose import breakable

if TYPE_CHECKING:
    from hinge_gui.ui.player.cast import Cast


_AROUND, _BETWEEN = 20, 8  # px about the words on the stage, and between them
_WORTH = 1.08  # the name goes on two lines for a figure so much larger
_USUAL_WORDS = 280  # px at 100 % that they may take, where the ring leaves them
_LOW = 440  # px at 100 %: lower, the bar makes room for the words
_LEAST_STAGE = 180  # px: where less is left the words of what asks how to go on get all of it
_LOW_CUE = 0.75  # of the cue's size, that it has at least there
_ALL_BUTTONS = 540  # px that they need beside one another
_USUAL, _MOST = (900, 700), 1.8  # px at which the cue has its usual size, and how far it grows with a larger window


class PlayScreen(QWidget):
    """A `Screen` of the conductor's."""

    asked = Signal(str)

    def __init__(self, theme: Theme, practice: Practice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._practice = theme, practice
        self._stage, self._ring = Stage(theme), Ring(theme)
        self._stage.pressed.connect(lambda: self.asked.emit("stage"))
        self._name = label("", "display", wrap=True)
        self._form = Elided(role="lead")
        self._phase, self._side = PhaseSign(theme), SideSign(theme)
        self._count = Elided(role="section")
        self._count.setProperty("soft", True)
        self._cue = CueLine(theme)
        self._next = Elided()
        self._next.setProperty("soft", True)
        self._interrupted = Notice("", "", ("Go on", "This side again"), role="section")
        self._interrupted.chosen.connect(lambda n: practice.resume(side_again=n == 1))
        self._below = QStackedWidget()
        self._bar, self._buttons = TimelineBar(theme), Transport(theme, practice)
        self._bar.sought.connect(practice.seek)
        self._buttons.asked.connect(self.asked)
        self._elapsed, self._left = label("", "caption", soft=True), label("", "caption", soft=True)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tone, self._seconds = PAUSED.tone, 0
        self._compact, self._low = False, False
        self._moment: Moment | None = None
        self._lay_out()
        practice.timeline_changed.connect(self._take_timeline)
        self._take_timeline()
        practice.settings_changed.connect(self._buttons.refresh)

    # -- a screen of the conductor's -----------------------------------------------------------------------

    def show_moment(self, moment: Moment, cast: Cast, state: State) -> None:
        phase = phase_shown(moment.segment.kind, state)
        self._tone = phase.tone
        self._ring.set_seconds(self._seconds, self._tone)
        self._phase.show_phase(phase)
        self._moment = moment
        self._show_count()
        self._stage.show_cast(cast)
        self._buttons.refresh()
        self._leave_room()

    def show_seconds(self, seconds: int) -> None:
        self._seconds = seconds
        self._ring.set_seconds(seconds, self._tone)
        place_ms, total_ms = self._practice.player.place_ms, self._practice.timeline.total_ms
        self._elapsed.setText(clock(int(place_ms / 1000) * 1000))
        self._left.setText(f"{clock(total_ms - place_ms)} left")

    def show_cue(self, text: str) -> None:
        self._cue.set_text(text)

    def show_frame(
        self, progress: float, breath: float, share_left: float, place_ms: float, told: Mapping[str, float]
    ) -> None:
        self._stage.set_pose(progress, breath, place_ms, told)
        self._ring.set_share(share_left)
        self._bar.set_place(round(place_ms))

    def is_fading(self) -> bool:
        return self._stage.fading

    def turn_figure(self, yaw_deg: float, pitch_deg: float) -> None:
        self._stage.turn_figure(yaw_deg, pitch_deg)

    def turn_figure_back(self) -> None:
        self._stage.turn_figure_back()

    # -- what the page tells -------------------------------------------------------------------------------

    def show_interrupted(self, interrupted: bool) -> None:
        """Say where play stopped by itself, and ask how to go on."""
        if interrupted:
            practice = self._practice
            where = place_words(practice.steps, practice.timeline, practice.player.place_ms)
            self._interrupted.say(f"Interrupted: {where}", "Go on, or repeat this side?")
        self._below.setCurrentIndex(int(interrupted))
        self._keep_room()

    def _keep_room(self) -> None:
        """For what asks how to go on, so that nothing moves when it comes; where it is low only once it is there."""
        policy = QSizePolicy.Policy
        kept = policy.Ignored if self._low and self._below.currentIndex() == 0 else policy.Preferred
        self._interrupted.setSizePolicy(policy.Preferred, kept)
        asks = self._below.currentIndex() == 1
        left = self.height() - self._interrupted.heightForWidth(self.width()) - self._buttons.sizeHint().height()
        self._stage.setHidden(self._low and asks and left < _LEAST_STAGE)

    def do_without(self, *deeds: str) -> None:
        """No buttons for these."""
        self._buttons.do_without(*deeds)

    def set_compact(self, compact: bool) -> None:
        """A narrow page: smaller words."""
        if compact != self._compact:
            self._compact = compact
            for words, usual in ((self._count, "section"), (self._form, "lead")):
                words.setProperty("role", "body" if compact else usual)
                words.style().polish(words)
            self._side.set_role("section" if compact else "title")
            self._leave_room()

    # -- within --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(_BETWEEN)
        for item in (self._phase, self._name, self._form, self._side, self._count):
            words.addWidget(item)
        words.addStretch(1)
        over = QGridLayout(self._stage)
        over.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        over.addLayout(words, 0, 0, Qt.AlignmentFlag.AlignTop)
        over.addWidget(self._ring, 0, 2, Qt.AlignmentFlag.AlignTop)
        over.setColumnStretch(0, 3)
        over.setColumnStretch(1, 4)
        over.setRowStretch(1, 1)
        for shown in (self._cue_card(), self._interrupted):
            self._below.addWidget(shown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._stage, 1)
        whole.addWidget(self._below)
        whole.addLayout(self._time_row())
        whole.addWidget(self._buttons)

    def _cue_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        row = QVBoxLayout(card)
        row.setContentsMargins(20, 6, 20, 10)
        row.setSpacing(2)
        row.addWidget(self._cue, 1)
        self._next.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self._next)
        return card

    def _time_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._elapsed)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        return row

    def _take_timeline(self) -> None:
        timeline = self._practice.timeline
        self._bar.set_timeline(timeline)
        metrics, whole = QFontMetrics(self._theme.font("caption")), clock(timeline.total_ms)
        for words, longest in ((self._elapsed, whole), (self._left, f"{whole} left")):
            words.setMinimumWidth(metrics.horizontalAdvance(longest) + 2)  # the bar keeps its place while time goes by

    def _show_count(self) -> None:
        """Where it is low, side and repetition share a line."""
        if now := self._moment:
            together = self._low and now.side_words
            self._side.show_side(now.side, now.side_and_count if together else now.side_words)
            self._count.setText(now.count)
            self._count.setVisible(bool(now.count) and not together)
            self._form.setText(now.form)
            self._form.setVisible(bool(now.form))
            self._name.setVisible(bool(now.name))

    def _leave_room(self) -> None:
        """Tell the stage how much the words take, so that the figure stands beside or below them."""
        beside_ring = self._stage.width() - self._ring.width() - 3 * _AROUND
        most = max(self._stage.width() * 36 // 100, min(beside_ring, round(_USUAL_WORDS * self._theme.scale)))
        shown = [w for w in (self._phase, self._form, self._side, self._count) if w.isVisibleTo(self._stage)]
        if now := self._moment:
            self._say_in(self._count, now.count, "body" if self._compact else "section", most)
            self._say_in(self._next, f"Next: {now.next_up}", "body", self.width() - 2 * _AROUND - 8)
        for words in (self._form, self._count):
            words.setMinimumWidth(min(most, words.sizeHint().width()))
        others = sum(w.sizeHint().height() + _BETWEEN for w in shown)
        own = {self._side: self._side.widest(), self._form: self._form.minimumWidth()}
        others_width = max(own.get(w) or w.sizeHint().width() for w in shown)
        height = self._stage.height() - 2 * _AROUND - others

        def room(name: QSize) -> tuple[int, int, int]:
            below = max(self._ring.height(), name.height() + others)
            return max(name.width(), others_width) + 32, self._ring.width() + 32, below + 24

        text, metrics, name = self._fit_name(most, height)
        name = _box(metrics, text, least_width(metrics, text, most))
        narrow = least_width(metrics, text, most, lines=2)
        slim = _box(metrics, text, narrow)
        larger = self._stage.scale_beside(*room(slim)) / self._stage.scale_beside(*room(name))
        if slim.height() <= height and larger > _WORTH:
            name = slim
        self._name.setText(text)
        self._name.setAccessibleName(self._moment.title if self._moment else "")
        # the layout asks a wrapped label for its height before it knows the width: so it is told
        self._name.setFixedSize(name.width() + 4, name.height())
        self._stage.set_beside(*room(name), _AROUND + name.height() + others)

    def _say_in(self, words: Elided, text: str, role: Role, width: int) -> None:
        """Where all of it has no room the count alone."""
        fits = QFontMetrics(self._theme.font(role)).horizontalAdvance(text) <= width
        words.setText(text if fits else text.replace(REPETITION, ""))

    def _fit_name(self, width: int, height: int) -> tuple[str, QFontMetrics, QSize]:
        """As large as there is room, for the words below it must stay readable: the text, and what it takes."""
        text = breakable(self._moment.name) if self._moment else ""
        roles: list[Role] = ["title", "section", "strong"] if self._compact else ["display", "title", "section"]
        for role in roles:
            metrics = QFontMetrics(self._theme.font(role))
            box = _box(metrics, text, width)
            if box.height() <= height and box.width() <= width:
                break
        else:  # there is no room for all of it
            lines = max(1, height // metrics.lineSpacing())
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(width * (lines - 0.3)))
            box = _box(metrics, text, width)
        if role != self._name.property("role"):
            self._name.setProperty("role", role)
            self._name.style().polish(self._name)
        return text, metrics, box

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._buttons.set_compact(self.width() < _ALL_BUTTONS)
        room = min(self.width() / _USUAL[0], self.height() / _USUAL[1], _MOST)
        self._low = self.height() < _LOW * self._theme.scale
        self._cue.set_px(round(CUE_PX * max(_LOW_CUE if self._low else 1.0, room / self._theme.scale)))
        for part in (self._elapsed, self._bar, self._left):
            part.setHidden(self._low)
        self._keep_room()
        self._show_count()
        self._ring.set_diameter(max(92, min(self._stage.width() // 4, self.height() * 3 // 10, 320)))
        self._leave_room()


def _box(metrics: QFontMetrics, text: str, width: int) -> QSize:
    return metrics.boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, text).size()
