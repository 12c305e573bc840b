"""What stands in the middle of the editor: the steps, the exercises to add, or the routine being tried out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hinge_gui.core.editing import At
from hinge_gui.core.plan import Catalogue
from hinge_gui.core.prepared import Learnt
from hinge_gui.core.routine import Routine
from hinge_gui.core.settings import Settings
from hinge_gui.ui.clock import Clock
from hinge_gui.ui.editor.add_panel import AddPanel
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme

if TYPE_CHECKING:
    from hinge_gui.ui.editor.trial import Trial


class Centre(QStackedWidget):
    turned = Signal()
    """Something else is shown: whatever takes the keys may have to be told."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, settings: Callable[[], Settings],
        own: Callable[[], Collection[str]], clock: Clock, learnt: Callable[[], Learnt | None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._catalogue, self._settings, self._clock = theme, catalogue, settings, clock
        self._learnt = learnt
        self._trial: Trial | None = None
        self.adding = AddPanel(theme, catalogue, own, lambda: settings().flag("reduced_motion"))

    def hold(self, steps: QWidget) -> None:
        """The steps with what belongs to them."""
        self.addWidget(steps)
        self.addWidget(self.adding)

    @property
    def is_adding(self) -> bool:
        return self.currentWidget() is self.adding

    @property
    def is_trying(self) -> bool:
        return self._trial is not None

    def show_steps(self) -> None:
        trial, self._trial = self._trial, None
        self.setCurrentIndex(0)
        if trial is not None:
            self.removeWidget(trial)
            trial.stop()
            trial.deleteLater()
        self.turned.emit()

    def show_adding(self, actor: Actor) -> None:
        self.adding.show_exercises(actor)
        self.setCurrentWidget(self.adding)
        self.turned.emit()

    def renew(self, actor: Actor) -> None:
        """Exercises may have changed."""
        if self.is_adding:
            self.adding.renew(actor)

    def try_out(self, routine: Routine, at: At | None) -> None:
        """Play the routine from one of its steps; back to the steps when it is over or left."""
        from hinge_gui.ui.editor.trial import Trial

        self._trial = Trial(self._theme, self._catalogue, self._settings(), self._clock)
        self._trial.closed.connect(self.show_steps)
        self.addWidget(self._trial)
        self.setCurrentWidget(self._trial)
        self._trial.begin(routine, at, self._learnt())
