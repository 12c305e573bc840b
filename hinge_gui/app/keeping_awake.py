"""The screen stays awake while the practice plays, also while it waits for a key, and no longer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hinge_gui.audio.keep_awake import KeepAwake
from hinge_gui.core.events import Fact, Finished, Paused, Resumed, Started, Stopped
from hinge_gui.ui.practice import Practice


class KeepingAwake(QObject):
    """Follows the practice and the setting."""

    changed = Signal()
    """`trouble` may be another; comes from another thread, and is queued."""

    def __init__(self, practice: Practice, parent: QObject) -> None:
        super().__init__(parent)
        self._practice = practice
        self._awake = KeepAwake(self.changed.emit)
        practice.fact.connect(self._hear)
        practice.settings_changed.connect(self.follow)
        self.follow()

    @property
    def trouble(self) -> str | None:
        return self._awake.trouble if self._practice.settings.flag("keep_awake") else None

    def follow(self) -> None:
        """Do as the practice and the setting are at this moment."""
        if self._practice.state in {"playing", "waiting"} and self._practice.settings.flag("keep_awake"):
            self._awake.hold()
        else:
            self._awake.release()

    def close(self) -> None:
        self._awake.close()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Started | Resumed | Paused | Finished | Stopped):
            self.follow()
