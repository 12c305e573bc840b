"""Right beside wrong, over the stage, for the exercise at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from hinge_gui.core.events import Fact, SegmentStarted
from hinge_gui.core.exercise import Mistake
from hinge_gui.core.moment import digits, phase_shown
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.player.figures import Shown, shown_now
from hinge_gui.ui.player.keys import first_key
from hinge_gui.ui.player.pair import Pair
from hinge_gui.ui.player.picture_card import PictureCard
from hinge_gui.ui.player.picture_cast import showable
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import arrange, column, row
from hinge_gui.ui.widgets.even import Even
from hinge_gui.ui.widgets.prose import breakable
from hinge_gui.ui.widgets.roomy import Roomy
from hinge_gui.ui.widgets.segments import Segments

FIGURE_PX: Final = 160
_NARROW: Final = 420  # px at 100 %: phase and seconds stand below the title
NO_MISTAKES: Final = "No mistakes are known for this form. Go gently, and stay where it feels mild."
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


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
        self._title = Even()
        self._now = label("", "title", soft=True)
        self._choice = column()
        self._tabs: Segments | None = None
        self.pair = Pair(theme, FIGURE_PX)
        self._pictures: PictureCard | None = None
        self._figures = column()
        self._figures.addWidget(self.pair, 1)
        self._name = label("", "section", wrap=True)
        self._text = label("", "body", wrap=True)
        self._lay_out()
        practice.fact.connect(self._hear)
        practice.view_changed.connect(self._tell_time)
        practice.timeline_changed.connect(self._look_at_hand)
        practice.settings_changed.connect(self._look_at_hand)

    def _key(self) -> str:
        return first_key(self._practice.settings, "compare")

    def _lay_out(self) -> None:
        close = IconButton(self._theme, "close", "Close the comparison", self._key)
        close.clicked.connect(self.closed)
        self._names = row()
        self._names.addWidget(self._title, 1)
        self._names.addWidget(self._now)
        head = row(gap=1)
        head.addLayout(self._names, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=0.5)
        words.addWidget(self._name)
        words.addWidget(self._text)
        content = QWidget()
        rows: QVBoxLayout = column(content, gap=1.5)
        rows.addLayout(head)
        rows.addLayout(self._choice)
        rows.addLayout(self._figures, 1)
        rows.addLayout(words)
        column(self).addWidget(Roomy(content))

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
        self._show_pictures(shown)
        self._offer(self._mistakes)
        same = [m for m in self._mistakes if m.id == before]
        self._show_mistake(next(iter([*same, *self._mistakes]), None))

    def _show_pictures(self, shown: Shown) -> None:
        """A person's own stand where the figure would."""
        if self._pictures:
            self._figures.removeWidget(self._pictures)
            self._pictures.hide()
            self._pictures.deleteLater()
            self._pictures = None
        pictures = showable(shown.exercise.pictures)
        self.pair.setVisible(not pictures)
        if pictures:
            self._pictures = PictureCard(self._theme, FIGURE_PX, pictures, mirrored=shown.side == "left")
            self._pictures.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._figures.addWidget(self._pictures, 1)

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
        self._name.setText(breakable(mistake.name) if mistake else "")
        self._name.setVisible(mistake is not None)
        self._text.setText(breakable(mistake.text) if mistake else NO_MISTAKES)
        self._text.setMinimumHeight(2 * self._text.fontMetrics().lineSpacing())  # so that the figures keep their size
        self.pair.show_pair(self._shown, mistake)
        if mistake and self._tabs:
            self._tabs.choose(mistake.id)
        self._replay()

    def _replay(self) -> None:
        self.pair.move_once(still=self._practice.settings.flag("reduced_motion"))

    # -- size and keys -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self._theme.scale
        arrange(self._names, stacked=narrow)

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
