"""Makes the sound when it is first wanted. Not before: Qt's sound takes 11 MB, and whoever only looks needs none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from hinge_gui.app.in_turns import InTurns
from hinge_gui.core.events import Fact
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.window import Window

if TYPE_CHECKING:
    from hinge_gui.app.sound import Sound

AFTER_MS: Final = 60  # after play began: the screen comes first


class SoundMaker(QObject):
    """Hears the practice begin, and `sound` hears afterwards what was played meanwhile."""

    def __init__(self, practice: Practice, window: Window, phrases: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._window, self._phrases = practice, window, phrases
        self._made: Sound | None = None
        self._soon: InTurns | None = None
        self._unheard: list[Fact] = []
        practice.fact.connect(self._hear)

    def sound(self) -> Sound:
        """The one there is, or a new one."""
        if self._made is None:
            from hinge_gui.app.sound import Sound

            self._made = Sound(self._practice, self._window, self._phrases, self)
            self._practice.fact.disconnect(self._hear)
            for fact in self._unheard:
                self._made.hear(fact)
            self._unheard.clear()
        return self._made

    def close(self) -> None:
        if self._soon:
            self._soon.stop()
        if self._made:
            self._made.close()

    def _hear(self, fact: Fact) -> None:
        self._unheard.append(fact)
        if self._soon is None:
            self._soon = InTurns((self._load, self.sound), AFTER_MS, self)

    def _load(self) -> None:
        import hinge_gui.app.sound  # noqa: F401 - it takes as long as a frame; to make it, another
