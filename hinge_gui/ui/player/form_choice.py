"""The forms of an exercise, one of them chosen; made anew where they are others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hinge_gui.core.exercise import Exercise
from hinge_gui.ui.theme import label
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.segments import Segments

_BASE = ""  # the key of an exercise's own form among its variants


class FormChoice(QWidget):
    chosen = Signal(object)
    """A variant's id, or None for the exercise's own form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._choices: Segments | None = None
        self._rows = column(self, gap=0.5)
        self._rows.addWidget(label("Form"))

    def show_forms(self, base: Exercise | None, variant: str | None) -> None:
        """Hidden where there is only one."""
        forms = [(_BASE, base.name), *((k, f.variant_name) for k, f in base.variants.items())] if base else []
        keys = tuple(key for key, _ in forms)
        if keys != self._keys:
            self._keys = keys
            self._renew(forms)
        if self._choices:
            self._choices.choose(variant or _BASE)
        self.setVisible(self._choices is not None)

    def _renew(self, forms: list[tuple[str, str]]) -> None:
        if self._choices:
            self._rows.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
        self._choices = Segments("Form", forms) if len(forms) > 1 else None
        if self._choices:
            self._choices.chosen.connect(lambda key: self.chosen.emit(key or None))
            self._rows.addWidget(self._choices)
