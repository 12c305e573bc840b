"""The window's menu: everything that is seldom wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hinge_gui.core.settings import BY_KEY
from hinge_gui.ui.practice import Practice

Choice = tuple[str, str]
"""A value and the words for it."""


def add_choice(menu: QMenu, choices: Sequence[Choice], now: Callable[[], str], choose: Callable[[str], None]) -> None:
    """One of several; the present one is ticked whenever the menu opens."""
    group, actions = QActionGroup(menu), {}
    for value, words in choices:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.triggered.connect(lambda _=False, v=value: choose(v))
        group.addAction(action)
        menu.addAction(action)
        actions[value] = action

    def tick() -> None:
        if action := actions.get(now()):
            action.setChecked(True)

    menu.aboutToShow.connect(tick)


def main_menu(parent: QWidget, practice: Practice, deeds: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """The themes, then the deeds; one without words is a line between them."""

    def set_theme(value: str) -> None:
        practice.set_settings(practice.settings.with_value("theme", value))

    menu = QMenu(parent)
    themes = menu.addMenu("Theme")
    choices = list((BY_KEY["theme"].choices or {}).items())
    add_choice(themes, choices, lambda: practice.settings.word("theme"), set_theme)
    for words, deed in deeds:
        if words:
            menu.addAction(words, deed)
        else:
            menu.addSeparator()
    return menu
