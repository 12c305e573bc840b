"""How the kit is dressed; `ui/stylesheet.py` takes it into the window's one stylesheet."""

from __future__ import annotations

from typing import Final

KIT: Final = """
QFrame[kit="segments"] { background: @track; border: none; border-radius: 14px; }
QPushButton[kind="segment"] {
    @font-strong; min-height: 36px; padding: 0 6px; background: transparent; color: @ink_soft;
    border: 2px solid transparent; border-radius: 12px;
}
QPushButton[kind="segment"]:hover { background: @accent_wash; }
QPushButton[kind="segment"]:checked { background: @card; color: @accent_text; border-color: @card; }
QPushButton[kind="segment"]:focus { border-color: @accent_text; }

QScrollBar:vertical { width: 16px; }
QScrollBar::handle:vertical { margin-left: 8px; border-radius: 4px; }

QFrame[kit="rule"] { background: @line; border: none; }
QFrame[kit="panel"] { background: @paper; border: none; border-radius: 0; }
QLabel[kit="badge"] { @font-strong; }
QPlainTextEdit {
    background: @card; color: @ink; border: 1px solid @line; border-radius: 10px; padding: 8px;
    selection-background-color: @accent; selection-color: @on_accent;
}
QPushButton[kind="primary"]:disabled { background: @track; color: @ink_soft; border-color: @track; }
QLineEdit {
    background: @card; color: @ink; border: 2px solid @line; border-radius: 14px; padding: 0 12px; min-height: 40px;
    selection-background-color: @accent; selection-color: @on_accent; placeholder-text-color: @ink_soft;
}
QLineEdit:focus { border-color: @accent_text; }
QComboBox QAbstractItemView {
    background: @card; color: @ink; border: 1px solid @line; padding: 6px; outline: none;
    selection-background-color: @accent_wash; selection-color: @ink;
}
QComboBox QAbstractItemView::item { min-height: 40px; padding: 0 10px; border-radius: 8px; }
QPlainTextEdit:focus { border: 2px solid @accent_text; }
"""
