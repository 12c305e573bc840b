"""How widgets are dressed. `@name;` is a colour of the theme, `@font-role;` a size and weight of its type scale."""

from __future__ import annotations

from typing import Final

from hinge_gui.ui.widgets.sheet import KIT

_PAGES: Final = """
QWidget { color: @ink; @font-body; }
QMainWindow, QDialog, QWidget#page { background: @paper; }
QLabel { background: transparent; }
QLabel[role="caption"] { @font-caption; }
QLabel[role="strong"] { @font-strong; }
QLabel[role="section"] { @font-section; }
QLabel[role="title"] { @font-title; }
QLabel[role="display"] { @font-display; }
QLabel[role="huge"] { @font-huge; }
QLabel[role="lead"] { @font-lead; }
QLabel[role="giant"] { @font-giant; }
QLabel[soft="true"] { color: @ink_soft; }
QLabel[tone="signal"] { color: @signal_text; }
QLabel[tone="accent"] { color: @accent_text; }

QFrame[card="true"] { background: @card; border-radius: 14px; border: 1px solid @line; }
QFrame[card="notice"] { background: @signal_wash; border-radius: 14px; border: 1px solid @signal; }
QFrame[card="calm"] { background: @accent_wash; border-radius: 14px; border: 1px solid @accent_wash; }

QPushButton {
    @font-strong; min-height: 40px; padding: 0 16px; outline: none;
    background: @card; color: @ink; border: 2px solid @line; border-radius: 14px;
}
QPushButton:hover { border-color: @accent; }
QPushButton:focus { border-color: @accent_text; }
QPushButton:pressed { background: @accent_wash; }
QPushButton:disabled { color: @ink_soft; background: transparent; }
QPushButton:checked { background: @accent_wash; border-color: @accent; color: @accent_text; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accent_text; color: @paper; border-color: @accent_text; }
QPushButton[kind="primary"]:focus { border-color: @ink; }
QPushButton[large="true"] { @font-title; min-height: 56px; border-radius: 18px; }
QPushButton[kind="undo"] { background: @ink; color: @paper; border-color: @ink; }
QPushButton[kind="undo"]:focus, QPushButton[kind="undo"]:hover { border-color: @accent; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: @accent_wash; }
QPushButton[kind="quiet"]:focus { border-color: @accent_text; }

QCheckBox { spacing: 12px; min-height: 44px; padding: 0 4px; border: 2px solid transparent; border-radius: 10px; }
QCheckBox:focus { border-color: @accent_text; }

QMenu { background: @card; border: 1px solid @line; padding: 8px; }
QMenu::item { padding: 10px 24px 10px 16px; border-radius: 8px; min-width: 200px; }
QMenu::item:selected { background: @accent_wash; color: @ink; }
QMenu::item:disabled { color: @ink_soft; }
QMenu::separator { height: 1px; background: @line; margin: 8px; }
QToolTip { background: @ink; color: @paper; border: none; padding: 6px 8px; @font-caption; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @track; border-radius: 5px; min-height: 40px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; height: 0; width: 0;
}
"""
SHEET: Final = _PAGES + KIT
