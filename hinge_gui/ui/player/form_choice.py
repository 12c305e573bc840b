"""The forms of an exercise, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hinge_gui.core.exercise import Exercise
from hinge_gui.ui.theme import label
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.segments import Segments

Forms = tuple[tuple[str, str], ...]
_KEPT = 8  # of exercises that are looked at in turn
_BASE = ""  # the key of an exercise's own form among its variants


class FormChoice(QWidget):
    chosen = Signal(object)
    """A variant's id, or None for the exercise's own form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms: Forms = ()
        self._made: dict[Forms, Segments] = {}
        self._choices: Segments | None = None
        self._rows = column(self, gap=0.5)
        self._rows.addWidget(label("Form"))

    def show_forms(self, base: Exercise | None, variant: str | None) -> None:
        """Hidden where there is only one."""
        forms = ((_BASE, base.name), *((k, f.variant_name) for k, f in base.variants.items())) if base else ()
        if forms != self._forms:
            self._forms = forms
            self._renew(forms)
        if self._choices:
            self._choices.choose(variant or _BASE)
        self.setVisible(self._choices is not None)

    def _renew(self, forms: Forms) -> None:
        if self._choices:
            self._choices.hide()
        self._choices = self._made.pop(forms, None) or self._make(forms) if len(forms) > 1 else None
        if self._choices:
            self._made[forms] = self._choices  # the latest stands last
            self._choices.show()
        if len(self._made) > _KEPT:
            old = self._made.pop(next(iter(self._made)))
            self._rows.removeWidget(old)
            old.deleteLater()

    def _make(self, forms: Forms) -> Segments:
        made = Segments("Form", forms)
        made.chosen.connect(lambda key: self.chosen.emit(key or None))
        self._rows.addWidget(made)
        return made
