"""One row for each setting, made from what the table says about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hinge_gui.core.adjustable import setting_dial
from hinge_gui.core.settings import GROUPS, Setting, Settings, Value
from hinge_gui.figure.look import Look
from hinge_gui.paint.palette import Palette
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.preferences.key_button import KeyButton
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import column, place, row
from hinge_gui.ui.widgets.dial_row import DialRow
from hinge_gui.ui.widgets.picker import AS_SYSTEM, Picker
from hinge_gui.ui.widgets.prose import paragraph
from hinge_gui.ui.widgets.segments import Segments
from hinge_gui.ui.widgets.swatches import Colours, Swatches
from hinge_gui.ui.widgets.switch import Switch

# Settings whose words are colours of the figure: the roles of its palette that show them.
_COLOURS: Final[Mapping[str, tuple[str, ...]]] = {
    "skin": ("skin",), "hair_colour": ("hair",), "clothes": ("shirt", "trousers"),
}  # fmt: skip


_KEY_BESIDE: Final = 260  # px at 100 %: narrower, the keys stand below what they do


def _plain(words: str) -> str:
    return words.casefold().replace("-", " ")


class SettingRow(QWidget):
    """Shows one value; asks for another, and changes only when it is shown one."""

    asked = Signal(str, object)
    """Key, and the value that the person asks for."""

    def __init__(self, theme: Theme, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting, self._theme = setting, theme
        self._control = self._make()
        if isinstance(self._control, DialRow):
            column(self).addWidget(self._control)
            return
        self._reset = IconButton(theme, "undo", f"{setting.label}: as usual")
        self._reset.clicked.connect(lambda: self._ask(setting.default))
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        self._lay_out(self._control)

    def _make(self) -> DialRow | Switch | Swatches | Segments | Picker | KeyButton | QLineEdit:
        setting = self.setting
        if setting.offers:
            return self._picker()
        if setting.group == "keys":
            button = KeyButton(setting.label)
            button.pressed_key.connect(self._ask)
            return button
        if isinstance(setting.default, bool):
            switch = Switch(self._theme, setting.label)
            switch.setAccessibleDescription(setting.help)
            switch.clicked.connect(self._ask)
            return switch
        if setting.choices is None and isinstance(setting.default, str):
            return self._line()
        if setting.choices is None:
            dial = DialRow(self._theme, setting_dial(setting, float(setting.default)), told=True)
            dial.turned.connect(lambda _key, value: self._ask(value))
            dial.reset_asked.connect(lambda _key: self._ask(setting.default))
            return dial
        if setting.key in _COLOURS:
            swatches = Swatches(self._theme, setting.label, setting.choices, self._swatch_colours())
            swatches.chosen.connect(self._ask)
            self._theme.changed.connect(lambda: swatches.set_colours(self._swatch_colours()))
            return swatches
        segments = Segments(setting.label, list(setting.choices.items()))
        segments.chosen.connect(self._ask)
        return segments

    def _picker(self) -> Picker:
        """A list that the machine makes longer."""
        picker = Picker(self._theme, self.setting.label)
        picker.setAccessibleDescription(self.setting.help)
        picker.chosen.connect(self._ask)
        return picker

    def offer(self, more: Sequence[tuple[str, str]]) -> None:
        """What this machine has to choose, beside what the table names."""
        if isinstance(self._control, Picker):
            named = self.setting.choices or {"": AS_SYSTEM}
            self._control.offer([*named.items(), *(choice for choice in more if choice[0] not in named)])

    def _line(self) -> QLineEdit:
        """Free text; taken over when it is finished, not at every letter."""
        line = QLineEdit()
        line.setAccessibleName(self.setting.label)
        line.setAccessibleDescription(self.setting.help)
        line.editingFinished.connect(lambda: self._ask(line.text().strip()))
        return line

    def _lay_out(self, control: QWidget) -> None:
        words = column()
        words.addStretch(1)
        words.addWidget(paragraph(self.setting.label))
        if not isinstance(control, KeyButton):  # the help is the same for all keys and stands above them
            words.addWidget(paragraph(self.setting.help, "caption", soft=True))
        words.addStretch(1)
        self._top, self._rows = row(gap=1), column(self, gap=0.5)
        self._top.addLayout(words, 1)
        self._top.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(self._top)
        if isinstance(control, Switch | KeyButton):
            self._top.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._rows.addWidget(control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self._control, KeyButton):  # its words may be long
            beside = self.width() >= _KEY_BESIDE * self._theme.scale
            place(self._control, self._top, 2, self._rows, 1, first=beside)

    def show_value(self, settings: Settings) -> None:
        """Take over what is in force; nothing is emitted."""
        value, control = settings[self.setting.key], self._control
        if isinstance(control, DialRow):
            control.show_dial(setting_dial(self.setting, float(value)))
            return
        if isinstance(control, Switch):
            control.setChecked(bool(value))
        elif isinstance(control, QLineEdit):
            control.setText(str(value))
        elif isinstance(control, KeyButton):
            control.show_keys(str(value))
        elif isinstance(control, Picker):
            control.choose(str(value), f"{value} (not here now)")
        else:
            control.choose(str(value))
        self._reset.setVisible(value != self.setting.default)

    def found_by(self, words: str) -> bool:
        """Whether what a person types is about this setting: every word of it somewhere in its texts."""
        s = self.setting
        text = " ".join((s.label, s.help, GROUPS[s.group], *(s.choices or {}).values()))
        return all(word in _plain(text) for word in _plain(words).split())

    def _ask(self, value: Value) -> None:
        default = self.setting.default
        whole = isinstance(default, int) and not isinstance(default, bool)
        self.asked.emit(self.setting.key, round(float(value)) if whole else value)

    def _swatch_colours(self) -> dict[str, Colours]:
        key, theme = self.setting.key, "dark" if self._theme.dark else "light"
        return {
            word: tuple(QColor(Palette.named(theme, Look(**{key: word})).colours[role]) for role in _COLOURS[key])
            for word in self.setting.choices or {}
        }
