"""One number to turn: its name, where it comes from, its value, and a slider between − and +."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from hinge_gui.core.adjustable import Dial, value_text
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.elided import Elided
from hinge_gui.ui.widgets.prose import paragraph
from hinge_gui.ui.widgets.track import Track

_VALUE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHORT: Final = 4  # letters: a longer unit may stand below its number
_FINE: Final = 10  # slider positions for one of the unit: values have one decimal at most


class DialRow(QWidget):
    """Shows a `Dial`; asks for another value, and changes only when it is shown one."""

    turned = Signal(str, float)
    """Key and value that the person asks for."""
    reset_asked = Signal(str)

    def __init__(
        self, theme: Theme, dial: Dial, parent: QWidget | None = None, *, spoken: bool = False, told: bool = False
    ) -> None:
        """Where the value came from stands below the name once it differs.

        `spoken`: name and value read as one sentence; `told`: its help stands there, too.
        """
        super().__init__(parent)
        self._dial, self._spoken, self._told = dial, spoken, told
        self._names = QWidget()
        self._name = Elided(dial.label)
        self._origin = paragraph("", "caption", soft=True) if told else Elided(role="caption")
        self._origin.setProperty("soft", True)
        self._value = label("", "section", wrap=len(dial.unit) > _SHORT)
        self._value.setAlignment(_VALUE)
        origin = "in the routine" if dial.source == "Routine" else "usual"
        self._reset = IconButton(theme, "undo", f"{dial.label}: as {origin}")
        self._less = IconButton(theme, "less", f"{dial.label}: less")
        self._more = IconButton(theme, "more", f"{dial.label}: more")
        self._track = Track(theme)
        self._lay_out()
        self.setToolTip(dial.help)
        self._track.setAccessibleName(dial.label)
        self._track.setAccessibleDescription(dial.help)
        self._track.valueChanged.connect(self._slid)
        self._less.clicked.connect(lambda: self._nudge(-1))
        self._more.clicked.connect(lambda: self._nudge(1))
        for button in (self._less, self._more):
            button.setAutoRepeat(True)
        self._reset.clicked.connect(lambda: self.reset_asked.emit(self._dial.key))
        self.show_dial(dial)

    def _lay_out(self) -> None:
        names = column(self._names)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._origin)
        names.addStretch(1)
        top = row()
        top.addWidget(self._names, int(not self._spoken))
        if self._spoken:
            top.setSpacing(grid(1))
            top.addWidget(self._value)
            top.addStretch(1)
            top.addWidget(self._reset)
        else:
            top.addWidget(self._reset)
            top.addWidget(self._value)
        keep = self._reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(keep)
        bottom = row()
        bottom.addWidget(self._less)
        bottom.addWidget(self._track, 1)
        bottom.addWidget(self._more)
        rows = column(self)
        rows.addLayout(top)
        rows.addLayout(bottom)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, from first to last."""
        return self._reset, self._less, self._track, self._more

    def show_dial(self, dial: Dial) -> None:
        """Take over value and bounds; nothing is emitted."""
        self._dial = dial
        differs = dial.value != dial.own
        value = value_text(dial.value, dial.unit)
        self._value.setText(value.replace("/", "/\u200b"))
        self._set_tone("accent" if differs else "")
        origin = f"{dial.source}: {value_text(dial.own, dial.unit)}"
        if self._told:
            origin = f"{dial.help} {origin}." if differs else dial.help
        self._origin.setText(origin)
        self._origin.setVisible(differs or self._told)
        self._keep_height()
        self._reset.setVisible(dial.changed and differs)  # what reads as usual needs no way back
        self._less.setEnabled(dial.value > dial.low)
        self._more.setEnabled(dial.value < dial.high)
        with QSignalBlocker(self._track):
            self._track.setRange(round(dial.low * _FINE), round(dial.high * _FINE))
            self._track.setSingleStep(round(dial.step * _FINE))
            self._track.setPageStep(round(dial.step * _FINE) * 2)
            if not self._track.isSliderDown():
                self._track.setValue(round(dial.value * _FINE))
        self._track.set_notch(round(dial.own * _FINE) if differs else None)

    def _keep_height(self) -> None:
        """Nothing below moves under the finger when the second line comes."""
        if not self._told:
            self._names.setMinimumHeight(self._name.sizeHint().height() + self._origin.sizeHint().height())

    def _set_tone(self, tone: str) -> None:
        if tone != (self._value.property("tone") or ""):
            self._value.setProperty("tone", tone)
            self._value.style().polish(self._value)  # 12 ms the first time: Qt's styles have many names

    def _slid(self, position: int) -> None:
        """The nearest value on the dial's steps; its ends and the routine's own count as steps too."""
        dial, value = self._dial, position / _FINE
        steps = (dial.low, dial.high, dial.own, round(round(value / dial.step) * dial.step, 1))
        self._ask(min(steps, key=lambda s: abs(s - value)))

    def _nudge(self, direction: int) -> None:
        dial = self._dial
        position = dial.value / dial.step
        on_step = abs(position - round(position)) < 1e-6
        if on_step:
            target = round(position) + direction
        else:
            target = int(position // 1) + (1 if direction > 0 else 0)
        self._ask(round(target * dial.step, 1))

    def _ask(self, value: float) -> None:
        value = min(max(value, self._dial.low), self._dial.high)
        if value != self._dial.value:
            self.turned.emit(self._dial.key, value)
