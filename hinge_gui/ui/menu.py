"""The window's menu: everything that is seldom wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hinge_gui.core.settings import BY_KEY
from hinge_gui.ui.player.keys import Keymap
from hinge_gui.ui.practice import Practice

Choice = tuple[str, str]
"""A value and the words for it."""


ENTRIES: Final[Sequence[Choice]] = (
    ("Practices", "home"),
    ("Learn the exercises", "learn"),
    ("Practice log", "log"),
    ("Edit this practice", "editor"),
    ("Print the hand-out…", "print"),
    ("Preferences", "preferences"),
    ("Theme", "theme"),
    ("", ""),
    ("Sound on or off", "mute"),
    ("Check the sound", "sound"),
    ("Follow view", "follow"),
    ("", ""),
    ("Keys", "shortcuts"),
    ("About hinge-gui", "about"),
    ("Quit", "quit"),
)
"""Words and name; one without words is a line between them."""


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


def main_menu(
    parent: QWidget, practice: Practice, show: Callable[[str], object], deeds: Mapping[str, Callable[[], object]]
) -> QMenu:
    """`ENTRIES` with their keys of today: what `deeds` has no name for is a page to `show`."""

    def set_theme(value: str) -> None:
        practice.set_settings(practice.settings.with_value("theme", value))

    menu = QMenu(parent)
    actions = []
    for words, name in ENTRIES:
        if name == "theme":
            choices = list((BY_KEY[name].choices or {}).items())
            add_choice(menu.addMenu(words), choices, lambda: practice.settings.word("theme"), set_theme)
        elif words:
            actions.append((menu.addAction(words, deeds.get(name) or partial(show, name)), words, name))
        else:
            menu.addSeparator()

    def name_keys() -> None:
        keys = Keymap(practice.settings)
        for action, words, name in actions:
            key = keys.first(name)
            action.setText(f"{words}\t{key}" if key else words)  # Qt sets the key in a column of its own

    menu.aboutToShow.connect(name_keys)
    return menu
