"""What this program is, and that it keeps everything to itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from hinge_gui import __version__
from hinge_gui.ui.messages import Sheet
from hinge_gui.ui.theme import Theme

ABOUT: Final = (
    "A follow-along player for gentle exercise.",
    "Everything happens on this computer. There is no account, nothing is sent anywhere, and your practice log is "
    "a plain text file that is yours.",
    "It is no medical advice. Pain means stop.",
)


def show_about(window: QWidget, theme: Theme) -> None:
    Sheet(theme, f"hinge-gui {__version__}", list(ABOUT), parent=window).show()
