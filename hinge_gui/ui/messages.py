"""The two kinds of error as a person sees them: what they can put right, and a bug of ours.

Both are sheets over the window: they block nothing, and they are gone with their last closing.
"""

from __future__ import annotations

import platform
import sys
import traceback
from typing import Final

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from hinge_gui import __version__
from hinge_gui.core.errors import PersonError
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import row
from hinge_gui.ui.widgets.over_window import OverWindow

BUG_TITLE: Final = "Something went wrong in the app"
BUG_KEPT: Final = "The practice was paused and its place is kept. You can close this and go on."
BUG_IDLE: Final = "You can close this and go on. If it comes again, start the app afresh."
BUG_ASK: Final = "This text tells what happened. It helps whoever mends it; nothing is sent by itself."
SHOWN_FAULTS: Final = 200
SHEET_PX: Final = 520
_LINE: Final = 40  # letters at least, where lines wrap
_MOST_LINES: Final = 16
_AROUND: Final = 32  # px about the lines of the details


class Sheet(OverWindow):
    """A message with words, perhaps a longer text to read and copy, and buttons."""

    def __init__(
        self, theme: Theme, title: str, words: list[str], details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, SHEET_PX, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = details
        self.say(title, words)
        if details:
            self.rows.addWidget(self._text(details), 1)
        self.close_with(self._buttons())

    def _text(self, details: str) -> QPlainTextEdit:
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName("Details")
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        lines = min(_MOST_LINES, details.count("\n") + 1 + len(details) // _LINE)
        text.setFixedHeight(lines * text.fontMetrics().lineSpacing() + _AROUND)
        return text

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton("Close")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        beside = row(gap=1)
        beside.addStretch(1)
        if self._details:
            copy = QPushButton("Copy")
            copy.setAutoDefault(False)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
            beside.addWidget(copy)
        beside.addWidget(close)
        close.setFocus()
        return beside


def show_error(parent: QWidget | None, theme: Theme, error: PersonError) -> Sheet:
    """What is wrong, where, and what to do about it."""
    faults = [str(fault) for fault in error.faults[:SHOWN_FAULTS]]
    more = len(error.faults) - len(faults)
    details = "\n".join([*faults, *([f"… and {more} more"] if more else [])])
    words = [error.remedy] if error.remedy else []
    return _shown(Sheet(theme, error.message, words, details, parent))


def show_bug(parent: QWidget | None, theme: Theme, error: BaseException, *, kept: bool) -> Sheet:
    """What is our fault; `kept` says that a practice was paused and saved."""
    return _shown(Sheet(theme, BUG_TITLE, [BUG_KEPT if kept else BUG_IDLE, BUG_ASK], bug_report(error), parent))


def bug_report(error: BaseException) -> str:
    """Versions and traceback, as one text to copy."""
    versions = [
        f"hinge-gui {__version__}",
        f"Python {sys.version.split()[0]}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.platform()}, display: {QGuiApplication.platformName() or 'none'}",
    ]
    return "\n".join([*versions, "", "".join(traceback.format_exception(error)).rstrip()])


def _shown(sheet: Sheet) -> Sheet:
    sheet.open()
    return sheet
