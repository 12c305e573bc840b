"""Right beside wrong: both seen from one place, at one moment, in one frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEasingCurve, QEvent, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from hinge_gui.core.events import Fact, SegmentStarted
from hinge_gui.core.exercise import Mistake
from hinge_gui.figure.camera import Camera
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.figure_card import FigureCard, Verdict
from hinge_gui.ui.player.figures import Shown, shown_now
from hinge_gui.ui.player.moment import digits, phase_shown
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import GRID, Theme, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.prose import breakable
from hinge_gui.ui.widgets.segments import Segments

MOVE_MS: Final = 2400  # the way from the start to where the two differ, once for each mistake
MOVE_STEPS: Final = 60
RIGHT_WAY: Final = "The right way"
NO_MISTAKES: Final = "No mistakes are known for this form. Go gently, and stay where it feels mild."
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_BOTH: Final[tuple[Verdict, Verdict]] = ("right", "wrong")


class Compare(QFrame):
    """Covers the stage until it is closed. Left and right turn to the next mistake."""

    closed = Signal()

    def __init__(self, practice: Practice, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "panel")
        self.setAccessibleName("Right beside wrong")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._practice, self._theme = practice, theme
        self._shown: Shown | None = None
        self._mistake: Mistake | None = None
        self._title = label("", "title", wrap=True)
        self._now = label("", "title", soft=True)
        self._choice = column()
        self._tabs: Segments | None = None
        self._right, self._wrong = (FigureCard(theme, 160, verdict) for verdict in _BOTH)
        for card in (self._right, self._wrong):
            card.turned.connect(self._turn_both)
        self._name = label("", "section", wrap=True)
        self._text = label("", "body", wrap=True)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._moving = QVariantAnimation(self, duration=MOVE_MS, startValue=0.0, endValue=1.0)
        self._moving.setEasingCurve(QEasingCurve.Type.Linear)  # the figure eases by itself
        self._moving.valueChanged.connect(self._move)
        self._lay_out()
        practice.fact.connect(self._hear)
        practice.view_changed.connect(self._tell_time)
        practice.timeline_changed.connect(self._look_at_hand)
        practice.settings_changed.connect(self._look_at_hand)

    def _lay_out(self) -> None:
        close = IconButton(self._theme, "close", "Close the comparison", "X")
        close.clicked.connect(self.closed)
        head = row()
        head.addWidget(self._title, 1)
        head.addWidget(self._now)
        head.addSpacing(GRID)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._pair.setSpacing(2 * GRID)
        self._pair.addWidget(self._right, 1)
        self._pair.addWidget(self._wrong, 1)
        words = column(gap=0.5)
        words.addWidget(self._name)
        words.addWidget(self._text)
        rows: QVBoxLayout = column(self, gap=1.5)
        rows.addLayout(head)
        rows.addLayout(self._choice)
        rows.addLayout(self._pair, 1)
        rows.addLayout(words)

    # -- what is shown -------------------------------------------------------------------------------------

    def turn_to(self, mistake_id: str) -> None:
        """Show this mistake of the exercise at hand."""
        self._look_at_hand()
        for mistake in self._mistakes:
            if mistake.id == mistake_id:
                self._show_mistake(mistake)

    @property
    def _mistakes(self) -> tuple[Mistake, ...]:
        return self._shown.exercise.learn.mistakes if self._shown else ()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_hand()
        self._tell_time()
        self.setFocus()
        self._replay()

    def hideEvent(self, event: QHideEvent) -> None:
        self._moving.stop()
        super().hideEvent(event)

    def _hear(self, fact: Fact) -> None:
        if not self.isVisible():
            return
        if isinstance(fact, SegmentStarted):
            self._look_at_hand()
        self._tell_time()

    def _tell_time(self) -> None:
        """Play goes on behind: its phase and seconds stay in sight."""
        practice = self._practice
        playing = practice.view == "play"
        self._now.setVisible(playing)
        if playing:
            here = practice.player.segment
            phase = phase_shown(here.kind, practice.state)
            left_ms = here.end_ms - practice.player.place_ms
            self._now.setText(f"{phase.word}  {digits(max(0, -(-int(left_ms) // 1000)))}")

    def _look_at_hand(self) -> None:
        shown = shown_now(self._practice)
        if shown is None or shown == self._shown:
            return
        before = self._mistake.id if self._mistake else ""
        self._shown = shown
        self._title.setText(breakable(shown.exercise.name))
        self._offer(self._mistakes)
        same = [m for m in self._mistakes if m.id == before]
        self._show_mistake(next(iter([*same, *self._mistakes]), None))

    def _offer(self, mistakes: tuple[Mistake, ...]) -> None:
        if self._tabs:
            self._choice.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
        self._tabs = Segments("Mistake", [(m.id, m.name) for m in mistakes]) if len(mistakes) > 1 else None
        if self._tabs:
            self._tabs.chosen.connect(self.turn_to)
            self._choice.addWidget(self._tabs)

    def _show_mistake(self, mistake: Mistake | None) -> None:
        self._mistake = mistake
        if self._shown is None:
            return
        self._wrong.setVisible(mistake is not None)
        self._name.setText(breakable(mistake.name) if mistake else "")
        self._name.setVisible(mistake is not None)
        self._text.setText(breakable(mistake.text) if mistake else NO_MISTAKES)
        self._text.setMinimumHeight(2 * self._text.fontMetrics().lineSpacing())  # so that the figures keep their size
        look = self._shown.look
        if mistake is None:
            self._right.show_figure(self._shown.right, look, RIGHT_WAY)
            return
        right, wrong = self._shown.pair(mistake)
        self._right.show_figure(right, look, RIGHT_WAY)
        self._wrong.show_figure(wrong, look, f"Mistake: {mistake.name}")
        if self._tabs:
            self._tabs.choose(mistake.id)
        self._replay()

    # -- the movement --------------------------------------------------------------------------------------

    def _replay(self) -> None:
        """Show the way once, then rest where the two differ; nothing moves for who wants it so."""
        self._moving.stop()
        if self.isVisible() and not self._practice.settings.flag("reduced_motion"):
            self._move(0.0)
            self._moving.start()
        else:
            self._move(1.0)

    def _move(self, progress: object) -> None:
        assert isinstance(progress, float)
        for card in (self._right, self._wrong):
            card.set_progress(round(progress * MOVE_STEPS) / MOVE_STEPS)

    def _turn_both(self, camera: object) -> None:
        """They are seen from one place, whichever of them is dragged."""
        assert isinstance(camera, Camera)
        self._wrong.look_from(camera)
        self._right.look_from(camera, beside=self._wrong)

    # -- size and keys -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        tall = self.width() < 480
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Left and right are for the mistakes here, not for the practice."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _STEPS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is None or self._mistake is None:
            super().keyPressEvent(event)
            return
        ids = [m.id for m in self._mistakes]
        self.turn_to(ids[(ids.index(self._mistake.id) + step) % len(ids)])
