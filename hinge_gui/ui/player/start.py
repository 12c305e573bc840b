"""The start screen: what is going to be done, what to fetch, and a big Start."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QSlider, QVBoxLayout, QWidget

from hinge_gui.core.adjust import needs_floor
from hinge_gui.core.dose import full_name
from hinge_gui.core.plan import Planned, PlannedStep, props_of
from hinge_gui.ui.check_row import CheckRow
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.adjusting import Adjusting
from hinge_gui.ui.player.fetch_list import FetchList
from hinge_gui.ui.player.headline import Headline
from hinge_gui.ui.player.minutes import unknown_yet
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.dial_row import DialRow

PAIN_TITLE: Final = "Pain means stop."
PAIN_TEXT: Final = (
    "A mild pull is fine; stop at pain, tingling, numbness or dizziness. After an operation or a fall, in "
    "pregnancy or with brittle bones, ask whoever treats you first."
)
SOUND_TITLE: Final = "Can you hear it from the mat?"
SOUND_TEXT: Final = "Try a bell and a sentence before you lie down. You find this later in the menu."
SOUND_CHOICES: Final = ("Try the sound", "Not now")
GO_ON: Final = "Go on"
KEPT_CHOICES: Final[Mapping[str, str]] = {"again": "This side again", "over": "Start over"}
START: Final = "Start"
_OF_A_SLIDER: Final = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
     Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)  # fmt: skip
_WITHOUT_PICTURE: Final = 640  # narrower than this the figure makes room for the words
_WIDEST: Final = 720  # px at 100 %, of the words: wider, the figure takes it
_LOW: Final = 340  # px at 100 %: lower, the words above get the room of the last line
_SHARE: Final = 0.47  # of the width, for the words
_ANY_WIDTH: Final = (1 << 24) - 1  # Qt's own bound
NO_FLOOR_HELP: Final = "Everything seated or standing."


class StartScreen(QWidget):
    """Any press on the figure starts; so does any key, which the page sees to.

    With a kept place they go on there: the nearest press must not cost what was done.
    """

    started = Signal()
    safety_read = Signal()
    """The card about pain was put away, for good."""
    sound_offer_answered = Signal(bool)
    """Whether the person wants to try the sound."""
    kept_place_chosen = Signal(str)
    """`on`, `again` or `over`: what to do about a practice that was interrupted."""

    def __init__(
        self, theme: Theme, practice: Practice, adjusting: Adjusting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._practice, self._adjusting = theme, practice, adjusting
        self._actor: Actor | None = None
        self._stage = Stage(theme)
        self._stage.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stage.pressed.connect(self.begin)
        self._headline = Headline(theme)
        self._fetch = FetchList(theme)
        self._looked_at: Planned | None = None
        self._floor = QWidget()
        self._no_floor = CheckRow(theme, "No floor today", chip=True)
        self._no_floor.toggled.connect(practice.set_no_floor)
        self._left_out = label("", "caption", soft=True, wrap=True)
        self._minutes = DialRow(theme, unknown_yet(), spoken=True)
        self._minutes.turned.connect(lambda _key, minutes: adjusting.fit(minutes))
        self._minutes.reset_asked.connect(lambda _key: adjusting.fit(None))
        self._fitted = label("", "caption", soft=True, wrap=True)
        self._fitted.hide()
        adjusting.said.connect(self._say_fitted)
        self._notices = column(gap=1)
        self._kept: Notice | None = None
        self._sound_offer: Notice | None = None
        self._start = QPushButton(START)
        self._any_key = label("Or press any key, or click the picture.", "caption", soft=True, wrap=True)
        self._lay_out()
        practice.opened.connect(self._fetch.forget_ticks)
        practice.timeline_changed.connect(self.refresh)
        if practice.timeline.segments:
            self.refresh()

    # -- what the page tells -------------------------------------------------------------------------------

    def show_safety(self) -> None:
        """The card about pain, until it is put away."""
        card = Notice(PAIN_TITLE, PAIN_TEXT, ("I understand",), "notice")
        card.chosen.connect(lambda: self._put_safety_away(card))
        self._put(card)

    def offer_sound_check(self) -> None:
        """Once, before one lies down where nothing can be heard."""
        self._sound_offer = Notice(SOUND_TITLE, SOUND_TEXT, SOUND_CHOICES)
        self._sound_offer.chosen.connect(lambda choice: self.sound_offer_answered.emit(choice == 0))
        self._put(self._sound_offer)

    def forget_sound_offer(self) -> None:
        if self._sound_offer:
            self._take_away(self._sound_offer)
            self._sound_offer = None
            self.focus_start()

    def offer_kept_place(self, words: str) -> None:
        """A practice was cut short there."""
        self._kept = Notice("You were here", words, tuple(KEPT_CHOICES.values()))
        self._kept.chosen.connect(lambda choice: self._choose_kept(tuple(KEPT_CHOICES)[choice]))
        self._put(self._kept, first=True)
        self._start.setText(GO_ON)

    def forget_kept_place(self) -> None:
        if self._kept:
            self._take_away(self._kept)
            self._kept = None
            self._start.setText(START)

    def show_figure(self, actor: Actor) -> None:
        """Whom one sees; not before the first paint, as figures take their time."""
        self._actor = actor
        self._show_hero()

    def show_step(self, step: int) -> None:
        """The figure of this one, as long as it is part of the practice."""
        planned = self._practice.steps[step]
        if isinstance(planned, Planned):
            self._looked_at = planned
            self._show_hero()

    def begin(self) -> None:
        """What Start, any key and a press on the figure do."""
        if self._kept:
            self._choose_kept("on")
        else:
            self.started.emit()

    def focus_start(self) -> None:
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        practice = self._practice
        exercises = [s for s in practice.steps if isinstance(s, Planned)]
        self._headline.show_practice(practice)
        self._no_floor.setChecked(practice.order.no_floor)
        self._floor.setVisible(practice.order.no_floor or any(needs_floor(step.exercise) for step in exercises))
        left_out = practice.prepared.left_out
        self._left_out.setText(f"Left out today: {', '.join(left_out)}." if left_out else "")
        self._left_out.setVisible(bool(left_out))
        self._start.setEnabled(bool(exercises))
        if self._fetch.show_props(props_of(practice.steps)):
            self._order_tabs()
        self._show_hero()
        self._show_minutes()

    # -- within --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._start.setProperty("kind", "primary")
        self._start.setProperty("large", True)
        self._start.setAutoDefault(True)
        self._start.setAccessibleDescription("Any other key starts as well")
        self._start.clicked.connect(self.begin)
        self._start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left = QWidget()
        left = column(self._left, gap=1.5)
        left.addWidget(self._scrolled(self._words()), 1)
        left.addWidget(self._start)
        left.addWidget(self._any_key)
        beside = row(self, gap=3)
        beside.addWidget(self._left, round(100 * _SHARE))
        beside.addWidget(self._stage, round(100 - 100 * _SHARE))

    def _words(self) -> QVBoxLayout:
        head = self._headline
        floor = row(self._floor, gap=1.5)
        floor.setContentsMargins(0, grid(0.5), 0, 0)
        floor.addWidget(self._no_floor)
        floor.addWidget(label(NO_FLOOR_HELP, "caption", soft=True, wrap=True), 1)
        words = column()
        words.addLayout(self._notices)
        for part in (
            (head.name, head.about), (head.total_row(), self._minutes, self._fitted, self._floor, self._left_out),
            (self._fetch,),
        ):  # fmt: skip
            for item in part:
                words.addWidget(item) if isinstance(item, QWidget) else words.addLayout(item)
            words.addStretch(1)  # what room there is stands between the parts
            words.addSpacing(grid(0.5))
        words.addStretch(1)
        return words

    def _scrolled(self, words: QVBoxLayout) -> QScrollArea:
        inner, scroll = QWidget(), QScrollArea(widgetResizable=True)
        inner.setLayout(words)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _put(self, notice: Notice, *, first: bool = False) -> None:
        self._notices.insertWidget(0 if first else -1, notice)
        self._notices.setContentsMargins(0, 0, 0, grid(1))
        self._order_tabs()

    def _take_away(self, notice: Notice) -> None:
        self._notices.removeWidget(notice)
        self._notices.setContentsMargins(0, 0, 0, grid(1) if self._notices.count() else 0)
        notice.hide()
        notice.deleteLater()

    @property
    def _hero(self) -> Planned | None:
        steps = self._practice.steps
        return self._looked_at if self._looked_at in steps else _hero(steps)

    def _show_hero(self) -> None:
        hero = self._hero
        if hero and self._actor:
            self._stage.show_cast(self._actor.cast(hero.exercise, hero.step.range), fade=False)
            self._stage.set_pose(1.0)
            self._stage.setAccessibleName(full_name(hero.exercise))

    def _show_minutes(self) -> None:
        if self._practice.view == "start" and self._practice.timeline.segments:
            self._minutes.show_dial(self._adjusting.minutes.dial())

    def _say_fitted(self, words: str) -> None:
        self._fitted.setText(words)
        self._fitted.setVisible(bool(words))

    def _put_safety_away(self, card: Notice) -> None:
        self._take_away(card)
        self.focus_start()
        self.safety_read.emit()

    def _choose_kept(self, choice: str) -> None:
        self.forget_kept_place()
        self.kept_place_chosen.emit(choice)

    def _order_tabs(self) -> None:
        """From top to bottom, though notices and props are made after what stands below them."""
        buttons = [b for n in self.findChildren(Notice) for b in n.findChildren(QPushButton)]
        rest = (*self._minutes.stops, self._no_floor, *self._fetch.ticks, self._start)
        for before, after in pairwise([*buttons, *rest]):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stage.setVisible(self.width() >= _WITHOUT_PICTURE)
        self._any_key.setVisible(self.height() >= _LOW * self._theme.scale)
        most = round(_WIDEST * self._theme.scale) if self.width() >= _WITHOUT_PICTURE else _ANY_WIDTH
        self._left.setMaximumWidth(most)
        width = min(most, self.width() * _SHARE if self.width() >= _WITHOUT_PICTURE else self.width())
        self._headline.fit(width, self.height())

    def event(self, event: QEvent) -> bool:
        """A button or box that has the focus keeps Space and Enter for itself."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = event.key()  # type: ignore[attr-defined]
            slides = isinstance(self.window().focusWidget(), QSlider) and key in _OF_A_SLIDER
            if slides or key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)


def _hero(steps: list[PlannedStep]) -> Planned | None:
    """The step whose figure stands on the start screen: a skill where there is one."""
    planned = [s for s in steps if isinstance(s, Planned)]
    return next((s for s in planned if s.exercise.kind == "skill"), planned[0] if planned else None)
