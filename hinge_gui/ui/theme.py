"""The one theme: colours, type scale, spacing. Every page takes what it shows from here.

Widgets say what a text is by a dynamic property `role` (see `TYPE`), and the stylesheet of the window dresses it;
painted widgets ask `Theme` for colours and fonts and repaint on `changed`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from hinge_gui.records import dataclass
from hinge_gui.ui.stylesheet import SHEET

Mode = Literal["system", "light", "dark"]
Role = Literal["caption", "body", "strong", "lead", "section", "title", "display", "huge", "giant"]

GRID: Final = 8
TARGET: Final = 44  # the least width and height of what is pressed
RADIUS: Final = 14

TYPE: Final[Mapping[Role, tuple[int, int]]] = {
    "caption": (14, 400),
    "body": (16, 400),
    "strong": (16, 600),
    "lead": (20, 400),
    "section": (19, 600),
    "title": (24, 600),
    "display": (34, 700),
    "huge": (54, 700),
    "giant": (84, 700),
}
"""Role → (size in px at 100 %, weight)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Named for what they are used for. `accent` fills, `accent_text` is dark (light) enough to be read as text."""

    paper: QColor
    card: QColor
    stage: QColor
    ground: QColor
    line: QColor
    ink: QColor
    ink_soft: QColor
    accent: QColor
    accent_text: QColor
    accent_wash: QColor
    on_accent: QColor
    signal: QColor
    signal_text: QColor
    signal_wash: QColor
    track: QColor


def _colours(**hexes: str) -> Colours:
    return Colours(**{name: QColor(value) for name, value in hexes.items()})


LIGHT: Final = _colours(
    paper="#f6f1e7", card="#fffdf8", stage="#efe6d4", ground="#e2d5bb", line="#dfd5c3",
    ink="#24303a", ink_soft="#4f5a65", accent="#2f7f86", accent_text="#1d636a", accent_wash="#dcebe8",
    on_accent="#ffffff", signal="#d65a2b", signal_text="#a63d14", signal_wash="#fae3d8", track="#ddd2bf",
)  # fmt: skip
DARK: Final = _colours(
    paper="#1d262c", card="#27323a", stage="#222d34", ground="#182026", line="#3a4751",
    ink="#eef1ee", ink_soft="#adb9c1", accent="#4aa3a9", accent_text="#7cc9cd", accent_wash="#2b4247",
    on_accent="#0f1a1f", signal="#f08a5d", signal_text="#f7a27c", signal_wash="#4a342b", track="#3b4852",
)  # fmt: skip


class Theme(QObject):
    """The colours and sizes in force. One object, made by the window and handed to whoever paints."""

    changed = Signal()

    def __init__(self, mode: Mode = "system", text_scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = mode
        self._scale = text_scale
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def scale(self) -> float:
        """1.0 to 2.0: how much larger than usual text is written."""
        return self._scale

    @property
    def dark(self) -> bool:
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    @property
    def colours(self) -> Colours:
        return DARK if self.dark else LIGHT

    def set(self, mode: Mode, text_scale: float) -> None:
        if (mode, text_scale) != (self._mode, self._scale):
            self._mode, self._scale = mode, text_scale
            self.changed.emit()

    def px(self, role: Role) -> int:
        """The role's size in px, scaled."""
        return round(TYPE[role][0] * self._scale)

    def font(self, role: Role) -> QFont:
        return self.sized(self.px(role), TYPE[role][1])

    def sized(self, px: int, weight: int = 600) -> QFont:
        """A font of so many px, for digits that grow with their place and not with the text scale."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(max(1, px))
        font.setWeight(QFont.Weight(weight))
        return font

    def dress(self, window: QWidget) -> None:
        """Put palette and stylesheet on a top-level window; call again on `changed`."""
        window.setPalette(self.palette())
        window.setStyleSheet(self.stylesheet())

    def palette(self) -> QPalette:
        c, palette, of = self.colours, QPalette(), QPalette.ColorRole
        for role, colour in (
            (of.Window, c.paper), (of.WindowText, c.ink), (of.Base, c.card), (of.Text, c.ink),
            (of.Button, c.card), (of.ButtonText, c.ink), (of.Highlight, c.accent),
            (of.HighlightedText, c.on_accent), (of.PlaceholderText, c.ink_soft),
            (of.ToolTipBase, c.ink), (of.ToolTipText, c.paper), (of.Link, c.accent_text),
        ):  # fmt: skip
            palette.setColor(role, colour)
        return palette

    def stylesheet(self) -> str:
        sheet = SHEET
        for field in fields(Colours):
            sheet = sheet.replace(f"@{field.name};", f"{getattr(self.colours, field.name).name()};")
        for role, (_, weight) in TYPE.items():
            sheet = sheet.replace(f"@font-{role};", f"font-size: {self.px(role)}px; font-weight: {weight};")
        return sheet

    def _system_changed(self) -> None:
        if self._mode == "system":
            self.changed.emit()


def label(text: str, role: Role = "body", *, soft: bool = False, wrap: bool = False) -> QLabel:
    """A text in one of the theme's roles. Plain text always: what a person wrote is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("soft", soft)
    made.setWordWrap(wrap)
    return made


def grid(units: float) -> int:
    """So many steps of the 8 px grid, in px."""
    return round(units * GRID)
