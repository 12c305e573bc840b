"""A window on one exercise file: its figure, or what is wrong with it, anew each time the file is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtWidgets import QWidget

from hinge_gui.core.exercise import RANGES, Exercise, Range
from hinge_gui.figure.look import Look
from hinge_gui.figure.stage import Stage
from hinge_gui.figure.staging import stage_of
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.segments import Segments

Read = Callable[[], tuple[Exercise | None, Sequence[str]]]
"""The exercise as the file has it now, and what is to be said about it; None where it has faults."""

SETTLE_MS: Final = 150  # an editor may write a file in several goes
PHASES: Final = (("start", "Start"), ("end", "End"))
SIDES: Final = (("right", "Right"), ("left", "Left"))
_BASE: Final = "base"  # the form that the variants change


class PreviewWindow(QWidget):
    """Shows the figure of the file's present text, or a person who just stands, and below it what is wrong there."""

    def __init__(self, theme: Theme, file: Path, read: Read) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{file.name} – Hinge")
        theme.dress(self)
        theme.changed.connect(lambda: theme.dress(self))
        self._file, self._read = file, read
        self._exercise: Exercise | None = None
        self._card = FigureCard(theme, 420)
        self._told = label("", "body", wrap=True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._phase, self._side = Segments("Moment", PHASES), Segments("Side", SIDES)
        self._range = Segments("Range", [(name, name.replace("-", " ").capitalize()) for name in RANGES])
        self._form_place = column()
        self._form: Segments | None = None
        self._forms: list[tuple[str, str]] = []
        self._lay_out()
        self._watcher = QFileSystemWatcher([str(file.parent)], self)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.refresh)
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._watcher.fileChanged.connect(lambda _path: self._soon.start())
        for choice in (self._phase, self._side, self._range):
            choice.chosen.connect(lambda _key: self._show())
        self._phase.choose("end")
        self._range.choose("usual")
        self.refresh()

    def _lay_out(self) -> None:
        choices = row(gap=1)
        for choice in (self._phase, self._side, self._range):
            choices.addWidget(choice)
        rows = column(self, gap=1.5)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.addLayout(choices)
        rows.addLayout(self._form_place)
        rows.addWidget(self._card, 1)
        rows.addWidget(self._told)

    def refresh(self) -> None:
        """Read the file again; an editor that replaces it is followed, too."""
        if str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))
        exercise, told = self._read()
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self._exercise = exercise
        if exercise is None:
            self._card.show_figure(lambda: stage_of({}), Look(), "A person standing, until the file is sound")
            return
        forms = [(_BASE, exercise.name), *((name, form.variant_name) for name, form in exercise.variants.items())]
        if forms != self._forms:
            self._offer(forms)
        self._show()

    def _offer(self, forms: list[tuple[str, str]]) -> None:
        self._forms = forms
        if self._form is not None:
            self._form_place.removeWidget(self._form)
            self._form.deleteLater()
        self._form = Segments("Form", forms)
        self._form.chosen.connect(lambda _key: self._show())
        self._form_place.addWidget(self._form)
        self._form.setVisible(len(forms) > 1)

    def _show(self) -> None:
        if self._exercise is None or self._form is None:
            return
        form = self._exercise if self._form.choice == _BASE else self._exercise.form(self._form.choice)
        side, range_ = self._side.choice, cast(Range, self._range.choice)

        def make() -> Stage:
            return stage_of(form.figure or {}, side=side, range_=range_)

        self._card.show_figure(make, Look(), f"{form.name}, {self._phase.choice}")
        self._card.set_progress(0.0 if self._phase.choice == "start" else 1.0)
