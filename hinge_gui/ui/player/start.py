"""The start screen: what is going to be done, what to fetch, and a big Start."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hinge_gui.core.plan import Planned, PlannedStep, props_of
from hinge_gui.ui.check_row import CheckRow
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.moment import clock
from hinge_gui.ui.player.notice import Notice
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label

PAIN_TITLE: Final = "Pain means stop."
PAIN_TEXT: Final = (
    "A mild pull is fine. Stop at pain, tingling, numbness or dizziness. After a fall, an operation or a hip "
    "replacement, in pregnancy, or with brittle bones: ask whoever treats you before you begin."
)
_WITHOUT_PICTURE: Final = 720  # narrower than this the figure makes room for the words


class StartScreen(QWidget):
    """Any press on the figure starts; so does any key, which the page sees to."""

    started = Signal()
    safety_read = Signal()
    """The card about pain was put away, for good."""
    kept_place_chosen = Signal(str)
    """`on`, `again` or `over`: what to do about a practice that was interrupted."""

    def __init__(self, theme: Theme, practice: Practice, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._practice, self._actor = theme, practice, actor
        self._stage = Stage(theme, actor)
        self._stage.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stage.pressed.connect(self.started)
        self._name, self._about = label("", "display", wrap=True), label("", "body", soft=True, wrap=True)
        self._total, self._what = label("", "display"), label("", "body", soft=True, wrap=True)
        self._props = QVBoxLayout()
        self._ticks: list[CheckRow] = []
        self._props_title = label("Have ready", "section")
        self._no_floor = CheckRow(theme, "No floor today")
        self._no_floor.toggled.connect(practice.set_no_floor)
        self._left_out = label("", "caption", soft=True, wrap=True)
        self._safety = Notice(PAIN_TITLE, PAIN_TEXT, ("I understand",), "notice")
        self._safety.chosen.connect(self._put_safety_away)
        self._kept = Notice("", "", ("Go on", "This side again", "Start over"))
        self._kept.chosen.connect(self._choose_kept)
        self._start = QPushButton("Start")
        self._lay_out()
        self._safety.hide()
        self._kept.hide()
        practice.opened.connect(self._forget_ticks)
        practice.timeline_changed.connect(self.refresh)

    # -- what the page tells -------------------------------------------------------------------------------

    def show_safety(self) -> None:
        self._safety.show()

    def offer_kept_place(self, words: str) -> None:
        """Empty: there is none."""
        self._kept.setVisible(bool(words))
        self._kept.say("You were here", words)

    def set_actor(self, actor: Actor) -> None:
        self._actor = actor
        self._stage.set_actor(actor)
        self.refresh()

    def focus_start(self) -> None:
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        practice = self._practice
        exercises = [s for s in practice.steps if isinstance(s, Planned)]
        self._name.setText(practice.routine.name)
        self._about.setText(practice.routine.about)
        self._about.setVisible(bool(practice.routine.about))
        self._total.setText(clock(practice.timeline.total_ms))
        count = len({s.exercise.id for s in exercises})
        self._what.setText(f"minutes, {count} exercise{'s' if count != 1 else ''}")
        self._no_floor.setChecked(practice.order.no_floor)
        left_out = practice.prepared.left_out
        self._left_out.setText(f"Left out today: {', '.join(left_out)}." if left_out else "")
        self._left_out.setVisible(bool(left_out))
        self._start.setEnabled(bool(exercises))
        self._list_props(props_of(practice.steps))
        hero = _hero(practice.steps)
        if hero:
            self._stage.show_cast(self._actor.cast(hero.exercise, hero.step.range), fade=False)
            self._stage.set_pose(1.0)

    # -- within --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._start.setProperty("kind", "primary")
        self._start.setProperty("size", "large")
        self._start.setAutoDefault(True)
        self._start.setAccessibleDescription("Space, Enter or any other key starts as well")
        self._start.clicked.connect(self.started)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.setContentsMargins(0, 0, 12, 0)
        self._total.setProperty("role", "huge")
        total = QHBoxLayout()
        total.setSpacing(10)
        total.addWidget(self._total)
        total.addWidget(self._what, 1, Qt.AlignmentFlag.AlignBottom)
        self._props.setSpacing(0)
        for item in (self._kept, self._safety, self._name, self._about, total, self._props_title, self._props,
                     self._no_floor, self._left_out):  # fmt: skip
            if isinstance(item, QWidget):
                words.addWidget(item)
            else:
                words.addLayout(item)
        words.addStretch(1)
        inner = QWidget()
        inner.setLayout(words)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(scroll, 1)
        left.addWidget(self._start)
        left.addWidget(label("Or press any key, or click the picture.", "caption", soft=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 5)
        row.addWidget(self._stage, 6)
        self._start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _list_props(self, props: list[str]) -> None:
        if [row.text() for row in self._ticks] == [_capital(p) for p in props]:
            return
        for row in self._ticks:
            self._props.removeWidget(row)
            row.deleteLater()
        self._ticks = [CheckRow(self._theme, _capital(prop)) for prop in props]
        for row in self._ticks:
            self._props.addWidget(row)
        self._props_title.setVisible(bool(props))

    def _forget_ticks(self) -> None:
        for row in self._ticks:
            row.setChecked(False)

    def _put_safety_away(self) -> None:
        self._safety.hide()
        self.focus_start()
        self.safety_read.emit()

    def _choose_kept(self, choice: int) -> None:
        self._kept.hide()
        self.kept_place_chosen.emit(("on", "again", "over")[choice])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stage.setVisible(self.width() >= _WITHOUT_PICTURE)

    def event(self, event: QEvent) -> bool:
        """A button or box that has the focus keeps Space and Enter for itself."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _hero(steps: list[PlannedStep]) -> Planned | None:
    """The step whose figure stands on the start screen: a skill where there is one."""
    planned = [s for s in steps if isinstance(s, Planned)]
    return next((s for s in planned if s.exercise.kind == "skill"), planned[0] if planned else None)
